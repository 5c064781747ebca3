import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runTriage } from '../../src/cli/triage.ts';

const NOTICE = '【中国联通】您的号码因欠费38.00元已暂停呼出，请于3日内缴费。';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qingbiao-triage-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(rest: readonly string[], input: readonly string[] = []) {
  const out: string[] = [];
  const complaints: string[] = [];
  const code = await runTriage(rest, {
    stdin: Readable.from(input.map((piece) => Buffer.from(piece))),
    print: (text) => void out.push(...text.split('\n')),
    complain: (line) => void complaints.push(line),
  });
  return { code, out, complaints };
}

describe('one text', () => {
  it('taken for the name of a file is told where it belongs', async () => {
    const { code, out, complaints } = await run([NOTICE]);
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(complaints.join()).toContain('standard input');
  });

  it('is answered by one JSON object with every field by its name outside', async () => {
    const file = join(folder, 'notice.txt');
    writeFileSync(file, NOTICE);
    for (const { code, out } of [await run([file, '--json']), await run(['-', '--json'], [NOTICE])]) {
      expect(code).toBe(0);
      expect(out).toHaveLength(1);
      const answer = JSON.parse(out[0] ?? '');
      expect(answer).toMatchObject({
        genuineness: 'genuine',
        own_number: true,
        speaker: { kind: 'carrier', name: '中国联通' },
        layer: 'service',
        imposed_by: 'billing',
        measures: ['voice_out'],
        status: 'in_effect',
        deadlines: [{ text: '3日内', iso: 'P3D' }],
      });
      expect(answer.causes[0].cause).toBe('arrears');
      for (const { start, end } of answer.evidence) expect(NOTICE.slice(start, end)).not.toBe('');
    }
  });

  it('is answered in lines for people without a flag', async () => {
    const { code, out } = await run([], [NOTICE]);
    expect(code).toBe(0);
    expect(out.join('\n')).toContain('arrears');
  });

  it('is refused in one line when there is nothing to read from, or a word is not known', async () => {
    for (const rest of [[join(folder, 'nothing.txt')], [folder, '--json'], ['--yaml'], ['-', '-', '--json']]) {
      const { code, out, complaints } = await run(rest);
      expect(code, rest.join(' ')).toBe(2);
      expect(out).toEqual([]);
      expect(complaints).toHaveLength(1);
    }
  });
});

describe('lines', () => {
  it('are answered in their order; a bad one is told and the run goes on', async () => {
    const lines = [
      JSON.stringify({ id: 7, text: NOTICE }),
      'no JSON at all',
      JSON.stringify({ id: 'b', text: 5 }),
      '',
      JSON.stringify({ id: 'c', text: '' }),
      JSON.stringify({ id: 'd', text: '停机'.repeat(20_000) }),
      JSON.stringify({ text: '卡被封了' }),
    ].join('\r\n');
    const cuts = [lines.slice(0, 30), lines.slice(30, 31), lines.slice(31)];
    const { code, out } = await run(['--ndjson'], cuts);
    const answers = out.map((line) => JSON.parse(line));
    expect(code).toBe(1);
    expect(answers.map(({ id }) => id)).toEqual([7, null, 'b', 'c', 'd', null]);
    expect(answers.map(({ error }) => error !== undefined)).toEqual([false, true, true, false, false, false]);
    expect(answers[0].causes[0].cause).toBe('arrears');
    expect(answers[3].trouble).toBe('empty');
    expect(answers[4].trouble).toBe('too_long');
    expect(answers[5].own_number).toBe(true);
  });

  it('keep a character whole where the input is cut inside it', async () => {
    const bytes = Buffer.from(`${JSON.stringify({ id: 1, text: NOTICE })}\n`);
    const out: string[] = [];
    const code = await runTriage(['--ndjson'], {
      stdin: Readable.from([bytes.subarray(0, 25), bytes.subarray(25, 26), bytes.subarray(26)], { objectMode: false }),
      print: (line) => void out.push(line),
      complain: () => undefined,
    });
    expect(code).toBe(0);
    expect(JSON.parse(out[0] ?? '').speaker.name).toBe('中国联通');
  });
});

it('runs as a program however the database is set up, and ends with its exit code', async () => {
  const child = spawn(process.execPath, ['scripts/qingbiao.mjs', 'triage', '--ndjson'], {
    env: { ...process.env, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' },
  });
  const out: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => out.push(piece));
  const ended = new Promise((resolve) => child.on('close', resolve));
  child.stdin.end(`${JSON.stringify({ id: 1, text: NOTICE })}\nbad\n`);
  expect(await ended).toBe(1);
  expect(Buffer.concat(out).toString().trim().split('\n')).toHaveLength(2);
});
