import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answer = { readonly status: number; readonly body?: unknown };
export type Handler = (
  request: IncomingMessage,
  body: string,
  reply: ServerResponse,
) => Promise<Answer | null> | Answer | null;
export type Listening = { readonly url: string; close(): Promise<void> };

const LARGEST = 1024 * 1024;

/** Serves on loopback. A handler that answers null has dealt with the connection itself. */
export async function listen(port: number, handler: Handler): Promise<Listening> {
  const server = createServer(async (request, reply) => {
    try {
      const answer = await handler(request, await readBody(request), reply);
      if (answer) send(reply, answer);
    } catch (error) {
      send(reply, { status: 500, body: { code: 'simulator_error', detail: String(error) } });
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function bearerOf(request: IncomingMessage): string | null {
  return /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? null;
}

/** The JSON object in a body, or null when it is none. */
export function objectIn(body: string): { readonly [field: string]: unknown } | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as { [field: string]: unknown })
      : null;
  } catch {
    return null;
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > LARGEST) throw new Error('the body is too large');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function send(reply: ServerResponse, { status, body }: Answer): void {
  if (reply.headersSent || reply.destroyed) return;
  const text = body === undefined ? '' : JSON.stringify(body);
  reply.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  reply.end(text);
}
