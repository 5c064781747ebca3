import type { Refusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';

/** A mainland mobile number in E.164, `+86` and eleven digits. There is no check digit in it. */
export type MobileNumber = string;

export type NumberReading =
  | { readonly ok: true; readonly mobile: MobileNumber }
  | { readonly ok: false; readonly refusal: Refusal };

const SEPARATORS = /[\s\-‐-―.·()（）]/g;
const COUNTRY = /^(?:\+|00)?86(?=1\d{10}$)/;
const MOBILE = /^1[3-9]\d{9}$/;
/** Thirteen digits that belong to things: 1440, 1410, 146, 148, 10646, 10648, 10649. */
const IOT = /^(?:144|141|146|148|1064[689])\d+$/;

/** Reads what somebody typed: full-width digits, country code, spaces and hyphens are understood; anything else is named. */
export function readMobileNumber(typed: string): NumberReading {
  const bare = typed.normalize('NFKC').replace(SEPARATORS, '');
  const digits = bare.replace(COUNTRY, '');
  if (MOBILE.test(digits)) return { ok: true, mobile: `+86${digits}` };
  return { ok: false, refusal: refusal(codeFor(bare, digits), {}, '/number') };
}

function codeFor(bare: string, digits: string): string {
  if (bare === '') return 'number.empty';
  if (!/^\+?\d+$/.test(bare)) return 'number.not_digits';
  if (bare.startsWith('+') || (bare.startsWith('00') && !bare.startsWith('0086'))) return 'number.foreign';
  if (digits.length === 15 && digits.startsWith('700')) return 'number.privacy';
  if (digits.length === 13 && IOT.test(digits)) return 'number.iot';
  if (/^0\d{9,11}$/.test(digits)) return 'number.landline';
  if (/^(?:400\d{7}|9[56]\d{3,6}|1[012]\d{1,3}|106\d+)$/.test(digits)) return 'number.service';
  if (/^1\d*$/.test(digits) && digits.length < 11) return 'number.too_short';
  if (/^1\d*$/.test(digits) && digits.length > 11) return 'number.too_long';
  return 'number.not_mobile';
}

/** `138****5678`, for screens and logs. */
export function maskMobile(mobile: MobileNumber): string {
  const digits = mobile.replace('+86', '');
  return `${digits.slice(0, 3)}****${digits.slice(7)}`;
}

/** `138 1234 5678`, as people read it out. */
export function formatMobile(mobile: MobileNumber): string {
  return mobile.replace(/^\+86(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3');
}
