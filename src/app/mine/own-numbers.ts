import { relationTo } from '../../access/relation.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { myNumberIds } from '../numbers/list-my-numbers.ts';
import { readVisible } from '../on-number.ts';

/** Numbers of the person's own: what they only act on for somebody is that one's to export, correct and withdraw. */
export async function ownNumberIds(ctx: AppContext, asker: Asker): Promise<string[]> {
  const ids = await myNumberIds(ctx, asker);
  const seen = await Promise.all(ids.map((id) => readVisible(ctx, asker, id)));
  return seen
    .filter((state) => state.lines.some((line) => relationTo(state, line, asker.actor) === 'person'))
    .map(({ numberId }) => numberId);
}
