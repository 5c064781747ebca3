import { markRead } from '../../store/mine.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { notFound } from '../on-number.ts';
import { requireOwn } from './list-inbox.ts';

/** Notes that the asker opened a notice of theirs; again changes nothing. */
export async function readNotice(ctx: AppContext, asker: Asker, noticeId: string): Promise<void> {
  const found = await markRead(ctx.pool, { personId: requireOwn(asker), noticeId, at: ctx.clock.now() });
  if (!found) throw notFound();
}
