import { currentLine } from '../../domain/journal/state.ts';
import type { Line } from '../../domain/numbers/line.ts';
import { findActorOfPerson } from '../../store/actors.ts';
import { commandAsProduct } from '../as-product.ts';
import type { AppContext } from '../context.ts';
import type { Jobs } from '../later.ts';

/**
 * Somebody proved to be the holder of a number: what they told of it and what its carrier placed on it are joined, by an entry in each journal.
 * The carrier's journal names nothing of what was told; only the person finds from one to the other. Where another account is
 * registered as holder nothing is joined, and the desk compares its register. Safe to run twice.
 */
export async function joinReported(ctx: AppContext, { numberId, personId }: Jobs['join_reported']): Promise<void> {
  const digits = (await ctx.numbers.digitsOf([numberId])).get(numberId);
  if (digits === undefined) return;
  const [told, placed] = await Promise.all([ctx.numbers.find(digits, personId), ctx.numbers.find(digits)]);
  if (told === null || placed === null) return;
  const mine = currentLine((await ctx.journal.load(told)).state);
  const theirs = currentLine((await ctx.journal.load(placed)).state);
  if (mine?.origin !== 'reported' || theirs?.origin !== 'placed' || mine.userId !== personId) return;
  if (mine.joinedTo?.numberId === placed && mine.joinedTo.line === theirs.line) return;
  if (!(await isFree(ctx, theirs, personId))) {
    const subject = { kind: 'holder', id: placed } as const;
    const raising = { do: 'raise_attention', kind: 'holder_conflict', subject, detail: '' } as const;
    await commandAsProduct(ctx, placed, raising, 'holder_proof');
    return;
  }
  await commandAsProduct(ctx, placed, { do: 'join_holder', line: theirs.line, personId }, 'holder_proof');
  const to = { numberId: placed, line: theirs.line };
  await commandAsProduct(ctx, told, { do: 'join_report', line: mine.line, to }, `join:${placed}`);
}

/** Whether the person is the line's holder already, or nobody with an account of their own is. */
async function isFree(ctx: AppContext, { holderId }: Line, personId: string): Promise<boolean> {
  return holderId === null || holderId === personId || (await findActorOfPerson(ctx.pool, holderId)) === null;
}
