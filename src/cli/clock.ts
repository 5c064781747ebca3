import { parseArgs } from 'node:util';
import { ruleBook } from '../../knowledge/rule-book.ts';
import type { DateAnswer, DateQuestion } from '../app/clocks/compute-date.ts';
import { computeDate } from '../app/clocks/compute-date.ts';
import { explainClocks } from '../app/clocks/explain-clocks.ts';
import { GIVEN_RULE, ledgerWords, momentWords } from '../app/clocks/ledger-words.ts';
import type { Bound } from '../domain/clocks/period.ts';
import { RefusalError } from '../domain/refusal.ts';
import type { Locale } from '../locales/index.ts';
import { LOCALES, t } from '../locales/index.ts';
import { refusalWords } from '../locales/refusal-words.ts';
import { formatDate } from '../platform/locale.ts';
import type { Invocation } from './commands.ts';

const OPTIONS = {
  from: { type: 'string' },
  rule: { type: 'string' },
  length: { type: 'string' },
  unit: { type: 'string' },
  province: { type: 'string' },
  pause: { type: 'string', multiple: true },
  'no-roll': { type: 'boolean' },
  binds: { type: 'string' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
} as const;
const DUE_USAGE =
  'qingbiao clock due --from DAY|MOMENT (--rule RULE | --length N --unit hours|calendar_days|working_days|months|years)\n' +
  '  [--province CN-XX] [--no-roll] [--pause FROM/TO]… [--binds person] [--lang zh-CN|en] [--json]';
const EXPLAIN_USAGE =
  'qingbiao clock explain RULE [--from DAY|MOMENT] [--province CN-XX] [--pause FROM/TO]… [--lang en] [--json]\n' +
  'qingbiao clock explain CASE-REFERENCE [--lang en] [--json]';

/** `qingbiao clock due`: when a period ends, with every step. Exit codes: 0 answered, 2 the question was wrong. */
export function clockDue({ rest, print }: Invocation): Promise<number> {
  return answering(print, rest, DUE_USAGE, async (values, words, locale) => {
    if (words.length > 0 || values.from === undefined) throw new UsageError(DUE_USAGE);
    const found = computeDate(ruleBook, questionOf({ ...values, from: values.from }));
    if (values.json) print(JSON.stringify(dueOnWire(locale, found)));
    else for (const line of inWords(locale, found)) print(line);
  });
}

/** `qingbiao clock explain`: a rule with its source, reckoned from a day where one is given; or every clock of a case. */
export function clockExplain({ rest, open, print }: Invocation): Promise<number> {
  return answering(print, rest, EXPLAIN_USAGE, async (values, words, locale) => {
    const [name, ...more] = words;
    if (name === undefined || more.length > 0) throw new UsageError(EXPLAIN_USAGE);
    if (!ruleBook.periods.has(name)) {
      const clocks = await explainClocks(await open(), name, locale);
      if (values.json) print(JSON.stringify({ clocks }));
      else
        for (const clock of clocks)
          for (const line of [clock.title, ...clock.text.map((one) => `  ${one}`)]) print(line);
      return;
    }
    for (const line of ruleLines(locale, name)) if (!values.json) print(line);
    if (values.from === undefined) {
      if (values.json) print(JSON.stringify(ruleBook.periods.get(name)));
      return;
    }
    const found = computeDate(ruleBook, questionOf({ ...values, from: values.from, rule: name }));
    if (values.json) print(JSON.stringify(dueOnWire(locale, found)));
    else for (const line of inWords(locale, found)) print(line);
  });
}

/** `qingbiao clock rules`: every period, a line each. */
export async function clockRules({ rest, print }: Invocation): Promise<number> {
  return answering(print, rest, 'qingbiao clock rules [--lang en] [--json]', async (values, _words, locale) => {
    if (values.json) print(JSON.stringify([...ruleBook.periods.values()]));
    else for (const ruleId of ruleBook.periods.keys()) print(ruleLines(locale, ruleId)[0] ?? ruleId);
  });
}

class UsageError extends Error {}

type Values = { -readonly [K in keyof ReturnType<typeof parse>['values']]: ReturnType<typeof parse>['values'][K] };

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
}

async function answering(
  print: (line: string) => void,
  rest: readonly string[],
  usage: string,
  run: (values: Values, words: readonly string[], locale: Locale) => Promise<void>,
): Promise<number> {
  const complain = (line: string) => void process.stderr.write(`${line}\n`);
  const wantsJson = rest.includes('--json');
  try {
    const { values, positionals } = parse(rest);
    await run(values, positionals, LOCALES.find((one) => one === values.lang) ?? 'zh-CN');
    return 0;
  } catch (error) {
    if (error instanceof RefusalError) {
      const { code, pointer, data } = error.refusal;
      if (wantsJson)
        print(JSON.stringify({ error: { code, pointer, ...data, detail: refusalWords('en', error.refusal) } }));
      else complain(`${refusalWords('zh-CN', error.refusal)}\n${refusalWords('en', error.refusal)}`);
      return 2;
    }
    if (error instanceof UsageError) complain(usage);
    else if (error instanceof TypeError && 'code' in error) complain(`${error.message}\n${usage}`);
    else throw error;
    return 2;
  }
}

function questionOf(values: Values & { readonly from: string }): DateQuestion {
  const { from, rule, length, unit, province, pause } = values;
  const binds: Bound | undefined = values.binds === 'person' ? 'person' : undefined;
  return { from, rule, length, unit, province, pauses: pause, roll: values['no-roll'] !== true, binds };
}

/** What the commands print with `--json`; described in docs/clocks.md. */
export function dueOnWire(
  locale: Locale,
  { dueAt, lastDay, shownDate, provisional, startedAt, rule, ledger }: DateAnswer,
) {
  return {
    due: rule.unit === 'hours' ? local(dueAt) : lastDay,
    reminds: shownDate,
    due_at: dueAt,
    provisional,
    from: startedAt,
    rule: rule.ruleId === GIVEN_RULE ? null : rule.ruleId,
    length: rule.length,
    unit: rule.unit,
    calendar: ruleBook.calendar.version,
    ledger: ledger.map((step) => ({ ...step, text: ledgerWords(locale, [step]).join(' ') })),
  };
}

function local(instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Shanghai').toString({ timeZoneName: 'never' });
}

function inWords(locale: Locale, { dueAt, lastDay, provisional, rule, ledger }: DateAnswer): string[] {
  const due = rule.unit === 'hours' ? momentWords(locale, dueAt) : formatDate(locale, lastDay);
  return [
    due,
    ...ledgerWords(locale, ledger).map((line) => `  ${line}`),
    ...(provisional ? [`  ${t(locale, 'step.provisional')}`] : []),
  ];
}

function ruleLines(locale: Locale, ruleId: string): string[] {
  const rule = ruleBook.periods.get(ruleId);
  if (!rule) return [];
  const { length, unit, article, source, confidence, starts, provinces } = rule;
  const long = length === null ? t(locale, 'clock.unknown_length') : t(locale, `unit.${unit}`, { n: length });
  return [
    `${ruleId}  ${long}  (${t(locale, `starts.${starts}`)})  ${source} ${article}  [${t(locale, `confidence.${confidence}`)}]`,
    ...Object.entries(provinces).map(
      ([province, one]) =>
        `  ${province}  ${t(locale, `unit.${one.unit}`, { n: one.length })}  ${one.source} ${one.article}`,
    ),
  ];
}
