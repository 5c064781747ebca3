import { createHash } from 'node:crypto';
import type { JsonValue } from '../../domain/refusal.ts';
import { addMs } from '../../domain/time.ts';
import type { Step, StepKind } from '../../store/sign-in-steps.ts';
import { findStep, putStep, takeStep } from '../../store/sign-in-steps.ts';
import type { AppContext } from '../context.ts';

const NAME_BYTES = 24;
const MINUTE_MS = 60_000;
const LIVES_MS: Record<StepKind, number> = {
  passkey_add: 10 * MINUTE_MS,
  passkey_use: 10 * MINUTE_MS,
  oidc: 15 * MINUTE_MS,
  act: 60 * MINUTE_MS,
  invite: 72 * 60 * MINUTE_MS,
};

/** Begins a step and answers its name, which leads back to it and is kept nowhere else. */
export async function beginStep(
  ctx: AppContext,
  kind: StepKind,
  actorId: string | null,
  data: JsonValue,
): Promise<string> {
  const name = Buffer.from(ctx.random(NAME_BYTES)).toString('base64url');
  const now = ctx.clock.now();
  const stepHash = hashOfStep(name);
  await putStep(ctx.pool, ctx.sealer, { stepHash, kind, actorId, data, now, expiresAt: addMs(now, LIVES_MS[kind]) });
  return name;
}

/** What a step keeps; null when there is none of this name, or its time is over. */
export function readStep(ctx: AppContext, kind: StepKind, name: string): Promise<Step | null> {
  return findStep(ctx.pool, ctx.sealer, { stepHash: hashOfStep(name), kind, now: ctx.clock.now() });
}

/** The same, once. */
export function endStep(ctx: AppContext, kind: StepKind, name: string): Promise<Step | null> {
  return takeStep(ctx.pool, ctx.sealer, { stepHash: hashOfStep(name), kind, now: ctx.clock.now() });
}

/** What is kept of a step's name. */
export function hashOfStep(name: string): Buffer {
  return createHash('sha256').update(name).digest();
}
