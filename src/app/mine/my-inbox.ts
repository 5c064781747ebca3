import type { Locale } from '../../locales/index.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import type { InboxItem } from '../inbox/list-inbox.ts';
import { listInbox } from '../inbox/list-inbox.ts';
import { readNotice } from '../inbox/read-notice.ts';
import { wordNotice } from '../notices/notice-facts.ts';
import type { PageInput } from '../pages.ts';

/** A notice with its words, as they also went out by mail. */
export type MyMessage = { readonly item: InboxItem; readonly subject: string; readonly text: string };
export type MyInbox = { readonly items: readonly MyMessage[]; readonly next: string | null; readonly unread: number };

/** One page of the asker's messages in words. What is shown here counts as read from the next look on. */
export async function readMyInbox(ctx: AppContext, asker: Asker, locale: Locale, input: PageInput): Promise<MyInbox> {
  const page = await listInbox(ctx, asker, input);
  const items = await Promise.all(
    page.items.map(async (item) => {
      const { state } = await ctx.journal.load(item.numberId);
      const { subject, text } = await wordNotice(ctx, locale, state, { ...item, deliveries: [] });
      return { item, subject, text: text.split('\n\n')[0] ?? text };
    }),
  );
  const fresh = page.items.filter((item) => item.readAt === null);
  await Promise.all(fresh.map((item) => readNotice(ctx, asker, item.noticeId)));
  return { items, next: page.next, unread: page.unread - fresh.length };
}

/** How many messages the asker has not looked at. */
export async function countMyUnread(ctx: AppContext, asker: Asker): Promise<number> {
  return (await listInbox(ctx, asker, { limit: 1 })).unread;
}
