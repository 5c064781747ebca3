import { readMobileNumber } from '../../domain/numbers/mobile-number.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import type { AppContext } from '../context.ts';

/** Where a code can be sent. */
export type AddressKind = 'mail' | 'sms';
/** An address in its one spelling. */
export type Address = { readonly kind: AddressKind; readonly to: string };

const MAIL = /^[^\s\p{C}@"<>]{1,64}@[^\s\p{C}@"<>]{1,190}\.[^\s\p{C}@"<>.]{2,24}$/u;

/** Reads an address of mail or a mobile number. Refused at its field when it is none. */
export function readAddress(kind: AddressKind, typed: string): Address {
  if (kind === 'mail') {
    const to = typed.normalize('NFKC').trim().toLowerCase();
    if (!MAIL.test(to)) throw new RefusalError(refusal('account.bad_mail', {}, '/mail'));
    return { kind, to };
  }
  const read = readMobileNumber(typed);
  if (!read.ok) throw new RefusalError({ ...read.refusal, pointer: '/phone' });
  return { kind, to: read.mobile };
}

/** The field that an address is typed into. */
export function fieldOf(kind: AddressKind): '/mail' | '/phone' {
  return kind === 'mail' ? '/mail' : '/phone';
}

/** Under what an account is found by its address. */
export function indexOf(ctx: AppContext, { kind, to }: Address): Buffer {
  return ctx.sealer.blindIndex(`${kind}:${to}`);
}
