import { RefusalError, refusal } from '../../domain/refusal.ts';
import { hashOfSecretCode, newSecretCode } from '../../platform/secret-code.ts';
import { addAccountKey, endAccountKeys } from '../../store/accounts.ts';
import type { KnownActor } from '../../store/actors.ts';
import { findActor } from '../../store/actors.ts';
import { putInvitedSecret } from '../../store/sign-in-steps.ts';
import { saveTotp } from '../../store/totp.ts';
import type { AppContext } from '../context.ts';
import type { Ceremony } from './passkey.ts';
import { beginAdding, finishAdding } from './passkey.ts';
import { endStep, hashOfStep, readStep } from './steps.ts';
import { counterOf, describeTotp, newTotpSecret } from './totp.ts';
import type { Visit } from './visit.ts';
import { beginVisit } from './visit.ts';

/** Whom an invitation is for. Refused as `account.no_invitation` when it was used, replaced or is too old. */
export async function readInvitation(ctx: AppContext, name: string): Promise<KnownActor> {
  return (await read(ctx, name)).actor;
}

/** The secret for an authenticator app, made on first asking; asked again, it is the same. */
export async function offerTotp(
  ctx: AppContext,
  name: string,
): Promise<{ readonly uri: string; readonly typed: string }> {
  const { actor, secret } = await read(ctx, name);
  if (secret) return describeTotp(secret, actor.displayName);
  const made = newTotpSecret(ctx);
  await putInvitedSecret(ctx.pool, ctx.sealer, {
    stepHash: hashOfStep(name),
    secret: Buffer.from(made).toString('hex'),
  });
  return describeTotp(made, actor.displayName);
}

/**
 * Takes the first code of the app: the invitation is used up, and a staff code is shown this once that goes with the app
 * from now on.
 */
export async function enrolTotp(
  ctx: AppContext,
  name: string,
  typed: string,
  device: string,
): Promise<Visit & { readonly staffCode: string }> {
  const { actor, secret } = await read(ctx, name);
  const now = ctx.clock.now();
  const counter = secret && counterOf(secret, typed, now);
  if (!secret || counter === null) throw new RefusalError(refusal('account.totp_wrong', {}, '/totp'));
  await useUp(ctx, name);
  await saveTotp(ctx.pool, ctx.sealer, { actorId: actor.id, secret, lastCounter: counter, now });
  const staffCode = newSecretCode(ctx.random);
  await endAccountKeys(ctx.pool, { actorId: actor.id, kind: 'return_code', now });
  await addAccountKey(ctx.pool, {
    kind: 'return_code',
    keyHash: hashOfSecretCode(staffCode),
    actorId: actor.id,
    createdAt: now,
  });
  return { ...(await beginVisit(ctx, actor, 'totp', device)), staffCode };
}

/** Begins making the passkey of somebody who was invited. */
export async function beginEnrolling(ctx: AppContext, name: string): Promise<Ceremony<unknown>> {
  const { actor } = await read(ctx, name);
  return beginAdding(ctx, actor, actor.displayName);
}

/** Keeps the passkey; the invitation is used up. */
export async function enrolPasskey(
  ctx: AppContext,
  name: string,
  answer: { readonly step: string; readonly response: string; readonly device: string },
): Promise<Visit> {
  const { actor } = await read(ctx, name);
  await finishAdding(ctx, actor, answer);
  await useUp(ctx, name);
  return beginVisit(ctx, actor, 'passkey', answer.device);
}

async function read(ctx: AppContext, name: string): Promise<{ actor: KnownActor; secret: Buffer | null }> {
  const kept = await readStep(ctx, 'invite', name);
  const actor = kept?.actorId ? await findActor(ctx.pool, kept.actorId) : null;
  if (!kept || !actor?.active) throw new RefusalError(refusal('account.no_invitation'));
  const { secret } = kept.data as { readonly secret?: string };
  return { actor, secret: secret === undefined ? null : Buffer.from(secret, 'hex') };
}

/** Of two who hold the same link, one comes first. */
async function useUp(ctx: AppContext, name: string): Promise<void> {
  if (!(await endStep(ctx, 'invite', name))) throw new RefusalError(refusal('account.no_invitation'));
}
