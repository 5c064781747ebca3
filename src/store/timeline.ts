import type { NewEntry, Personal } from '../domain/journal/entry.ts';
import type { Queryable } from '../platform/pool.ts';
import { findLineKeys, unwrapKey, wordsPlace } from './line-keys.ts';
import type { Sealer } from './seal.ts';

/** An entry as the database holds it. */
export type SealedEntry = NewEntry & {
  readonly sealed: Buffer | null;
  /** Hex. */
  readonly prevHash: string;
  readonly hash: string;
};

/** `words` tells why `personal` is absent: there never was any, it was not asked for, or its key was forgotten. */
export type ReadEntry = NewEntry & { readonly hash: string; readonly words: 'none' | 'open' | 'sealed' | 'forgotten' };

type EntryRow = Omit<NewEntry, 'actor' | 'seq'> & {
  readonly seq: string;
  readonly actorId: string;
  readonly actorRole: string;
  readonly sealed: Buffer | null;
  readonly prevHash: string;
  readonly hash: string;
};

export const ENTRY_COLUMNS = `number_id as "numberId", seq, line, kind, kind_version as "kindVersion",
  recorded_at as "recordedAt", effective_at as "effectiveAt", source, source_id as "sourceId", actor_id as "actorId",
  actor_role as "actorRole", purpose, data, sealed, encode(prev_hash, 'hex') as "prevHash", encode(hash, 'hex') as hash`;

export function entryOf({ actorId, actorRole, ...row }: EntryRow): SealedEntry {
  return { ...row, seq: Number(row.seq), actor: { id: actorId, role: actorRole } } as unknown as SealedEntry;
}

/** Reads entries of many numbers in key order, from after a place on; `numberIds` bounds the numbers. */
export async function readEntries(
  db: Queryable,
  range: {
    readonly numberIds: readonly string[];
    readonly after: { numberId: string; seq: number };
    readonly limit: number;
  },
): Promise<SealedEntry[]> {
  const { numberIds, after, limit } = range;
  const { rows } = await db.query<EntryRow>(
    `select ${ENTRY_COLUMNS} from entries
    where number_id = any($1::bigint[]) and (number_id, seq) > ($2::bigint, $3::bigint)
    order by number_id, seq limit $4`,
    [numberIds, after.numberId, after.seq, limit],
  );
  return rows.map(entryOf);
}

export type TimelineRequest = {
  readonly afterSeq?: number | undefined;
  readonly limit: number;
  /** Open the personal words; the caller has logged the reading. */
  readonly unseal: boolean;
  /** Only what bears on this case: its own entries, clocks and notices, and every lift of its flags while it is open, whoever ordered it. */
  readonly caseId?: string | undefined;
};

/** Entries of a number in their order. */
export async function listEntries(
  db: Queryable,
  sealer: Sealer,
  numberId: string,
  request: TimelineRequest,
): Promise<ReadEntry[]> {
  const { afterSeq = 0, limit, unseal, caseId } = request;
  const { rows } = await db.query<EntryRow>(
    `with lifts_of_case as (
      select lift_id from lifts
      where number_id = $1 and (case_id = $3 or exists (
        select from cases
        where cases.number_id = $1 and cases.case_id = $3 and cases.flag_ids && lifts.flag_ids
          and lifts.ordered_at between cases.opened_at and coalesce(cases.ended_at, 'infinity')
      ))
    )
    select ${ENTRY_COLUMNS} from entries
    where number_id = $1 and seq > $2 and ($3::text is null or data ->> 'caseId' = $3
      or split_part(data #>> '{subject,id}', '/', 1) = $3
      or data ->> 'liftId' in (select lift_id from lifts_of_case)
      or split_part(data #>> '{subject,id}', '/', 1) in (select lift_id from lifts_of_case)
      or data ->> 'clockId' in (
        select clock_id from clocks
        where number_id = $1 and (subject_id = $3
          or split_part(subject_id, '/', 1) in (select lift_id from lifts_of_case))
      )
      or data ->> 'noticeId' in (
        select notice_id from notices where number_id = $1 and subject_id = $3
      ))
    order by seq limit $4`,
    [numberId, afterSeq, caseId ?? null, limit],
  );
  return unsealAll(db, sealer, numberId, rows.map(entryOf), unseal);
}

/** One entry of a number. */
export async function findEntry(
  db: Queryable,
  sealer: Sealer,
  place: { readonly numberId: string; readonly seq: number },
  options: { readonly unseal: boolean },
): Promise<ReadEntry | null> {
  const { rows } = await db.query<EntryRow>(`select ${ENTRY_COLUMNS} from entries where number_id = $1 and seq = $2`, [
    place.numberId,
    place.seq,
  ]);
  const [entry] = await unsealAll(db, sealer, place.numberId, rows.map(entryOf), options.unseal);
  return entry ?? null;
}

async function unsealAll(
  db: Queryable,
  sealer: Sealer,
  numberId: string,
  entries: readonly SealedEntry[],
  unseal: boolean,
): Promise<ReadEntry[]> {
  const wanted = unseal && entries.some((entry) => entry.sealed !== null);
  const wrapped = wanted ? await findLineKeys(db, numberId) : [];
  const keys = new Map(wrapped.map((key) => [key.line, unwrapKey(sealer, numberId, key)]));
  return entries.map(({ sealed, prevHash: _, ...entry }): ReadEntry => {
    if (!sealed) return { ...entry, words: 'none' };
    if (!unseal) return { ...entry, words: 'sealed' };
    const key = keys.get(entry.line);
    if (!key) return { ...entry, words: 'forgotten' };
    const opened = sealer.openUnder(key, wordsPlace(numberId, entry.seq), sealed);
    return { ...entry, personal: JSON.parse(opened.toString()) as Personal, words: 'open' };
  });
}
