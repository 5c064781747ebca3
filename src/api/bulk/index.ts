import type { Static } from 'typebox';
import { Type } from 'typebox';
import { bulkFile } from '../../app/bulk/bulk-file.ts';
import type { BulkInput } from '../../app/bulk/bulk-input.ts';
import type { BulkOrder, BulkView } from '../../app/bulk/order-bulk.ts';
import { getBulk, listBulk, orderBulk, undoBulk } from '../../app/bulk/order-bulk.ts';
import { BULK_LIMIT, FILTER_LIMIT, PREVIEW_MS, previewBulk } from '../../app/bulk/preview-bulk.ts';
import { COUNT_LIMIT } from '../../app/filters/saved-filters.ts';
import type { BulkActName } from '../../domain/cases/bulk.ts';
import { BULK_ACTS } from '../../domain/cases/bulk.ts';
import type { Finding } from '../../domain/cases/case.ts';
import { CASE_STATUSES } from '../../domain/cases/case.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { bulkNext, bulkWhy } from '../../locales/bulk-words.ts';
import type { Locale } from '../../locales/index.ts';
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

const FilterSchema = Type.Object({ status: Type.Optional(Type.String()), assignee: Type.Optional(Type.String()) });
/** Why one case is left out or was not done. */
const WhyFields = {
  code: nullable(Type.String({ description: 'Null where nothing stood in the way' })),
  data: Type.Union([Type.Object({}, { additionalProperties: true }), Type.Null()], {
    description: 'The values of the refusal',
  }),
  detail: nullable(Type.String({ description: 'The same in words' })),
  what_to_do: nullable(Type.String()),
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
  selected: Type.Union([FilterSchema, Type.Null()], { description: 'The filter; null for cases picked by hand' }),
  matched: nullable(Type.Integer({ description: 'How many the filter held when they were looked at' })),
};
const BulkItemSchema = Type.Object(BulkFields, { title: 'BulkActItem' });
const BulkSchema = Type.Object(
  {
    ...BulkFields,
    counts: Type.Object({
      waiting: Type.Integer(),
      done: Type.Integer(),
      refused: Type.Integer(),
      left_out: Type.Integer({ description: 'Could not be done already when looked at' }),
    }),
    cases: Type.Array(
      Type.Object({
        case_id: Id,
        reference: Type.String(),
        status: Type.String({ description: 'waiting, done, refused or left_out' }),
        ...WhyFields,
      }),
    ),
    actions: Actions,
  },
  { title: 'BulkAct' },
);
const PreviewSchema = Type.Object(
  {
    preview_id: Id,
    valid_until: Moment,
    matched: Type.Integer({ description: `How many the filter holds; ${COUNT_LIMIT} means that many or more` }),
    counts: Type.Object({ can: Type.Integer(), left_out: Type.Integer() }),
    items: Type.Array(
      Type.Object({
        case_id: Id,
        reference: Type.String(),
        masked_number: Type.String(),
        status: Type.String(),
        version: Type.String({ description: 'Send along when ordering: a case that changed since is left alone' }),
        active_flags: Type.Integer(),
        words: nullable(Type.String({ description: 'The reasons with the record’s values in' })),
        ...WhyFields,
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
  summary: '先看会怎样 / What an order would do to each case; changes none',
  description: `By \`case_ids\`, at most ${BULK_LIMIT}; or by a \`filter\` of the queue, the ${FILTER_LIMIT} with the least lawful time left. The list is fixed for ${PREVIEW_MS / 60_000} minutes: order it by its \`preview_id\`, and nothing that comes later is in it.`,
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
  run: async ({ ctx, asker, body, locale }) => {
    const { case_ids: caseIds, filter } = body;
    const selection = caseIds ? { caseIds } : { filter: { assignee: filter?.assignee, status: filter?.status } };
    const { items, unknown, more, ...looked } = await previewBulk(ctx, asker, inputOf(body), selection);
    const can = items.filter(({ refused }) => refused === null).length;
    return {
      preview_id: looked.previewId,
      valid_until: looked.validUntil,
      matched: looked.matched,
      counts: { can, left_out: items.length - can },
      items: items.map((one) => ({
        case_id: one.caseId,
        reference: one.reference,
        masked_number: one.maskedNumber,
        status: one.status,
        version: one.version,
        active_flags: one.flags,
        words: one.words,
        ...whyReply(locale, one.refused),
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
    'Either `preview_id` alone, or `act` with its fields and `cases`. The same preview again, or the same `Idempotency-Key`, answers the same order as it stands. Asks for a fresh proof.',
  who: DESK,
  body: input({
    preview_id: Type.Optional(Id),
    ...WhatFields,
    act: Type.Optional(WhatFields.act),
    cases: Type.Optional(
      Type.Array(input({ case_id: Id, version: Type.String({ maxLength: 40 }) }), {
        minItems: 1,
        maxItems: BULK_LIMIT,
      }),
    ),
  }),
  status: 202,
  reply: BulkSchema,
  refusals: [403, 404, 409],
  run: async ({ ctx, asker, body, locale }) => bulkReply(locale, await orderBulk(ctx, asker, orderOf(body))),
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
  run: async ({ ctx, asker, params, locale }) => bulkReply(locale, await getBulk(ctx, asker, params.bulk_id)),
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
  run: async ({ ctx, asker, params, locale }) => bulkReply(locale, await undoBulk(ctx, asker, params.bulk_id)),
});

export const getBulkFileEndpoint = endpoint({
  method: 'GET',
  path: '/bulk-acts/:bulk_id/cases.csv',
  tag: 'bulk',
  summary: '每一件的结果，表格 / What became of each case, as a table with words',
  who: STAFF,
  params: BulkParams,
  status: 200,
  reply: null,
  produces: 'text/csv',
  refusals: [403, 404],
  run: async ({ ctx, asker, params, locale, reply }) => {
    const file = bulkFile(locale, await getBulk(ctx, asker, params.bulk_id));
    reply.type(file.mediaType).header('content-disposition', `attachment; filename="${file.fileName}"`);
    return reply.send(file.text);
  },
});

/** The desk's work on many cases. */
export const BULK_ENDPOINTS = [
  previewBulkEndpoint,
  orderBulkEndpoint,
  listBulkEndpoint,
  getBulkEndpoint,
  getBulkFileEndpoint,
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

type Order = Partial<What> & {
  readonly preview_id?: string;
  readonly cases?: readonly { readonly case_id: string; readonly version: string }[];
};

function orderOf({ preview_id: previewId, cases = [], ...rest }: Order): BulkOrder {
  if (previewId !== undefined) {
    if (cases.length > 0 || Object.keys(rest).length > 0)
      throw new RefusalError(refusal('bulk.preview_alone', {}, '/preview_id'));
    return { previewId };
  }
  const { act, ...more } = rest;
  if (!act) throw new RefusalError(refusal('bulk.act_missing', {}, '/act'));
  const chosen = cases.map(({ case_id: caseId, version }) => ({ caseId, version }));
  return { input: inputOf({ act, ...more }), chosen };
}

function whyReply(locale: Locale, refused: Refusal | null) {
  if (refused === null) return { code: null, data: null, detail: null, what_to_do: null };
  const { code, data = {} } = refused;
  return { code, data, detail: bulkWhy(locale, refused), what_to_do: bulkNext(locale, code) };
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
    selected: one.selected,
    matched: one.matched,
  };
}

function bulkReply(locale: Locale, one: BulkView): Static<typeof BulkSchema> {
  const undo = { act: 'undo', method: 'POST' as const, href: `/api/v1/bulk-acts/${one.bulkId}/undo` };
  return {
    ...itemReply(one),
    counts: one.counts,
    cases: one.cases.map(({ caseId, reference, status, code, data }) => ({
      case_id: caseId,
      reference,
      status,
      ...whyReply(locale, code === null ? null : { code, data: data ?? {} }),
    })),
    actions: one.mayUndo ? [undo] : [],
  };
}
