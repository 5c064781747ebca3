import { setImmediate as breathe } from 'node:timers/promises';
import type { Counts, Import } from '../../domain/imports/import.ts';
import { noCounts } from '../../domain/imports/import.ts';
import { refusal } from '../../domain/refusal.ts';
import { addMs, msOf } from '../../domain/time.ts';
import { BulkConflict, commitBulk, type PreparedBulk, prepareBulk } from '../../store/bulk-append.ts';
import { hitsUnique, isNewJobRace, isRefusedValue, isTransient } from '../../store/database-errors.ts';
import {
  claimImport,
  dropParts,
  dropUnreceived,
  findImport,
  listParts,
  listUnderWay,
  moveImport,
  releaseImport,
  workOn,
} from '../../store/imports.ts';
import { enqueue } from '../../store/jobs.ts';
import type { AppContext } from '../context.ts';
import type { Ahead, Decided } from './decide-chunk.ts';
import { decideChunk, NOTHING_AHEAD, readChunk } from './decide-chunk.ts';
import { readParts } from './parts.ts';
import type { ReadRow } from './split-rows.ts';
import { FileFault, splitRows } from './split-rows.ts';

/** Rows in one commit: enough that the commit itself costs little, few enough that a live command on one of them waits briefly. */
const CHUNK_ROWS = 4_000;
const FEWEST_ROWS = 1;
/** A worker that dies leaves its import to the next one after this time. */
const LEASE_MS = 10_000;
/** How long one job works before it lets others have their turn, and the server stop. */
const TURN_MS = 4_000;
/** An upload from which nothing was heard for so long was broken off. */
const STALE_MS = 3_600_000;

/** Works an import off, a turn at a time. May run twice: what is committed is refused a second time by its place in the file. */
export async function workImport(ctx: AppContext, { importId }: { readonly importId: string }): Promise<void> {
  const claimed = await claimImport(ctx.pool, importId, LEASE_MS);
  if (!claimed) return;
  let job: Import | null = claimed;
  let chunkRows = CHUNK_ROWS;
  let goesOn = false;
  const until = addMs(ctx.clock.now(), TURN_MS);
  try {
    while (job?.status === 'running') {
      const outcome = await workOff(ctx, job, chunkRows, until);
      goesOn = outcome === 'turn_over';
      if (goesOn || outcome === 'ended') break;
      chunkRows = outcome === 'smaller' ? Math.max(FEWEST_ROWS, Math.floor(chunkRows / 8)) : CHUNK_ROWS;
      job = await findImport(ctx.pool, importId);
    }
  } finally {
    await releaseImport(ctx.pool, importId);
    // Another import of the same house may wait for this one.
    await enqueue(ctx.pool, [goesOn ? workOn(importId) : { name: 'sweep_imports', payload: {} }]);
  }
}

/** Sets imports going again once nobody can be at them any more; forgets uploads that were broken off. */
export async function sweepImports(ctx: AppContext): Promise<void> {
  for (const { importId, status, heldMs } of await listUnderWay(ctx.pool, addMs(ctx.clock.now(), -STALE_MS))) {
    if (status === 'running') await enqueue(ctx.pool, [{ ...workOn(importId), afterMs: Math.ceil(heldMs) }]);
    else for (const sha256 of await dropUnreceived(ctx.pool, importId)) await ctx.files.remove(sha256);
  }
}

type Outcome = 'ended' | 'turn_over' | 'again' | 'smaller';

/**
 * Chunk after chunk: while one is being committed, the next is decided on what the first leaves behind, and what is known
 * of the one after is read.
 */
async function workOff(ctx: AppContext, job: Import, chunkRows: number, until: string): Promise<Outcome> {
  const { importId, systemId, format, columns, atByte } = job;
  const parts = await listParts(ctx.pool, importId, atByte);
  const header = atByte === 0 && format === 'csv';
  const rows = splitRows(format, columns, { pieces: readParts(ctx, parts, atByte), fromByte: atByte });
  const chunks = inChunks(rows, chunkRows, header);
  const readNext = async () => {
    const { value: chunk } = await chunks.next();
    return chunk ? { chunk, read: await readChunk(ctx, systemId, chunk.rows) } : null;
  };
  let [row, from] = [job.rowsRead + 1, atByte];
  let [before, last] = [NOTHING_AHEAD, NOTHING_AHEAD];
  let committing: Promise<void> = Promise.resolve();
  let coming = readNext();
  try {
    for (let next = await coming; next; next = await coming) {
      const { chunk, read } = next;
      coming = quietly(readNext());
      const began = ctx.clock.now();
      if (chunk.rows.length > 0) {
        const deciding = { ...job, firstRow: row, ahead: bothAhead(before, last) };
        const decided = await decideChunk(ctx, deciding, read);
        const bulk = await prepareBulk(ctx.sealer, decided.actor.id, decided.work, decided.numbers, decided.now);
        await committing;
        committing = quietly(commit(ctx, job, { decided, bulk, row, from, to: chunk.end, began }));
        [before, last] = [last, aheadOf(decided, bulk)];
        row += chunk.rows.length;
        from = chunk.end;
      }
      if (chunk.fault) {
        await committing;
        return await end(ctx, job, chunk.fault.code);
      }
      if (chunkRows < CHUNK_ROWS) {
        await committing;
        return 'again';
      }
      if (ctx.clock.now() >= until) {
        await committing;
        return 'turn_over';
      }
    }
    await committing;
    return await end(ctx, job, null);
  } catch (error) {
    return await fallBack(ctx, error, job, chunkRows);
  } finally {
    // What was read ahead and is not wanted any more ends before the file is let go of.
    await coming.catch(() => {});
    await rows.return(undefined);
  }
}

