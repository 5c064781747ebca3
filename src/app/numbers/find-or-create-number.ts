import type { AppContext } from '../context.ts';
import { readDigits } from './resolve-number.ts';

/** The id of a number by its digits, made on first mention. */
export function findOrCreateNumber(ctx: AppContext, mobileNumber: string): Promise<string> {
  return ctx.numbers.findOrCreate(readDigits(mobileNumber), ctx.clock.now());
}
