import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { AppContext } from '../app/context.ts';
import { FILE_LIMIT_BYTES } from '../app/evidence/file-limits.ts';
import { NOTHING_RUNS, safeHeaders } from '../platform/safe-headers.ts';
import { addAuth } from './auth.ts';
import { addDocs } from './docs.ts';
import type { Endpoint } from './endpoint.ts';
import { ENDPOINTS } from './endpoints.ts';
import { mount } from './mount.ts';
import { addProblems } from './problems/send.ts';
import { addJsonReader } from './read-json.ts';
import { addValidator } from './validator.ts';

export type ApiOptions = {
  /** An answer with an undeclared status becomes a failure instead of a line in the log: for tests. */
  readonly strict?: boolean;
};

/** No JSON that we take is larger. */
const BODY_LIMIT = 256 * 1024;

/** The JSON interface, to be registered under `/api`: `/v1/…`, `/openapi.json` and `/docs`. */
export function createApi(ctx: AppContext, options: ApiOptions = {}): FastifyPluginAsync {
  return async function api(app) {
    // JSON and uploads are all that is taken; anything else is told so by name.
    app.removeContentTypeParser('text/plain');
    addJsonReader(app);
    addValidator(app);
    await addAuth(app, ctx);
    const headers = safeHeaders(ctx.config.publicUrl);
    addProblems(app, ctx, ENDPOINTS, options.strict ?? false);
    app.addHook('onSend', async (request, reply) => {
      reply.header('x-request-id', request.id);
      if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
      reply.headers(headers);
      if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', NOTHING_RUNS);
    });
    await app.register(multipart, {
      limits: { fileSize: FILE_LIMIT_BYTES + 1, files: 1, fields: 5, fieldSize: 4_096, headerPairs: 50 },
    });
    await addDocs(app);
    await app.register(async (v1) => mountAll(v1, ctx), { prefix: '/v1', bodyLimit: BODY_LIMIT });
  };
}

function mountAll(app: FastifyInstance, ctx: AppContext): void {
  for (const endpoint of ENDPOINTS) {
    const bounded = { bodyLimit: BODY_LIMIT, ...endpoint };
    if (endpoint.streams) app.register(async (scope) => mountStreaming(scope, ctx, bounded));
    else mount(app, ctx, bounded);
  }
}

/** In a room of its own, so that nobody else takes what it takes: the bytes as they come, read by the handler. */
function mountStreaming(scope: FastifyInstance, ctx: AppContext, endpoint: Endpoint): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser([...(endpoint.streams ?? [])], (_request, payload, done) => done(null, payload));
  mount(scope, ctx, endpoint);
}
