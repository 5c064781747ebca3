import rateLimit, { normalizeIP } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Refusal } from '../domain/refusal.ts';
import { refusal } from '../domain/refusal.ts';
import type { Limits } from '../platform/limits.ts';

const WINDOW_MS = 600_000;
const MINUTE_S = 60;
/** Behind one address may stand a family, a library, or a whole town of a mobile network. */
const PEOPLE_AT_AN_ADDRESS = 5;
const KEPT = 20_000;

/** Counts one more of its kind for this person and this address. A refusal when it is too many; the reply then says until when. */
export type Count = (request: FastifyRequest, reply: FastifyReply) => Promise<Refusal | null>;

/** What is counted on pages; calls of the API are counted there. */
type Counted = Exclude<keyof Limits, 'calls' | 'systems'>;

declare module 'fastify' {
  interface FastifyInstance {
    limits: Readonly<Record<Counted, Count>>;
  }
}

/** Adds `app.limits`, one count for each kind of work that costs much. */
export async function addLimits(app: FastifyInstance, limits: Limits): Promise<void> {
  await app.register(rateLimit, { global: false, timeWindow: WINDOW_MS, cache: KEPT });
  app.decorate('limits', {
    pictures: countOf(app, limits.pictures),
    letters: countOf(app, limits.letters),
    codes: countOf(app, limits.codes),
    accounts: countOf(app, limits.accounts),
    forms: countOf(app, limits.forms),
  });
}

function countOf(app: FastifyInstance, max: number): Count {
  const byPerson = app.createRateLimit({ max, keyGenerator: (request) => request.visit.actor?.id ?? '' });
  // A network counts as one address in IPv6. Whoever has gone meanwhile has none any more.
  const byAddress = app.createRateLimit({
    max: max * PEOPLE_AT_AN_ADDRESS,
    keyGenerator: ({ ip }: { ip?: string }) => normalizeIP(ip ?? ''),
  });
  return async (request, reply) => {
    const counts = request.visit.actor ? [byPerson, byAddress] : [byAddress];
    for (const count of counts) {
      const found = await count(request);
      if (found.isAllowed || !found.isExceeded) continue;
      reply.header('retry-after', found.ttlInSeconds);
      return refusal('request.too_often', { minutes: Math.ceil(found.ttlInSeconds / MINUTE_S) });
    }
    return null;
  };
}
