import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Proof } from '../access/step-up.ts';
import type { SignedIn } from '../app/actors/find-actor.ts';
import type { Actor } from '../domain/journal/actor.ts';
import { RefusalError, refusal } from '../domain/refusal.ts';
import type { Instant } from '../domain/time.ts';
import type { Locale } from '../locales/index.ts';
import type { PageName, PageProps, PageRequest, Web } from './render.ts';

/** Who asks for a page, in which language, and how to answer. Made once for each request. */
export type Visit = {
  readonly actor: Actor | null;
  readonly name: string | null;
  readonly locale: Locale;
  readonly now: Instant;
  readonly page: PageRequest;
  /** The browser says that another site sent this. */
  readonly fromElsewhere: boolean;
  readonly session: SignedIn['session'] | null;
  readonly proof: Proof;
};

declare module 'fastify' {
  interface FastifyRequest {
    visit: Visit;
  }
}

/** What a page's forms must carry: nobody without the token can make it, and it tells nothing about the token. */
export function csrfOf(token: string | undefined): string {
  return createHash('sha256')
    .update(`csrf:${token ?? ''}`)
    .digest('hex')
    .slice(0, 32);
}

/** Answers with one page. */
export function show<Name extends PageName>(
  web: Web,
  request: FastifyRequest,
  reply: FastifyReply,
  name: Name,
  props: PageProps<Name>,
  status = 200,
) {
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send(web.render(name, props, request.visit.page));
}

/** The signed-in actor; whoever is not signed in is led to sign-in and back. */
export function requireActor(request: FastifyRequest): Actor {
  if (!request.visit.actor) throw new RefusalError(refusal('access.sign_in'));
  return request.visit.actor;
}

/** Refuses a post that did not come from a page of ours. Called before a form is read for what it says. */
export function checkForm(request: FastifyRequest, csrf: unknown): void {
  const expected = Buffer.from(request.visit.page.csrf);
  const given = Buffer.from(typeof csrf === 'string' ? csrf : '');
  const ours = given.length === expected.length && timingSafeEqual(given, expected);
  if (!ours || request.visit.fromElsewhere) throw new RefusalError(refusal('request.not_from_page'));
}

/** Whether another site sent a request, as far as its browser says so: by fetch metadata, or by the origin where it knows none. */
export function isFromElsewhere(headers: FastifyRequest['headers'], publicUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site) return site !== 'same-origin' && site !== 'none';
  const { origin, host } = headers;
  if (!origin) return false;
  // A proxy in front may have changed the host that we see.
  const own = [host, new URL(publicUrl).host];
  return !URL.canParse(origin) || !own.includes(new URL(origin).host);
}
