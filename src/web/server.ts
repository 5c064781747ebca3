import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import serveStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { findActor } from '../app/actors/find-actor.ts';
import type { AppContext } from '../app/context.ts';
import { FILE_LIMIT_BYTES } from '../app/evidence/file-limits.ts';
import { noteRefusal } from '../app/note-refusal.ts';
import { RefusalError, refusal } from '../domain/refusal.ts';
import { findUnstorable } from '../domain/storable-text.ts';
import { preferencesOf } from './layout/preferences.ts';
import { addLimits } from './limits.ts';
import { pageHeaders } from './page-headers.ts';
import { answerProblem } from './problem-page.ts';
import { addFormReader } from './read-form-body.ts';
import type { Web } from './render.ts';
import { objectToRoom } from './rooms.ts';
import { addRoutes } from './routes/index.ts';
import type { Visit } from './visit.ts';
import { csrfOf, isFromElsewhere } from './visit.ts';
import { flagsOf, visitToken } from './visit-cookie.ts';
import { watchMethods } from './wrong-method.ts';

const YEAR_S = 31_536_000;
/** When to come back where a page says that too many are here. */
const BUSY_S = 30;
const FORM_LIMIT_BYTES = 1_048_576;

declare module 'fastify' {
  interface FastifyInstance {
    /** Writes down that a way in did not open. */
    noteRefusal(request: FastifyRequest, code: string): void;
  }
}

/** The pages: HTML from the server, forms that post, files under hashed names. Registered at the root of the address. */
export function createWeb(ctx: AppContext, web: Web) {
  return async function pages(app: FastifyInstance): Promise<void> {
    await app.register(cookie);
    addFormReader(app, FORM_LIMIT_BYTES);
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
    await addLimits(app, ctx.config.limits);
    app.decorate('noteRefusal', ({ id, visit }: FastifyRequest, code: string) =>
      noteRefusal(ctx, { code, requestId: id, actorId: visit.actor?.id ?? null }),
    );
    const methodsOf = watchMethods(app);
    const headers = pageHeaders(ctx.config.publicUrl);
    app.decorateRequest('visit');
    // Before anything is read of a body, so that whatever is wrong with it can be told on a page.
    app.addHook('onRequest', async (request, reply) => {
      request.query = onceEach(request.query);
      reply.headers(headers);
      const { visit, remember } = openVisit(ctx, request);
      request.visit = visit;
      for (const { name, value } of remember) reply.setCookie(name, value, { ...flagsOf(ctx.config), maxAge: YEAR_S });
      request.visit = await signInto(ctx, visit, visitToken(ctx.config, request));
      if (request.method === 'POST') {
        const late = await app.limits.forms(request, reply);
        const refused = late ?? objectToRoom(request.visit);
        if (refused) throw new RefusalError(refused);
      }
      if (findUnstorable([request.params, request.query]) !== null) throw new RefusalError(refusal('request.bad_text'));
    });
    app.addHook('onSend', async (_request, reply) => {
      if (reply.statusCode === 503 && !reply.hasHeader('retry-after')) reply.header('retry-after', BUSY_S);
    });
    app.setErrorHandler((error, request, reply) => answerProblem(ctx, web, error, request, reply));
    app.setNotFoundHandler((request, reply) => {
      const allowed = methodsOf(request.visit.page.path);
      if (allowed.length === 0) return answerProblem(ctx, web, null, request, reply);
      reply.header('allow', allowed.join(', '));
      return answerProblem(ctx, web, new RefusalError(refusal('page.wrong_method')), request, reply);
    });
    addRoutes(app, ctx, web);
  };
}

/** The parameters of an address as a form's fields: what stands there twice is joined by commas. */
function onceEach(query: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(query ?? {}).map(([name, value]) => [name, [value].flat().join(',')]));
}

/** Somebody not signed in yet, in the language and type asked for. */
function openVisit(ctx: AppContext, request: FastifyRequest) {
  const query = request.query as Record<string, string>;
  const { locale, largeType, keys, remember } = preferencesOf({
    query,
    cookies: request.cookies,
    acceptLanguage: request.headers['accept-language'],
  });
  const now = ctx.clock.now();
  const path = request.url.split('?')[0] ?? '/';
  const csrf = csrfOf(visitToken(ctx.config, request));
  const visit: Visit = {
    actor: null,
    name: null,
    locale,
    now,
    page: { locale, now, path, query, largeType, keys, csrf },
    fromElsewhere: isFromElsewhere(request.headers, ctx.config.publicUrl),
    session: null,
    proof: null,
  };
  return { visit, remember };
}

async function signInto(ctx: AppContext, visit: Visit, token: string | undefined): Promise<Visit> {
  const found = token ? await findActor(ctx, token) : null;
  // A program's key opens no page: its scopes mean nothing here.
  if (found?.session.kind !== 'browser') return visit;
  const { actor, name, session, proof } = found;
  return { ...visit, actor, name, session, proof, page: { ...visit.page, person: { name, kind: actor.role } } };
}
