import type { Refusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';

/** Letters that look like digits are left out: no I, O, S, V, Z. */
const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const LENGTH = 18;

export type CreditCodeReading =
  | { readonly ok: true; readonly code: string }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * A unified social credit code (GB 32100-2015) as somebody typed it: eighteen signs, the last of them a check over the others. A right
 * check sign says that it was copied well, not whose it is.
 */
export function readCreditCode(typed: string): CreditCodeReading {
  const code = typed
    .normalize('NFKC')
    .replace(/[\s\-‐-―.·]/g, '')
    .toUpperCase();
  if (code.length !== LENGTH) return refused('organisation.code_length');
  const bad = [...code].find((sign) => !SIGNS.includes(sign));
  if (bad !== undefined) return refused('organisation.code_sign', { sign: bad });
  return checkSign(code.slice(0, -1)) === code.at(-1) ? { ok: true, code } : refused('organisation.code_check');
}

/** The sign that makes the weighted sum a multiple of 31; weights are the powers of three. */
function checkSign(front: string): string {
  let sum = 0;
  let weight = 1;
  for (const sign of front) {
    sum += SIGNS.indexOf(sign) * weight;
    weight = (weight * 3) % SIGNS.length;
  }
  return SIGNS.charAt((SIGNS.length - (sum % SIGNS.length)) % SIGNS.length);
}

function refused(code: string, data: Readonly<Record<string, string>> = {}): CreditCodeReading {
  return { ok: false, refusal: refusal(code, data, '/credit_code') };
}
