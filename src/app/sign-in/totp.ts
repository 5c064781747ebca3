import { Secret, TOTP } from 'otpauth';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import type { Instant } from '../../domain/time.ts';
import { addMs, msOf } from '../../domain/time.ts';
import { takeTotp, tryTotp } from '../../store/totp.ts';
import type { AppContext } from '../context.ts';

const SECRET_BYTES = 20;
const PERIOD_S = 30;
const DIGITS = 6;
/** Clocks of phones go wrong by some seconds: the code before and the one after are taken too. */
const LEEWAY = 1;
const TRIES = { most: 5, windowMs: 10 * 60_000 };

/** A fresh secret for an authenticator app. */
export function newTotpSecret(ctx: AppContext): Uint8Array {
  return ctx.random(SECRET_BYTES);
}

/** What an app reads from the picture, and the same to be typed by hand. */
export function describeTotp(secret: Uint8Array, label: string): { readonly uri: string; readonly typed: string } {
  const totp = totpOf(secret, label);
  return { uri: totp.toString(), typed: (totp.secret.base32.match(/.{1,4}/g) ?? []).join(' ') };
}

/** The period of the right code around now, or null when it is wrong. Compared in constant time by the library. */
export function counterOf(secret: Uint8Array, typed: string, now: Instant): number | null {
  const token = typed.normalize('NFKC').replace(/\D/g, '');
  if (token.length !== DIGITS) return null;
  const timestamp = msOf(now);
  const delta = totpOf(secret, '').validate({ token, timestamp, window: LEEWAY });
  return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD_S) + delta;
}

/** The code that an app shows at a moment. */
export function codeAt(secret: Uint8Array, now: Instant): string {
  return totpOf(secret, '').generate({ timestamp: msOf(now) });
}

/** Takes a code of this actor's app, once. Refused as `account.totp_wrong`; after five wrong ones for ten minutes, unread. */
export async function checkTotp(ctx: AppContext, actorId: string, typed: string): Promise<void> {
  const now = ctx.clock.now();
  const wrong = new RefusalError(refusal('account.totp_wrong', {}, '/totp'));
  const windowSince = addMs(now, -TRIES.windowMs);
  const kept = await tryTotp(ctx.pool, ctx.sealer, { actorId, now, windowSince, most: TRIES.most });
  if (!kept) throw wrong;
  const counter = counterOf(kept.secret, typed, now);
  if (counter === null || !(await takeTotp(ctx.pool, actorId, counter))) throw wrong;
}

function totpOf(secret: Uint8Array, label: string): TOTP {
  const bytes = new Uint8Array(secret);
  return new TOTP({
    issuer: 'Qingbiao',
    label: label || 'Qingbiao',
    algorithm: 'SHA1',
    digits: DIGITS,
    period: PERIOD_S,
    secret: new Secret({ buffer: bytes.buffer }),
  });
}
