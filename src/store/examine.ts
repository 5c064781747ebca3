import { emptyState, type NumberState } from '../domain/journal/state.ts';
import { type Connection, inTransaction, type Pool } from '../platform/pool.ts';
import { GENESIS, hashOf } from './chain.ts';
import { createRowCollector } from './changed-rows.ts';
import { isTransient } from './database-errors.ts';
import { PROJECTION_NAMES, type Rows } from './projection-tables.ts';
import { readEntries, type SealedEntry } from './timeline.ts';

/** What is wrong with a number, in words for an operator. */
export type Problem = {
  readonly numberId: string;
  readonly what: 'gap' | 'chain' | 'fold' | 'head_missing' | 'journal_missing' | 'tail' | 'state' | 'projection';
  readonly detail: string;
};

/** What the entries of a number tell, beside what its head says. */
export type Examined = {
  readonly numberId: string;
  readonly state: NumberState;
  readonly rows: Rows;
  readonly head: StoredHead | null;
  /** Faults of the chain, and a head that stands elsewhere than the journal ends. The fold stops at the first fault. */
  readonly faults: readonly Problem[];
};

export type StoredHead = { readonly seq: number; readonly hash: string; readonly state: NumberState };

export type Examination = {
  readonly readOnly: boolean;
  readonly onProblem: (problem: Problem) => void;
  readonly progress?: ((numbers: number) => void) | undefined;
  /** Sees some numbers as they stood at one moment, inside that moment's transaction; answers what is wrong with them. */
  readonly visit: (page: readonly Examined[], connection: Connection) => Promise<readonly Problem[]>;
};

const NUMBERS_AT_ONCE = 200;
const ENTRIES_AT_ONCE = 2_000;

/** Numbers that anything at all is known of, so that a vanished head or journal is noticed by what it left behind. */
const NEXT_NUMBERS = `
  select number_id from (
    ${['number_heads', 'entries', ...PROJECTION_NAMES]
      .map((table) => `(select distinct number_id from ${table} where number_id > $1 order by number_id limit $2)`)
      .join(' union ')}
  ) known order by number_id limit $2`;

/** Folds every number from its entries, page by page, while writers go on. */
export async function examineNumbers(
  pool: Pool,
  examination: Examination,
): Promise<{ readonly numbers: number; readonly problems: number }> {
  let [after, numbers, problems] = ['0', 0, 0];
  for (;;) {
    const page = await examinePage(pool, after, examination);
    if (page === null) continue;
    for (const problem of page.problems) examination.onProblem(problem);
    const last = page.numberIds.at(-1);
    if (last === undefined) return { numbers, problems };
    after = last;
    numbers += page.numberIds.length;
    problems += page.problems.length;
    examination.progress?.(numbers);
  }
}

type Page = { readonly numberIds: readonly string[]; readonly problems: readonly Problem[] };

/** Null when a writer came in between and the page must be looked at anew. */
async function examinePage(pool: Pool, after: string, { readOnly, visit }: Examination): Promise<Page | null> {
  try {
    return await inTransaction(pool, async (connection) => {
      await connection.query(`set transaction isolation level repeatable read${readOnly ? ', read only' : ''}`);
      const { rows } = await connection.query<{ number_id: string }>(NEXT_NUMBERS, [after, NUMBERS_AT_ONCE]);
      const numberIds = rows.map((row) => row.number_id);
      const examined = await readPage(connection, numberIds);
      const found = await visit(examined, connection);
      return { numberIds, problems: [...examined.flatMap(({ faults }) => faults), ...found] };
    });
  } catch (error) {
    if (isTransient(error)) return null;
    throw error;
  }
}

async function readPage(connection: Connection, numberIds: readonly string[]): Promise<Examined[]> {
  const heads = await readHeads(connection, numberIds);
  const readers = new Map(numberIds.map((numberId) => [numberId, createReader(numberId)]));
  for (let after = { numberId: '0', seq: 0 }; ; ) {
    const entries = await readEntries(connection, { numberIds, after, limit: ENTRIES_AT_ONCE });
    for (const entry of entries) readers.get(entry.numberId)?.read(entry);
    const last = entries.at(-1);
    if (entries.length < ENTRIES_AT_ONCE || !last) break;
    after = { numberId: last.numberId, seq: last.seq };
  }
  return [...readers].map(([numberId, reader]) => reader.examined(heads.get(numberId) ?? null));
}

async function readHeads(connection: Connection, numberIds: readonly string[]): Promise<Map<string, StoredHead>> {
  const { rows } = await connection.query<StoredHead & { readonly numberId: string }>(
    `select number_id as "numberId", seq::float8 as seq, encode(hash, 'hex') as hash, state::json
    from number_heads where number_id = any($1::bigint[])`,
    [numberIds],
  );
  return new Map(rows.map(({ numberId, ...head }) => [numberId, head]));
}

/** Follows one journal: no gap, each hash over the one before, and what the fold comes to. */
function createReader(numberId: string) {
  const collector = createRowCollector(emptyState(numberId));
  const faults: Problem[] = [];
  let [hash, seq] = [GENESIS, 0];
  const complain = (what: Problem['what'], detail: string) => faults.push({ numberId, what, detail });

  return {
    read(entry: SealedEntry): void {
      if (entry.seq !== seq + 1) complain('gap', `entry ${entry.seq} follows entry ${seq}`);
      if (entry.prevHash !== hash) complain('chain', `entry ${entry.seq} does not hang on the entry before`);
      const sealed = entry.sealed?.toString('base64') ?? null;
      if (hashOf(entry.prevHash, { ...entry, sealed }) !== entry.hash)
        complain('chain', `entry ${entry.seq} is not what was hashed`);
      if (faults.length === 0) {
        try {
          collector.add(entry);
        } catch (error) {
          complain('fold', (error as Error).message);
        }
      }
      ({ hash, seq } = entry);
    },
    examined(head: StoredHead | null): Examined {
      if (!head && seq === 0) complain('journal_missing', 'rows are left of a number without head and entries');
      else if (!head) complain('head_missing', `there are ${seq} entries, but no head`);
      else if (head.seq !== seq) complain('tail', `the head stands at entry ${head.seq}, the journal ends at ${seq}`);
      else if (head.hash !== hash) complain('tail', `the head has another hash than entry ${seq}`);
      return { numberId, state: collector.state, rows: collector.rows(), head, faults };
    },
  };
}
