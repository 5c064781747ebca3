import type { MobileNumber } from '../../domain/numbers/mobile-number.ts';
import { readMobileNumber } from '../../domain/numbers/mobile-number.ts';
import { RefusalError } from '../../domain/refusal.ts';
import type { AppContext } from '../context.ts';
import { notFound } from '../on-number.ts';

/** A number by its digits, as typed, or by our own id of it. */
export type NumberName = { readonly mobileNumber?: string | undefined; readonly numberId?: string | undefined };

/** The id of a number that is known here. Refused as not found when it is not, or when nobody named one. */
export async function resolveNumber(ctx: AppContext, { mobileNumber, numberId }: NumberName): Promise<string> {
  if (numberId !== undefined) {
    if (BigInt(numberId) > LARGEST_ID) throw notFound();
    return numberId;
  }
  const found = await ctx.numbers.find(readDigits(mobileNumber ?? ''));
  if (found === null) throw notFound();
  return found;
}

/** Typed digits in E.164. Throws what is wrong with them. */
export function readDigits(typed: string): MobileNumber {
  const reading = readMobileNumber(typed);
  if (!reading.ok) throw new RefusalError({ ...reading.refusal, pointer: '/mobile_number' });
  return reading.mobile;
}

const LARGEST_ID = 0x7fff_ffff_ffff_ffffn;
