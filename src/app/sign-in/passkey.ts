import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { Actor } from '../../domain/journal/actor.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { isLoopbackHost } from '../../platform/config.ts';
import { addPasskey, findPasskey, listPasskeys, removePasskey, usePasskey } from '../../store/passkeys.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { demandProof } from './step-up.ts';
import { beginStep, endStep } from './steps.ts';

const CHALLENGE_BYTES = 32;
/** EdDSA, ES256 and RS256, by their numbers in COSE. */
const ALGORITHMS = [-8, -7, -257];
/** An answer of an authenticator is some hundred bytes. */
const ANSWER_LIMIT = 16_384;
const MOST = 10;

/** What the browser is asked to do, and the name under which its answer is expected. */
export type Ceremony<Options> = { readonly step: string; readonly options: Options };

/** The name that passkeys of this site are bound to, and where it is served. Browsers know no passkeys of bare addresses. */
export function relyingParty(ctx: AppContext): { readonly id: string; readonly origins: readonly string[] } {
  const url = new URL(ctx.config.publicUrl);
  if (!isLoopbackHost(url.hostname)) return { id: url.hostname, origins: [url.origin] };
  return { id: 'localhost', origins: [`${url.protocol}//localhost${url.port ? `:${url.port}` : ''}`] };
}

/** Begins adding a passkey to somebody's account. */
export async function beginAdding(
  ctx: AppContext,
  actor: Actor,
  displayName: string,
): Promise<Ceremony<PublicKeyCredentialCreationOptionsJSON>> {
  const known = await listPasskeys(ctx.pool, actor.id);
  if (known.length >= MOST) throw new RefusalError(refusal('account.too_many_passkeys', { most: MOST }));
  const options = await generateRegistrationOptions({
    rpName: '清标 Qingbiao',
    rpID: relyingParty(ctx).id,
    userName: displayName,
    userDisplayName: displayName,
    userID: new TextEncoder().encode(actor.id),
    challenge: challengeOf(ctx),
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: known.map(({ credentialId }) => ({ id: credentialId.toString('base64url') })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return { step: await beginStep(ctx, 'passkey_add', actor.id, { challenge: options.challenge }), options };
}

/** Keeps the passkey that the browser made. Only its public half ever leaves the device. */
export async function finishAdding(
  ctx: AppContext,
  actor: Actor,
  answer: { readonly step: string; readonly response: string; readonly device: string },
): Promise<void> {
  const begun = await endStep(ctx, 'passkey_add', answer.step);
  if (begun?.actorId !== actor.id) throw failed();
  const { id: expectedRPID, origins } = relyingParty(ctx);
  const response = parsed<RegistrationResponseJSON>(answer.response);
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response,
    expectedChallenge: challengeIn(begun.data),
    expectedOrigin: [...origins],
    expectedRPID,
    requireUserVerification: true,
  }).catch(() => ({ verified: false, registrationInfo: undefined }));
  if (!verified || !registrationInfo) throw failed();
  const { credential, credentialBackedUp } = registrationInfo;
  const added = await addPasskey(ctx.pool, {
    actorId: actor.id,
    credentialId: Buffer.from(credential.id, 'base64url'),
    publicKey: Buffer.from(credential.publicKey),
    signCount: credential.counter,
    transports: (credential.transports ?? []).filter((one) => /^[a-z-]{1,20}$/.test(one)),
    label: answer.device,
    backedUp: credentialBackedUp,
    createdAt: ctx.clock.now(),
    lastUsedAt: null,
  });
  if (!added) throw new RefusalError(refusal('account.passkey_known'));
}

/** Begins signing in with a passkey. Nobody is named: the device knows for whom it has keys. */
export async function beginUsing(ctx: AppContext): Promise<Ceremony<PublicKeyCredentialRequestOptionsJSON>> {
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(ctx).id,
    challenge: challengeOf(ctx),
    userVerification: 'required',
  });
  return { step: await beginStep(ctx, 'passkey_use', null, { challenge: options.challenge }), options };
}

/** Whose passkey answered. Refused as `account.passkey_failed`, whatever is wrong with the answer. */
export async function finishUsing(
  ctx: AppContext,
  answer: { readonly step: string; readonly response: string },
): Promise<Actor> {
  const begun = await endStep(ctx, 'passkey_use', answer.step);
  const response = parsed<AuthenticationResponseJSON>(answer.response);
  const found =
    typeof response.id === 'string' ? await findPasskey(ctx.pool, Buffer.from(response.id, 'base64url')) : null;
  if (!begun || !found) throw failed();
  const { actor, passkey } = found;
  const { id: expectedRPID, origins } = relyingParty(ctx);
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challengeIn(begun.data),
    expectedOrigin: [...origins],
    expectedRPID,
    requireUserVerification: true,
    credential: {
      id: passkey.credentialId.toString('base64url'),
      publicKey: new Uint8Array(passkey.publicKey),
      counter: passkey.signCount,
    },
  }).catch(() => ({ verified: false, authenticationInfo: undefined }));
  if (!verified || !authenticationInfo) throw failed();
  const used = await usePasskey(ctx.pool, {
    credentialId: passkey.credentialId,
    signCount: authenticationInfo.newCounter,
    now: ctx.clock.now(),
  });
  if (!used) throw failed();
  return actor;
}

/** Forgets a passkey of the asker's own. */
export async function forgetPasskey(ctx: AppContext, asker: Asker, credentialId: string): Promise<void> {
  demandProof(ctx, asker, 'change_sign_in');
  const removed = await removePasskey(ctx.pool, asker.actor.id, Buffer.from(credentialId, 'base64url'));
  if (!removed) throw new RefusalError(refusal('access.not_found'));
}

function challengeOf(ctx: AppContext): Uint8Array<ArrayBuffer> {
  return new Uint8Array(ctx.random(CHALLENGE_BYTES));
}

function challengeIn(data: unknown): string {
  return (data as { readonly challenge: string }).challenge;
}

function parsed<Answer extends object>(spelled: string): Answer {
  if (spelled.length > ANSWER_LIMIT) throw failed();
  try {
    const value: unknown = JSON.parse(spelled);
    if (typeof value === 'object' && value !== null) return value as Answer;
  } catch {
    throw failed();
  }
  throw failed();
}

function failed(): RefusalError {
  return new RefusalError(refusal('account.passkey_failed'));
}
