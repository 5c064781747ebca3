import type { Static } from 'typebox';
import { Type } from 'typebox';
import type { BulkView } from '../../app/bulk/order-bulk.ts';
import { getBulk, listBulk, orderBulk, undoBulk } from '../../app/bulk/order-bulk.ts';
import type { BulkInput } from '../../app/bulk/preview-bulk.ts';
import { BULK_LIMIT, previewBulk } from '../../app/bulk/preview-bulk.ts';
import type { BulkActName } from '../../domain/cases/bulk.ts';
import { BULK_ACTS } from '../../domain/cases/bulk.ts';
import type { Finding } from '../../domain/cases/case.ts';
import { CASE_STATUSES } from '../../domain/cases/case.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { endpoint } from '../endpoint.ts';
import { Actions, Code, choice, Id, input, Moment, nullable, PageQuery, page, Words } from '../schemas/parts.ts';

const DESK = ['agent', 'reviewer'] as const;
const STAFF = ['agent', 'reviewer', 'policy_owner', 'auditor', 'system'] as const;
const FINDINGS = ['misjudged', 'condition_met', 'grounded'] as const;
const BulkParams = Type.Object({ bulk_id: Id });

const WhatFields = {
  act: choice(BULK_ACTS),
  finding: Type.Optional(choice(FINDINGS, 'For `decide`')),
  rule_relied: Type.Optional(Code),
  words: Type.Optional(Words),
};

const BulkFields = {
  bulk_id: Id,
  act: Type.String(),
  finding: nullable(Type.String()),
  rule_relied: nullable(Type.String()),
  words: nullable(Type.String()),
  ordered_by: Id,
  ordered_at: Moment,
  effective_at: Moment,
  status: Type.String({ description: 'waiting, undone, working or done' }),
  undone_by: nullable(Id),
  undone_at: nullable(Moment),
  finished_at: nullable(Moment),
};
const BulkItemSchema = Type.Object(BulkFields, { title: 'BulkActItem' });
const BulkSchema = Type.Object(
  {
    ...BulkFields,
    counts: Type.Object({ waiting: Type.Integer(), done: Type.Integer(), refused: Type.Integer() }),
    cases: Type.Array(
      Type.Object({ case_id: Id, reference: Type.String(), status: Type.String(), code: nullable(Type.String()) }),
    ),
    actions: Actions,
  },
  { title: 'BulkAct' },
);
const PreviewSchema = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        case_id: Id,
        reference: Type.String(),
        masked_number: Type.String(),
        status: Type.String(),
        version: Type.String({ description: 'Send along when ordering: a case that changed since is left alone' }),
        active_flags: Type.Integer(),
        words: nullable(Type.String({ description: 'The reasons with the record’s values in' })),
        code: nullable(Type.String({ description: 'Why it would be refused; null when it can be done' })),
      }),
    ),
    unknown: Type.Array(Id),
    more: Type.Boolean({ description: 'The filter holds more than one order takes' }),
  },
  { title: 'BulkPreview' },
);

export const previewBulkEndpoint = endpoint({
  method: 'POST',
  path: '/bulk-acts/preview',
  tag: 'bulk',
  summary: '先看会怎样 / What an order would do to each case; changes nothing',
  description: `By \`case_ids\`, or by a \`filter\` of the queue; at most ${BULK_LIMIT} at a time.`,
  who: DESK,
  keyless: true,
  body: input({
    ...WhatFields,
    case_ids: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: BULK_LIMIT })),
    filter: Type.Optional(
      input({
        status: Type.Optional(choice(CASE_STATUSES.filter((status) => status !== 'draft'))),
        assignee: Type.Optional(Id),
      }),
    ),
  }),
  status: 200,
  reply: PreviewSchema,
  refusals: [403],
  run: async ({ ctx, asker, body }) => {
    const { case_ids: caseIds, filter } = body;
    const selection = caseIds
      ? { caseIds }
      : { filter: { assignee: filter?.assignee, ...(filter?.status ? { statuses: [filter.status] } : {}) } };
    const { items, unknown, more } = await previewBulk(ctx, asker, inputOf(body), selection);
    return {
      items: items.map((one) => ({
        case_id: one.caseId,
        reference: one.reference,
        masked_number: one.maskedNumber,
        status: one.status,
        version: one.version,
        active_flags: one.flags,
        words: one.words,
        code: one.refused?.code ?? null,
      })),
      unknown,
      more,
    };
  },
});

