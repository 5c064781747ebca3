import { maskMobile } from '../../domain/numbers/mobile-number.ts';
import { findPerson } from '../../store/people.ts';
import type { AppContext } from '../context.ts';

/** Numbers as the desk shows them, `154****0001`, by their ids. */
export async function maskedNumbers(
  ctx: AppContext,
  numberIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const digits = await ctx.numbers.digitsOf([...new Set(numberIds)]);
  return new Map([...digits].map(([numberId, mobile]) => [numberId, maskMobile(mobile)]));
}

/** A name as the desk shows it, `王**`; null when nobody is known by that id. */
export async function maskedName(ctx: AppContext, personId: string | null): Promise<string | null> {
  const person = personId === null ? null : await findPerson(ctx.pool, ctx.sealer, personId);
  if (!person) return null;
  const [first = '', ...rest] = [...person.name];
  return first + '*'.repeat(rest.length);
}
