import { Type } from 'typebox';
import { readPublicRates } from '../../app/learning/public-rates.ts';
import { getPolicy, getPublishedPolicy, listPolicies } from '../../app/policies/read-policies.ts';
import { tryFact } from '../../app/policies/try-policy.ts';
import { beginDraft, publish, writeDraft } from '../../app/policies/write-policy.ts';
import type { Cause } from '../../domain/flags/words.ts';
import { CAUSES } from '../../domain/flags/words.ts';
import type { Fact } from '../../domain/numbers/fact.ts';
import { endpoint } from '../endpoint.ts';
import { FactInput } from '../facts/fact-input.ts';
import { readInstant } from '../instants.ts';
import { choice, Id, input, MomentInput, nullable, Text } from '../schemas/parts.ts';
import {
  itemReply,
  PolicyInput,
  PolicyItemSchema,
  PolicyParams,
  PolicySchema,
  PublishedPolicySchema,
  policyReply,
  readRules,
  tableReply,
} from '../schemas/policy.ts';
import { camelKeys, snakeKeys } from '../wire.ts';

const STAFF = ['agent', 'reviewer', 'policy_owner', 'auditor', 'system'] as const;
const OWNER = ['policy_owner'] as const;

export const listPoliciesEndpoint = endpoint({
  method: 'GET',
  path: '/policies',
  tag: 'policies',
  summary: '规则表的各个版本 / Every version of the carrier’s rule tables',
  who: STAFF,
  status: 200,
  reply: Type.Object({ items: Type.Array(PolicyItemSchema) }),
  refusals: [403],
  run: async ({ ctx, asker }) => ({ items: (await listPolicies(ctx, asker)).map(itemReply) }),
});

export const getPolicyEndpoint = endpoint({
  method: 'GET',
  path: '/policies/:policy_id/versions/:version',
  tag: 'policies',
  summary: '一个版本，附检查结果和变化 / One version, with what stands against it and what it changes',
  who: STAFF,
  params: PolicyParams,
  status: 200,
  reply: PolicySchema,
  refusals: [403, 404],
  run: async ({ ctx, asker, params }) => policyReply(await getPolicy(ctx, asker, params.policy_id, params.version)),
});

export const beginDraftEndpoint = endpoint({
  method: 'POST',
  path: '/policies',
  tag: 'policies',
  summary: '起草下一版 / Begin the next version, or take up the draft that waits',
  who: OWNER,
  keyless: true,
  status: 201,
  reply: PolicySchema,
  refusals: [403],
  run: async ({ ctx, asker, reply }) => {
    const { policyId, version } = await beginDraft(ctx, asker);
    reply.header('location', `/api/v1/policies/${policyId}/versions/${version}`);
    return policyReply(await getPolicy(ctx, asker, policyId, version));
  },
});

export const writeDraftEndpoint = endpoint({
  method: 'POST',
  path: '/policies/:policy_id/versions/:version',
  tag: 'policies',
  summary: '改草稿 / Write a draft; it may be kept before it may be published',
  who: OWNER,
  keyless: true,
  params: PolicyParams,
  body: PolicyInput,
  bodyLimit: 400_000,
  status: 200,
  reply: PolicySchema,
  refusals: [403, 404, 409, 422],
  run: async ({ ctx, asker, params, body }) => {
    const { policy_id: policyId, version } = params;
    const { responsible_body: responsibleBody, complain_to: complainTo, rules, note = '' } = body;
    await writeDraft(ctx, asker, { policyId, version }, { responsibleBody, complainTo, note, rules: readRules(rules) });
    return policyReply(await getPolicy(ctx, asker, policyId, version));
  },
});

export const publishPolicyEndpoint = endpoint({
  method: 'POST',
  path: '/policies/:policy_id/versions/:version/publication',
  tag: 'policies',
  summary: '发布，由另一个人 / Put a draft into force; by another person than the one who wrote it',
  description:
    'A gap, an overlap, a breach of the minimum service or of a period of law is refused at its cell. Without `effective_from` it is in force at once.',
  who: OWNER,
  keyless: true,
  params: PolicyParams,
  body: input({ effective_from: Type.Optional(nullable(MomentInput)) }),
  status: 200,
  reply: PolicySchema,
  refusals: [403, 404, 409, 422],
  run: async ({ ctx, asker, params, body }) => {
    const { policy_id: policyId, version } = params;
    const from = body.effective_from ?? null;
    const { policy: seen } = await getPolicy(ctx, asker, policyId, version);
    const effectiveFrom = from === null ? null : readInstant(from, '/effective_from');
    await publish(ctx, asker, { policyId, version }, { effectiveFrom, seen });
    return policyReply(await getPolicy(ctx, asker, policyId, version));
  },
});

export const tryPolicyEndpoint = endpoint({
  method: 'POST',
  path: '/policies/:policy_id/versions/:version/trace',
  tag: 'policies',
  summary: '拿一条事实试一试 / What a table would do with a fact; nothing is written down',
  who: STAFF,
  keyless: true,
  params: PolicyParams,
  body: input({
    fact: FactInput,
    tenure_days: Type.Integer({ minimum: 0, maximum: 36_600 }),
    flags_before: Type.Optional(
      Type.Array(input({ cause: choice(CAUSES), count: Type.Integer({ minimum: 0, maximum: 1000 }) }), { maxItems: 9 }),
    ),
  }),
  status: 200,
  reply: Type.Object({
    fired: Type.Array(Id),
    trace: Type.Array(
      Type.Object({
        rule_id: Id,
        cause: Text,
        fired: Type.Boolean(),
        conditions: Type.Array(
          Type.Object({ field: Text, op: Text, value: Type.Unknown(), saw: Type.Unknown(), holds: Type.Boolean() }),
        ),
      }),
    ),
  }),
  refusals: [403, 404],
  run: async ({ ctx, asker, params, body }) => {
    const flagsBefore: { [C in Cause]?: number } = {};
    for (const { cause, count } of body.flags_before ?? []) flagsBefore[cause] = count;
    const given = { fact: camelKeys(body.fact) as Fact, line: { tenureDays: body.tenure_days, flagsBefore } };
    const name = { policyId: params.policy_id, version: params.version };
    const { fired, trace } = await tryFact(ctx, asker, name, given);
    return { fired: fired.map(({ ruleId }) => ruleId), trace: snakeKeys(trace) as never };
  },
});

export const getPublishedPolicyEndpoint = endpoint({
  method: 'GET',
  path: '/published-policies/:policy_id/versions/:version',
  tag: 'policies',
  summary: '已发布的规则表，任何人可读 / A published rule table, for anybody',
  who: 'anyone',
  params: PolicyParams,
  status: 200,
  reply: PublishedPolicySchema,
  refusals: [404],
  run: async ({ ctx, params }) => {
    const { policy, standing, effectiveFrom } = await getPublishedPolicy(ctx, params.policy_id, params.version);
    const { policyId, version } = policy;
    const learned = (await readPublicRates(ctx, policy)).map(({ ruleId, paused, figures }) => ({
      rule_id: ruleId,
      paused,
      decided: figures?.decided ?? null,
      overturned: figures?.overturned ?? null,
    }));
    return {
      policy_id: policyId,
      version,
      standing,
      effective_from: effectiveFrom,
      table: tableReply(policy),
      learned,
    };
  },
});

export const POLICY_ENDPOINTS = [
  listPoliciesEndpoint,
  beginDraftEndpoint,
  getPolicyEndpoint,
  writeDraftEndpoint,
  publishPolicyEndpoint,
  tryPolicyEndpoint,
  getPublishedPolicyEndpoint,
];
