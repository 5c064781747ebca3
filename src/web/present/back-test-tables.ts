import type { OutcomeReading, Reading, ReadingRow } from '../../domain/back-tests/reading.ts';
import type { Locale } from '../../locales/index.ts';
import { findText, t } from '../../locales/index.ts';
import { formatCount } from '../../platform/locale.ts';
import type { FigureNumbers } from '../pieces/figures.tsx';
import type { GroupedTable } from './back-test-data.ts';
import { nameOfRow } from './back-test-data.ts';

/** Lines by group: whom each table flags, how far they differ, and what became of the real flags. */
export function groupedTable(locale: Locale, table: GroupedTable, rows: readonly ReadingRow[]): FigureNumbers {
  return {
    columns: [
      head(locale, 'key', false),
      head(locale, 'lines', true, true),
      head(locale, 'base'),
      head(locale, 'draft'),
      head(locale, 'difference', true, true),
      head(locale, 'spared'),
      head(locale, 'missed', true, true),
    ],
    rows: rows.map((row) => ({
      id: row.key,
      cells: [
        nameOfRow(locale, table, row.key),
        formatCount(row.lines),
        formatCount(row.flagged.base),
        formatCount(row.flagged.draft),
        differenceCell(locale, row),
        partCell(row.overturned),
        partCell(row.upheld),
      ],
    })),
  };
}

/** Flags and days of each rule under both tables. */
export function rulesTable(locale: Locale, { rules }: Reading): FigureNumbers {
  return {
    columns: [
      head(locale, 'rule', false),
      head(locale, 'base_flags'),
      head(locale, 'draft_flags'),
      head(locale, 'base_days', true, true),
      head(locale, 'draft_days', true, true),
    ],
    rows: rules.map(({ ruleId, base, draft }) => ({
      id: ruleId,
      cells: [
        ruleId,
        base ? formatCount(base.flags) : '–',
        draft ? formatCount(draft.flags) : '–',
        base ? formatCount(Math.round(base.days)) : '–',
        draft ? formatCount(Math.round(draft.days)) : '–',
      ],
    })),
  };
}

/** Flags month by month under both tables. */
export function monthsTable(locale: Locale, { months }: Reading): FigureNumbers {
  return {
    columns: [head(locale, 'month', false), head(locale, 'base_flags'), head(locale, 'draft_flags')],
    rows: months.map(({ month, base, draft }) => ({
      id: month,
      cells: [month, formatCount(base), formatCount(draft)],
    })),
  };
}

function head(locale: Locale, key: string, numeric = true, broad = false) {
  return { key, label: findText(locale, `back_test.cell.${key}`) ?? key, numeric, broad };
}

function partCell({ all, withoutDraft }: OutcomeReading): string {
  return all === 0 ? '–' : `${formatCount(withoutDraft)}/${formatCount(all)}`;
}

/** `−40 (−68 to +0.2)`, in points of share. */
export function differenceCell(locale: Locale, { flagged: { difference } }: ReadingRow): string {
  if (!difference) return '–';
  const { difference: middle, low, high } = difference;
  return t(locale, 'back_test.reach', { middle: points(middle), low: points(low), high: points(high) });
}

/** `0.42% (0.38%–0.47%)`: shares of lines are small, so they keep two figures. */
export function shareWords({ share, low, high }: NonNullable<OutcomeReading['baseShare']>): string {
  return `${fine(share)}% (${fine(low)}%–${fine(high)}%)`;
}

/** Points of share with their sign: `+0.31`, `−2.4`. */
function points(difference: number): string {
  const text = fine(Math.abs(difference));
  return text === '0' ? text : `${difference < 0 ? '−' : '+'}${text}`;
}

function fine(share: number): string {
  const percent = share * 100;
  return String(Number(percent >= 10 ? percent.toFixed(1) : percent.toPrecision(2)));
}
