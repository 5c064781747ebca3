import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { SYSTEM } from '../../seed/city.ts';
import { ended, freePort, killAll, startServer, verifyWith } from './real-server.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const LOOK_MS = 100;

export type ImportFigures = {
  rows: number;
  kills: number;
  /** Committed rows when each break came. */
  brokenAt: number[];
  seconds: number;
  /** Rows of the verdict file that are missing, there twice, or say something else than they must. */
  wrong: number;
  /** Rows of the same file sent once more that were not found in the journals under their ids. */
  unknown: number;
  problems: number;
};

type Row = { readonly line: string; readonly verdict: string };

/** Told again, unknown, garbled: a few of each among the honest rows, each known by its place. */
export function* rowsOf(count: number): Generator<Row> {
  const lines = Math.max(1, Math.floor(count / 8));
  for (let index = 0; index < count; index += 1) {
    const on = index % lines;
    const turn = Math.floor(index / lines);
    if (index < lines) yield { line: told(on, `open-${on}`, OPENED, 0), verdict: 'recorded' };
    else if (index % 1_009 === 0) yield { line: '{"cut off', verdict: 'refused' };
    else if (index % 1_013 === 0)
      yield { line: told(lines + on, `nobody-${index}`, bill(turn), turn), verdict: 'refused' };
    else if (index % 1_019 === 0) yield { line: told(on, `open-${on}`, OPENED, 0), verdict: 'duplicate' };
    else if (index % 5_003 === 0) yield { line: told(on, `usage-${index}`, SUSPECT, turn), verdict: 'flagged' };
    else yield { line: told(on, `${turn}-${index}`, turn % 2 === 0 ? bill(turn) : QUIET, turn), verdict: 'recorded' };
  }
}

const OPENED = { kind: 'line_opened', line_kind: 'personal', province: 'CN-ZJ', holder_id: null, user_id: null };
const usage = { kind: 'usage_observed', window_hours: 24, calls_out: 9 };
const QUIET = { ...usage, distinct_callees: 6, short_call_share: 0.1 };
const SUSPECT = { ...usage, distinct_callees: 150, short_call_share: 0.92 };
const bill = (turn: number) => ({
  kind: 'bill_issued',
  bill_id: `b-${turn}`,
  amount_fen: 8800,
  due_date: '2026-02-20',
});

function told(on: number, source_id: string, fact: object, turn: number): string {
  const mobile_number = `+861543${String(1_000_000 + on)}`;
  return JSON.stringify({ mobile_number, source_id, at: `2026-01-0${1 + turn}T08:00:00+08:00`, fact });
}

/**
 * Sends a file of so many rows, kills server and database when these shares of it are done, starts them again, and lets the
 * import go on by itself. At the end each row must be accounted for once with the verdict it must have, and every journal sound.
 */
export async function proveImports(
  count: number,
  breaks: readonly number[],
  print: (line: string) => void,
): Promise<ImportFigures> {
  const dataDir = mkdtempSync(join(tmpdir(), 'qingbiao-import-'));
  const port = await freePort();
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    PORT: String(port),
    QINGBIAO_DEMO: '1',
    LOG_LEVEL: 'fatal',
    DATABASE_URL: '',
    QINGBIAO_LIMITS: 'systems=100000000',
  };
  const cli = (...words: string[]) =>
    execFileSync(process.execPath, [join(ROOT, 'src/main/cli.ts'), ...words], { env, encoding: 'utf8' });
  const figures: ImportFigures = {
    rows: count,
    kills: 0,
    brokenAt: [],
    seconds: 0,
    wrong: 0,
    unknown: 0,
    problems: 0,
  };
  try {
    cli('demo', 'reset');
    const headers = { authorization: `Bearer ${cli('token', 'create', SYSTEM.actorId).trim()}` };
    const base = `http://127.0.0.1:${port}/api/v1/imports`;
    let server = await startServer(env, port);
    const began = performance.now();
    const importId = await send(base, headers, count);
    const at = `${base}/${importId}`;
    const rowsDone = async () => Number((await (await fetch(at, { headers })).json()).rows_read);
    for (const share of breaks) {
      await until(async () => (await rowsDone()) >= share * count);
      await killAll(server, dataDir);
      figures.kills += 1;
      server = await startServer(env, port);
      figures.brokenAt.push(await rowsDone());
      print(`broken off and started again at row ${figures.brokenAt.at(-1)}`);
    }
    const over = async (one: string) => (await (await fetch(`${base}/${one}`, { headers })).json()).status === 'done';
    await until(() => over(importId));
    figures.seconds = Math.round((performance.now() - began) / 1000);
    figures.wrong = await compare(await fetch(`${at}/verdicts`, { headers }), count, ({ verdict }) => verdict);
    const again = await send(base, headers, count);
    await until(() => over(again));
    const known = ({ verdict }: Row) => (verdict === 'refused' ? verdict : 'duplicate');
    figures.unknown = await compare(await fetch(`${base}/${again}/verdicts`, { headers }), count, known);
    server.kill('SIGTERM');
    await ended(server);
    figures.problems = verifyWith(cli, print);
    return figures;
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function send(base: string, headers: Record<string, string>, count: number): Promise<string> {
  const lines = Readable.from(
    (function* () {
      for (const { line } of rowsOf(count)) yield `${line}\n`;
    })(),
  );
  const sent = await fetch(base, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/gzip' },
    body: Readable.toWeb(lines.pipe(createGzip({ level: 1 }))) as ReadableStream,
    duplex: 'half',
  } as RequestInit);
  const answer = await sent.json();
  if (sent.status !== 202) throw new Error(`the file was not taken: ${JSON.stringify(answer)}`);
  return answer.import_id;
}

/** Looks again and again until it is so; an import that ends otherwise never is, and the caller's own limit ends the wait. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
}

/** How many rows of the verdict file are missing, there twice, or say something else than they must. */
async function compare(file: Response, count: number, must: (row: Row) => string): Promise<number> {
  const wanted = rowsOf(count);
  let [row, wrong] = [0, 0];
  for await (const line of createInterface({ input: Readable.fromWeb(file.body as never) })) {
    row += 1;
    const next = wanted.next();
    const told = JSON.parse(line);
    if (next.done || told.row !== row || told.verdict !== must(next.value)) wrong += 1;
  }
  return wrong + Math.abs(count - row);
}
