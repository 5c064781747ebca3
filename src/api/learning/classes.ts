import { Type } from 'typebox';
import { decideClass, dropClass, putBack, takeOut } from '../../app/learning/class-acts.ts';
import { getClass, listClasses, listClassFlags } from '../../app/learning/read-classes.ts';
import { listReports, readReport } from '../../app/learning/read-reports.ts';
import { endpoint } from '../endpoint.ts';
import {
  ClassFlagSchema,
  ClassItemSchema,
  ClassSchema,
  classFlagReply,
  classItemReply,
  classReply,
  MEMBER_STATUSES,
  ReportSchema,
} from '../schemas/learning.ts';
import { Code, choice, Id, input, PageQuery, page, Words } from '../schemas/parts.ts';

const STAFF = ['agent', 'reviewer', 'policy_owner', 'auditor', 'system'] as const;
const REVIEWER = ['reviewer'] as const;
const ClassParams = Type.Object({ class_id: Id });
const FlagIds = Type.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true });

export const listClassesEndpoint = endpoint({
  method: 'GET',
  path: '/classes',
  tag: 'learning',
  summary: '同类一起办的标记 / Classes of flags that are decided together, newest first',
  who: STAFF,
  query: Type.Object(PageQuery),
  status: 200,
  reply: page(ClassItemSchema),
  refusals: [403],
  run: async ({ ctx, asker, query }) => {
    const { items, next } = await listClasses(ctx, asker, query);
    return { items: items.map(classItemReply), next };
  },
});

export const getClassEndpoint = endpoint({
  method: 'GET',
  path: '/classes/:class_id',
  tag: 'learning',
  summary: '一批同类标记和进度 / One class: counts, decisions, who was told',
  who: STAFF,
  params: ClassParams,
  status: 200,
  reply: ClassSchema,
  refusals: [403, 404],
  run: async ({ ctx, asker, params }) => classReply(await getClass(ctx, asker, params.class_id)),
});

export const listClassFlagsEndpoint = endpoint({
  method: 'GET',
  path: '/classes/:class_id/flags',
  tag: 'learning',
  summary: '一批里的每个标记 / The flags of a class, numbers masked',
  who: STAFF,
  params: ClassParams,
  query: Type.Object({ ...PageQuery, status: Type.Optional(choice([...MEMBER_STATUSES, 'standing'])) }),
  status: 200,
  reply: page(ClassFlagSchema),
  refusals: [403, 404],
  run: async ({ ctx, asker, params, query }) => {
    const { items, next } = await listClassFlags(ctx, asker, params.class_id, query);
    return { items: items.map(classFlagReply), next };
  },
});

export const takeOutEndpoint = endpoint({
  method: 'POST',
  path: '/classes/:class_id/exclusions',
  tag: 'learning',
  summary: '把情况不同的拿出来 / Take flags that differ out of the common decision',
  who: REVIEWER,
  keyless: true,
  params: ClassParams,
  body: input({ flag_ids: FlagIds, why: Words }),
  status: 200,
  reply: ClassSchema,
  refusals: [403, 404, 409],
  run: async ({ ctx, asker, params, body }) => {
    await takeOut(ctx, asker, params.class_id, { flagIds: body.flag_ids, why: body.why });
    return classReply(await getClass(ctx, asker, params.class_id));
  },
});

export const putBackEndpoint = endpoint({
  method: 'POST',
  path: '/classes/:class_id/inclusions',
  tag: 'learning',
  summary: '放回来 / Put flags back into the common decision',
  who: REVIEWER,
  keyless: true,
  params: ClassParams,
  body: input({ flag_ids: FlagIds }),
  status: 200,
  reply: ClassSchema,
  refusals: [403, 404, 409],
  run: async ({ ctx, asker, params, body }) => {
    await putBack(ctx, asker, params.class_id, body.flag_ids);
    return classReply(await getClass(ctx, asker, params.class_id));
  },
});

export const decideClassEndpoint = endpoint({
  method: 'POST',
  path: '/classes/:class_id/decision',
  tag: 'learning',
  summary: '一起认定误判 / Find every waiting flag of a class misjudged',
  description:
    'Each flag gets a decision of its own in its own journal and its lift in the same commit. `seen` is how many waited when you looked: what came since is looked at first. Flags that you placed or decided before stay for another reviewer.',
  who: REVIEWER,
  keyless: true,
  params: ClassParams,
  body: input({ rule_relied: Code, words: Words, seen: Type.Integer({ minimum: 0, maximum: 100_000_000 }) }),
  status: 202,
  reply: ClassSchema,
  refusals: [403, 404, 409, 422],
  run: async ({ ctx, asker, params, body }) => {
    const { rule_relied: ruleRelied, words, seen } = body;
    await decideClass(ctx, asker, params.class_id, { ruleRelied, words, seen });
    return classReply(await getClass(ctx, asker, params.class_id));
  },
});

export const dropClassEndpoint = endpoint({
  method: 'POST',
  path: '/classes/:class_id/dropping',
  tag: 'learning',
  summary: '规则没有错，不再重看 / End a class because its rule was right',
  who: REVIEWER,
  keyless: true,
  params: ClassParams,
  body: input({ rule_relied: Code, words: Words }),
  status: 200,
  reply: ClassSchema,
  refusals: [403, 404, 409],
  run: async ({ ctx, asker, params, body }) => {
    await dropClass(ctx, asker, params.class_id, { ruleRelied: body.rule_relied, words: body.words });
    return classReply(await getClass(ctx, asker, params.class_id));
  },
});

export const listReportsEndpoint = endpoint({
  method: 'GET',
  path: '/authority/rule-reports',
  tag: 'learning',
  summary: '规则通报 / What a body is told of rules that were found bad; figures only',
  who: ['officer'],
  query: Type.Object(PageQuery),
  status: 200,
  reply: page(ReportSchema),
  refusals: [403],
  run: async ({ ctx, asker, query }) => await listReports(ctx, asker, query),
});

export const readReportEndpoint = endpoint({
  method: 'POST',
  path: '/authority/rule-reports/:report_id/read',
  tag: 'learning',
  summary: '看过一条通报 / Note that a report was seen',
  who: ['officer'],
  keyless: true,
  params: Type.Object({ report_id: Id }),
  status: 204,
  reply: null,
  refusals: [403, 404],
  run: async ({ ctx, asker, params }) => {
    await readReport(ctx, asker, params.report_id);
  },
});
