import type { FastifyInstance } from 'fastify';
import type { Proof } from '../access/step-up.ts';
import type { SignedIn } from '../app/actors/find-actor.ts';
import { findActor } from '../app/actors/find-actor.ts';
import type { AppContext } from '../app/context.ts';
import { allowsScope } from '../app/sign-in/scopes.ts';
import type { Actor } from '../domain/journal/actor.ts';
import { RefusalError, refusal } from '../domain/refusal.ts';
import type { Locale } from '../locales/index.ts';
import type { Endpoint } from './endpoint.ts';
import { addCallLimits } from './limits.ts';
import { localeOf } from './locale-of.ts';

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | null;
    session: SignedIn['session'] | null;
    proof: Proof;
    locale: Locale;
  }
  interface FastifyContextConfig {
    endpoint?: Endpoint;
  }
}

/** Stands where nobody is signed in; it has no rights anywhere. */
export const NO_ACTOR: Actor = { id: 'nobody', role: 'subscriber', carrierId: null, authorityId: null, personId: null };

const BEARER = /^Bearer +([\x21-\x7e]{1,200})$/i;

/** Finds out who asks, before anything of the body is read. */
export async function addAuth(app: FastifyInstance, ctx: AppContext): Promise<void> {
  app.decorateRequest('actor', null);
  app.decorateRequest('session', null);
  app.decorateRequest('proof', null);
  app.decorateRequest('locale', 'zh-CN');
  const countCall = await addCallLimits(app, ctx.config.limits);
  app.addHook('onRequest', async (request, reply) => {
    request.locale = localeOf(request.headers['accept-language']);
    const endpoint = request.routeOptions.config.endpoint;
    if (!endpoint || endpoint.who === 'anyone') return countCall(request, reply);
    const token = bearerIn(request.headers.authorization);
    const found = token === undefined ? null : await findActor(ctx, token);
    request.actor = found?.actor ?? null;
    await countCall(request, reply);
    if (!found) throw new RefusalError(refusal('access.sign_in'));
    const { session, proof } = found;
    const asked = { tag: endpoint.tag, reads: endpoint.method === 'GET' };
    if (!allowsScope(session.scopes, asked)) throw new RefusalError(refusal('access.scope', asked));
    request.session = session;
    request.proof = proof;
  });
}

/** The token of a bearer header, if there is one. */
export function bearerIn(header: string | undefined): string | undefined {
  return BEARER.exec(header ?? '')?.[1];
}
