import { Type } from 'typebox';
import { listLifts } from '../../app/lifts/list-lifts.ts';
import { endpoint } from '../endpoint.ts';
import { Id, Moment, nullable, PageQuery, page } from '../schemas/parts.ts';

const LiftItemSchema = Type.Object(
  {
    lift_id: Id,
    number_id: Id,
    line: Type.Integer(),
    flag_ids: Type.Array(Id),
    because: Type.String(),
    case_id: nullable(Id),
    since: Moment,
    ordered_at: Moment,
    completed_at: nullable(Moment),
    abandoned_at: nullable(Moment),
    not_back_at: nullable(Moment),
    steps: Type.Array(
      Type.Object({
        system: Type.String(),
        status: Type.String(),
        attempts: Type.Integer(),
        code: nullable(Type.String()),
      }),
    ),
  },
  { title: 'LiftItem' },
);

export const listLiftsEndpoint = endpoint({
  method: 'GET',
  path: '/lifts',
  tag: 'lifts',
  summary: '本企业的解除指令 / The carrier’s lifts, newest first',
  who: ['agent', 'reviewer', 'policy_owner', 'auditor', 'system'],
  query: Type.Object({ ...PageQuery, under_way: Type.Optional(Type.Boolean()) }),
  status: 200,
  reply: page(LiftItemSchema),
  refusals: [403],
  run: ({ ctx, asker, query: { under_way: underWay, ...query } }) => listLifts(ctx, asker, { ...query, underWay }),
});
