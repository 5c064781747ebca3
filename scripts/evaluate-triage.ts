import { readFileSync } from 'node:fs';
import { triage } from '../knowledge/triage/index.ts';
import type { Verdict } from '../src/domain/triage/verdict.ts';

type Labelled = {
  readonly id: string;
  readonly text: string;
  readonly expect: 'status' | 'scam' | 'ordinary';
  readonly causes_ok?: readonly string[];
  readonly restriction_status?: string;
  readonly real?: boolean;
};
type Scored = { readonly row: Labelled; readonly verdict: Verdict; readonly right: boolean; readonly half: boolean };

const SPEED_MS = 2_000;

main(process.argv[2]);

function main(path: string | undefined): void {
  const rows = read(path);
  if (!rows) {
    process.exitCode = 2;
    return;
  }
  const scored = rows.map(score);
  for (const { row, verdict } of scored.filter(({ right }) => !right)) console.log(missLine(row, verdict));
  console.log(`\n${summary(scored).join('\n')}`);
  console.log(`speed                         ${speed(rows)}   (bar: 20000)`);
}

function read(path: string | undefined): Labelled[] | null {
  if (path === undefined) {
    console.error('Usage: npm run evaluate:triage -- FILE');
    return null;
  }
  try {
    return readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as Labelled);
  } catch (error) {
    const why = error instanceof Error ? error.message : error;
    console.error(`${path} could not be read as one JSON object a line: ${why}`);
    return null;
  }
}

function score(row: Labelled): Scored {
  const verdict = triage({ text: row.text });
  const { genuineness, causes } = verdict;
  const topTwo: readonly string[] = causes.slice(0, 2).map(({ cause }) => cause);
  switch (row.expect) {
    case 'scam':
      return { row, verdict, right: genuineness === 'scam', half: genuineness === 'cannot_tell' };
    case 'ordinary':
      return { row, verdict, right: genuineness !== 'scam' && causes.length === 0, half: false };
    default:
      return { row, verdict, right: (row.causes_ok ?? []).some((cause) => topTwo.includes(cause)), half: false };
  }
}

function missLine({ id, expect, causes_ok = [] }: Labelled, { genuineness, causes, grounds }: Verdict): string {
  const found = causes.map(({ cause, score: weight }) => `${cause} ${weight}`).join(', ') || 'no cause';
  return `MISS ${id}  expected ${expect} ${causes_ok.join('/')}  found ${genuineness}; ${found}; ${grounds.join(' ')}`;
}

function summary(scored: readonly Scored[]): string[] {
  const of = (expect: Labelled['expect'], real?: boolean) =>
    scored.filter(({ row }) => row.expect === expect && (real === undefined || (row.real ?? false) === real));
  const rate = (some: readonly Scored[]) => {
    const right = some.filter((one) => one.right).length;
    return `${right} of ${some.length}${some.length > 0 ? ` (${((100 * right) / some.length).toFixed(1)} %)` : ''}`;
  };
  const scams = of('scam');
  const extent = of('status').filter(({ row, verdict }) => row.restriction_status === verdict.status).length;
  return [
    `all rows right                ${rate(scored)}`,
    `scams called a scam           ${rate(scams)}`,
    `scams called "cannot tell"    ${scams.filter(({ half }) => half).length}`,
    `scams called genuine          ${scams.filter(({ verdict }) => verdict.genuineness === 'genuine').length}   (bar: 0)`,
    `ordinary without an alarm     ${rate(of('ordinary'))}   (bar: 97 %)`,
    `false alarms                  ${of('ordinary').filter(({ right }) => !right).length}`,
    `cause among the top two       ${rate(of('status'))}   (bar: 95 %)`,
    `… of real notices             ${rate(of('status', true))}`,
    `in effect, announced or if    ${extent} of ${of('status').length}`,
  ];
}

/** Texts a second of processor time, which other work on the machine does not change much, and by the clock. */
function speed(rows: readonly Labelled[]): string {
  const texts = rows.map(({ text }) => text);
  if (texts.length === 0) return '0';
  for (let round = 0; round < 20; round += 1) for (const text of texts) triage({ text });
  const begun = performance.now();
  const used = process.cpuUsage();
  let read = 0;
  while (performance.now() - begun < SPEED_MS) {
    for (const text of texts) triage({ text });
    read += texts.length;
  }
  const clock = (performance.now() - begun) / 1_000;
  const { user, system } = process.cpuUsage(used);
  const core = (user + system) / 1_000_000;
  return `${Math.round(read / core)} texts per second of one core, ${Math.round(read / clock)} by the clock`;
}
