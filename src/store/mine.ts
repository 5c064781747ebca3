import { numberOf } from '../domain/journal/thing-id.ts';
import type { Notice } from '../domain/notices/notice.ts';
import type { Line } from '../domain/numbers/line.ts';
import type { Instant } from '../domain/time.ts';
import type { Queryable } from '../platform/pool.ts';
import { type Page, type PageRequest, pageOf, readCursor } from './pages.ts';

export type LineItem = Line & { readonly numberId: string };

/** Lines that a person holds or uses, open ones first, newest first. */
export async function listLinesOf(db: Queryable, personId: string): Promise<LineItem[]> {
  const { rows } = await db.query<LineItem>(
    `select number_id as "numberId", line, origin, kind, carrier_id as "carrierId", province, holder_id as "holderId",
      user_id as "userId", opened_at as "openedAt", closed_at as "closedAt"
    from lines where holder_id = $1 or user_id = $1
    order by (closed_at is not null), opened_at desc, number_id, line`,
    [personId],
  );
  return rows;
}

export type InboxItem = Omit<Notice, 'deliveries'> & { readonly numberId: string; readonly readAt: Instant | null };

/** A person's notices, newest first. */
export async function listInbox(db: Queryable, personId: string, page: PageRequest): Promise<Page<InboxItem>> {
  const [at, id] = readCursor(page.cursor, ['moment', 'text']) ?? [null, null];
  const { rows } = await db.query<InboxItem>(
    `select n.number_id as "numberId", n.notice_id as "noticeId", n.line, n.kind, n.person_id as "personId",
      json_build_object('kind', n.subject_kind, 'id', n.subject_id) as subject, n."values",
      n.issued_at as "issuedAt", r.read_at as "readAt"
    from notices n left join notice_reads r using (number_id, notice_id, person_id)
    where n.person_id = $1
      and ($2::timestamptz is null or n.issued_at < $2 or n.issued_at = $2 and n.notice_id > $3)
    order by n.issued_at desc, n.notice_id limit $4`,
    [personId, at, id, page.limit + 1],
  );
  return pageOf(rows, page.limit, (row) => [row.issuedAt, row.noticeId]);
}

export async function countUnread(db: Queryable, personId: string): Promise<number> {
  const { rows } = await db.query<{ unread: number }>(
    `select count(*)::integer as unread from notices n
    where person_id = $1 and not exists (
      select from notice_reads r where r.number_id = n.number_id and r.notice_id = n.notice_id and r.person_id = $1
    )`,
    [personId],
  );
  return rows[0]?.unread ?? 0;
}

/** Notes that a person opened a notice; the first time counts. False when it is not this person's notice. */
export async function markRead(
  db: Queryable,
  read: { readonly personId: string; readonly noticeId: string; readonly at: Instant },
): Promise<boolean> {
  const numberId = numberOf('notice', read.noticeId);
  if (numberId === null) return false;
  const { rowCount } = await db.query(
    `with mine as (
      select number_id, notice_id, person_id from notices where number_id = $1 and notice_id = $2 and person_id = $3
    ), marked as (
      insert into notice_reads (number_id, notice_id, person_id, read_at) select number_id, notice_id, person_id, $4 from mine
      on conflict do nothing
    )
    select from mine`,
    [numberId, read.noticeId, read.personId, read.at],
  );
  return rowCount === 1;
}
