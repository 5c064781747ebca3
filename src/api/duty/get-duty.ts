import { Type } from 'typebox';
import { readDutyBoard } from '../../app/duty/read-duty-board.ts';
import { DUTIES, DUTY_CLASSES } from '../../domain/duty/duty.ts';
import { CAUSES } from '../../domain/flags/words.ts';
import { endpoint } from '../endpoint.ts';
import { choice, DateText, Id, nullable } from '../schemas/parts.ts';

const Day = Type.String({ format: 'date', pattern: '^(?:19[7-9]|2[01][0-9])', examples: ['2026-11-01'] });
const Part = Type.Number({ minimum: 0, maximum: 1 });
const Count = Type.Integer({ minimum: 0 });

const Share = Type.Object(
  { share: Part, low: Part, high: Part },
  { title: 'Share', description: 'With the bounds of the Wilson interval at 95 %' },
);
const Quantile = Type.Object(
  { days: Type.Number(), at_least: Type.Boolean() },
  {
    title: 'Quantile',
    description:
      'Calendar days, one decimal, by Kaplan and Meier: those still without an answer count as not done until now. `at_least`: too many are silent to say more.',
  },
);

const Figures = {
  counts: Type.Object(Object.fromEntries(DUTY_CLASSES.map((which) => [which, Count])), {
    description:
      '`unanswered`: the day passed and nothing has come. `running` and `ended_otherwise` are counted in no share.',
  }),
  counted: Type.Integer({ description: 'Those with an outcome: on time, late, unanswered' }),
  on_time: nullable(Share),
  small: Type.Boolean({ description: 'Fewer than five: draw no conclusion' }),
};
const key = (what: string) => ({ key: Type.String({ description: what }) });
const Waits = { rule_id: choice(DUTIES), median: nullable(Quantile), p90: nullable(Quantile), waits: Count };

export const getDutyEndpoint = endpoint({
  method: 'GET',
  path: '/duty',
  tag: 'clocks',
  summary: '运营商按时办了多少 / How carriers keep the periods that the law sets them',
  description:
    'Staff of a carrier see their own, officers the companies of their province, auditors of no carrier all. `from` and `to` are days on which periods end, both inclusive; from a year ago, and without an end, where left out. Nothing here is about a person.',
  who: ['agent', 'reviewer', 'policy_owner', 'auditor', 'officer', 'system'],
  query: Type.Object({
    from: Type.Optional(Day),
    to: Type.Optional(Day),
    province: Type.Optional(Type.String({ maxLength: 10, description: 'ISO 3166-2, of the company' })),
    carrier_id: Type.Optional(Id),
    cause: Type.Optional(choice(CAUSES)),
    rule_id: Type.Optional(choice(DUTIES)),
  }),
  status: 200,
  reply: Type.Object({
    from: DateText,
    to: nullable(DateText),
    province: nullable(Type.String({ description: 'The one that you are bound to' })),
    carrier_names: Type.Array(Type.Object({ carrier_id: Id, name_zh: Type.String(), name_en: Type.String() })),
    total: Type.Object(Figures),
    carriers: Type.Array(Type.Object({ ...key('carrier_id'), ...Figures })),
    causes: Type.Array(Type.Object({ ...key('cause'), ...Figures })),
    months: Type.Array(Type.Object({ ...key('Month of the last day in China, `2026-11`'), ...Figures })),
    rules: Type.Array(Type.Object({ ...key('rule_id'), ...Figures, ...Waits })),
    carrier_waits: Type.Array(Type.Object({ ...key('carrier_id'), ...Figures, ...Waits })),
    cause_waits: Type.Array(Type.Object({ ...key('cause'), ...Figures, ...Waits })),
    cells: Type.Array(
      Type.Object({
        carrier_id: Id,
        rule_id: choice(DUTIES),
        cause: choice(CAUSES),
        month: Type.String(),
        class: choice(DUTY_CLASSES),
        count: Count,
      }),
    ),
  }),
  refusals: [403],
  run: async ({ ctx, asker, query: { carrier_id: carrierId, rule_id: duty, ...query } }) => {
    const { board, from, to, province, carriers } = await readDutyBoard(ctx, asker, { ...query, carrierId, duty });
    const { total, cells, duties } = board;
    return {
      from,
      to,
      province,
      carrierNames: carriers,
      total,
      carriers: board.carriers,
      causes: board.causes,
      months: board.months,
      rules: duties.map(named),
      carrierWaits: board.carrierWaits.map(named),
      causeWaits: board.causeWaits.map(named),
      cells: cells.map(({ which, duty: ruleId, ...cell }) => ({ ...cell, ruleId, class: which })),
    };
  },
});

function named<Row extends { readonly duty: string }>(row: Row) {
  return { ...row, ruleId: row.duty };
}
