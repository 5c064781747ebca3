import { Type } from 'typebox';
import { readMyAccessLog } from '../../app/mine/my-data.ts';
import { endpoint } from '../endpoint.ts';
import { Id, Moment, PageQuery, page } from '../schemas/parts.ts';

export const listReadingsEndpoint = endpoint({
  method: 'GET',
  path: '/me/readings',
  tag: 'me',
  summary: '谁看过我的资料 / Who read the data of my numbers, newest first',
  who: ['subscriber', 'representative'],
  query: Type.Object({ ...PageQuery, own: Type.Optional(Type.Boolean()) }),
  status: 200,
  reply: page(
    Type.Object({
      at: Moment,
      number_id: Id,
      who: Type.String({ description: 'you, or the role of whoever read' }),
      purpose: Type.String(),
      what: Type.String(),
    }),
  ),
  refusals: [403],
  run: async ({ ctx, asker, query }) => {
    const { items, next } = await readMyAccessLog(ctx, asker, query);
    return { items: items.map(({ at, numberId, who, purpose, what }) => ({ at, numberId, who, purpose, what })), next };
  },
});
