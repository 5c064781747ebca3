import { Type } from 'typebox';
import { AUTHORITY_STATUSES, listAuthorityCases } from '../../app/authority/list-authority-cases.ts';
import { endpoint } from '../endpoint.ts';
import { choice, Id, Moment, nullable, PageQuery, page } from '../schemas/parts.ts';

const AuthorityCaseSchema = Type.Object(
  {
    case_id: Id,
    number_id: Id,
    line: Type.Integer(),
    carrier_id: nullable(Id),
    reference: Type.String(),
    status: Type.String(),
    remedy: Type.String(),
    flag_ids: Type.Array(Id),
    opened_at: Moment,
    authority_assignee: nullable(Id),
    authority_due_at: nullable(Moment),
    authority_due_rule_id: nullable(Id),
    ended_at: nullable(Moment),
  },
  { title: 'AuthorityCaseItem' },
);

export const listAuthorityCasesEndpoint = endpoint({
  method: 'GET',
  path: '/authority/cases',
  tag: 'cases',
  summary: '主管部门的案卷，按法定剩余时间 / The body’s files by its lawful time left',
  description:
    'Only what was handed to the officer’s own body, late ones first; open ones unless `status` names others.',
  who: ['officer'],
  query: Type.Object({
    ...PageQuery,
    status: Type.Optional(choice(AUTHORITY_STATUSES)),
    assignee: Type.Optional(
      Type.String({
        maxLength: 80,
        description: '`mine`, `nobody`, `away` (whose officer is away now), or an officer’s id',
      }),
    ),
  }),
  status: 200,
  reply: page(AuthorityCaseSchema),
  refusals: [403],
  run: ({ ctx, asker, query: { status, ...query } }) =>
    listAuthorityCases(ctx, asker, { ...query, ...(status ? { statuses: [status] } : {}) }),
});
