import type { QueryConfig } from 'pg';
import { statement } from '../platform/statement.ts';
import { PROJECTION_NAMES, upsertSql } from './projection-tables.ts';

/** The parts of an append besides the heads; each one travels as one JSON array of rows. */
export const PARTS = [
  'entries',
  'line_keys',
  'idempotency_keys',
  'case_references',
  ...PROJECTION_NAMES,
  'jobs',
] as const;
export type Part = (typeof PARTS)[number];

const MOVED = `
  insert into number_heads as head (number_id, seq, hash, prev_hash, state)
    select number_id, seq, hash, prev_hash, state
    from json_to_recordset($1::json) as r(number_id bigint, seq bigint, hash bytea, prev_hash bytea, state json)
    order by number_id
    on conflict (number_id) do update
      set seq = excluded.seq, hash = excluded.hash, prev_hash = excluded.prev_hash, state = excluded.state
      where head.hash = excluded.prev_hash
    returning number_id`;

/** Only rows of numbers whose head moved are written; the others' commands were decided on a state that is past. */
const OF_MOVED = 'join moved using (number_id)';

const ENTRY_COLUMNS = `number_id bigint, seq bigint, line integer, kind text, kind_version integer,
  recorded_at timestamptz, effective_at timestamptz, source text, source_id text, actor_id text, actor_role text,
  purpose text, data jsonb, sealed bytea, prev_hash bytea, hash bytea`;

const INSERTS: Partial<Record<Part, { readonly table: string; readonly columns: string }>> = {
  entries: { table: 'entries', columns: ENTRY_COLUMNS },
  line_keys: { table: 'line_keys', columns: 'number_id bigint, line integer, key_version integer, wrapped_key bytea' },
  idempotency_keys: {
    table: 'idempotency_keys',
    columns: 'number_id bigint, actor_id text, key text, request_hash text, reply json',
  },
  case_references: { table: 'case_references', columns: 'number_id bigint, reference text, case_id text' },
};

/** The filter keeps the call from being made, and workers from being woken, when there is nothing to do. */
function enqueue(parameter: string): string {
  return `
  select count(*) from (
    select array_agg(row(name, payload, null, now() + after_ms * interval '1 millisecond', null, null, null, null)::graphile_worker.job_spec order by position) as specs
    from json_to_recordset(${parameter}::json) as r(number_id bigint, position integer, name text, payload json, after_ms bigint) ${OF_MOVED}
  ) gathered, lateral graphile_worker.add_jobs(gathered.specs)
  where gathered.specs is not null`;
}

function partSql(part: Part, parameter: string): string {
  if (part === 'jobs') return enqueue(parameter);
  const insert = INSERTS[part];
  if (!insert) return upsertSql(part as (typeof PROJECTION_NAMES)[number], parameter, OF_MOVED);
  const names = insert.columns.split(',').map((column) => column.trim().split(' ')[0]);
  return `
  insert into ${insert.table} (${names.join(', ')})
    select ${names.join(', ')} from json_to_recordset(${parameter}::json) as r(${insert.columns}) ${OF_MOVED}`;
}

type Prepared = (...values: unknown[]) => QueryConfig;
const prepared = new Map<number, Prepared>();

/**
 * The one statement of an append: moves every head that still stands where its command read it, and writes the named
 * parts of the moved ones. Each combination of parts is a statement of its own, so that absent parts cost nothing.
 * $1 holds the heads, the following parameters the parts in their order. Answers the ids of the moved numbers.
 */
export function appendStatement(parts: readonly Part[]): Prepared {
  const mask = parts.reduce((bits, part) => bits | (1 << PARTS.indexOf(part)), 0);
  const known = prepared.get(mask);
  if (known) return known;
  const withs = parts.map((part, index) => `write_${part} as (${partSql(part, `$${index + 2}`)})`);
  const jobs = parts.includes('jobs') ? ', (select * from write_jobs) as jobs' : '';
  const text = `with moved as (${MOVED}),\n${withs.join(',\n')}\nselect number_id${jobs} from moved`;
  const made = statement(`journal_append_${mask.toString(36)}`, text);
  prepared.set(mask, made);
  return made;
}
