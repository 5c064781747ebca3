import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished, vi } from 'vitest';

export type Call = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
};

/** A server on loopback that keeps every call and answers as told; it ends with the test. */
export async function startRecorder(answer: (call: Call, reply: ServerResponse, before: readonly Call[]) => void) {
  const calls: Call[] = [];
  const server = createServer(async (request, reply) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { method = '', url = '', headers } = request;
    const call = { method, path: url, headers, body: Buffer.concat(parts).toString() };
    const before = [...calls];
    calls.push(call);
    answer(call, reply, before);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, port, calls };
}

/** Answers everything alike. */
export function always(status: number, body: unknown = {}, headers: Readonly<Record<string, string>> = {}) {
  return (_: Call, reply: ServerResponse) => {
    reply.writeHead(status, { 'content-type': 'application/json', ...headers });
    reply.end(JSON.stringify(body));
  };
}

/** Lets patience run out a thousand times faster. Answers what patience was asked for, in milliseconds. */
export function hurry(): number[] {
  const asked: number[] = [];
  const spy = vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    asked.push(ms);
    const ending = new AbortController();
    setTimeout(() => ending.abort(new DOMException('patience has run out', 'TimeoutError')), ms / 1_000);
    return ending.signal;
  });
  onTestFinished(() => spy.mockRestore());
  return asked;
}
