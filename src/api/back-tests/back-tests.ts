import { Type } from 'typebox';
import { askBackTest, cancelBackTest } from '../../app/back-tests/ask-back-test.ts';
import { getBackTest, listBackTests, listChanges } from '../../app/back-tests/read-back-tests.ts';
import { endpoint } from '../endpoint.ts';
import { readInstant } from '../instants.ts';
import {
  BackTestItemSchema,
  BackTestParams,
  BackTestSchema,
  backTestItemReply,
  backTestReply,
  ChangeSchema,
  changeReply,
} from '../schemas/back-test.ts';
import { choice, Id, input, MomentInput, PageQuery, page } from '../schemas/parts.ts';
import { PolicyParams } from '../schemas/policy.ts';

const STAFF = ['agent', 'reviewer', 'policy_owner', 'auditor', 'system'] as const;
const OWNER = ['policy_owner'] as const;

export const askBackTestEndpoint = endpoint({
  method: 'POST',
  path: '/policies/:policy_id/versions/:version/back-tests',
  tag: 'policies',
  summary: '拿过去的事实回测 / Try a version on the facts of a past period',
  description:
    'Counted in the background, one at a time for a carrier. Without `against` it is compared with the table in force now, or with none at all where it is that table itself and `none` is asked for.',
  who: OWNER,
  keyless: true,
  params: PolicyParams,
  body: input({
    from: MomentInput,
    until: MomentInput,
    against: Type.Optional(choice(['in_force', 'none'])),
    against_table: Type.Optional(
      input({ policy_id: Id, version: Type.Integer({ minimum: 1, maximum: 1_000_000_000 }) }),
    ),
  }),
  status: 201,
  reply: BackTestSchema,
  refusals: [403, 404, 409, 422],
  run: async ({ ctx, asker, params, body, reply }) => {
    const { policy_id: policyId, version } = params;
    const { against_table: table, against = 'in_force' } = body;
    const { backTestId } = await askBackTest(
      ctx,
      asker,
      { policyId, version },
      {
        from: readInstant(body.from, '/from'),
        until: readInstant(body.until, '/until'),
        against: table ? { policyId: table.policy_id, version: table.version } : against,
      },
    );
    reply.header('location', `/api/v1/back-tests/${backTestId}`);
    return backTestReply(await getBackTest(ctx, asker, backTestId));
  },
});

export const listBackTestsEndpoint = endpoint({
  method: 'GET',
  path: '/policies/:policy_id/versions/:version/back-tests',
  tag: 'policies',
  summary: '一个版本的回测 / The back-tests of a version, newest first',
  who: STAFF,
  params: PolicyParams,
  query: Type.Object(PageQuery),
  status: 200,
  reply: page(BackTestItemSchema),
  refusals: [403, 404],
  run: async ({ ctx, asker, params, query }) => {
    const name = { policyId: params.policy_id, version: params.version };
    const { items, next } = await listBackTests(ctx, asker, name, query);
    return { items: items.map(backTestItemReply), next };
  },
});

export const getBackTestEndpoint = endpoint({
  method: 'GET',
  path: '/back-tests/:back_test_id',
  tag: 'policies',
  summary: '回测进度和结果 / How far a back-test is, and what it found',
  who: STAFF,
  params: BackTestParams,
  status: 200,
  reply: BackTestSchema,
  refusals: [403, 404],
  run: async ({ ctx, asker, params }) => backTestReply(await getBackTest(ctx, asker, params.back_test_id)),
});

export const cancelBackTestEndpoint = endpoint({
  method: 'POST',
  path: '/back-tests/:back_test_id/cancel',
  tag: 'policies',
  summary: '停止回测 / End a back-test that is under way',
  who: OWNER,
  keyless: true,
  params: BackTestParams,
  status: 200,
  reply: BackTestSchema,
  refusals: [403, 404, 409],
  run: async ({ ctx, asker, params }) => {
    await cancelBackTest(ctx, asker, params.back_test_id);
    return backTestReply(await getBackTest(ctx, asker, params.back_test_id));
  },
});

export const listChangesEndpoint = endpoint({
  method: 'GET',
  path: '/back-tests/:back_test_id/changes',
  tag: 'policies',
  summary: '结果不同的线路 / The lines on which the two tables differ, numbers masked',
  who: STAFF,
  params: BackTestParams,
  query: Type.Object({ ...PageQuery, change: Type.Optional(choice(['spared', 'new'])) }),
  status: 200,
  reply: page(ChangeSchema),
  refusals: [403, 404],
  run: async ({ ctx, asker, params, query }) => {
    const { items, next } = await listChanges(ctx, asker, params.back_test_id, query);
    return { items: items.map(changeReply), next };
  },
});

export const BACK_TEST_ENDPOINTS = [
  askBackTestEndpoint,
  listBackTestsEndpoint,
  getBackTestEndpoint,
  cancelBackTestEndpoint,
  listChangesEndpoint,
];
