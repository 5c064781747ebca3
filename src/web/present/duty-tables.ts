import type { WaitRow } from '../../domain/duty/board.ts';
import { SMALL } from '../../domain/duty/duty.ts';
import type { Locale } from '../../locales/index.ts';
import { findText, t } from '../../locales/index.ts';
import { formatCount } from '../../platform/locale.ts';
import type { FigureColumn, FigureNumbers } from '../pieces/figures.tsx';
import { ruleTitle } from './clock-pages.ts';
import { daysText, percent } from './duty-charts.ts';
import type { DutyRecord } from './duty-data.ts';

const NAMES = { carriers: 'carrier', causes: 'cause_name', months: 'month' } as const;
const COUNTS = ['on_time', 'late', 'unanswered'];
/** Left to broad screens: a telephone shows what the plot shows, and the download has all. */
const BROAD = ['counted', 'running'];

/** Counts and shares of carriers, causes or months. */
export function countTable(locale: Locale, table: keyof typeof NAMES, records: readonly DutyRecord[]): FigureNumbers {
  const name = NAMES[table];
  const shown = [...COUNTS, 'counted', 'on_time_share', 'running'];
  return {
    columns: [column(locale, name), ...shown.map((key) => column(locale, key, BROAD.includes(key)))],
    rows: records.map((record) => ({
      id: String(record[name]),
      cells: [String(record[name]), ...shown.map((key) => countCell(locale, key, record))],
    })),
  };
}

function countCell(locale: Locale, key: string, record: DutyRecord): string {
  if (key !== 'on_time_share') return formatCount(Number(record[key]));
  const { on_time_share: share, share_low: low, share_high: high, small } = record;
  if (share === null) return '–';
  const interval = `${percent(Number(share))} (${percent(Number(low))}–${percent(Number(high))})`;
  return small ? `${interval} · ${t(locale, 'duty.small')}` : interval;
}

/** Days of carriers under one period, or of causes under every period. */
export function waitTable(
  locale: Locale,
  rows: readonly WaitRow[],
  by: 'carrier' | 'cause_name',
  nameOf: (key: string) => string,
): FigureNumbers {
  const named = by === 'cause_name' ? ['rule', 'cause_name'] : ['carrier'];
  return {
    columns: [
      ...named.map((key) => column(locale, key)),
      ...COUNTS.map((key) => column(locale, key, true)),
      ...['median_days', 'p90_days', 'waits'].map((key) => column(locale, key)),
    ],
    rows: rows.map(({ key, duty, counts, median, p90, waits }) => ({
      id: `${duty}-${key}`,
      cells: [
        ...(by === 'cause_name' ? [ruleTitle(locale, duty)] : []),
        nameOf(key),
        formatCount(counts.on_time),
        formatCount(counts.late),
        formatCount(counts.unanswered),
        median ? daysText(locale, median) : '–',
        p90 ? daysText(locale, p90) : '–',
        waits < SMALL ? `${waits} · ${t(locale, 'duty.small')}` : formatCount(waits),
      ],
    })),
  };
}

function column(locale: Locale, key: string, broad = false): FigureColumn {
  const numeric = !/^(carrier|cause_name|rule|month)$/.test(key);
  return { key, label: findText(locale, `duty.col.${key}`) ?? key, numeric, broad };
}
