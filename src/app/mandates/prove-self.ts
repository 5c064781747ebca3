import { createHash } from 'node:crypto';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { addMs } from '../../domain/time.ts';
import type { Locale } from '../../locales/index.ts';
import { t } from '../../locales/index.ts';
import { newId } from '../../platform/ids.ts';
import { hashOfSecretCode, newDigits } from '../../platform/secret-code.ts';
import { findActorByKey, putMailCode, takeMailCode } from '../../store/accounts.ts';
import { findPerson } from '../../store/people.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { requirePerson } from '../own-person.ts';

const MINUTE_MS = 60_000;
const CODE = { length: 6, livesMs: 10 * MINUTE_MS, tries: 5, pauseMs: MINUTE_MS, windowMs: 60 * MINUTE_MS, most: 5 };

/** Where a signing code went; `return_code` means that none was sent: the person signs with the code they were shown. */
export type SignedBy = 'mail' | 'sms' | 'return_code';

/** Sends a code to a place bound to the person before, never to the flagged number. Says where it went. */
export async function sendSigningCode(ctx: AppContext, asker: Asker, locale: Locale): Promise<SignedBy> {
  const personId = requirePerson(asker);
  const person = await findPerson(ctx.pool, ctx.sealer, personId);
  const byMail = ctx.mail !== null && person?.email;
  if (!byMail && !person?.smsDigits) return 'return_code';
  const now = ctx.clock.now();
  const code = newDigits(ctx.random, CODE.length);
  const kept = await putMailCode(ctx.pool, {
    mailIndex: placeOf(ctx, personId),
    codeHash: hashOf(personId, code),
    sentAt: now,
    expiresAt: addMs(now, CODE.livesMs),
    tries: CODE.tries,
    windowSince: addMs(now, -CODE.windowMs),
    notBefore: addMs(now, -CODE.pauseMs),
    mostInWindow: CODE.most,
  });
  if (!kept) throw new RefusalError(refusal('account.too_often', {}, '/code'));
  const words = { code, minutes: CODE.livesMs / MINUTE_MS };
  const [subject, text] = [t(locale, 'mandate.code_subject', words), t(locale, 'mandate.code_text', words)];
  const deliveryId = newId('code', now, ctx.random);
  try {
    if (byMail) await ctx.mail?.send({ deliveryId, to: person.email ?? '', subject, text, locale });
    else if (person?.smsDigits) await ctx.sms.send({ deliveryId, to: person.smsDigits, text });
  } catch (error) {
    ctx.log.warn({ err: error }, 'a signing code could not be sent');
    throw new RefusalError(refusal('account.mail_failed', {}, '/code'));
  }
  return byMail ? 'mail' : 'sms';
}

/** Takes the code that was sent, or the person's own return code, as their signature. Refused as `mandate.wrong_code`. */
export async function takeSignature(ctx: AppContext, asker: Asker, typed: string): Promise<void> {
  const personId = requirePerson(asker);
  const digits = typed.normalize('NFKC').replace(/\D/g, '');
  const now = ctx.clock.now();
  const right = await takeMailCode(ctx.pool, {
    mailIndex: placeOf(ctx, personId),
    codeHash: hashOf(personId, digits),
    now,
  });
  if (right) return;
  const owner = await findActorByKey(ctx.pool, 'return_code', hashOfSecretCode(typed));
  if (owner?.id !== asker.actor.id) throw new RefusalError(refusal('mandate.wrong_code', {}, '/code'));
}

function placeOf(ctx: AppContext, personId: string): Buffer {
  return ctx.sealer.blindIndex(`sign:${personId}`);
}

function hashOf(personId: string, digits: string): Buffer {
  return createHash('sha256').update(`sign:${personId}:${digits}`).digest();
}
