import type { Static } from 'typebox';
import { Type } from 'typebox';
import type { ClassView, FlagClass, MaskedFlag } from '../../app/learning/read-classes.ts';
import type { RuleView } from '../../app/learning/read-rule.ts';
import type { OverturnFigures } from '../../domain/learning/board.ts';
import { Actions, choice, Id, Moment, nullable, Text } from './parts.ts';

const Count = Type.Integer({ minimum: 0 });
const Part = Type.Number({ minimum: 0, maximum: 1 });
const Share = Type.Object(
  { share: Part, low: Part, high: Part },
  { title: 'Share', description: 'With the bounds of the Wilson interval at 95 %' },
);

export const OverturnFields = {
  decided: Count,
  overturned: Count,
  by_settlement: Type.Integer({ description: 'Upheld first, given up before a body later' }),
  rate: nullable(Share),
  small: Type.Boolean({ description: 'Fewer than five: draw no conclusion' }),
};
const RuleFields = { policy_id: Id, version: Type.Integer(), rule_id: Id };
export const RuleParams = Type.Object({
  policy_id: Id,
  version: Type.Integer({ minimum: 1, maximum: 1_000_000_000 }),
  rule_id: Id,
});
const Tolerated = Type.Number({
  description: 'Overturns among decided appeals that the carrier tolerates of this rule',
});
const Doubt = Type.Number({
  description: 'Decimal logarithm of the doubt, an e-value: at 2 (a doubt of 100) the rule is paused',
});
const Standing = {
  in_force: Type.Boolean(),
  placed: Count,
  standing: Count,
  lifted_as_class: Count,
  tolerated: Tolerated,
  paused: Type.Boolean(),
};

export const LearningSchema = Type.Object({
  from: nullable(Text),
  to: nullable(Text),
  total: Type.Object(OverturnFields),
  rules: Type.Array(
    Type.Object({
      ...RuleFields,
      ...OverturnFields,
      ...Standing,
      log10_doubt: Doubt,
      bad: Type.Boolean({ description: 'The test says so now, whether or not somebody paused it' }),
    }),
  ),
  models: Type.Array(Type.Object({ key: Text, ...OverturnFields }), {
    description: 'Only flags whose facts name a model',
  }),
  imposers: Type.Array(Type.Object({ key: Text, ...OverturnFields })),
  provinces: Type.Array(Type.Object({ key: Text, ...OverturnFields })),
});

const PauseSchema = Type.Object({
  pause_id: Id,
  paused_at: Moment,
  paused_by: Text,
  because: choice(['test', 'hand']),
  ground: Text,
  figures: Type.Object({ decided: Count, overturned: Count, tolerated: Tolerated, log10_doubt: Doubt }),
  ended_at: nullable(Moment),
  ended_by: nullable(Text),
  ended_ground: nullable(Text),
});

const CLASS_STATUSES = ['open', 'working', 'decided', 'dropped'] as const;
export const MEMBER_STATUSES = ['waiting', 'taken_out', 'decided', 'over'] as const;

const ClassFields = {
  class_id: Id,
  ...RuleFields,
  from: nullable(Moment),
  until: nullable(Moment),
  opened_at: Moment,
  opened_by: Text,
  because: choice(['test', 'hand']),
  why: Text,
  status: choice(CLASS_STATUSES),
  ended_at: nullable(Moment),
};
export const ClassItemSchema = Type.Object(ClassFields, { title: 'FlagClassItem' });

export const RuleLearningSchema = Type.Object(
  {
    ...RuleFields,
    ...OverturnFields,
    ...Standing,
    unchanged_in_force: Type.Boolean({ description: 'Paused here, but the version in force has the same row' }),
    provinces: Type.Array(Type.Object({ key: Text, ...OverturnFields })),
    tolerances: Type.Array(Type.Object({ tolerated: Tolerated, set_by: Text, set_at: Moment, why: Text })),
    tally: Type.Object({ decided: Count, overturned: Count }, { description: 'One flag of each number, in this run' }),
    path: Type.Array(Type.Object({ decided: Count, overturned: Count, log10_doubt: Doubt })),
    pauses: Type.Array(PauseSchema),
    classes: Type.Array(ClassItemSchema),
    actions: Actions,
  },
  { title: 'RuleLearning' },
);

const MemberCounts = Object.fromEntries(MEMBER_STATUSES.map((status) => [status, Count])) as Record<
  (typeof MEMBER_STATUSES)[number],
  typeof Count
>;

export const ClassSchema = Type.Object(
  {
    ...ClassFields,
    counts: Type.Object(MemberCounts),
    service: Type.Object(
      { back: Count, under_way: Count, standing: Count, gone: Count },
      { description: 'Of the flags that were decided: `standing` are in effect again after a lift that failed' },
    ),
    provinces: Type.Array(Type.Object({ province: Text, ...MemberCounts })),
    decisions: Type.Array(
      Type.Object({
        round: Type.Integer(),
        decided_by: Text,
        decided_at: Moment,
        finding: choice(['misjudged', 'grounded']),
        rule_relied: Text,
        words: Text,
        finished_at: nullable(Moment),
      }),
    ),
    told: Type.Array(
      Type.Object({
        authority_id: Id,
        province: Text,
        kind: choice(['opened', 'decided', 'dropped']),
        sent_at: Moment,
      }),
    ),
    untold: Type.Array(Text, { description: 'Provinces with flags where no connected body could be told' }),
    actions: Actions,
  },
  { title: 'FlagClass' },
);

