import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RefusalError, refusal } from '../domain/refusal.ts';
import type { Limits } from '../platform/limits.ts';

const WINDOW_MS = 600_000;
/** Behind one address may stand a whole house; whoever shows no key shares its count. */
const CALLERS_AT_AN_ADDRESS = 5;
const KEPT = 20_000;

/** Counts one call; throws when it is too many, after setting when to come again. */
export type CountCall = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/** Adds a count of calls: of each actor however many keys they hold, and of each address for calls without a key that counts. */
export async function addCallLimits(app: FastifyInstance, limits: Limits): Promise<CountCall> {
  await app.register(rateLimit, { global: false, timeWindow: WINDOW_MS, cache: KEPT });
  const most = (request: FastifyRequest) => (isMachine(request) ? limits.systems : limits.calls);
  const byActor = app.createRateLimit({ max: most, keyGenerator: (request) => request.actor?.id ?? '' });
  const byAddress = app.createRateLimit({
    max: (request) => (isMachine(request) ? limits.systems : limits.calls * CALLERS_AT_AN_ADDRESS),
    keyGenerator: (request) => `${isMachine(request) ? 'systems' : 'calls'} ${request.ip}`,
  });
  return async (request, reply) => {
    if (request.routeOptions.config.endpoint?.counted === 'never') return;
    const found = await (request.actor ? byActor : byAddress)(request);
    if (found.isAllowed || !found.isExceeded) return;
    reply.header('retry-after', found.ttlInSeconds);
    throw new RefusalError(refusal('request.too_many_calls', { seconds: found.ttlInSeconds }));
  };
}

/** Machines of carriers and operators speak for many people at once. */
function isMachine({ actor, routeOptions }: FastifyRequest): boolean {
  return actor?.role === 'system' || routeOptions.config.endpoint?.counted === 'as_system';
}
