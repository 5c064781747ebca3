import { isNumberId } from '../../domain/journal/thing-id.ts';
import type { MobileNumber } from '../../domain/numbers/mobile-number.ts';
import { readMobileNumber } from '../../domain/numbers/mobile-number.ts';
import { RefusalError } from '../../domain/refusal.ts';
import type { Instant } from '../../domain/time.ts';
import { addMs } from '../../domain/time.ts';
import type { Numbers } from '../../store/numbers.ts';
import type { AppContext } from '../context.ts';
import { notFound } from '../on-number.ts';

/** A number by its digits, as typed, or by our own id of it. */
export type NumberName = { readonly mobileNumber?: string | undefined; readonly numberId?: string | undefined };

/** The id of a number that is known here. Refused as not found when it is not, or when nobody named one. */
export async function resolveNumber(ctx: AppContext, { mobileNumber, numberId }: NumberName): Promise<string> {
  if (numberId !== undefined) {
    if (!isNumberId(numberId)) throw notFound();
    return numberId;
  }
  const digits = readDigits(mobileNumber ?? '');
  const memory = memoryOf(ctx);
  const now = ctx.clock.now();
  const known = memory.get(digits);
  if (known && now < known.until) return known.numberId;
  const found = await ctx.numbers.find(digits);
  if (found === null) throw notFound();
  if (memory.size >= KEPT) memory.clear();
  memory.set(digits, { numberId: found, until: addMs(now, FRESH_MS) });
  return found;
}

/** Typed digits in E.164. Throws what is wrong with them. */
export function readDigits(typed: string): MobileNumber {
  const reading = readMobileNumber(typed);
  if (!reading.ok) throw new RefusalError({ ...reading.refusal, pointer: '/mobile_number' });
  return reading.mobile;
}

/** Digits never come to mean another number; a link that was shredded is forgotten here within this time. */
const FRESH_MS = 60_000;
const KEPT = 100_000;

type Kept = { readonly numberId: string; readonly until: Instant };
const memories = new WeakMap<Numbers, Map<MobileNumber, Kept>>();

function memoryOf({ numbers }: AppContext): Map<MobileNumber, Kept> {
  const known = memories.get(numbers);
  if (known) return known;
  const fresh = new Map<MobileNumber, Kept>();
  memories.set(numbers, fresh);
  return fresh;
}