export const ClassFlagSchema = Type.Object({
  flag_id: Id,
  masked_number: Text,
  province: Text,
  status: choice(MEMBER_STATUSES),
  flag_status: Text,
  placed_at: Moment,
  case_status: nullable(Text),
  reference: nullable(Text),
  why: nullable(Text),
  code: nullable(Type.String({ description: 'Why the last decision passed it over' })),
  objection: nullable(Type.String({ description: 'Why a decision of yours would pass it over' })),
});

export const ReportSchema = Type.Object({
  report_id: Id,
  kind: choice(['opened', 'decided', 'dropped']),
  carrier_id: Id,
  carrier_zh: Text,
  carrier_en: Text,
  province: Text,
  ...RuleFields,
  figures: Type.Object({
    decided: Count,
    overturned: Count,
    tolerated: Tolerated,
    in_province: Count,
    in_all: Count,
    lifted: nullable(Count),
    taken_out: nullable(Count),
    over: nullable(Count),
  }),
  sent_at: Moment,
  read_at: nullable(Moment),
});

const LN10 = Math.LN10;
const rounded = (value: number) => Math.round(value * 1_000) / 1_000;

export function ruleLearningReply(view: RuleView): Static<typeof RuleLearningSchema> {
  const { policyId, version, ruleId, tally } = view;
  const base = `/api/v1/policies/${policyId}/versions/${version}/rules/${ruleId}`;
  const hrefs = { tolerate: 'tolerance', pause: 'pause', resume: 'resumption', open_class: 'classes' } as const;
  return {
    policy_id: policyId,
    version,
    rule_id: ruleId,
    ...overturnReply(view.figures),
    in_force: view.inForce,
    placed: view.placed,
    standing: view.standing,
    lifted_as_class: view.liftedAsClass,
    tolerated: view.tolerated,
    paused: view.paused,
    unchanged_in_force: view.unchangedInForce,
    provinces: view.provinces.map(({ key, ...figures }) => ({ key, ...overturnReply(figures) })),
    tolerances: view.tolerances.map(({ tolerated, setBy, setAt, why }) => ({
      tolerated,
      set_by: setBy,
      set_at: setAt,
      why,
    })),
    tally: { decided: tally.decided, overturned: tally.overturned },
    path: view.path.map(({ decided, overturned, logDoubt }) => ({
      decided,
      overturned,
      log10_doubt: rounded(logDoubt / LN10),
    })),
    pauses: view.pauses.map((pause) => ({
      pause_id: pause.pauseId,
      paused_at: pause.pausedAt,
      paused_by: pause.pausedBy,
      because: pause.because,
      ground: pause.ground,
      figures: {
        decided: pause.figures.decided,
        overturned: pause.figures.overturned,
        tolerated: pause.figures.tolerated,
        log10_doubt: pause.figures.log10Doubt,
      },
      ended_at: pause.endedAt,
      ended_by: pause.endedBy,
      ended_ground: pause.endedGround,
    })),
    classes: view.classes.map(classItemReply),
    actions: view.acts.map((act) => ({ act, method: 'POST' as const, href: `${base}/${hrefs[act]}` })),
  };
}

export function overturnReply({ decided, overturned, bySettlement, rate, small }: OverturnFigures) {
  return { decided, overturned, by_settlement: bySettlement, rate, small };
}

export function classItemReply(one: FlagClass): Static<typeof ClassItemSchema> {
  const { classId, policyId, version, ruleId, from, until, openedAt, openedBy, because, why, status, endedAt } = one;
  const rule = { policy_id: policyId, version, rule_id: ruleId };
  const times = { from, until, opened_at: openedAt, ended_at: endedAt };
  return { class_id: classId, ...rule, ...times, opened_by: openedBy, because, why, status };
}

export function classReply(view: ClassView): Static<typeof ClassSchema> {
  const base = `/api/v1/classes/${view.classId}`;
  const hrefs = { take_out: 'exclusions', put_back: 'inclusions', decide: 'decision', drop: 'dropping' } as const;
  return {
    ...classItemReply(view),
    counts: view.counts,
    service: {
      back: view.service.back,
      under_way: view.service.underWay,
      standing: view.service.standing,
      gone: view.service.gone,
    },
    provinces: [...view.provinces],
    decisions: view.decisions.map((one) => ({
      round: one.round,
      decided_by: one.decidedBy,
      decided_at: one.decidedAt,
      finding: one.finding,
      rule_relied: one.ruleRelied,
      words: one.words,
      finished_at: one.finishedAt,
    })),
    told: view.reports.map(({ authorityId, province, kind, sentAt }) => ({
      authority_id: authorityId,
      province,
      kind,
      sent_at: sentAt,
    })),
    untold: [...view.untold],
    actions: view.acts.map((act) => ({ act, method: 'POST' as const, href: `${base}/${hrefs[act]}` })),
  };
}

export function classFlagReply(one: MaskedFlag): Static<typeof ClassFlagSchema> {
  return {
    flag_id: one.flagId,
    masked_number: one.maskedNumber,
    province: one.province,
    status: one.status,
    flag_status: one.flagStatus,
    placed_at: one.placedAt,
    case_status: one.caseStatus,
    reference: one.reference,
    why: one.why,
    code: one.code,
    objection: one.objection,
  };
}
