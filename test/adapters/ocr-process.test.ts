import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createOcr, type OcrOptions } from '../../src/adapters/ocr/ocr-in-process.ts';
import { waysOut } from './ocr-ways-out.ts';

const program = fileURLToPath(new URL('./ocr-worse-reader.ts', import.meta.url));
const undo: (() => unknown)[] = [];

afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

function worseOcr(options: Partial<OcrOptions> = {}) {
  const ocr = createOcr({ program, ...options });
  undo.push(() => ocr.stop());
  const tell = (deed: string, rest: object = {}) =>
    ocr.read({ bytes: new TextEncoder().encode(JSON.stringify({ deed, ...rest })), orientation: 1 });
  const answerOf = async (deed: string, rest: object = {}) => {
    const found = await tell(deed, rest);
    return found.read ? found.lines[0]?.text : found.code;
  };
  return { ocr, answerOf };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function gone(pid: number): Promise<void> {
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 20_000 });
}

describe('the process that reads pictures', () => {
  test('does not run before the first picture, and serves the next ones too', async () => {
    const { ocr, answerOf } = worseOcr();
    expect(ocr.readerPid()).toBeUndefined();
    const first = await answerOf('answer');
    expect(first).toBe(String(ocr.readerPid()));
    expect(await answerOf('answer')).toBe(first);
  });

  test('is replaced when it dies over a picture', async () => {
    const { answerOf } = worseOcr();
    const first = await answerOf('answer');
    expect(await answerOf('die')).toBe('screenshot.unreadable');
    const second = await answerOf('answer');
    expect(second).toMatch(/^\d+$/);
    expect(second).not.toBe(first);
  });

  test('is replaced when it died between two pictures', async () => {
    const { ocr, answerOf } = worseOcr();
    const first = Number(await answerOf('answer'));
    process.kill(first, 'SIGKILL');
    await vi.waitFor(() => expect(ocr.readerPid()).toBeUndefined());
    expect(await answerOf('answer')).toMatch(/^\d+$/);
  });

  test('is ended when a picture takes too long, though it hears nothing', async () => {
    const { ocr, answerOf } = worseOcr({ patienceMs: 5_000 });
    const asked = answerOf('hang');
    const pid = ocr.readerPid() as number;
    expect(await asked).toBe('screenshot.took_too_long');
    expect(isAlive(pid)).toBe(false);
    expect(await answerOf('answer')).toMatch(/^\d+$/);
  });

  test('is refused memory beyond its limit, and the server goes on', async () => {
    const { answerOf } = worseOcr({ memoryBytes: 1_500_000_000 });
    expect(await answerOf('answer')).toMatch(/^\d+$/);
    expect(await answerOf('hoard')).toBe('screenshot.unreadable');
    expect(await answerOf('answer')).toMatch(/^\d+$/);
  });

  test('is ended after a picture that left it large', async () => {
    const { answerOf } = worseOcr();
    const pid = Number(await answerOf('overwork'));
    await gone(pid);
  });

  test('gives its memory back when nothing comes for a while', async () => {
    const { ocr, answerOf } = worseOcr({ restMs: 10 });
    await gone(Number(await answerOf('answer')));
    expect(ocr.readerPid()).toBeUndefined();
  });

  test('can neither read data nor write nor start programs nor speak to anybody', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'qingbiao-ocr-'));
    undo.push(() => rm(folder, { recursive: true }));
    const server = createServer().listen(0, '127.0.0.1');
    undo.push(() => server.close());
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;

    const { answerOf } = worseOcr();
    expect(await answerOf('escape', { folder, port })).toBe('');
    expect(await readdir(folder)).toEqual([]);
    // The same deeds pass where nothing holds them back.
    expect(await waysOut({ folder, port })).toEqual(['read', 'write', 'program', 'network']);
  });
});

describe('pictures that come together', () => {
  test('are read one at a time, and those beyond the queue are refused at once', async () => {
    const { answerOf } = worseOcr({ waiting: 2 });
    const answers = await Promise.all(Array.from({ length: 5 }, () => answerOf('answer')));
    expect(answers.filter((answer) => answer === 'screenshot.busy')).toHaveLength(2);
    expect(new Set(answers.filter((answer) => answer !== 'screenshot.busy')).size).toBe(1);
  });

  test('are answered when the server stops', async () => {
    const { ocr, answerOf } = worseOcr();
    const asked = [answerOf('hang'), answerOf('answer')];
    const pid = ocr.readerPid() as number;
    await ocr.stop();
    expect(await Promise.all(asked)).toEqual(['screenshot.unreadable', 'screenshot.busy']);
    expect(isAlive(pid)).toBe(false);
  });
});

test('the process ends when the server dies without a word', async () => {
  const parent = fileURLToPath(new URL('./ocr-short-lived-server.ts', import.meta.url));
  const server = spawn(process.execPath, [parent, program], { stdio: ['ignore', 'pipe', 'inherit'] });
  undo.push(() => server.kill('SIGKILL'));
  const [pid] = await once(server.stdout, 'data');
  expect(isAlive(Number(String(pid)))).toBe(true);
  server.kill('SIGKILL');
  await gone(Number(String(pid)));
});
