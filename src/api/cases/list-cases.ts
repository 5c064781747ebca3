import { Type } from 'typebox';
import { listCases } from '../../app/cases/list-cases.ts';
import { CASE_STATUSES } from '../../domain/cases/case.ts';
import { endpoint } from '../endpoint.ts';
import { choice, Id, Moment, nullable, PageQuery, page } from '../schemas/parts.ts';

const CaseItemSchema = Type.Object(
  {
    case_id: Id,
    number_id: Id,
    line: Type.Integer(),
    reference: Type.String(),
    status: Type.String(),
    remedy: Type.String(),
    flag_ids: Type.Array(Id),
    opened_by: Id,
    opened_at: Moment,
    reviewer_id: nullable(Id),
    assignee: nullable(Id),
    due_at: nullable(Moment),
    due_rule_id: nullable(Id),
    ended_at: nullable(Moment),
  },
  { title: 'CaseItem' },
);

export const listCasesEndpoint = endpoint({
  method: 'GET',
  path: '/cases',
  tag: 'cases',
  summary: '工作台队列，按法定剩余时间 / The desk’s queue by lawful time left',
  description: 'Open cases after filing, unless `status` names others; drafts are the person’s own.',
  who: ['agent', 'reviewer', 'policy_owner', 'auditor', 'system'],
  query: Type.Object({
    ...PageQuery,
    status: Type.Optional(choice(CASE_STATUSES.filter((status) => status !== 'draft'))),
    reviewer_id: Type.Optional(Id),
    assignee: Type.Optional(
      Type.String({
        maxLength: 80,
        description: '`mine`, `nobody`, `away` (whose colleague is away now), or a colleague’s id',
      }),
    ),
    sort: Type.Optional(choice(['due', 'opened'])),
  }),
  status: 200,
  reply: page(CaseItemSchema),
  refusals: [403],
  run: ({ ctx, asker, query: { status, reviewer_id: reviewerId, ...query } }) =>
    listCases(ctx, asker, { ...query, reviewerId, ...(status ? { statuses: [status] } : {}) }),
});
