import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { brokenProblem } from '../api/problems/broken-problem.ts';
import type { AppContext } from '../app/context.ts';
import type { Refusal } from '../domain/refusal.ts';
import { refusal } from '../domain/refusal.ts';
import { newId } from '../platform/ids.ts';
import { brokenPage } from '../web/broken-page.ts';
import type { Web } from '../web/render.ts';

type Seen = { readonly url: string; readonly headers: IncomingHttpHeaders };
type SocketError = Error & { readonly code?: string | undefined; readonly rawPacket?: unknown };

export type BrokenRequests = {
  frameworkErrors(error: Pick<FastifyError, 'code'>, request: FastifyRequest, reply: FastifyReply): void;
  clientErrorHandler(error: SocketError, socket: Socket): void;
  /** To be told of each request that begins, so that one whose body then breaks can be answered in its own language. */
  begins(request: FastifyRequest, reply: FastifyReply): void;
};

/** Answers what breaks before any route is reached: pages to people, problems to programs, each in the reader's language. */
export function createBrokenRequests(ctx: AppContext, web: Web | null): BrokenRequests {
  const under = new WeakMap<Socket, { readonly seen: Seen; readonly response: ServerResponse }>();
  const answerTo = (seen: Seen, refused: Refusal, requestId: string) =>
    web && !isApi(seen.url)
      ? brokenPage(web, { ...seen, now: ctx.clock.now(), publicUrl: ctx.config.publicUrl }, refused)
      : brokenProblem(seen.headers, refused, { requestId, publicUrl: ctx.config.publicUrl });
  return {
    begins: ({ raw }, reply) => {
      under.set(raw.socket, { seen: { url: raw.url ?? '/', headers: raw.headers }, response: reply.raw });
    },
    frameworkErrors: (error, request, reply) => {
      const seen = { url: request.raw.url ?? '/', headers: request.raw.headers };
      const { status, headers, body } = answerTo(seen, refusalOfRouting(error), request.id);
      void reply.code(status).headers(headers).send(body);
    },
    clientErrorHandler: (error, socket) => {
      const begun = under.get(socket);
      const answered = begun?.response.headersSent && !begun.response.writableEnded;
      // Nobody listens, or a reply is half-way out, into which nothing can be written.
      if (error.code === 'ECONNRESET' || !socket.writable || answered) {
        socket.destroy();
        return;
      }
      const unfinished = begun && !begun.response.writableEnded ? begun.seen : undefined;
      const seen = unfinished ?? readHead(error.rawPacket);
      const requestId = newId('req', ctx.clock.now(), ctx.random);
      ctx.log.debug({ code: error.code, request_id: requestId }, 'a request could not be read');
      const { status, headers, body } = answerTo(seen, refusalOfReading(error.code), requestId);
      const lines = Object.entries({
        ...headers,
        'content-length': Buffer.byteLength(body),
        connection: 'close',
      }).map(([name, value]) => `${name}: ${value}\r\n`);
      socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`);
    },
  };
}

function isApi(url: string): boolean {
  return /^\/api(?:[/?]|$)/.test(url);
}

function refusalOfRouting({ code }: Pick<FastifyError, 'code'>): Refusal {
  return refusal(code === 'FST_ERR_MAX_PARAM_LENGTH' ? 'request.address_too_long' : 'request.bad_address');
}

function refusalOfReading(code: string | undefined): Refusal {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return refusal('request.timed_out');
  return refusal(code === 'HPE_HEADER_OVERFLOW' ? 'request.head_too_large' : 'request.unreadable');
}

/** The address and language of a request that could not be read to its end, as far as its first bytes tell. */
function readHead(packet: unknown): Seen {
  const text = Buffer.isBuffer(packet) ? packet.toString('latin1') : '';
  const [first = '', ...lines] = text.split('\r\n');
  const url = /^[A-Z-]+ (\/[!-~]*)/.exec(first)?.[1] ?? '/api';
  const accept = lines.find((line) => /^accept-language:/i.test(line))?.slice('accept-language:'.length);
  return { url, headers: accept === undefined ? {} : { 'accept-language': accept.trim() } };
}
