import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import serveStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { findActor } from '../app/actors/find-actor.ts';
import type { AppContext } from '../app/context.ts';
import { FILE_LIMIT_BYTES } from '../app/evidence/file-limits.ts';
import { preferencesOf } from './layout/preferences.ts';
import { answerProblem } from './problem-page.ts';
import type { Web } from './render.ts';
import { addRoutes } from './routes/index.ts';
import type { Visit } from './visit.ts';
import { csrfOf, TOKEN_COOKIE } from './visit.ts';

const YEAR_S = 31_536_000;

/** The pages: HTML from the server, forms that post, files under hashed names. Registered at the root of the address. */
export function createWeb(ctx: AppContext, web: Web) {
  return async function pages(app: FastifyInstance): Promise<void> {
    await app.register(cookie);
    await app.register(formbody, { bodyLimit: 1_048_576 });
    await app.register(multipart, {
      limits: { fileSize: FILE_LIMIT_BYTES + 1, files: 1, fields: 20, fieldSize: 65_536 },
    });
    await app.register(serveStatic, {
      root: web.assets,
      prefix: '/assets/',
      immutable: true,
      maxAge: `${YEAR_S}s`,
      decorateReply: false,
    });
    app.decorateRequest('visit');
    app.addHook('preHandler', async (request, reply) => {
      const { visit, remember } = await openVisit(ctx, request);
      request.visit = visit;
      for (const { name, value } of remember)
        reply.setCookie(name, value, { path: '/', maxAge: YEAR_S, sameSite: 'lax', httpOnly: true });
      reply.header('cache-control', 'private, no-store');
      reply.header('x-content-type-options', 'nosniff');
      reply.header('referrer-policy', 'same-origin');
      reply.header('x-frame-options', 'DENY');
    });
    app.setErrorHandler((error, request, reply) => answerProblem(ctx, web, error, request, reply));
    app.setNotFoundHandler((request, reply) => answerProblem(ctx, web, null, request, reply));
    addRoutes(app, ctx, web);
  };
}

async function openVisit(ctx: AppContext, request: FastifyRequest) {
  const query = request.query as Record<string, string>;
  const token = request.cookies[TOKEN_COOKIE];
  const { locale, largeType, remember } = preferencesOf({
    query,
    cookies: request.cookies,
    acceptLanguage: request.headers['accept-language'],
  });
  const found = token ? await findActor(ctx, token) : null;
  const now = ctx.clock.now();
  const visit: Visit = {
    actor: found?.actor ?? null,
    name: found?.name ?? null,
    locale,
    now,
    page: {
      locale,
      now,
      path: request.url.split('?')[0] ?? '/',
      query,
      largeType,
      csrf: csrfOf(token),
      ...(found ? { person: { name: found.name } } : {}),
    },
  };
  return { visit, remember };
}
