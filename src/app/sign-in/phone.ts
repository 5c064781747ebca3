import { RefusalError, refusal } from '../../domain/refusal.ts';
import type { Locale } from '../../locales/index.ts';
import { t } from '../../locales/index.ts';
import { newId } from '../../platform/ids.ts';
import { findActorByKey } from '../../store/accounts.ts';
import type { AppContext } from '../context.ts';
import { answerEvenly } from '../evenly.ts';
import { indexOf, readAddress } from './addresses.ts';
import { CODE_MINUTES, makeCode, takeCode } from './sent-code.ts';
import type { Visit } from './visit.ts';
import { beginVisit } from './visit.ts';

/**
 * Sends a code to a second phone that was bound to an account. A number that is nobody's gets no message, and whoever asks gets the
 * same answer after the same while: the message leaves after the answer.
 */
export async function sendSmsCode(ctx: AppContext, typed: string, locale: Locale): Promise<void> {
  const address = readAddress('sms', typed);
  const { code, known } = await answerEvenly(async () => ({
    code: await makeCode(ctx, `sms:${address.to}`, '/phone'),
    known: await findActorByKey(ctx.pool, 'sms', indexOf(ctx, address)),
  }));
  // Whoever waits for it learns from the message alone whether it came; what goes wrong is in the log.
  if (known) setImmediate(() => void textCode(ctx, address.to, code, locale).catch(() => undefined));
}

/** Signs in with the code from the message. */
export async function confirmSmsCode(
  ctx: AppContext,
  typed: string,
  code: string,
  device: string | null = null,
): Promise<Visit> {
  const address = readAddress('sms', typed);
  await takeCode(ctx, `sms:${address.to}`, code);
  const known = await findActorByKey(ctx.pool, 'sms', indexOf(ctx, address));
  if (!known) throw new RefusalError(refusal('account.wrong_code', {}, '/code'));
  return beginVisit(ctx, known, 'sms', device);
}

/** Puts a code into a text message. Refused as `account.sms_failed` when the operator does not take it. */
export async function textCode(ctx: AppContext, to: string, code: string, locale: Locale): Promise<void> {
  const text = t(locale, 'account.sms_text', { code, minutes: CODE_MINUTES });
  try {
    const answer = await ctx.sms.send({ deliveryId: newId('code', ctx.clock.now(), ctx.random), to, text });
    if (answer.taken) return;
    ctx.log.warn({ code: answer.code }, 'the operator did not take a code');
  } catch (error) {
    ctx.log.warn({ err: error }, 'a code could not be sent as a text message');
  }
  throw new RefusalError(refusal('account.sms_failed', {}, '/phone'));
}
