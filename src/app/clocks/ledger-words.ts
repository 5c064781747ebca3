import type { LedgerStep } from '../../domain/clocks/due.ts';
import { addMs } from '../../domain/time.ts';
import type { Locale } from '../../locales/index.ts';
import { findText, t } from '../../locales/index.ts';
import { formatClock, formatDate, formatDayOf, formatMoment } from '../../platform/locale.ts';

/** A ledger's steps as sentences that anybody can follow with a calendar in hand. */
export function ledgerWords(locale: Locale, ledger: readonly LedgerStep[]): string[] {
  return ledger.flatMap((step) => {
    const values = Object.fromEntries(
      Object.entries(step.values).map(([name, value]) => [name, valueWords(locale, name, value)]),
    );
    const text = findText(locale, `step.${wordingOf(step)}`, values) ?? step.step;
    const still = Number(step.values['still_days'] ?? 0);
    return still > 0 ? [text, t(locale, 'step.still_days', { still_days: String(still) })] : [text];
  });
}

/** A period may begin under a rule that rests on no article, or under none at all. */
function wordingOf({ step, values }: LedgerStep): string {
  if (step !== 'start' || values['article'] !== '') return step;
  return values['rule'] === GIVEN_RULE ? 'start_given' : 'start_no_article';
}

/** The rule id of a period that somebody named the length of. */
export const GIVEN_RULE = 'given';

const INSTANT = /^\d{4}-\d\d-\d\dT/;
const DATE = /^\d{4}-\d\d-\d\d$/;
/** Moments at which something is over. */
const ENDS = ['due', 'late_after'];
/** Names of values that are versions, not days, though they look like days. */
const VERSIONS = ['calendar', 'version'];

function valueWords(locale: Locale, name: string, value: unknown): string {
  if (typeof value !== 'string') return String(value);
  if (name === 'outcome') return findText(locale, `outcome.${value}`) ?? value;
  if (name === 'ground') return findText(locale, `ground.${value}`) ?? value;
  if (VERSIONS.includes(name)) return value;
  if (DATE.test(value)) return formatDate(locale, value);
  if (!INSTANT.test(value)) return value;
  return ENDS.includes(name) ? momentWords(locale, value) : formatMoment(locale, value);
}

/** The end of a day is called 24:00 of that day, as the law does. */
export function momentWords(locale: Locale, instant: string): string {
  return formatClock(instant) === '00:00'
    ? `${formatDayOf(locale, addMs(instant, -1))} 24:00`
    : formatMoment(locale, instant);
}
