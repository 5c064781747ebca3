import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fastify from 'fastify';
import { createApi } from '../api/create-api.ts';
import type { AppContext } from '../app/context.ts';
import { newId } from '../platform/ids.ts';
import type { Web } from '../web/render.ts';
import { createWeb } from '../web/server.ts';
import { type BrokenRequests, createBrokenRequests } from './broken-requests.ts';

/** Longer requests are cut off: nothing honest takes this long. */
const REQUEST_MS = 60_000;
/** Ten million facts over a slow line take their time. */
const UPLOAD_MS = 3_600_000;
const UPLOADS = /^\/(?:api\/v1\/imports|desk\/imports\/new)(?:\?|$)/;
/** How long a server that stops waits for requests under way: a client that never ends its own must not keep it. */
const GOODBYE_MS = 5_000;

/** One server for the pages and the API. Not listening yet. */
export async function createHttp(ctx: AppContext, web: Web | null, goodbyeMs = GOODBYE_MS): Promise<FastifyInstance> {
  const { begins, ...broken } = createBrokenRequests(ctx, web);
  const app = fastify({
    ...broken,
    logger: false,
    genReqId: () => newId('req', ctx.clock.now(), ctx.random),
    trustProxy: ctx.config.trustedProxies ?? false,
    requestTimeout: UPLOAD_MS,
    // A head that does not end is no upload.
    http: { headersTimeout: REQUEST_MS },
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  });
  app.addHook('preClose', async () => {
    const cut = setTimeout(() => app.server.closeAllConnections(), goodbyeMs);
    app.server.once('close', () => clearTimeout(cut));
  });
  app.addHook('onRequest', async (request, reply) => {
    begins(request, reply);
    if (!UPLOADS.test(request.url)) endLate(request, reply, broken.clientErrorHandler);
  });
  await app.register(createApi(ctx), { prefix: '/api' });
  if (web) await app.register(createWeb(ctx, web));
  return app;
}

/** Tells whoever does not send a request to its end, as the server does by itself for requests of any length. */
function endLate(request: FastifyRequest, reply: FastifyReply, answer: BrokenRequests['clientErrorHandler']): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const late = setTimeout(() => {
    const error = Object.assign(new Error('the request did not end'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
    if (!request.raw.complete) answer(error, request.raw.socket);
  }, REQUEST_MS);
  reply.raw.once('close', () => clearTimeout(late));
}
