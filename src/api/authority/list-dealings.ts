import { Type } from 'typebox';
import { listDealings } from '../../app/authority/list-dealings.ts';
import { DEALING_ENDS } from '../../domain/cases/case.ts';
import { endpoint } from '../endpoint.ts';
import { choice, Id, Moment, nullable, PageQuery, page } from '../schemas/parts.ts';

const DealingSchema = Type.Object(
  {
    number_id: Id,
    case_id: Id,
    carrier_id: nullable(Id),
    reference: Type.String(),
    remedy: Type.String(),
    handed_at: Moment,
    ended_at: Moment,
    ended_how: choice(DEALING_ENDS),
    status: nullable(Type.String({ description: 'Null where the body no longer sees what goes on' })),
  },
  { title: 'Dealing' },
);

export const listDealingsEndpoint = endpoint({
  method: 'GET',
  path: '/authority/dealings',
  tag: 'cases',
  summary: '本机构曾经办理的案卷 / What the officer’s body dealt with and no longer has',
  description:
    'The latest to end in front. A body that declined a case reads it as it stood then, not what came after.',
  who: ['officer'],
  query: Type.Object(PageQuery),
  status: 200,
  reply: page(DealingSchema),
  refusals: [403],
  run: ({ ctx, asker, query }) => listDealings(ctx, asker, query),
});
