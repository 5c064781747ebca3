import type { QueryConfig } from 'pg';
import { statement } from '../platform/statement.ts';
import { PROJECTION_NAMES, type ProjectionName, upsertSql } from './projection-tables.ts';

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

/** A number whose command was done before under its key stays where it is, like one that was moved on meanwhile. */
function movedSql(keys: string | null): string {
  const fresh = keys === null ? '' : 'where number_id not in (select number_id from seen)';
  const moved = `moved as (
  insert into number_heads as head (number_id, seq, hash, prev_hash, state)
    select number_id, seq, hash, prev_hash, state
    from unnest($1::bigint[], $2::bigint[], $3::bytea[], $4::bytea[], $5::text[]) as r(number_id, seq, hash, prev_hash, state)
    ${fresh}
    order by number_id
    on conflict (number_id) do update
      set seq = excluded.seq, hash = excluded.hash, prev_hash = excluded.prev_hash, state = excluded.state
      where head.hash = excluded.prev_hash
    returning number_id
)`;
  if (keys === null) return moved;
  return `seen as (
  select asked.number_id from json_to_recordset(${keys}::json) as asked(number_id bigint, actor_id text, key text)
  cross join lateral (
    select from idempotency_keys k
    where k.number_id = asked.number_id and k.actor_id = asked.actor_id and k.key = asked.key offset 0
  ) done_before
),
${moved}`;
}

const HEAD_PARAMETERS = 5;

/** Only rows of numbers whose head moved are written; the others' commands were decided on a state that is past. */
const OF_MOVED = 'join moved using (number_id)';

const ENTRY_COLUMNS = `number_id bigint, seq bigint, line integer, kind text, kind_version integer,
  recorded_at timestamptz, effective_at timestamptz, source text, source_id text, actor_id text, actor_role text,
  purpose text, data jsonb, sealed bytea, prev_hash bytea, hash bytea`;

const INSERTS: Partial<Record<Exclude<Part, 'jobs'>, { readonly table: string; readonly columns: string }>> = {
  entries: { table: 'entries', columns: ENTRY_COLUMNS },
  line_keys: { table: 'line_keys', columns: 'number_id bigint, line integer, key_version integer, wrapped_key bytea' },
  idempotency_keys: {
    table: 'idempotency_keys',
    columns: 'number_id bigint, actor_id text, key text, request_hash text, reply json',
  },
  case_references: { table: 'case_references', columns: 'number_id bigint, reference text, case_id text' },
};

/**
 * What the queue's own add_jobs does for jobs without key and queue, at a quarter of its cost; a test holds the rows
 * of both against each other. A name that the queue has not met yet is made known in passing.
 */
function enqueue(parameter: string): string {
  return `wanted_jobs as (
  select name, payload, now() + after_ms * interval '1 millisecond' as run_at, number_id, position
  from json_to_recordset(${parameter}::json) as r(number_id bigint, position integer, name text, payload json, after_ms bigint) ${OF_MOVED}
),
new_tasks as (
  insert into graphile_worker._private_tasks (identifier)
    select distinct name from wanted_jobs
    where not exists (select from graphile_worker._private_tasks where identifier = name)
    on conflict do nothing returning id, identifier
),
write_jobs as (
  insert into graphile_worker._private_jobs (task_id, payload, run_at)
    select coalesce(known.id, new_tasks.id), payload, run_at
    from wanted_jobs left join graphile_worker._private_tasks known on known.identifier = name
      left join new_tasks on new_tasks.identifier = name
    order by number_id, position
    returning 1
)`;
}

/** Wakes the workers as add_jobs does. */
const NOTIFY = `(
  select pg_notify('jobs:insert', json_build_object('r', random(), 'count', count(*))::text) from write_jobs having count(*) > 0
)`;

function partSql(part: Part, parameter: string): string {
  if (part === 'jobs') return enqueue(parameter);
  return `write_${part} as (${writeSql(part, parameter)})`;
}

function writeSql(part: Exclude<Part, 'jobs'>, parameter: string): string {
  const insert = INSERTS[part];
  if (!insert) return upsertSql(part as ProjectionName, parameter, OF_MOVED);
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
 * $1 to $5 hold the columns of the heads, the following parameters the parts in their order. Answers the ids of the
 * moved numbers.
 */
export function appendStatement(parts: readonly Part[]): Prepared {
  const mask = parts.reduce((bits, part) => bits | (1 << PARTS.indexOf(part)), 0);
  const known = prepared.get(mask);
  if (known) return known;
  const withs = parts.map((part, index) => partSql(part, `$${HEAD_PARAMETERS + index + 1}`));
  const jobs = parts.includes('jobs') ? `, ${NOTIFY} as woken` : '';
  const keys = parts.indexOf('idempotency_keys');
  const moved = movedSql(keys === -1 ? null : `$${HEAD_PARAMETERS + keys + 1}`);
  const text = `with ${[moved, ...withs].join(',\n')}\nselect number_id${jobs} from moved`;
  const made = statement(`journal_append_${mask.toString(36)}`, text);
  prepared.set(mask, made);
  return made;
}
