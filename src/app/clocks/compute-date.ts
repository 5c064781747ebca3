import type { Due } from '../../domain/clocks/due.ts';
import { computeDue } from '../../domain/clocks/due.ts';
import type { Pause } from '../../domain/clocks/pauses.ts';
import type { Bound, PeriodRule, Unit } from '../../domain/clocks/period.ts';
import { UNITS } from '../../domain/clocks/period.ts';
import { isPlainDate, shanghaiDate } from '../../domain/clocks/plain-date.ts';
import type { RuleBook } from '../../domain/clocks/rule-book.ts';
import { requireRule } from '../../domain/clocks/rule-book.ts';
import { isProvince } from '../../domain/numbers/province.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import type { Instant, PlainDate } from '../../domain/time.ts';
import { addMs, instantFromMs } from '../../domain/time.ts';
import { GIVEN_RULE } from './ledger-words.ts';

/** A question about a date, as it was typed: by a rule, or by length and unit. */
export type DateQuestion = {
  readonly from: string;
  readonly rule?: string | undefined;
  readonly length?: string | undefined;
  readonly unit?: string | undefined;
  readonly province?: string | undefined;
  readonly roll?: boolean | undefined;
  /** `FROM/TO` each: the moments at which it stopped and ran again. A day stands for its beginning. */
  readonly pauses?: readonly string[] | undefined;
  /** Set to `person` for a limit on the person, which never rolls. */
  readonly binds?: Bound | undefined;
};

export type DateAnswer = Due & {
  readonly startedAt: Instant;
  readonly rule: PeriodRule;
  /** The last day that is in time. The shown one is earlier where two texts differ: it reminds. */
  readonly lastDay: PlainDate;
};

/** Also the ground of a pause that whoever asks vouches for, where they name the length themselves. */
const GIVEN = GIVEN_RULE;
const LONGEST: Record<Unit, number> = {
  hours: 24 * 366 * 10,
  calendar_days: 366 * 10,
  working_days: 2500,
  months: 120,
  years: 10,
};

/** When a period ends that somebody asks about. Throws refusals that name the part that was wrong. */
export function computeDate(book: RuleBook, question: DateQuestion): DateAnswer {
  const startedAt = momentOf(question.from, '/from');
  const rule = ruleOf(book, question, startedAt);
  if (question.province !== undefined && !isProvince(question.province))
    throw new RefusalError(refusal('clock.bad_province', { given: question.province }, '/province'));
  const ground = question.rule === undefined ? GIVEN : (rule.pauses[0]?.ground ?? GIVEN);
  const pauses = (question.pauses ?? []).map((one) => pauseOf(one, ground));
  const due = computeDue({
    rule,
    startedAt,
    calendar: book.calendar,
    province: question.province ?? null,
    pauses,
    roll: question.roll ?? true,
  });
  return { ...due, startedAt, rule, lastDay: shanghaiDate(addMs(due.dueAt, -1)) };
}

function ruleOf(book: RuleBook, question: DateQuestion, startedAt: Instant): PeriodRule {
  if (question.rule !== undefined) {
    if (!book.versions.has(question.rule))
      throw new RefusalError(refusal('clock.unknown_rule', { given: question.rule }, '/rule'));
    return requireRule(book, question.rule, startedAt);
  }
  const unit = UNITS.find((one) => one === question.unit);
  if (!unit) throw new RefusalError(refusal('clock.bad_unit', { given: question.unit ?? '', units: UNITS }, '/unit'));
  const length = Number(question.length);
  if (!/^\d{1,6}$/.test(question.length ?? '') || length > LONGEST[unit])
    throw new RefusalError(
      refusal('clock.bad_length', { given: question.length ?? '', most: LONGEST[unit] }, '/length'),
    );
  return {
    ruleId: GIVEN,
    version: 1,
    since: null,
    length,
    unit,
    starts: 'event',
    binds: question.binds ?? 'carrier',
    defaultOutcome: 'notify',
    article: '',
    source: '',
    checked: '',
    confidence: 'ours',
    pauses: [{ ground: GIVEN, article: '', source: '' }],
    provinces: {},
  };
}

function pauseOf(given: string, ground: string): Pause {
  const [from = '', to = '', more] = given.split('/');
  if (more !== undefined) throw new RefusalError(refusal('clock.bad_pause', { given }, '/pause'));
  const pause = { from: momentOf(from, '/pause'), to: momentOf(to, '/pause'), ground };
  if (pause.to <= pause.from) throw new RefusalError(refusal('clock.bad_pause', { given }, '/pause'));
  return pause;
}

const LOCAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?$/;
const EARLIEST = '1990-01-01';
const LATEST = '2100-01-01';

/** A day, a local time in China, or a time with its offset. */
function momentOf(given: string, pointer: string): Instant {
  const text = given.trim();
  const wrong = () => new RefusalError(refusal('clock.bad_moment', { given: text }, pointer));
  if (!isPlainDate(text.slice(0, 10)) || text < EARLIEST || text > LATEST) throw wrong();
  const zoned = text.length === 10 ? `${text}T00:00+08:00` : LOCAL.test(text) ? `${text}+08:00` : text;
  try {
    return instantFromMs(Temporal.Instant.from(zoned).epochMilliseconds);
  } catch {
    throw wrong();
  }
}
