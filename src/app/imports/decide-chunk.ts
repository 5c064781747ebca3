import { hash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { objectToCommand } from '../../access/command.ts';
import type { RowVerdict, RowVerdictKind } from '../../domain/imports/import.ts';
import { type ImportRow, isRefused } from '../../domain/imports/row.ts';
import type { Actor } from '../../domain/journal/actor.ts';
import type { Command } from '../../domain/journal/command.ts';
import { asOf, decide } from '../../domain/journal/decide.ts';
import type { CarrierBook, Env } from '../../domain/journal/draft.ts';
import type { NewEntry } from '../../domain/journal/entry.ts';
import type { JsonValue, Refusal } from '../../domain/refusal.ts';
import { refusal } from '../../domain/refusal.ts';
import type { Instant } from '../../domain/time.ts';
import { newNumberId } from '../../platform/ids.ts';
import type { NewNumber, NumberWork } from '../../store/bulk-append.ts';
import { findReplays, loadMany, newHead, resolveMany } from '../../store/bulk-load.ts';
import { canonicalJson } from '../../store/canonical.ts';
import type { Head, Replay } from '../../store/load.ts';
import type { AppContext } from '../context.ts';
import { followUp } from '../follow-up.ts';
import type { ReadRow } from './split-rows.ts';

/** What chunks before, whose commits may be under way, leave behind for the next: it counts more than what was read meanwhile. */
export type Ahead = {
  readonly numbers: ReadonlyMap<string, string>;
  readonly heads: ReadonlyMap<string, Head>;
  readonly replays: ReadonlyMap<string, Replay>;
};

export const NOTHING_AHEAD: Ahead = { numbers: new Map(), heads: new Map(), replays: new Map() };

/** Rows with what is known of their numbers. */
export type ReadChunk = {
  readonly rows: readonly ReadRow[];
  readonly named: readonly (Named | null)[];
  readonly ids: ReadonlyMap<string, string>;
  readonly heads: ReadonlyMap<string, Head>;
  /** Earlier answers under the keys of these rows, by number and key. */
  readonly replays: ReadonlyMap<string, Replay>;
};

export type Deciding = {
  readonly importId: string;
  readonly carrierId: string;
  readonly systemId: string;
  readonly firstRow: number;
  readonly ahead: Ahead;
};

export type Decided = {
  readonly actor: Actor;
  readonly now: Instant;
  readonly verdicts: readonly RowVerdict[];
  readonly work: readonly NumberWork[];
  readonly numbers: readonly NewNumber[];
  /** Answers under the keys of this chunk, by number and key. */
  readonly replays: ReadonlyMap<string, Replay>;
};

type Life = {
  readonly before: Head;
  state: Head['state'];
  readonly entries: NewEntry[];
  readonly keys: NumberWork['keys'][number][];
};

/** Rows between which others have their turn. */
const BREATH = 256;

/** Reads what is known of the numbers of some rows, while the rows before are still being decided. */
export async function readChunk(ctx: AppContext, systemId: string, rows: readonly ReadRow[]): Promise<ReadChunk> {
  const named = rows.map(({ reading }) => (isRefused(reading) ? null : keyOf(reading)));
  const digits = new Set(rows.flatMap(({ reading }) => (isRefused(reading) ? [] : [reading.digits])));
  const ids = await resolveMany(ctx.pool, ctx.sealer, [...digits]);
  const asked = rows.flatMap(({ reading }, index) => {
    const numberId = isRefused(reading) ? undefined : ids.get(reading.digits);
    return numberId === undefined ? [] : [{ numberId, key: named[index]?.key ?? '' }];
  });
  const wanted = [...new Set(asked.map(({ numberId }) => numberId))];
  const [heads, found] = await Promise.all([loadMany(ctx.pool, wanted), findReplays(ctx.pool, systemId, asked)]);
  const replays = new Map<string, Replay>();
  for (const [index, replay] of found) {
    const one = asked[index];
    if (one) replays.set(`${one.numberId} ${one.key}`, replay);
  }
  return { rows, named, ids, heads, replays };
}

/**
 * Decides some rows in the order of the file, each as the single command would be: the same rights, the same rules, the
 * same answer under the same key. What one row brings about, the next one on the same number sees.
 */
export async function decideChunk(ctx: AppContext, deciding: Deciding, read: ReadChunk): Promise<Decided> {
  const { importId, carrierId, systemId, firstRow, ahead } = deciding;
  const { rows, named, ids, heads, replays } = read;
  const now = ctx.clock.now();
  const actor: Actor = { id: systemId, role: 'system', carrierId, authorityId: null, personId: null };
  const carrier = await ctx.books.of(carrierId);
  const lives = new Map<string, Life>();
  const kept = new Map<string, Replay>();
  const numbers = new Map<string, NewNumber>();
  const verdictOn = ({ reading }: ReadRow, index: number): RowVerdict => {
    const row = firstRow + index;
    if (isRefused(reading)) return refuse(row, reading.sourceId, reading.refused);
    const key = named[index] as Named;
    const isOpening = reading.fact.kind === 'line_opened';
    const { digits } = reading;
    const known = ids.get(digits) ?? ahead.numbers.get(digits) ?? numbers.get(digits)?.numberId;
    if (known === undefined && !isOpening) return refuse(row, reading.sourceId, LINE_UNKNOWN);
    const numberId = known ?? newNumberId(ctx.random);
    const place = `${numberId} ${key.key}`;
    const replay = kept.get(place) ?? ahead.replays.get(place) ?? replays.get(place);
    if (replay) return repeated(row, reading.sourceId, replay, key.requestHash);
    const life = lives.get(numberId) ?? begin(ahead.heads.get(numberId) ?? heads.get(numberId) ?? newHead(numberId));
    try {
      const done = decideRow(ctx, life, reading, { now, actor, carrier, importId, carrierId });
      if ('refused' in done) return refuse(row, reading.sourceId, done.refused);
      const told = tell(row, reading.sourceId, numberId, done.entries);
      const reply = replyOf(importId, told);
      lives.set(numberId, life);
      if (known === undefined) numbers.set(digits, { numberId, digits });
      life.keys.push({ ...key, reply });
      kept.set(place, { requestHash: key.requestHash, reply });
      return told;
    } catch (error) {
      ctx.log.error({ err: error, number: numberId, row }, 'a row of an import could not be decided');
      return refuse(row, reading.sourceId, refusal('import.row_failed'));
    }
  };
  const verdicts: RowVerdict[] = [];
  for (const row of rows) {
    verdicts.push(verdictOn(row, verdicts.length));
    if (verdicts.length % BREATH === 0) await breathe();
  }
  const work = [...lives.values()].map(({ before, state, entries, keys }) => ({
    before,
    after: state,
    entries,
    keys,
    jobs: followUp(state, entries),
  }));
  return { actor, now, verdicts, work, numbers: [...numbers.values()], replays: kept };
}

const LINE_UNKNOWN = refusal('import.line_unknown', {}, '/mobile_number');

type Named = { readonly key: string; readonly requestHash: string };

/** The same name and the same hash as the single fact's, so that a file and a call repeat each other. */
function keyOf({ sourceId, at, fact }: ImportRow): Named {
  const requestHash = hash('sha256', canonicalJson({ fact, at }), 'hex');
  return { key: `fact:${fact.kind}:${sourceId}`, requestHash };
}

function begin(before: Head): Life {
  return { before, state: before.state, entries: [], keys: [] };
}

type Surroundings = {
  readonly now: Instant;
  readonly actor: Actor;
  readonly carrier: CarrierBook | null;
  readonly importId: string;
  readonly carrierId: string;
};

function decideRow(
  ctx: AppContext,
  life: Life,
  row: ImportRow,
  { now, actor, carrier, importId, carrierId }: Surroundings,
): { readonly entries: readonly NewEntry[] } | { readonly refused: Refusal } {
  const command = commandOf(row, carrierId);
  const env: Env = {
    now,
    actor,
    source: `import:${importId}`,
    sourceId: row.sourceId,
    purpose: command.do,
    rules: ctx.rules,
    carrier,
  };
  const objection = objectToCommand(asOf(life.state, env), command, actor, now);
  // A line of somebody else's and none at all sound the same.
  if (objection) return { refused: objection.code === 'access.not_found' ? LINE_UNKNOWN : objection };
  const outcome = decide(life.state, command, env);
  if (!outcome.ok) return { refused: outcome.refusal };
  life.entries.push(...outcome.entries);
  life.state = outcome.state;
  return { entries: outcome.entries };
}

function commandOf({ fact, at }: ImportRow, carrierId: string): Command {
  if (fact.kind === 'line_closed') return { do: 'close_line', closedAt: at };
  if (fact.kind !== 'line_opened') return { do: 'record_fact', fact, at };
  const { lineKind, province, holderId, userId } = fact;
  return {
    do: 'open_line',
    origin: 'placed',
    carrierId,
    kind: lineKind,
    province,
    holderId,
    userId,
    openedAt: at,
  };
}

/** Fields of the single commands that a row spells otherwise. */
const POINTERS: Readonly<Record<string, string>> = { '/opened_at': '/at', '/closed_at': '/at' };

function refuse(row: number, sourceId: string | null, { code, data, pointer }: Refusal): RowVerdict {
  return {
    row,
    sourceId,
    verdict: 'refused',
    code,
    ...(pointer === undefined ? {} : { pointer: POINTERS[pointer] ?? pointer }),
    ...(data && Object.keys(data).length > 0 ? { data } : {}),
  };
}

type KeptReply = {
  readonly numberId?: string;
  readonly factId?: string | null;
  readonly importId?: string;
  readonly row?: number;
};

/** The same id with the same content is a duplicate; with other content it is refused and the first one is named. */
function repeated(row: number, sourceId: string, { requestHash, reply }: Replay, asked: string): RowVerdict {
  const { numberId, factId, importId, row: first } = (reply ?? {}) as KeptReply;
  const where = {
    ...(importId === undefined ? {} : { firstImport: importId, firstRow: first }),
    ...(factId ? { firstFact: factId } : {}),
  };
  if (requestHash !== asked)
    return refuse(row, sourceId, refusal('import.id_reused', where as Refusal['data'], '/source_id'));
  return {
    row,
    sourceId,
    verdict: 'duplicate',
    ...(numberId === undefined ? {} : { numberId }),
    ...(factId ? { factId } : {}),
    ...(importId === undefined ? {} : { data: where }),
  };
}

function tell(row: number, sourceId: string, numberId: string, entries: readonly NewEntry[]): RowVerdict {
  let factId: string | undefined;
  const flagIds: string[] = [];
  const liftIds: string[] = [];
  for (const entry of entries) {
    if (entry.kind === 'fact.recorded') factId = entry.data.factId;
    else if (entry.kind === 'flag.placed') flagIds.push(entry.data.flagId);
    else if (entry.kind === 'lift.ordered') liftIds.push(entry.data.liftId);
  }
  return {
    row,
    sourceId,
    verdict: verdictOf(entries, flagIds, liftIds),
    numberId,
    ...(factId === undefined ? {} : { factId }),
    ...(flagIds.length > 0 ? { flagIds } : {}),
    ...(liftIds.length > 0 ? { liftIds } : {}),
    ...(factId === undefined && !OPENS.some((kind) => entries.some((entry) => entry.kind === kind))
      ? { code: 'import.known_already' }
      : {}),
  };
}

const OPENS = ['line.opened', 'line.closed'] as const;

function verdictOf(
  entries: readonly NewEntry[],
  flagIds: readonly string[],
  liftIds: readonly string[],
): RowVerdictKind {
  if (flagIds.length > 0) return 'flagged';
  if (liftIds.length > 0) return 'lifted';
  return entries.some(({ kind }) => kind === 'fact.recorded' || kind === 'line.opened' || kind === 'line.closed')
    ? 'recorded'
    : 'duplicate';
}

/** What a call with the same id is answered from now on, and where the row stood. */
function replyOf(importId: string, { row, numberId, factId, flagIds, liftIds }: RowVerdict): JsonValue {
  return {
    numberId: numberId ?? '',
    factId: factId ?? null,
    flagIds: flagIds ?? [],
    liftIds: liftIds ?? [],
    importId,
    row,
  };
}
