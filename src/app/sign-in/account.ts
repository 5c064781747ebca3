import { RefusalError, refusal } from '../../domain/refusal.ts';
import type { Locale } from '../../locales/index.ts';
import { t } from '../../locales/index.ts';
import { newId } from '../../platform/ids.ts';
import { hashOfSecretCode, newSecretCode } from '../../platform/secret-code.ts';
import { addAccountKey, bindAccountKey, findActorByKey } from '../../store/accounts.ts';
import type { KnownActor } from '../../store/actors.ts';
import { findActor, saveActor } from '../../store/actors.ts';
import { savePerson } from '../../store/people.ts';
import { hasTotp } from '../../store/totp.ts';
import type { AppContext } from '../context.ts';
import { indexOf, readAddress } from './addresses.ts';
import { CODE_MINUTES, makeCode, takeCode } from './sent-code.ts';
import { checkTotp } from './totp.ts';
import type { Visit } from './visit.ts';
import { beginVisit } from './visit.ts';

export type { Visit } from './visit.ts';

/** Opens a fresh account without a name and answers the code that leads back to it, which is shown this once. */
export async function openWithReturnCode(
  ctx: AppContext,
  locale: Locale,
  device: string | null = null,
): Promise<Visit & { readonly returnCode: string }> {
  const actor = await createPersonAccount(ctx, locale, null);
  const returnCode = newSecretCode(ctx.random);
  await addAccountKey(ctx.pool, {
    kind: 'return_code',
    keyHash: hashOfSecretCode(returnCode),
    actorId: actor.id,
    createdAt: ctx.clock.now(),
  });
  return { ...(await beginVisit(ctx, actor, 'return_code', device)), returnCode };
}

/**
 * Comes back with the code that was shown. Refused as `account.unknown_code` when it opens nothing. The code of somebody of
 * the staff opens nothing alone: the digits of their app go with it.
 */
export async function comeBack(
  ctx: AppContext,
  typed: string,
  { device = null, totp = '' }: { readonly device?: string | null; readonly totp?: string } = {},
): Promise<Visit> {
  const actor = await findActorByKey(ctx.pool, 'return_code', hashOfSecretCode(typed));
  if (!actor) throw new RefusalError(refusal('account.unknown_code', {}, '/code'));
  // An organisation that set up an app is asked for its digits, as staff are.
  if (actor.role === 'subscriber' && !(await hasTotp(ctx.pool, actor.id)))
    return beginVisit(ctx, actor, 'return_code', device);
  if (!(await hasTotp(ctx.pool, actor.id))) throw new RefusalError(refusal('account.unknown_code', {}, '/code'));
  if (totp.trim() === '') throw new RefusalError(refusal('account.totp_needed', {}, '/totp'));
  await checkTotp(ctx, actor.id, totp);
  return beginVisit(ctx, actor, 'totp', device);
}

/** Sends a code to an address. The answer is the same whether or not an account has it. */
export async function sendMailCode(ctx: AppContext, typed: string, locale: Locale): Promise<void> {
  const { to } = readAddress('mail', typed);
  if (!ctx.mail) throw new RefusalError(refusal('account.no_mail', {}, '/mail'));
  const code = await makeCode(ctx, `mail:${to}`, '/mail');
  await mailCode(ctx, to, code, locale);
}

/** Puts a code into a mail and waits until the server has it. Refused as `account.mail_failed` when it does not go. */
export async function mailCode(ctx: AppContext, to: string, code: string, locale: Locale): Promise<void> {
  const words = { code, minutes: CODE_MINUTES };
  try {
    await ctx.mail?.send({
      deliveryId: newId('code', ctx.clock.now(), ctx.random),
      to,
      subject: t(locale, 'account.mail_subject', words),
      text: t(locale, 'account.mail_text', words),
      locale,
    });
  } catch (error) {
    ctx.log.warn({ err: error }, 'a code could not be mailed');
    throw new RefusalError(refusal('account.mail_failed', {}, '/mail'));
  }
}

/** Signs in with the code from the mail; an address that is new gets an account. */
export async function confirmMailCode(
  ctx: AppContext,
  typed: string,
  code: string,
  locale: Locale,
  device: string | null = null,
): Promise<Visit> {
  const address = readAddress('mail', typed);
  await takeCode(ctx, `mail:${address.to}`, code);
  const known = await findActorByKey(ctx.pool, 'mail', indexOf(ctx, address));
  if (known) return beginVisit(ctx, known, 'mail', device);
  const actor = await createPersonAccount(ctx, locale, address.to);
  const key = { kind: 'mail', keyHash: indexOf(ctx, address), actorId: actor.id, createdAt: ctx.clock.now() } as const;
  if (!(await bindAccountKey(ctx.pool, key))) throw new RefusalError(refusal('account.wrong_code', {}, '/code'));
  return beginVisit(ctx, actor, 'mail', device);
}

async function createPersonAccount(ctx: AppContext, locale: Locale, mail: string | null): Promise<KnownActor> {
  const now = ctx.clock.now();
  const id = newId('person', now, ctx.random);
  await savePerson(ctx.pool, ctx.sealer, { personId: id, name: '', email: mail, smsDigits: null }, now);
  await saveActor(ctx.pool, {
    id,
    role: 'subscriber',
    carrierId: null,
    authorityId: null,
    personId: id,
    displayName: t(locale, 'account.nameless'),
    locale,
    active: true,
  });
  const actor = await findActor(ctx.pool, id);
  if (!actor) throw new Error('an account was saved and is not there');
  return actor;
}
