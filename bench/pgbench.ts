import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { APP_ROLE, createPool, type Pool } from '../src/platform/pool.ts';
import type { PreparedAppend } from '../src/store/append.ts';
import { PARTS, type Part } from '../src/store/append-statement.ts';
import type { CommandLoad } from './command-load.ts';

const HEADS = 20_000;
type Values = Record<string, unknown>;

export type Pgbench = {
  /** Transactions a second. */
  run(clients: number, seconds: number): Promise<number>;
  end(): Promise<void>;
};

/** pgbench with one transaction per command that leaves the sample's rows: prepared statements, values precomputed. */
export async function createPgbench(url: string, sample: CommandLoad['sample']): Promise<Pgbench> {
  const pool = createPool({ url, name: 'bench reference', max: 1 });
  const folder = mkdtempSync(join(tmpdir(), 'qingbiao-pgbench-'));
  const script = join(folder, 'command.sql');
  await plantHeads(pool, sample.before);
  writeFileSync(script, await scriptOf(pool, sample.command));
  const target = new URL(url);
  const environment = {
    ...process.env,
    PGHOST: target.searchParams.get('host') ?? target.hostname,
    PGPORT: target.port || '5432',
    PGUSER: target.username,
    PGPASSWORD: decodeURIComponent(target.password),
    PGOPTIONS: `-c role=${APP_ROLE}`,
  };
  return {
    async run(clients, seconds) {
      const threads = String(Math.min(2, clients));
      const { stdout } = await promisify(execFile)(
        'pgbench',
        [
          '-n',
          '-M',
          'prepared',
          '-f',
          script,
          '-c',
          String(clients),
          '-j',
          threads,
          '-T',
          String(seconds),
          target.pathname.slice(1),
        ],
        { env: environment },
      );
      const found = /tps = ([\d.]+) \(without initial/.exec(stdout);
      if (!found) throw new Error(`pgbench said: ${stdout}`);
      return Number(found[1]);
    },
    async end() {
      await pool.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Heads and cases to move on, as the sample's number had them before the command. */
async function plantHeads(pool: Pool, before: readonly PreparedAppend[]): Promise<void> {
  const last = before.at(-1);
  const row = last && rowsOf(last, 'cases')[0];
  if (!row) throw new Error('the sample has no case');
  await pool.query(`insert into number_heads select n, 1, $1, $1, $2 from generate_series(1, ${HEADS}) n`, [
    Buffer.from(last.head.hash, 'hex'),
    last.state,
  ]);
  const names = Object.keys(row).filter((name) => name !== 'number_id');
  await pool.query(
    `insert into cases (number_id, ${names.join(', ')}) select n, ${names.map((name) => `r.${name}`).join(', ')}
    from generate_series(1, ${HEADS}) n, json_populate_record(null::cases, $1) r`,
    [JSON.stringify(row)],
  );
  await pool.query('vacuum analyze number_heads, cases');
}

async function scriptOf(pool: Pool, command: PreparedAppend): Promise<string> {
  const { head, before, state } = command;
  const lines = ['\\set n random(1, 9000000000000000000)', `\\set h random(1, ${HEADS})`, 'begin;'];
  lines.push(
    `update number_heads set seq = ${head.state.seq}, hash = '\\x${head.hash}', prev_hash = '\\x${before}', state = ${literal(state)} where number_id = :h;`,
  );
  for (const part of PARTS) {
    for (const row of rowsOf(command, part)) lines.push(await statementFor(pool, part, row));
  }
  return [...lines, 'commit;', ''].join('\n');
}

async function statementFor(pool: Pool, part: Part, { number_id: _, ...row }: Values): Promise<string> {
  if (part === 'jobs') {
    const task = await pool.query<{ id: number }>(
      `insert into graphile_worker._private_tasks (identifier) values ($1)
      on conflict (identifier) do update set identifier = excluded.identifier returning id`,
      [row.name],
    );
    return `insert into graphile_worker._private_jobs (task_id, payload) values (${task.rows[0]?.id}, ${literal(row.payload)});`;
  }
  if (part === 'cases') {
    const { case_id: caseId, ...changes } = row;
    const sets = Object.entries(changes).map(([name, value]) => `${name} = ${literal(value)}`);
    return `update cases set ${sets.join(', ')} where number_id = :h and case_id = ${literal(caseId)};`;
  }
  const names = Object.keys(row).map((name) => `"${name}"`);
  return `insert into ${part} (number_id, ${names.join(', ')}) values (:n, ${Object.values(row).map(literal).join(', ')});`;
}

function rowsOf(append: PreparedAppend, part: Part): Values[] {
  return JSON.parse(`[${append.parts[part] ?? ''}]`);
}

/** pgbench takes `:word` for a variable, so JSON gets a blank after its colons. */
function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return literal(`{${value.join(',')}}`);
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return `'${text.replaceAll("'", "''").replaceAll(/:(?=[a-z])/g, ': ')}'`;
}
