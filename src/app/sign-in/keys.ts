import { RefusalError, refusal } from '../../domain/refusal.ts';
import { isStorable } from '../../domain/storable-text.ts';
import type { Session } from '../../store/sessions.ts';
import { endSession, listSessions } from '../../store/sessions.ts';
import { createToken } from '../actors/create-token.ts';
import type { AppContext } from '../context.ts';
import { readScopes } from './scopes.ts';

const MOST_DAYS = 730;
const LABEL_LIMIT = 80;

/** A fresh key for a system or a member of staff, told this once. */
export async function createKey(
  ctx: AppContext,
  key: { readonly actorId: string; readonly scopes: string; readonly days: number; readonly label: string },
): Promise<string> {
  const scopes = readScopes(key.scopes);
  if (!scopes) throw new RefusalError(refusal('key.bad_scopes', {}, '/scopes'));
  if (!Number.isInteger(key.days) || key.days < 1 || key.days > MOST_DAYS)
    throw new RefusalError(refusal('key.bad_days', { most: MOST_DAYS }, '/days'));
  if (key.label.length > LABEL_LIMIT || !isStorable(key.label))
    throw new RefusalError(refusal('staff.bad_name', { most: LABEL_LIMIT }, '/label'));
  const token = await createToken(ctx, key.actorId, 'bearer', key.label, { scopes, days: key.days });
  if (token === null) throw new RefusalError(refusal('staff.unknown', { id: key.actorId }, '/id'));
  return token;
}

/** The keys that speak for an actor now. */
export async function listKeys(ctx: AppContext, actorId: string): Promise<Session[]> {
  return (await listSessions(ctx.pool, actorId, ctx.clock.now())).filter((one) => one.kind === 'bearer');
}

/** Ends a key of this actor. */
export async function endKey(ctx: AppContext, actorId: string, sessionId: string): Promise<void> {
  const ended = await endSession(ctx.pool, { actorId, sessionId, now: ctx.clock.now() });
  if (!ended) throw new RefusalError(refusal('access.not_found'));
}
