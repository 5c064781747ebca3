import type { Actor } from '../../domain/journal/actor.ts';
import { maskMobile } from '../../domain/numbers/mobile-number.ts';
import { listLinesOf } from '../../store/mine.ts';
import type { AppContext } from '../context.ts';

export type MyNumber = {
  readonly numberId: string;
  readonly line: number;
  readonly mobile: string;
  readonly masked: string;
};

/** Numbers that a person holds or uses now; one whose digits were forgotten is missing. */
export async function listMyOpenNumbers(ctx: AppContext, actor: Actor): Promise<MyNumber[]> {
  if (actor.personId === null) return [];
  const lines = (await listLinesOf(ctx.pool, actor.personId)).filter((one) => one.closedAt === null);
  const digits = await ctx.numbers.digitsOf(lines.map((one) => one.numberId));
  return lines.flatMap(({ numberId, line }) => {
    const mobile = digits.get(numberId);
    return mobile === undefined ? [] : [{ numberId, line, mobile, masked: maskMobile(mobile) }];
  });
}
