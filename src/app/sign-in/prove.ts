import { createHash } from 'node:crypto';
import type { Actor } from '../../domain/journal/actor.ts';
import type { JsonValue } from '../../domain/refusal.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { proveSession } from '../../store/sessions.ts';
import type { ProofKind } from '../../store/tokens.ts';
import { revokeToken } from '../../store/tokens.ts';
import { forgetToken } from '../actors/find-actor.ts';
import type { AppContext } from '../context.ts';
import { beginStep, endStep, readStep } from './steps.ts';
import { checkTotp } from './totp.ts';
import type { Visit } from './visit.ts';
import { beginVisit } from './visit.ts';

/** A form that was sent before a proof was asked for: it waits with everything that was typed. */
export type WaitingAct = { readonly path: string; readonly fields: Readonly<Record<string, string>> | null };

/** Puts an act aside until its actor has proved themselves; its name leads back to it. */
export function putActAside(ctx: AppContext, actor: Actor, act: WaitingAct): Promise<string> {
  return beginStep(ctx, 'act', actor.id, act as unknown as JsonValue);
}

/** The act that waits, for its own actor alone; null when there is none. */
export async function findWaitingAct(ctx: AppContext, actor: Actor, name: string): Promise<WaitingAct | null> {
  const kept = await readStep(ctx, 'act', name);
  return kept?.actorId === actor.id ? (kept.data as unknown as WaitingAct) : null;
}

/** The same, once: it goes on now. */
export async function takeWaitingAct(ctx: AppContext, actor: Actor, name: string): Promise<WaitingAct | null> {
  return (await findWaitingAct(ctx, actor, name)) && ((await endStep(ctx, 'act', name))?.data as unknown as WaitingAct);
}

/**
 * The visit goes on under a fresh token that carries the proof; the one before is worth nothing. Refused as
 * `account.other_person` when the proof is somebody else's.
 */
export async function renewVisit(
  ctx: AppContext,
  visit: { readonly actor: Actor; readonly token: string; readonly device: string | null },
  proved: { readonly actorId: string; readonly by: ProofKind },
): Promise<Visit> {
  if (proved.actorId !== visit.actor.id) throw new RefusalError(refusal('account.other_person'));
  const renewed = await beginVisit(ctx, visit.actor, proved.by, visit.device);
  await revokeToken(ctx.pool, createHash('sha256').update(visit.token).digest(), ctx.clock.now());
  forgetToken(ctx, visit.token);
  return renewed;
}

/** Proves a program's token by the code of its owner's app; the token stays. */
export async function proveToken(
  ctx: AppContext,
  asked: { readonly actor: Actor; readonly sessionId: string; readonly token: string; readonly code: string },
): Promise<void> {
  await checkTotp(ctx, asked.actor.id, asked.code);
  await proveSession(ctx.pool, { sessionId: asked.sessionId, now: ctx.clock.now(), by: 'totp' });
  forgetToken(ctx, asked.token);
}
