import { connect } from 'node:net';

/** One request as bytes, made before the clock runs. */
export type Request = Buffer;

export type HttpAsk = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly token: string;
  readonly key?: string;
  readonly body?: object;
};

export type HttpLoad = {
  /** Milliseconds from the first byte sent to the last one read, one for each request. */
  readonly times: readonly number[];
  readonly perSecond: number;
  /** The body of the last answer. */
  readonly last: string;
};

export function requestOf({ method, path, token, key, body }: HttpAsk): Request {
  const text = body === undefined ? '' : JSON.stringify(body);
  const headers = [
    `${method} ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    `authorization: Bearer ${token}`,
    ...(key ? [`idempotency-key: ${key}`] : []),
    ...(body === undefined ? [] : ['content-type: application/json', `content-length: ${Buffer.byteLength(text)}`]),
  ];
  return Buffer.from(`${headers.join('\r\n')}\r\n\r\n${text}`);
}

/**
 * Sends all requests over keep-alive connections, each connection its next one as soon as the last is answered. Bare
 * sockets, because a whole HTTP client takes as much of the machine as the server that is measured.
 * Throws on the first answer of another status.
 */
export async function sendAll(
  port: number,
  requests: readonly Request[],
  connections: number,
  wanted: number,
): Promise<HttpLoad> {
  const times: number[] = [];
  let next = 0;
  let last = '';
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const line = await openLine(port);
      for (let request = requests[next++]; request; request = requests[next++]) {
        const at = performance.now();
        const answer = await line.ask(request);
        times.push(performance.now() - at);
        if (answer.status !== wanted) throw new Error(`answered ${answer.status}: ${answer.body}`);
        last = answer.body;
      }
      line.end();
    }),
  );
  return { times, perSecond: times.length / ((performance.now() - begun) / 1000), last };
}

type Answer = { readonly status: number; readonly body: string };

async function openLine(port: number) {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  let settle: { resolve(answer: Answer): void; reject(error: Error): void } | undefined;
  let read = '';
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  // One character for each byte, so that lengths are lengths.
  socket.setEncoding('latin1');
  socket.on('data', (chunk) => {
    read += chunk;
    const answer = wholeAnswer(read);
    if (!answer) return;
    read = '';
    settle?.resolve(answer);
  });
  socket.on('error', (error) => settle?.reject(error));
  socket.on('close', () => settle?.reject(new Error('the server hung up')));
  return {
    ask(request: Request): Promise<Answer> {
      return new Promise((resolve, reject) => {
        settle = { resolve, reject };
        socket.write(request);
      });
    },
    end: () => socket.destroy(),
  };
}

function wholeAnswer(read: string): Answer | null {
  const end = read.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(read.slice(0, end))?.[1] ?? 0);
  if (read.length < end + 4 + length) return null;
  return { status: Number(read.slice(9, 12)), body: Buffer.from(read.slice(end + 4), 'latin1').toString() };
}
