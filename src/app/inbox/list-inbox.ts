import { isRefusal, ownScope } from '../../access/lists.ts';
import { RefusalError } from '../../domain/refusal.ts';
import type { InboxItem } from '../../store/mine.ts';
import { countUnread, listInbox as listInboxOf } from '../../store/mine.ts';
import type { Page } from '../../store/pages.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import type { PageInput } from '../pages.ts';
import { pageRequest } from '../pages.ts';

export type { InboxItem };
export type Inbox = Page<InboxItem> & { readonly unread: number };

/** The asker's own notices, newest first, with how many were never opened. */
export async function listInbox(ctx: AppContext, asker: Asker, input: PageInput): Promise<Inbox> {
  const personId = requireOwn(asker);
  const [page, unread] = await Promise.all([
    listInboxOf(ctx.pool, personId, pageRequest(input)),
    countUnread(ctx.pool, personId),
  ]);
  return { ...page, unread };
}

export function requireOwn(asker: Asker): string {
  const scope = ownScope(asker.actor);
  if (isRefusal(scope)) throw new RefusalError(scope);
  return scope.personId;
}
