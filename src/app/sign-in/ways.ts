import type { Actor } from '../../domain/journal/actor.ts';
import { maskMobile } from '../../domain/numbers/mobile-number.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import type { Locale } from '../../locales/index.ts';
import { hashOfSecretCode } from '../../platform/secret-code.ts';
import { countAccountKeys, findActorByKey } from '../../store/accounts.ts';
import type { Passkey } from '../../store/passkeys.ts';
import { listPasskeys } from '../../store/passkeys.ts';
import { findPerson } from '../../store/people.ts';
import { listIdentities } from '../../store/staff-identities.ts';
import { hasTotp } from '../../store/totp.ts';
import type { AppContext } from '../context.ts';
import { mailCode } from './account.ts';
import type { AddressKind } from './addresses.ts';
import { textCode } from './phone.ts';
import { makeCode, takeCode } from './sent-code.ts';

export type { Passkey } from '../../store/passkeys.ts';

/** By what somebody can sign in, or prove that it is still them. Addresses are masked. */
export type Ways = {
  readonly passkeys: readonly Passkey[];
  readonly totp: boolean;
  readonly provider: boolean;
  readonly returnCode: boolean;
  readonly mail: string | null;
  readonly phone: string | null;
};

export async function findWays(ctx: AppContext, actor: Actor): Promise<Ways> {
  const [passkeys, totp, identities, keys, bound] = await Promise.all([
    listPasskeys(ctx.pool, actor.id),
    hasTotp(ctx.pool, actor.id),
    listIdentities(ctx.pool, actor.id),
    countAccountKeys(ctx.pool, actor.id),
    boundTo(ctx, actor),
  ]);
  return {
    passkeys,
    totp,
    provider: ctx.staffIdentity !== null && identities.length > 0,
    returnCode: actor.personId !== null && keys.return_code > 0,
    mail: bound.mail && maskMail(bound.mail),
    phone: bound.sms && maskMobile(bound.sms),
  };
}

/** Sends a code to an address bound before; says where it went, masked. */
export async function sendProofCode(ctx: AppContext, actor: Actor, kind: AddressKind, locale: Locale): Promise<string> {
  const to = (await boundTo(ctx, actor))[kind];
  if (to === null) throw new RefusalError(refusal('access.not_found'));
  const code = await makeCode(ctx, placeOf(actor, kind), 'form');
  if (kind === 'mail') await mailCode(ctx, to, code, locale);
  else await textCode(ctx, to, code, locale);
  return kind === 'mail' ? maskMail(to) : maskMobile(to);
}

/** Takes the code that was sent for a proof. Refused as `account.wrong_code`. */
export function takeProofCode(ctx: AppContext, actor: Actor, kind: AddressKind, typed: string): Promise<void> {
  return takeCode(ctx, placeOf(actor, kind), typed);
}

/** Takes the return code as a proof; it stays good. Refused as `account.unknown_code` when it is not this actor's own. */
export async function checkReturnCode(ctx: AppContext, actor: Actor, typed: string): Promise<void> {
  const owner = await findActorByKey(ctx.pool, 'return_code', hashOfSecretCode(typed));
  if (owner?.id !== actor.id) throw new RefusalError(refusal('account.unknown_code', {}, '/code'));
}

async function boundTo(ctx: AppContext, actor: Actor): Promise<Record<AddressKind, string | null>> {
  const person = actor.personId === null ? null : await findPerson(ctx.pool, ctx.sealer, actor.personId);
  if (!person) return { mail: null, sms: null };
  const keys = await countAccountKeys(ctx.pool, actor.id);
  return {
    mail: keys.mail > 0 && ctx.mail ? person.email : null,
    sms: keys.sms > 0 ? person.smsDigits : null,
  };
}

/** `l***@example.com` */
function maskMail(mail: string): string {
  return mail.replace(/^(.)[^@]*/u, '$1***');
}

function placeOf(actor: Actor, kind: AddressKind): string {
  return `prove:${actor.id}:${kind}`;
}
