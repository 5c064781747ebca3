import { Type } from 'typebox';
import { listInbox } from '../../app/inbox/list-inbox.ts';
import { endpoint } from '../endpoint.ts';
import { Id, Moment, nullable, PageQuery } from '../schemas/parts.ts';

const NoticeSchema = Type.Object(
  {
    notice_id: Id,
    number_id: Id,
    line: Type.Integer(),
    kind: Type.String(),
    subject: Type.Object({ kind: Type.String(), id: Id }),
    values: Type.Record(Type.String(), Type.Unknown()),
    issued_at: Moment,
    read_at: nullable(Moment),
  },
  { title: 'Notice' },
);

export const listInboxEndpoint = endpoint({
  method: 'GET',
  path: '/me/inbox',
  tag: 'me',
  summary: '站内通知 / My notices, newest first',
  who: ['subscriber', 'representative'],
  query: Type.Object(PageQuery),
  status: 200,
  reply: Type.Object({ items: Type.Array(NoticeSchema), next: nullable(Type.String()), unread: Type.Integer() }),
  refusals: [403],
  run: ({ ctx, asker, query }) => listInbox(ctx, asker, query),
});
