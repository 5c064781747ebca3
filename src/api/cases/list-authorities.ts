import { Type } from 'typebox';
import { listAuthoritiesFor } from '../../app/authority/list-authorities-for.ts';
import { endpoint } from '../endpoint.ts';
import { AuthorityFields, CaseParams, DateText, Id, nullable } from '../schemas/parts.ts';

const ChoiceSchema = Type.Object(
  {
    ...AuthorityFields,
    name_zh: Type.String(),
    name_en: Type.String(),
    needs_prior_complaint: Type.Boolean(),
    open: Type.Boolean({ description: 'True when the case can be handed to it now' }),
    refused_because: nullable(Type.String({ description: 'The code with which it would be refused now' })),
  },
  { title: 'AuthorityChoice' },
);

export const listAuthoritiesEndpoint = endpoint({
  method: 'GET',
  path: '/cases/:case_id/authorities',
  tag: 'cases',
  summary: '可以交给哪个机构 / The bodies that a case may go to',
  description:
    'Those of the carrier company’s province; the ministry’s centre where it has no regulator. `last_day` is the end of the limit for complaints, shown early.',
  who: 'signed_in',
  params: CaseParams,
  status: 200,
  reply: Type.Object({
    province: Type.String(),
    last_day: nullable(DateText),
    limit_rule_id: nullable(Id),
    items: Type.Array(ChoiceSchema),
  }),
  refusals: [404],
  run: async ({ ctx, asker, params }) => {
    const { province, choices, limit } = await listAuthoritiesFor(ctx, asker, params.case_id);
    return {
      province,
      lastDay: limit?.shownDate ?? null,
      limitRuleId: limit?.ruleId ?? null,
      items: choices.map(({ authority, needsPriorComplaint, refused }) => ({
        ...authority,
        needsPriorComplaint,
        open: refused === null,
        refusedBecause: refused?.code ?? null,
      })),
    };
  },
});
