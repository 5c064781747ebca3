import { RefusalError, refusal } from '../../domain/refusal.ts';
import type { Instant } from '../../domain/time.ts';
import { addMs, msOf } from '../../domain/time.ts';
import type { Session } from '../../store/sessions.ts';
import { endOtherSessions, endSession, listSessions, shortenSession } from '../../store/sessions.ts';
import { createToken } from '../actors/create-token.ts';
import { forgetTokens } from '../actors/find-actor.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';

export type { Session } from '../../store/sessions.ts';

const DAY_MS = 86_400_000;
/** How long a key that was replaced still works, so that both ends can change over. */
const GRACE_MS = DAY_MS;

/** Where the asker is signed in now, and which keys speak for them. */
export function listMySessions(ctx: AppContext, asker: Asker): Promise<Session[]> {
  return listSessions(ctx.pool, asker.actor.id, ctx.clock.now());
}

/** Ends one of the asker's own; anybody else's is not found. */
export async function endMySession(ctx: AppContext, asker: Asker, sessionId: string): Promise<void> {
  const ended = await endSession(ctx.pool, { actorId: asker.actor.id, sessionId, now: ctx.clock.now() });
  if (!ended) throw new RefusalError(refusal('access.not_found'));
  forgetTokens(ctx);
}

/** Ends every other browser visit of the asker. */
export async function endMyOtherSessions(ctx: AppContext, asker: Asker, sessionId: string): Promise<number> {
  const ended = await endOtherSessions(ctx.pool, { actorId: asker.actor.id, sessionId, now: ctx.clock.now() });
  forgetTokens(ctx);
  return ended;
}

export type FreshKey = {
  readonly token: string;
  readonly expiresAt: Instant;
  /** Until when the key that was replaced still works. */
  readonly formerUntil: Instant;
};

/** Makes a key to follow this one, with the same scopes and the same life. Both work for a day. */
export async function rotateKey(ctx: AppContext, actorId: string, sessionId: string): Promise<FreshKey> {
  const now = ctx.clock.now();
  const former = (await listSessions(ctx.pool, actorId, now)).find((one) => one.sessionId === sessionId);
  if (former?.kind !== 'bearer') throw new RefusalError(refusal('account.no_key'));
  const days = former.expiresAt === null ? 365 : Math.max(1, daysBetween(former.createdAt, former.expiresAt));
  const token = await createToken(ctx, actorId, 'bearer', former.label, { scopes: former.scopes, days });
  if (token === null) throw new RefusalError(refusal('account.no_key'));
  const formerUntil = addMs(now, GRACE_MS);
  await shortenSession(ctx.pool, { actorId, sessionId, until: formerUntil });
  return { token, expiresAt: addMs(now, days * DAY_MS), formerUntil };
}

function daysBetween(from: Instant, until: Instant): number {
  return Math.round((msOf(until) - msOf(from)) / DAY_MS);
}
