import { createHash } from 'node:crypto';
import type { Actor } from '../../domain/journal/actor.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { addMs } from '../../domain/time.ts';
import type { Locale } from '../../locales/index.ts';
import { t } from '../../locales/index.ts';
import { newId } from '../../platform/ids.ts';
import { hashOfSecretCode, newDigits, newSecretCode } from '../../platform/secret-code.ts';
import type { AccountKeyKind } from '../../store/accounts.ts';
import { addAccountKey, findActorByKey, putMailCode, takeMailCode } from '../../store/accounts.ts';
import type { KnownActor } from '../../store/actors.ts';
import { findActor, saveActor } from '../../store/actors.ts';
import { savePerson } from '../../store/people.ts';
import { createToken } from '../actors/create-token.ts';
import type { AppContext } from '../context.ts';

export type Visit = { readonly token: string; readonly actor: Actor };

const MINUTE_MS = 60_000;
const MAIL_CODE = {
  length: 6,
  livesMs: 10 * MINUTE_MS,
  tries: 5,
  pauseMs: MINUTE_MS,
  windowMs: 60 * MINUTE_MS,
  most: 5,
};
const MAIL = /^[^\s\p{C}@"<>]{1,64}@[^\s\p{C}@"<>]{1,190}\.[^\s\p{C}@"<>.]{2,24}$/u;

/** Opens a fresh account without a name and answers the code that leads back to it, which is shown this once. */
export async function openWithReturnCode(
  ctx: AppContext,
  locale: Locale,
): Promise<Visit & { readonly returnCode: string }> {
  const actor = await createPersonAccount(ctx, locale, null);
  const returnCode = newSecretCode(ctx.random);
  await keep(ctx, 'return_code', hashOfSecretCode(returnCode), actor.id);
  return { ...(await begin(ctx, actor)), returnCode };
}

/** Comes back with the code that was shown. Refused as `account.unknown_code` when it opens nothing. */
export async function comeBack(ctx: AppContext, typed: string): Promise<Visit> {
  const actor = await findActorByKey(ctx.pool, 'return_code', hashOfSecretCode(typed));
  if (!actor) throw new RefusalError(refusal('account.unknown_code', {}, '/code'));
  return begin(ctx, actor);
}

/** Sends a code to an address. The answer is the same whether or not an account has it. */
export async function sendMailCode(ctx: AppContext, typed: string, locale: Locale): Promise<void> {
  const mail = readMail(typed);
  if (!ctx.mail) throw new RefusalError(refusal('account.no_mail', {}, '/mail'));
  const now = ctx.clock.now();
  const code = newDigits(ctx.random, MAIL_CODE.length);
  const kept = await putMailCode(ctx.pool, {
    mailIndex: indexOf(ctx, mail),
    codeHash: hash(`${mail}:${code}`),
    sentAt: now,
    expiresAt: addMs(now, MAIL_CODE.livesMs),
    tries: MAIL_CODE.tries,
    windowSince: addMs(now, -MAIL_CODE.windowMs),
    notBefore: addMs(now, -MAIL_CODE.pauseMs),
    mostInWindow: MAIL_CODE.most,
  });
  if (!kept) throw new RefusalError(refusal('account.too_often', {}, '/mail'));
  const words = { code, minutes: MAIL_CODE.livesMs / MINUTE_MS };
  try {
    await ctx.mail.send({
      deliveryId: newId('code', now, ctx.random),
      to: mail,
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
export async function confirmMailCode(ctx: AppContext, typed: string, code: string, locale: Locale): Promise<Visit> {
  const mail = readMail(typed);
  const mailIndex = indexOf(ctx, mail);
  const digits = code.normalize('NFKC').replace(/\D/g, '');
  const right = await takeMailCode(ctx.pool, { mailIndex, codeHash: hash(`${mail}:${digits}`), now: ctx.clock.now() });
  if (!right) throw new RefusalError(refusal('account.wrong_code', {}, '/code'));
  const known = await findActorByKey(ctx.pool, 'mail', mailIndex);
  if (known) return begin(ctx, known);
  const actor = await createPersonAccount(ctx, locale, mail);
  await keep(ctx, 'mail', mailIndex, actor.id);
  return begin(ctx, actor);
}

async function begin(ctx: AppContext, actor: Actor): Promise<Visit> {
  const token = await createToken(ctx, actor.id, 'browser', 'account');
  if (token === null) throw new Error(`${actor.id} has an account and is not known`);
  return { token, actor };
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

async function keep(ctx: AppContext, kind: AccountKeyKind, keyHash: Uint8Array, actorId: string): Promise<void> {
  await addAccountKey(ctx.pool, { kind, keyHash, actorId, createdAt: ctx.clock.now() });
}

function readMail(typed: string): string {
  const mail = typed.normalize('NFKC').trim().toLowerCase();
  if (!MAIL.test(mail)) throw new RefusalError(refusal('account.bad_mail', {}, '/mail'));
  return mail;
}

function indexOf(ctx: AppContext, mail: string): Uint8Array {
  return ctx.sealer.blindIndex(`mail:${mail}`);
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
