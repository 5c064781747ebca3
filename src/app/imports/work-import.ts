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
import type { Head } from '../../store/load.ts';
import type { AppContext } from '../context.ts';
import type { Ahead, Decided } from './decide-chunk.ts';
import { decideChunk, NOTHING_AHEAD } from './decide-chunk.ts';
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

/** Chunk after chunk: while one is being committed, the next is read and decided on what the first leaves behind. */
async function workOff(ctx: AppContext, job: Import, chunkRows: number, until: string): Promise<Outcome> {
  const { importId, format, columns, atByte } = job;
  const parts = await listParts(ctx.pool, importId, atByte);
  const header = atByte === 0 && format === 'csv';
  const rows = splitRows(format, columns, { pieces: readParts(ctx, parts, atByte), fromByte: atByte });
  let [row, from] = [job.rowsRead + 1, atByte];
  let ahead = NOTHING_AHEAD;
  let committing: Promise<void> = Promise.resolve();
  try {
    for await (const chunk of inChunks(rows, chunkRows, header)) {
      const began = ctx.clock.now();
      if (chunk.rows.length > 0) {
        const deciding = { ...job, firstRow: row, rows: chunk.rows, ahead };
        const decided = await decideChunk(ctx, deciding);
        const bulk = prepareBulk(ctx.sealer, decided.actor.id, decided.work, decided.numbers, decided.now);
        await committing;
        committing = commit(ctx, job, { decided, bulk, row, from, to: chunk.end, began });
        // Awaited below or before the next one; until then its failure is nobody's slip.
        committing.catch(() => {});
        ahead = aheadOf(decided, bulk);
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
    return await fallBack(ctx, error, job, chunkRows, rows);
  }
}

/** After a conflict the same rows are decided anew, fewer together; a row that the database refuses by itself is told so. */
async function fallBack(
  ctx: AppContext,
  error: unknown,
  job: Import,
  chunkRows: number,
  rows: AsyncGenerator<readonly ReadRow[]>,
): Promise<Outcome> {
  await rows.return(undefined);
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
    const deciding = { ...job, firstRow: job.rowsRead + 1, rows: [{ reading, end: chunk.end }], ahead: NOTHING_AHEAD };
    const decided = await decideChunk(ctx, deciding);
    const bulk = prepareBulk(ctx.sealer, decided.actor.id, [], [], decided.now);
    await commit(ctx, job, {
      decided,
      bulk,
      row: deciding.firstRow,
      from: atByte,
      to: chunk.end,
      began: decided.now,
    });
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
  return { numbers: made, heads: after as ReadonlyMap<string, Head>, replays };
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
    }
    if (held.length > 0) yield take(held.length);
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    yield { ...take(held.length), fault: error };
  }
}