export const orderBulkEndpoint = endpoint({
  method: 'POST',
  path: '/bulk-acts',
  tag: 'bulk',
  summary: '一次办多件 / Order one act for many cases',
  description:
    'Waits its undo time, then each case gets it as an act of its own in its own journal, with every guard of that moment. ' +
    'A repeat finds the cases changed and leaves them alone. Asks for a fresh proof.',
  who: DESK,
  keyless: true,
  body: input({
    ...WhatFields,
    cases: Type.Array(input({ case_id: Id, version: Type.String({ maxLength: 40 }) }), {
      minItems: 1,
      maxItems: BULK_LIMIT,
    }),
  }),
  status: 202,
  reply: BulkSchema,
  refusals: [403, 404],
  run: async ({ ctx, asker, body }) => {
    const chosen = body.cases.map(({ case_id: caseId, version }) => ({ caseId, version }));
    return bulkReply(await orderBulk(ctx, asker, inputOf(body), chosen));
  },
});

export const listBulkEndpoint = endpoint({
  method: 'GET',
  path: '/bulk-acts',
  tag: 'bulk',
  summary: '批量办理的记录 / What the desk ordered for many, newest first',
  who: STAFF,
  query: Type.Object(PageQuery),
  status: 200,
  reply: page(BulkItemSchema),
  refusals: [403],
  run: async ({ ctx, asker, query }) => {
    const { items, next } = await listBulk(ctx, asker, query);
    return { items: items.map(itemReply), next };
  },
});

export const getBulkEndpoint = endpoint({
  method: 'GET',
  path: '/bulk-acts/:bulk_id',
  tag: 'bulk',
  summary: '办到哪了 / How far an order is, case by case',
  who: STAFF,
  params: BulkParams,
  status: 200,
  reply: BulkSchema,
  refusals: [403, 404],
  run: async ({ ctx, asker, params }) => bulkReply(await getBulk(ctx, asker, params.bulk_id)),
});

export const undoBulkEndpoint = endpoint({
  method: 'POST',
  path: '/bulk-acts/:bulk_id/undo',
  tag: 'bulk',
  summary: '撤回还没生效的 / Take an order back before it became effective',
  who: DESK,
  keyless: true,
  params: BulkParams,
  status: 200,
  reply: BulkSchema,
  refusals: [403, 404, 409],
  run: async ({ ctx, asker, params }) => bulkReply(await undoBulk(ctx, asker, params.bulk_id)),
});

/** The desk's work on many cases. */
export const BULK_ENDPOINTS = [
  previewBulkEndpoint,
  orderBulkEndpoint,
  listBulkEndpoint,
  getBulkEndpoint,
  undoBulkEndpoint,
];

type What = {
  readonly act: BulkActName;
  readonly finding?: Finding;
  readonly rule_relied?: string;
  readonly words?: string;
};

function inputOf({ act, finding, rule_relied: ruleRelied = '', words = '' }: What): BulkInput {
  if (act === 'order_lift') return { act };
  if (!finding) throw new RefusalError(refusal('bulk.finding_missing', {}, '/finding'));
  return { act, finding, ruleRelied, words };
}

function itemReply(one: Omit<BulkView, 'cases' | 'counts' | 'mayUndo'>): Static<typeof BulkItemSchema> {
  return {
    bulk_id: one.bulkId,
    act: one.act,
    finding: one.finding,
    rule_relied: one.ruleRelied,
    words: one.words,
    ordered_by: one.orderedBy,
    ordered_at: one.orderedAt,
    effective_at: one.effectiveAt,
    status: one.status,
    undone_by: one.undoneBy,
    undone_at: one.undoneAt,
    finished_at: one.finishedAt,
  };
}

function bulkReply(one: BulkView): Static<typeof BulkSchema> {
  const undo = { act: 'undo', method: 'POST' as const, href: `/api/v1/bulk-acts/${one.bulkId}/undo` };
  return {
    ...itemReply(one),
    counts: one.counts,
    cases: one.cases.map(({ caseId, reference, status, code }) => ({ case_id: caseId, reference, status, code })),
    actions: one.mayUndo ? [undo] : [],
  };
}
