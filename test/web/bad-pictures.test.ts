import { mkdtemp, readdir, rmdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttp } from '../../src/main/http.ts';
import { openWeb } from '../../src/web/render.ts';
import { blackPng, GIF, HEIC, hollowJpeg, MOVING_WEBP, picture } from '../adapters/ocr-pictures.ts';
import { useApp } from '../support/app.ts';
import { PDF, ZIP } from '../support/files.ts';
import { Visitor, wordsOf } from '../support/visitor.ts';

const app = useApp();
const MEBIBYTE = 1024 * 1024;
setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');
let http: FastifyInstance | undefined;
let visitor: Visitor;
let port = 0;

beforeAll(async () => {
  http = await createHttp(app.ctx, await openWeb());
  await http.listen({ host: '127.0.0.1', port: 0 });
  port = (http.server.address() as { port: number }).port;
  visitor = new Visitor(http);
});
afterAll(async () => {
  await http?.close();
  await app.ctx.ocr.stop();
});

async function show(bytes: Uint8Array, name = 'a.png', headers: Record<string, string> = {}) {
  const form = new FormData();
  const { csrf = '' } = await visitor.hiddenOf('/', '/check/picture');
  form.append('csrf', csrf);
  form.append('out', 'no');
  form.append('file', new File([new Uint8Array(bytes)], name, { type: 'image/png' }));
  const encoded = new Response(form);
  const type = encoded.headers.get('content-type') ?? '';
  const payload = Buffer.from(await encoded.arrayBuffer());
  return visitor.send({
    method: 'POST',
    url: '/check/picture',
    headers: { ...headers, 'content-type': type },
    payload,
  });
}

const text = (words: string) => new TextEncoder().encode(words);
const one = { width: 1, height: 1 };

describe('a picture that cannot be read is answered with the page it came from, and why', () => {
  it.each<[string, () => Uint8Array | Promise<Uint8Array>, RegExp]>([
    ['nothing', () => new Uint8Array(), /空/],
    ['a cat', () => picture('cat.jpg'), /文字/],
    ['half a picture', async () => (await picture('light-390.png')).subarray(0, 9_000), /打不开.*没传完/],
    ['40 megapixels', () => hollowJpeg(8000, 5000), /8000 × 5000 .*太大/],
    ['a bomb', () => blackPng(one, { width: 50_000, height: 50_000 }), /50000 × 50000 .*太大/],
    ['more than ten mebibytes', () => new Uint8Array(10 * MEBIBYTE + 1), /10 ?MB/],
    ['a drawing with a script', () => text('<svg xmlns="http://www.w3.org/2000/svg" onload="a()"/>'), /打不开/],
    [
      'a drawing that says so',
      () => text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
      /PNG|图片/,
    ],
    ['a page', () => text('<!doctype html><html><script>a()</script></html>'), /打不开/],
    ['a PDF', () => PDF, /PDF/],
    ['an archive', () => ZIP, /ZIP/],
    ['a picture that moves', () => GIF, /GIF/],
    ['another that moves', () => MOVING_WEBP, /动/],
    ['a photograph of an iPhone', () => HEIC, /HEIC/],
  ])('%s', async (_, bytes, told) => {
    const reply = await show(await bytes());
    expect(reply.statusCode).toBe(422);
    const error = /id="file-error"[\s\S]*?<\/p>/.exec(reply.body)?.[0] ?? '';
    expect(wordsOf(error)).toMatch(told);
    expect(reply.body).not.toMatch(/onload="a|<script>a\(/);
    expect(reply.body).toMatch(/name="out"[^>]*value="no"[^>]*checked|checked[^>]*name="out"[^>]*value="no"/);
    const english = await show(await bytes(), 'a.png', { 'accept-language': 'en' });
    const inEnglish = wordsOf(/id="file-error"[\s\S]*?<\/p>/.exec(english.body)?.[0] ?? '');
    expect(inEnglish).toMatch(/[a-z]{3}/);
    expect(inEnglish).not.toMatch(/\p{Script=Han}/u);
  });

  it.each(['../../etc/passwd.png', 'a\u0000.png', `${'x'.repeat(3_000)}.png`, '"><script>a()</script>.png', ''])(
    'whatever its name: %j',
    async (name) => {
      const reply = await show(GIF, name);
      expect([422, 400]).toContain(reply.statusCode);
      expect(reply.body).not.toContain('<script>a()');
    },
  );
});

it('a hundred of them leave nothing behind: no file, and no memory', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'qingbiao-pictures-'));
  const usual = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  const bad = [GIF, PDF, HEIC, hollowJpeg(8000, 5000), new Uint8Array(10 * MEBIBYTE)];
  const heldAfterFifty = async () => {
    for (let at = 0; at < 50; at += 1) await show(bad[at % bad.length] ?? GIF);
    collectGarbage();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const before = await heldAfterFifty();
  expect((await heldAfterFifty()) - before).toBeLessThan(20 * MEBIBYTE);
  expect(await readdir(folder)).toEqual([]);
  if (usual === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = usual;
  await rmdir(folder);
  expect((await visitor.get('/')).statusCode).toBe(200);
});

describe('many large uploads at once', () => {
  /** An upload of nine mebibytes that never comes to its end. */
  function begin(): Promise<() => void> {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => {});
    const head =
      'POST /check/picture HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=x\r\nTransfer-Encoding: chunked\r\n\r\n';
    const body = Buffer.concat([
      Buffer.from('--x\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\n\r\n'),
      Buffer.alloc(9 * MEBIBYTE),
    ]);
    socket.write(`${head}${body.length.toString(16)}\r\n`);
    socket.write(body);
    return new Promise((resolve) => socket.write('\r\n', () => resolve(() => socket.destroy())));
  }

  async function until(status: number): Promise<Awaited<ReturnType<typeof show>>> {
    const large = new Uint8Array(9 * MEBIBYTE);
    for (let tries = 0; tries < 300; tries += 1) {
      const reply = await show(large);
      if (reply.statusCode === status) return reply;
    }
    throw new Error(`never answered ${status}`);
  }

  it('are held within bounds; whoever comes then is told to come later, and soon may', async () => {
    const ends = await Promise.all(Array.from({ length: 15 }, begin));
    const busy = await until(503).finally(() => {
      for (const end of ends) end();
    });
    expect(busy.headers['retry-after']).toBe('30');
    expect(wordsOf(busy.body)).toContain('请过半分钟再试');
    await until(422);
  });
});
