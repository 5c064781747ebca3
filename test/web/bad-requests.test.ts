import { once } from 'node:events';
import { connect } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttp } from '../../src/main/http.ts';
import { openWeb } from '../../src/web/render.ts';
import { useApp } from '../support/app.ts';
import { wordsOf } from '../support/visitor.ts';

const app = useApp();
let http: FastifyInstance | undefined;
let port = 0;

beforeAll(async () => {
  http = await createHttp(app.ctx, await openWeb());
  await http.listen({ host: '127.0.0.1', port: 0 });
  port = (http.server.address() as { port: number }).port;
});
afterAll(() => http?.close());

/** Sends bytes as they are and waits until the server closes the connection. */
function send(bytes: string | Buffer): Promise<{ status: number; head: string; body: string }> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.once('error', reject);
    socket.once('close', () => {
      const [head = '', ...rest] = Buffer.concat(chunks).toString().split('\r\n\r\n');
      resolve({ status: Number(head.split(' ')[1]), head: head.toLowerCase(), body: rest.join('\r\n\r\n') });
    });
    socket.write(bytes);
  });
}

function request(first: string, headers: readonly string[] = [], body = ''): string {
  return `${first} HTTP/1.1\r\n${['Host: x', 'Connection: close', ...headers].join('\r\n')}\r\n\r\n${body}`;
}

const LONG = 'x'.repeat(400);
const GARBLED = ['Transfer-Encoding: chunked', 'Content-Type: application/x-www-form-urlencoded'];
const OVERFULL = `X: ${'x'.repeat(20_000)}`;

describe('what never reaches a route is answered with a page of ours', () => {
  it.each([
    ['half a percent sign', 400, '/%E0%A4%A', [], ''],
    ['an endless part of an address', 414, `/cases/${LONG}`, [], ''],
    ['more cookies than are taken', 431, '/', [OVERFULL], ''],
    ['an address without an end', 431, `/?q=${'x'.repeat(20_000)}`, [], ''],
    ['chunks that are none', 400, '/check', GARBLED, 'zz\r\nwhat\r\n'],
    ['two lengths', 400, '/check', ['Content-Length: 3', 'Transfer-Encoding: chunked'], '0\r\n\r\n'],
    ['a length below nothing', 400, '/check', ['Content-Length: -3'], ''],
  ])('%s', async (_, status, path, headers, body) => {
    const first = `${body === '' ? 'GET' : 'POST'} ${path}`;
    const zh = await send(request(first, headers, body));
    expect(zh).toMatchObject({ status, head: expect.stringContaining('content-type: text/html; charset=utf-8') });
    expect(zh.head).toContain("content-security-policy: default-src 'none'");
    expect(wordsOf(zh.body)).toMatch(/现在办不了这一步.*(地址|请求).*回到首页/);
    const en = await send(request(first, ['Accept-Language: en-GB', ...headers], body));
    expect(en.status).toBe(status);
    expect(wordsOf(en.body)).toMatch(/That cannot be done now.*(address|request)/);
  });

  it('in the language that the reader has chosen', async () => {
    const { body } = await send(request('GET /%E0%A4%A', ['Cookie: lang=en; type=large']));
    expect(wordsOf(body)).toContain('Check it, or start from the home page');
    expect(wordsOf((await send(request('GET /%E0%A4%A?lang=en'))).body)).toContain('start from the home page');
  });
});

describe('what never reaches an endpoint is answered with a problem', () => {
  it.each([
    ['request.bad_address', 400, request('GET /api/v1/cases/%E0%A4%A')],
    ['request.address_too_long', 414, request(`GET /api/v1/cases/${LONG}`)],
    ['request.head_too_large', 431, request('GET /api/v1/cases', [OVERFULL])],
    ['request.unreadable', 400, request('POST /api/v1/standing', GARBLED, 'zz\r\nwhat\r\n')],
    ['request.unreadable', 400, '\u0000\u0001nonsense\r\n\r\n'],
    ['request.unreadable', 400, 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['request.unreadable', 400, Buffer.from('16030100a5010000a10303', 'hex')],
  ])('%s', async (code, status, bytes) => {
    const reply = await send(bytes);
    expect(reply).toMatchObject({ status, head: expect.stringContaining('content-type: application/problem+json') });
    expect(JSON.parse(reply.body)).toMatchObject({ code, status, type: `/api/v1/problems/${code}` });
    expect(JSON.parse(reply.body).request_id).toMatch(/^req_/);
  });

  it('in the language asked for', async () => {
    const { body } = await send(request('GET /api/v1/cases/%E0%A4%A', ['Accept-Language: en']));
    expect(JSON.parse(body).detail).toContain('percent signs');
  });

  it('and the code is among those explained', async () => {
    for (const code of ['request.bad_address', 'request.address_too_long', 'request.head_too_large'])
      expect((await app.as(null).get(`/problems/${code}`)).status).toBe(200);
  });
});

it('garbage behind a whole request spoils neither its answer nor the server', async () => {
  const { body } = await send(`GET /api/v1/problems HTTP/1.1\r\nHost: x\r\n\r\n\u0000\u0001\u0002\r\n\r\n`);
  expect(body).not.toBe('');
  expect((await send(request('GET /'))).status).toBe(200);
});

it('a client that never ends its request does not keep a server that stops', async () => {
  const stopping = await createHttp(app.ctx, await openWeb(), 100);
  await stopping.listen({ host: '127.0.0.1', port: 0 });
  const socket = connect((stopping.server.address() as { port: number }).port, '127.0.0.1').resume();
  const left = once(socket, 'close');
  const arrived = once(stopping.server, 'request');
  socket.write(
    request('POST /check/picture', ['Content-Type: multipart/form-data; boundary=x', 'Content-Length: 99'], '--x'),
  );
  await arrived;
  await stopping.close();
  await left;
});
