import { Readable } from 'node:stream';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { CARRIER, SYSTEM } from '../seed/city.ts';
import type { Asker } from '../src/app/asker.ts';
import type { AppContext } from '../src/app/context.ts';
import { receiveImport } from '../src/app/imports/receive-import.ts';
import { workImport } from '../src/app/imports/work-import.ts';
import type { Import } from '../src/domain/imports/import.ts';
import { createPool, type Pool } from '../src/platform/pool.ts';
import { findImport } from '../src/store/imports.ts';
import type { Run } from './figures.ts';

/** Lines that the files speak of: one fact each in every round. */
const LINES = 40_000;
const FEW = 10_000;
const MANY = 1_000_000;

const SYSTEMS: Asker = {
  actor: { id: SYSTEM.actorId, role: 'system', carrierId: CARRIER.carrierId, authorityId: null, personId: null },
  source: 'bench',
  sourceId: 'bench',
};

type Tables = readonly { readonly table: string; readonly columns: string; readonly where: string }[];

/** Everything that an import leaves behind, besides its own row. */
function leftBehind(importId: string): Tables {
  const source = `import:${importId}`;
  return [
    { table: 'entries', columns: '*', where: `source = '${source}'` },
    {
      table: 'idempotency_keys',
      columns: '*',
      where: `reply::jsonb ->> 'importId' = '${importId}'`,
    },
    {
      table: 'number_heads',
      columns: '*',
      where: `number_id in (select number_id from entries where source = '${source}')`,
    },
    { table: 'import_chunks', columns: '*', where: `import_id = '${importId}'` },
  ];
}

/** Facts that raise no flag, from the first byte of the upload to the last commit, beside COPY of the rows they leave. */
export async function benchImports(ctx: AppContext, url: string, rounds: number): Promise<Run[]> {
  const pool = createPool({ url, name: 'bench-copy', max: 1 });
  try {
    const runs: Run[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await importFile(ctx, openings());
      const { perSecond, importId } = await importFile(ctx, bills());
      runs.push({ ours: perSecond, reference: LINES / (await copyAgain(pool, leftBehind(importId))) });
    }
    return runs;
  } finally {
    await pool.end();
  }
}

/** The same import while ten thousand and while a million jobs wait. */
export async function benchBacklog(ctx: AppContext, url: string, rounds: number): Promise<Run[]> {
  const pool = createPool({ url, name: 'bench-backlog', max: 1 });
  try {
    const measured = async () => {
      const found: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        await importFile(ctx, openings());
        found.push((await importFile(ctx, bills())).perSecond);
      }
      return found;
    };
    await wait(pool, 0, FEW);
    const few = await measured();
    await wait(pool, FEW, MANY);
    const many = await measured();
    return few.map((reference, round) => ({ reference, ours: many[round] ?? 0 }));
  } finally {
    await pool.query(`delete from graphile_worker._private_jobs where payload::jsonb ? 'bench'`);
    await pool.end();
  }
}

async function wait(pool: Pool, from: number, to: number): Promise<void> {
  await pool.query(
    `insert into graphile_worker._private_tasks (identifier) values ('deliver_notice') on conflict do nothing`,
  );
  await pool.query(
    `insert into graphile_worker._private_jobs (task_id, payload, run_at)
    select t.id, json_build_object('bench', n), now() + interval '30 days'
    from generate_series($1::integer + 1, $2::integer) n, graphile_worker._private_tasks t where identifier = 'deliver_notice'`,
    [from, to],
  );
  await pool.query('vacuum analyze graphile_worker._private_jobs');
}

/** Sends a file and works it off; every row must have been recorded. */
async function importFile(
  ctx: AppContext,
  rows: Iterable<string>,
): Promise<{ readonly perSecond: number; readonly importId: string }> {
  const content = Buffer.from([...rows].join(''));
  const began = performance.now();
  const { importId } = await receiveImport(ctx, SYSTEMS, { stream: Readable.from(slices(content)), fileName: 'bench' });
  let one: Import | null = null;
  do {
    await workImport(ctx, { importId });
    one = await findImport(ctx.pool, importId);
  } while (one?.status === 'running');
  const seconds = (performance.now() - began) / 1000;
  if (one?.counts.recorded !== LINES) throw new Error(`an import came to ${JSON.stringify(one)}`);
  return { perSecond: LINES / seconds, importId };
}

function* slices(content: Buffer): Generator<Buffer> {
  for (let from = 0; from < content.length; from += 65_536) yield content.subarray(from, from + 65_536);
}

let opened = 0;
const mobileOf = (index: number) => `+861541${String(1_000_000 + index)}`;

/** New lines for each round, so that no round finds longer journals than the one before. */
function* openings(): Generator<string> {
  opened += LINES;
  for (let index = opened - LINES; index < opened; index += 1)
    yield row(index, `open-${index}`, '2024-01-01T00:00:00Z', {
      kind: 'line_opened',
      line_kind: 'personal',
      province: CARRIER.province,
      holder_id: null,
      user_id: null,
    });
}

/** One for each of the lines that were opened last. */
function* bills(): Generator<string> {
  for (let index = opened - LINES; index < opened; index += 1)
    yield row(index, `bill-${index}`, '2026-01-01T00:00:00Z', {
      kind: 'bill_issued',
      bill_id: `bill-${index}`,
      amount_fen: 8_800,
      due_date: '2026-01-20',
    });
}

function row(index: number, source_id: string, at: string, fact: object): string {
  return `${JSON.stringify({ mobile_number: mobileOf(index), source_id, at, fact })}\n`;
}

/** Seconds that COPY takes for these very rows, into tables of the same columns, keys and indexes. */
async function copyAgain(pool: Pool, tables: Tables): Promise<number> {
  const connection = await pool.connect();
  try {
    await connection.query('drop schema if exists copied cascade; create schema copied');
    const contents = new Map<string, Buffer>();
    for (const { table, columns, where } of tables) {
      await connection.query(`create table copied.${table} (like public.${table} including all)`);
      const out = connection.query(
        copyTo(`copy (select ${columns} from public.${table} where ${where}) to stdout (format binary)`),
      );
      const chunks: Buffer[] = [];
      for await (const chunk of out) chunks.push(chunk as Buffer);
      contents.set(table, Buffer.concat(chunks));
    }
    await connection.query('checkpoint');
    const began = performance.now();
    await connection.query('begin');
    for (const [table, bytes] of contents) {
      const into = connection.query(copyFrom(`copy copied.${table} from stdin (format binary)`));
      await new Promise<void>((resolve, reject) => {
        into.once('finish', resolve);
        into.once('error', reject);
        into.end(bytes);
      });
    }
    await connection.query('commit');
    return (performance.now() - began) / 1000;
  } finally {
    await connection.query('drop schema if exists copied cascade');
    connection.release();
  }
}
