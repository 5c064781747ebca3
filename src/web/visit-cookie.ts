import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../platform/config.ts';
import { isHttps } from '../platform/safe-headers.ts';

type Where = Pick<Config, 'publicUrl'>;

const DAY_S = 86_400;

/** Under https browsers keep this name for cookies that this very host set over https, for all its paths: no neighbour can plant one. */
export function visitCookieName({ publicUrl }: Where): string {
  return isHttps(publicUrl) ? '__Host-qingbiao' : 'qingbiao';
}

/** The token of this browser's visit, if it brought one. */
export function visitToken(config: Where, request: FastifyRequest): string | undefined {
  return request.cookies[visitCookieName(config)];
}

/** Gives a visit's token to this browser, out of reach of scripts and of other sites' forms. */
export function keepVisit(config: Where, reply: FastifyReply, token: string): void {
  reply.setCookie(visitCookieName(config), token, { ...flagsOf(config), maxAge: DAY_S });
}

/** Takes it back. */
export function dropVisit(config: Where, reply: FastifyReply): void {
  reply.clearCookie(visitCookieName(config), flagsOf(config));
}

/** How every cookie of ours is set. */
export function flagsOf({ publicUrl }: Where) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: isHttps(publicUrl) } as const;
}
