import { Type } from 'typebox';
import { readLearning } from '../../app/learning/read-board.ts';
import { readRule } from '../../app/learning/read-rule.ts';
import { openClass, pauseRule, resumeRule, tolerate } from '../../app/learning/rule-acts.ts';
import type { RuleName } from '../../domain/learning/board.ts';
import { TOLERATED } from '../../domain/learning/doubt.ts';
import { endpoint } from '../endpoint.ts';
import { readInstant } from '../instants.ts';
import {
  ClassItemSchema,
  classItemReply,
  LearningSchema,
  RuleLearningSchema,
  RuleParams,
  ruleLearningReply,
} from '../schemas/learning.ts';
import { DateInput, input, MomentInput, nullable, Words } from '../schemas/parts.ts';

const STAFF = ['agent', 'reviewer', 'policy_owner', 'auditor', 'system'] as const;
const OWNER = ['policy_owner'] as const;
const BASE = '/policies/:policy_id/versions/:version/rules/:rule_id';

type Params = { readonly policy_id: string; readonly version: number; readonly rule_id: string };

function nameIn({ policy_id: policyId, version, rule_id: ruleId }: Params): RuleName {
  return { policyId, version, ruleId };
}

export const getLearningEndpoint = endpoint({
  method: 'GET',
  path: '/learning',
  tag: 'learning',
  summary: '每条规则被推翻多少 / How often each rule is overturned, by rule, model, province and imposer',
  description:
    'Of decided appeals only, so not the share of all flags that are wrong. `from` and `to` are days of decision, both inclusive; the doubt is of the whole run, whatever the period.',
  who: STAFF,
  query: Type.Object({ from: Type.Optional(DateInput), to: Type.Optional(DateInput) }),
  status: 200,
  reply: LearningSchema,
  refusals: [403],
  run: async ({ ctx, asker, query }) => await readLearning(ctx, asker, query),
});

export const getRuleLearningEndpoint = endpoint({
  method: 'GET',
  path: `${BASE}/learning`,
  tag: 'learning',
  summary: '一条规则的决定、疑值和停用 / What was decided on a rule, its doubt and its pauses',
  who: STAFF,
  params: RuleParams,
  status: 200,
  reply: RuleLearningSchema,
  refusals: [403, 404],
  run: async ({ ctx, asker, params }) => ruleLearningReply(await readRule(ctx, asker, nameIn(params))),
});

export const tolerateEndpoint = endpoint({
  method: 'POST',
  path: `${BASE}/tolerance`,
  tag: 'learning',
  summary: '改容忍线 / Say which share of overturns is tolerated of a rule',
  description: 'What was decided so far is weighed anew; that may pause the rule.',
  who: OWNER,
  keyless: true,
  params: RuleParams,
  body: input({
    tolerated: Type.Number({ minimum: 0, maximum: 1, description: `${TOLERATED.least} to ${TOLERATED.most}` }),
    why: Words,
  }),
  status: 200,
  reply: RuleLearningSchema,
  refusals: [403, 404, 409, 422],
  run: async ({ ctx, asker, params, body }) => {
    await tolerate(ctx, asker, nameIn(params), body);
    return ruleLearningReply(await readRule(ctx, asker, nameIn(params)));
  },
});

export const pauseRuleEndpoint = endpoint({
  method: 'POST',
  path: `${BASE}/pause`,
  tag: 'learning',
  summary: '停用待查 / Pause a rule for review: it flags nobody by itself',
  who: OWNER,
  keyless: true,
  params: RuleParams,
  body: input({ ground: Words }),
  status: 200,
  reply: RuleLearningSchema,
  refusals: [403, 404, 409, 422],
  run: async ({ ctx, asker, params, body }) => {
    await pauseRule(ctx, asker, nameIn(params), body.ground);
    return ruleLearningReply(await readRule(ctx, asker, nameIn(params)));
  },
});

export const resumeRuleEndpoint = endpoint({
  method: 'POST',
  path: `${BASE}/resumption`,
  tag: 'learning',
  summary: '恢复使用，由起草人以外的人 / Take a rule back into use; by another owner than who wrote the table',
  who: OWNER,
  keyless: true,
  params: RuleParams,
  body: input({ ground: Words }),
  status: 200,
  reply: RuleLearningSchema,
  refusals: [403, 404, 409, 422],
  run: async ({ ctx, asker, params, body }) => {
    await resumeRule(ctx, asker, nameIn(params), body.ground);
    return ruleLearningReply(await readRule(ctx, asker, nameIn(params)));
  },
});

export const openClassEndpoint = endpoint({
  method: 'POST',
  path: `${BASE}/classes`,
  tag: 'learning',
  summary: '把一条规则的标记放成一批重看 / Open the standing flags of a rule as one class',
  who: ['reviewer', 'policy_owner'],
  keyless: true,
  params: RuleParams,
  body: input({
    why: Words,
    from: Type.Optional(nullable(MomentInput)),
    until: Type.Optional(nullable(MomentInput)),
  }),
  status: 201,
  reply: ClassItemSchema,
  refusals: [403, 404, 409, 422],
  run: async ({ ctx, asker, params, body, reply }) => {
    const moment = (text: string | null | undefined, pointer: string) => (text ? readInstant(text, pointer) : null);
    const from = moment(body.from, '/from');
    const until = moment(body.until, '/until');
    const opened = await openClass(ctx, asker, nameIn(params), { from, until, why: body.why });
    reply.header('location', `/api/v1/classes/${opened.classId}`);
    return classItemReply(opened);
  },
});
