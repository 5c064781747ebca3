import type { Static } from 'typebox';
import { Type } from 'typebox';
import type { BackTestView, MaskedChange } from '../../app/back-tests/read-back-tests.ts';
import type { BackTest } from '../../domain/back-tests/back-test.ts';
import { BACK_TEST_STATUSES } from '../../domain/back-tests/back-test.ts';
import type { OutcomeReading, ReadingRow } from '../../domain/back-tests/reading.ts';
import { readFigures } from '../../domain/back-tests/reading.ts';
import { choice, Id, Moment, nullable, Text } from './parts.ts';

const Count = Type.Integer({ minimum: 0 });
const Part = Type.Number({ minimum: 0, maximum: 1 });
const Points = Type.Number({ minimum: -1, maximum: 1 });
const ShareReply = Type.Object(
  { share: Part, low: Part, high: Part },
  { title: 'Share', description: 'With the bounds of the Wilson interval at 95 %' },
);
const DifferenceReply = Type.Object(
  { difference: Points, low: Points, high: Points },
  { title: 'Difference', description: 'Of two shares of the same lines, with Newcombe’s bounds at 95 %' },
);
const OutcomeReply = Type.Object(
  {
    all: Count,
    without_draft: Count,
    without_base: Count,
    draft_share: nullable(ShareReply),
    base_share: nullable(ShareReply),
  },
  { title: 'OutcomeReading', description: 'Flags really placed by rules, by whether a table has none stand there' },
);
const RowFields = {
  lines: Count,
  both: Count,
  only_base: Count,
  only_draft: Count,
  flagged: Type.Object({
    base: Count,
    draft: Count,
    base_share: nullable(ShareReply),
    draft_share: nullable(ShareReply),
    difference: nullable(DifferenceReply),
  }),
  overturned: OutcomeReply,
  upheld: OutcomeReply,
};
const Row = Type.Object({ key: Text, ...RowFields });
const RuleSide = nullable(
  Type.Object({ flags: Count, days: Type.Number({ description: 'How long its flags stood, together' }) }),
);
const TableName = Type.Object({ policy_id: Id, version: Type.Integer() });

export const BackTestParams = Type.Object({ back_test_id: Id });

export const BackTestItemSchema = Type.Object({
  back_test_id: Id,
  draft: TableName,
  base: nullable(TableName),
  from: Moment,
  until: Moment,
  status: choice(BACK_TEST_STATUSES),
  asked_by: Text,
  asked_at: Moment,
  ended_at: nullable(Moment),
  numbers: Count,
  numbers_all: Count,
  facts: Count,
});

export const BackTestSchema = Type.Object({
  ...BackTestItemSchema.properties,
  fault: nullable(Text),
  worked_ms: Count,
  read: Type.Integer({ description: 'Entries read, also those before the period' }),
  changes_kept: Type.Integer({ description: 'How many changes are listed; the figures count all' }),
  real: Type.Object({ by_rule: Count, by_hand: Count, outside: Count }),
  asked_human: Type.Object({ base: Count, draft: Count }),
  all: Type.Object(RowFields),
  causes: Type.Array(Row),
  segments: Type.Object({ province: Type.Array(Row), tenure: Type.Array(Row), kind: Type.Array(Row) }),
  rules: Type.Array(Type.Object({ rule_id: Id, base: RuleSide, draft: RuleSide })),
  months: Type.Array(Type.Object({ month: Text, base: Count, draft: Count })),
});

export const ChangeSchema = Type.Object({
  number_id: Text,
  masked_number: Text,
  line: Count,
  cause: Text,
  change: choice(['spared', 'new']),
  rule_id: Id,
  at: Moment,
  outcome: nullable(Text),
});

export function backTestItemReply(one: BackTest): Static<typeof BackTestItemSchema> {
  const { draft, base, figures } = one;
  return {
    back_test_id: one.backTestId,
    draft: { policy_id: draft.policyId, version: draft.version },
    base: base && { policy_id: base.policyId, version: base.version },
    from: one.from,
    until: one.until,
    status: one.status,
    asked_by: one.askedBy,
    asked_at: one.askedAt,
    ended_at: one.endedAt,
    numbers: figures.numbers,
    numbers_all: one.numbersAll,
    facts: figures.facts,
  };
}

export function backTestReply(one: BackTestView): Static<typeof BackTestSchema> {
  const { figures } = one;
  const { all, causes, segments, rules, months } = readFigures(figures);
  return {
    ...backTestItemReply(one),
    fault: one.fault,
    worked_ms: one.workedMs,
    read: figures.read,
    changes_kept: one.changesKept,
    real: { by_rule: figures.real.byRule, by_hand: figures.real.byHand, outside: figures.real.outside },
    asked_human: { base: figures.base.asked, draft: figures.draft.asked },
    all: rowReply(all),
    causes: causes.map(rowReply),
    segments: {
      province: segments.province.map(rowReply),
      tenure: segments.tenure.map(rowReply),
      kind: segments.kind.map(rowReply),
    },
    rules: rules.map(({ ruleId, base, draft }) => ({ rule_id: ruleId, base, draft })),
    months: [...months],
  };
}

export function changeReply(one: MaskedChange): Static<typeof ChangeSchema> {
  return {
    number_id: one.numberId,
    masked_number: one.maskedNumber,
    line: one.line,
    cause: one.cause,
    change: one.change,
    rule_id: one.ruleId,
    at: one.at,
    outcome: one.outcome,
  };
}

function rowReply(row: ReadingRow) {
  const { key, lines, both, onlyBase, onlyDraft, flagged } = row;
  return {
    key,
    lines,
    both,
    only_base: onlyBase,
    only_draft: onlyDraft,
    flagged: {
      base: flagged.base,
      draft: flagged.draft,
      base_share: flagged.baseShare,
      draft_share: flagged.draftShare,
      difference: flagged.difference,
    },
    overturned: outcomeReply(row.overturned),
    upheld: outcomeReply(row.upheld),
  };
}

function outcomeReply({ all, withoutDraft, withoutBase, draftShare, baseShare }: OutcomeReading) {
  return {
    all,
    without_draft: withoutDraft,
    without_base: withoutBase,
    draft_share: draftShare,
    base_share: baseShare,
  };
}
