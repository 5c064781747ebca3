import { Type } from 'typebox';
import { listFlags } from '../../app/flags/list-flags.ts';
import { CAUSES } from '../../domain/flags/words.ts';
import { endpoint } from '../endpoint.ts';
import { Code, choice, Id, Moment, nullable, PageQuery, page } from '../schemas/parts.ts';

const FlagItemSchema = Type.Object(
  {
    flag_id: Id,
    number_id: Id,
    line: Type.Integer(),
    status: Type.String(),
    layer: Type.String(),
    imposed_by: Type.String(),
    cause: Type.String(),
    code: Type.String(),
    policy_id: nullable(Id),
    policy_version: nullable(Type.Integer()),
    rule_id: nullable(Id),
    raised_by: Id,
    placed_at: Moment,
    lifted_because: nullable(Type.String()),
    lifted_at: nullable(Moment),
  },
  { title: 'FlagItem' },
);

export const listFlagsEndpoint = endpoint({
  method: 'GET',
  path: '/flags',
  tag: 'flags',
  summary: '本企业的标记 / The carrier’s flags, newest first',
  who: ['agent', 'reviewer', 'policy_owner', 'auditor', 'system'],
  query: Type.Object({
    ...PageQuery,
    status: Type.Optional(choice(['active', 'lifting', 'lifted', 'detached'])),
    cause: Type.Optional(choice(CAUSES)),
    rule_id: Type.Optional(Code),
  }),
  status: 200,
  reply: page(FlagItemSchema),
  refusals: [403],
  run: ({ ctx, asker, query: { rule_id: ruleId, ...query } }) => listFlags(ctx, asker, { ...query, ruleId }),
});
