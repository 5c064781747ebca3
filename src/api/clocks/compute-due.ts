import { Type } from 'typebox';
import { computeDate } from '../../app/clocks/compute-date.ts';
import { ledgerWords } from '../../app/clocks/ledger-words.ts';
import { endpoint } from '../endpoint.ts';
import { DateText, Moment, nullable } from '../schemas/parts.ts';

const Text = Type.String({ minLength: 1, maxLength: 60 });

export const computeDueEndpoint = endpoint({
  method: 'GET',
  path: '/clocks/due',
  tag: 'clocks',
  summary: '期限到哪一天 / When a period ends, with every step',
  description:
    'By `rule`, or by `length` and `unit`. `from` is a day in China, a local time there, or a moment with its offset. `pause` is `FROM/TO`, several parted by commas; with a rule, only where it names a ground. `roll=false` leaves a last day where it falls.',
  who: 'anyone',
  query: Type.Object({
    from: Text,
    rule: Type.Optional(Text),
    length: Type.Optional(Text),
    unit: Type.Optional(Text),
    province: Type.Optional(Text),
    roll: Type.Optional(Type.Boolean()),
    pause: Type.Optional(Type.String({ maxLength: 600 })),
  }),
  status: 200,
  reply: Type.Object({
    due_at: Moment,
    shown_date: DateText,
    provisional: Type.Boolean(),
    rule: Type.Object({
      rule_id: Type.String(),
      version: Type.Integer(),
      length: nullable(Type.Integer()),
      unit: Type.String(),
      article: Type.String(),
      source: Type.String(),
      confidence: Type.String(),
    }),
    calendar: Type.String(),
    ledger: Type.Array(
      Type.Object({
        step: Type.String(),
        values: Type.Record(Type.String(), Type.Unknown()),
        text: Type.String(),
      }),
    ),
  }),
  refusals: [409],
  run: async ({ ctx, query, locale }) => {
    const { pause, ...question } = query;
    const pauses = pause === undefined ? [] : pause.split(',');
    const { dueAt, shownDate, provisional, rule, ledger } = computeDate(ctx.rules, { ...question, pauses });
    const { ruleId, version, length, unit, article, source, confidence } = rule;
    return {
      dueAt,
      shownDate,
      provisional,
      rule: { ruleId, version, length, unit, article, source, confidence },
      calendar: ctx.rules.calendar.version,
      ledger: ledger.map((step) => ({ ...step, text: ledgerWords(locale, [step]).join(' ') })),
    };
  },
});
