import { addMonths, dateOfDay, dayNumber, isPlainDate } from '../clocks/plain-date.ts';
import type { Refusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import type { PlainDate } from '../time.ts';

export const REMINDERS = ['bill', 'use', 'id', 'work', 'labels', 'look_up'] as const;
export type ReminderKind = (typeof REMINDERS)[number];

/** What somebody typed; an empty field wants no reminder. */
export type ReminderAnswers = {
  /** Day of the month, 1 to 31. */
  readonly billDay: string;
  readonly use: boolean;
  readonly idExpiry: string;
  readonly workFrom: string;
  readonly labels: boolean;
  readonly lookUp: boolean;
};

/** A day on which to be reminded, and how it comes again (RFC 5545). */
export type Reminder = { readonly kind: ReminderKind; readonly day: PlainDate; readonly repeats: string | null };

const USE_DAY = 15;
/** An ID takes weeks to renew, and the carrier wants to see the new one. */
const ID_WARNINGS_DAYS = [90, 30];
const LONGEST_YEARS = 30;

/** The reminders that somebody asked for, from today on; or what is wrong, field by field. */
export function makeReminders(
  answers: ReminderAnswers,
  today: PlainDate,
): { readonly reminders: readonly Reminder[] } | { readonly refusals: readonly Refusal[] } {
  const { billDay, idExpiry, workFrom } = answers;
  const refusals = [
    ...(billDay !== '' && !/^([1-9]|[12]\d|3[01])$/.test(billDay)
      ? [refusal('reminder.bad_day', { given: billDay }, '/bill_day')]
      : []),
    ...badDate(idExpiry, today, '/id_expiry'),
    ...badDate(workFrom, today, '/work_from'),
  ];
  if (refusals.length > 0) return { refusals };
  const reminders: Reminder[] = [
    ...(billDay === '' ? [] : [monthly('bill', Number(billDay), today)]),
    ...(answers.use ? [monthly('use', USE_DAY, today)] : []),
    ...(idExpiry === '' ? [] : idWarnings(idExpiry, today)),
    ...(workFrom === '' ? [] : [{ kind: 'work' as const, day: before(workFrom, 3, today), repeats: null }]),
    ...(answers.labels ? [{ kind: 'labels' as const, day: next(today), repeats: 'FREQ=MONTHLY;INTERVAL=3' }] : []),
    ...(answers.lookUp ? [{ kind: 'look_up' as const, day: next(today), repeats: 'FREQ=YEARLY' }] : []),
  ];
  if (reminders.length === 0) return { refusals: [refusal('reminder.none_chosen', {}, '/bill_day')] };
  return { reminders };
}

function badDate(text: string, today: PlainDate, pointer: string): Refusal[] {
  if (text === '') return [];
  if (!isPlainDate(text)) return [refusal('reminder.bad_date', { given: text }, pointer)];
  if (text <= today) return [refusal('reminder.past_date', { given: text }, pointer)];
  return text > addMonths(today, LONGEST_YEARS * 12) ? [refusal('reminder.bad_date', { given: text }, pointer)] : [];
}

/** In months without that day, the last one counts. */
function monthly(kind: ReminderKind, day: number, today: PlainDate): Reminder {
  const inMonth = (month: PlainDate) => {
    const first = `${month.slice(0, 7)}-01`;
    const last = dayNumber(addMonths(first, 1)) - 1;
    return dateOfDay(Math.min(dayNumber(first) + day - 1, last));
  };
  const thisMonth = inMonth(today);
  const repeats =
    day <= 28
      ? `FREQ=MONTHLY;BYMONTHDAY=${day}`
      : `FREQ=MONTHLY;BYMONTHDAY=${Array.from({ length: day - 27 }, (_, at) => 28 + at).join(',')};BYSETPOS=-1`;
  return { kind, day: thisMonth > today ? thisMonth : inMonth(addMonths(`${today.slice(0, 7)}-01`, 1)), repeats };
}

function idWarnings(expiry: PlainDate, today: PlainDate): Reminder[] {
  const days = [...ID_WARNINGS_DAYS.map((ahead) => before(expiry, ahead, today)), expiry];
  return [...new Set(days)].map((day) => ({ kind: 'id', day, repeats: null }));
}

function before(date: PlainDate, days: number, today: PlainDate): PlainDate {
  const day = dateOfDay(dayNumber(date) - days);
  return day > today ? day : next(today);
}

function next(today: PlainDate): PlainDate {
  return dateOfDay(dayNumber(today) + 1);
}
