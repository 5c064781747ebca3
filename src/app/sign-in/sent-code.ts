import { createHash } from 'node:crypto';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { addMs } from '../../domain/time.ts';
import { newDigits } from '../../platform/secret-code.ts';
import { putMailCode, takeMailCode } from '../../store/accounts.ts';
import type { AppContext } from '../context.ts';

const MINUTE_MS = 60_000;
const CODE = { length: 6, livesMs: 10 * MINUTE_MS, tries: 5, pauseMs: MINUTE_MS, windowMs: 60 * MINUTE_MS, most: 5 };
export const CODE_MINUTES = CODE.livesMs / MINUTE_MS;

/** A fresh code for a place such as `mail:a@example.com`. Refused as `account.too_often` by what was asked for that place alone. */
export async function makeCode(ctx: AppContext, place: string, pointer: string): Promise<string> {
  const now = ctx.clock.now();
  const code = newDigits(ctx.random, CODE.length);
  const kept = await putMailCode(ctx.pool, {
    mailIndex: ctx.sealer.blindIndex(place),
    codeHash: hashOf(ctx, place, code),
    sentAt: now,
    expiresAt: addMs(now, CODE.livesMs),
    tries: CODE.tries,
    windowSince: addMs(now, -CODE.windowMs),
    notBefore: addMs(now, -CODE.pauseMs),
    mostInWindow: CODE.most,
  });
  if (!kept) throw new RefusalError(refusal('account.too_often', {}, pointer));
  return code;
}

/** Takes the code that was made for this place, once. Refused as `account.wrong_code`, whatever is wrong with it. */
export async function takeCode(ctx: AppContext, place: string, typed: string): Promise<void> {
  const digits = typed.normalize('NFKC').replace(/\D/g, '');
  const right = await takeMailCode(ctx.pool, {
    mailIndex: ctx.sealer.blindIndex(place),
    codeHash: hashOf(ctx, place, digits),
    now: ctx.clock.now(),
  });
  if (!right) throw new RefusalError(refusal('account.wrong_code', {}, '/code'));
}

/** Keyed, because a million codes are soon tried against a bare hash by whoever reads the table. */
function hashOf(ctx: AppContext, place: string, digits: string): Buffer {
  return createHash('sha256')
    .update(ctx.sealer.blindIndex(`code:${place}:${digits}`))
    .digest();
}
