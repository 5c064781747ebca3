import type { ClientRequest, IncomingHttpHeaders } from 'node:http';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';

/** One request, whole enough to be sent again. */
export type Shot = {
  /** Who sends it; the key itself is added when it is sent. */
  readonly actor: string;
  readonly via: 'token' | 'visit' | 'none';
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** As latin1, so that every byte can stand in a report. */
  readonly body: string | null;
  /** Sent as it is on a socket of its own. */
  readonly raw?: string;
  /** A post that must not be taken: its form has no token, a wrong one, or comes from elsewhere. */
  readonly forged?: boolean;
};

export type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer };
export type Keys = { readonly token: string; readonly visit: string };

const LONGEST_MS = 30_000;
const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** The answer, or null where the server just closed the connection, as it may. Rejects when there is none in time. */
export function fire(port: number, shot: Shot, keys: Keys | undefined): Promise<Answer | null> {
  const headers: Record<string, string> = { ...signed(shot, keys), ...shot.headers };
  if (shot.raw !== undefined) return fireRaw(port, Buffer.from(shot.raw, 'latin1'));
  const body = shot.body === null ? null : Buffer.from(shot.body, 'latin1');
  if (body) headers['content-length'] ??= String(body.length);
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('no answer')), LONGEST_MS);
    const end = (answer: Answer | null) => {
      clearTimeout(late);
      resolve(answer);
    };
    let sent: ClientRequest | undefined;
    try {
      sent = request({ host: '127.0.0.1', port, agent, method: shot.method, path: shot.path, headers }, (reply) => {
        const chunks: Buffer[] = [];
        reply.on('data', (chunk: Buffer) => chunks.push(chunk));
        reply.on('error', () => end(null));
        reply.on('end', () =>
          end({ status: reply.statusCode ?? 0, headers: reply.headers, body: Buffer.concat(chunks) }),
        );
      });
      sent.on('error', () => end(null));
      sent.end(body ?? undefined);
    } catch {
      // The client itself refuses such a head; on a bare socket it goes out.
      sent
        ?.removeAllListeners('error')
        .on('error', () => {})
        .destroy();
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
      const head = `${shot.method} ${shot.path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nconnection: close\r\n`;
      fireRaw(
        port,
        Buffer.concat([Buffer.from(`${head}${lines.join('')}\r\n`, 'latin1'), body ?? Buffer.alloc(0)]),
      ).then(end, reject);
    }
  });
}

function signed({ via }: Shot, keys: Keys | undefined): Record<string, string> {
  if (!keys || via === 'none') return {};
  return via === 'token' ? { authorization: `Bearer ${keys.token}` } : { cookie: `qingbiao=${keys.visit}` };
}

/** Whatever comes back on a bare socket; the worst status of several answers counts. */
function fireRaw(port: number, bytes: Buffer): Promise<Answer | null> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port });
    const chunks: Buffer[] = [];
    const late = setTimeout(() => {
      socket.destroy();
      // A head or body that is never ended is waited for; it needs no answer within our time.
      if (chunks.length === 0) resolve(null);
      else finish();
    }, 400);
    const finish = () => {
      clearTimeout(late);
      const body = Buffer.concat(chunks);
      const statuses = [...body.toString('latin1').matchAll(/(?:^|\r\n|\n)HTTP\/1\.1 ([2-5]\d\d)/g)].map(([, one]) =>
        Number(one),
      );
      const location = /\r\nlocation: ([^\r\n]+)/i.exec(body.toString('latin1'))?.[1];
      resolve(
        statuses.length === 0 ? null : { status: Math.max(...statuses), headers: location ? { location } : {}, body },
      );
    };
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('error', () => {});
    socket.on('close', finish);
    socket.on('connect', () => socket.write(bytes, (error) => (error ? reject(error) : undefined)));
    socket.on('connect', () => socket.end());
  });
}

export function closeConnections(): void {
  agent.destroy();
}
