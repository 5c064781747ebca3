import { Type } from 'typebox';
import { readNotice } from '../../app/inbox/read-notice.ts';
import { endpoint } from '../endpoint.ts';
import { Id } from '../schemas/parts.ts';

export const readNoticeEndpoint = endpoint({
  method: 'POST',
  path: '/me/inbox/:notice_id/read',
  tag: 'me',
  summary: '标为已读 / Mark a notice as opened',
  description: 'Once or often, the first time counts.',
  who: ['subscriber', 'representative'],
  params: Type.Object({ notice_id: Id }),
  keyless: true,
  status: 204,
  reply: null,
  refusals: [403, 404],
  run: ({ ctx, asker, params }) => readNotice(ctx, asker, params.notice_id),
});