/** Awaited later; until then its failure is nobody's slip. */
function quietly<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}

/** After a conflict the same rows are decided anew, fewer together; a row that the database refuses by itself is told so. */
async function fallBack(ctx: AppContext, error: unknown, job: Import, chunkRows: number): Promise<Outcome> {
  const raced = error instanceof BulkConflict || isTransient(error) || hitsUnique(error) || isNewJobRace(error);
  if (!raced && !isRefusedValue(error)) throw error;
  ctx.log.debug({ err: error, import: job.importId, rows: chunkRows }, 'rows of an import are decided anew');
  if (!raced && chunkRows === FEWEST_ROWS) await refuseOne(ctx, job.importId, error);
  return 'smaller';
}

async function refuseOne(ctx: AppContext, importId: string, error: unknown): Promise<void> {
  const job = await findImport(ctx.pool, importId);
  if (job?.status !== 'running') return;
  ctx.log.error({ err: error, import: importId, row: job.rowsRead + 1 }, 'a row of an import could not be written');
  const { format, columns, atByte } = job;
  const parts = await listParts(ctx.pool, importId, atByte);
  const source = { pieces: readParts(ctx, parts, atByte), fromByte: atByte };
  for await (const chunk of inChunks(splitRows(format, columns, source), 1, atByte === 0 && format === 'csv')) {
    const reading = { refused: refusal('import.row_failed'), sourceId: chunk.rows[0]?.reading.sourceId ?? null };
    const read = await readChunk(ctx, job.systemId, [{ reading, end: chunk.end }]);
    const row = job.rowsRead + 1;
    const decided = await decideChunk(ctx, { ...job, firstRow: row, ahead: NOTHING_AHEAD }, read);
    const bulk = await prepareBulk(ctx.sealer, decided.actor.id, [], [], decided.now);
    await commit(ctx, job, { decided, bulk, row, from: atByte, to: chunk.end, began: decided.now });
    return;
  }
}

type Committing = {
  readonly decided: Decided;
  readonly bulk: PreparedBulk;
  readonly row: number;
  readonly from: number;
  readonly to: number;
  readonly began: string;
};

function commit(ctx: AppContext, { importId }: Import, { decided, bulk, row, from, to, began }: Committing) {
  const now = ctx.clock.now();
  return commitBulk(ctx.pool, ctx.sealer, bulk, {
    importId,
    firstRow: row,
    fromByte: from,
    toByte: to,
    counts: countsOf(decided),
    verdicts: decided.verdicts,
    workedMs: Math.max(0, msOf(now) - msOf(began)),
    leaseMs: LEASE_MS,
    now,
  });
}

function countsOf({ verdicts }: Decided): Counts {
  const counts = noCounts();
  for (const { verdict } of verdicts) counts[verdict] += 1;
  return counts;
}

function aheadOf({ numbers, replays }: Decided, { after }: PreparedBulk): Ahead {
  const made = new Map(numbers.map(({ digits, numberId }) => [digits, numberId] as const));
  return { numbers: made, heads: after, replays };
}

/** What is read while one chunk is committed and the next decided may know of neither. */
function bothAhead(before: Ahead, last: Ahead): Ahead {
  return {
    numbers: new Map([...before.numbers, ...last.numbers]),
    heads: new Map([...before.heads, ...last.heads]),
    replays: new Map([...before.replays, ...last.replays]),
  };
}

/** The import is over; what was received is not needed any more. */
async function end(ctx: AppContext, { importId }: Import, fault: string | null): Promise<Outcome> {
  const to = fault === null ? 'done' : 'failed';
  const ended = await moveImport(ctx.pool, { importId, from: ['running'], to, fault, now: ctx.clock.now() });
  if (ended) await forgetParts(ctx, importId);
  return 'ended';
}

/** The bytes first: a piece without bytes is never read again once the import has ended. */
export async function forgetParts(ctx: AppContext, importId: string): Promise<void> {
  for (const { sha256 } of await listParts(ctx.pool, importId)) await ctx.files.remove(sha256);
  await dropParts(ctx.pool, importId);
}

type RowChunk = { readonly rows: readonly ReadRow[]; readonly end: number; readonly fault: FileFault | null };

/** Rows so many together, whatever pieces they came in; the last chunk tells a fault of the file. The first row of a table is its header. */
async function* inChunks(
  pieces: AsyncGenerator<readonly ReadRow[]>,
  most: number,
  header: boolean,
): AsyncGenerator<RowChunk> {
  let held: ReadRow[] = [];
  let skip = header ? 1 : 0;
  const take = (count: number): RowChunk => {
    const rows = held.slice(0, count);
    held = held.slice(count);
    return { rows, end: rows.at(-1)?.end ?? 0, fault: null };
  };
  try {
    for await (const rows of pieces) {
      for (const one of rows.slice(skip)) held.push(one);
      skip = Math.max(0, skip - rows.length);
      while (held.length >= most) yield take(most);
      await breathe();
    }
    if (held.length > 0) yield take(held.length);
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    yield { ...take(held.length), fault: error };
  }
}
