import type { DutyBoardView } from '../../app/duty/read-duty-board.ts';
import type { DutyFigures, DutyRow, WaitRow } from '../../domain/duty/board.ts';
import type { Locale } from '../../locales/index.ts';
import { findText, t } from '../../locales/index.ts';
import type { Cell } from '../../platform/csv.ts';
import { csvOf } from '../../platform/csv.ts';
import { ruleTitle } from './clock-pages.ts';

export const DUTY_TABLES = ['carriers', 'carrier-waits', 'causes', 'cause-waits', 'months', 'cells'] as const;
export type DutyTable = (typeof DUTY_TABLES)[number];

/** One table of the board as it is shown, drawn and downloaded: the same numbers everywhere. */
export type DutyRecord = Readonly<Record<string, Cell>>;

/** The rows of a table with names in the reader's language. Shares have four decimals, days one. */
export function dutyRecords(locale: Locale, view: DutyBoardView, table: DutyTable): DutyRecord[] {
  const { board } = view;
  const carrier = (id: string) => ({ carrier_id: id, carrier: dutyCarrier(locale, view, id) });
  const cause = (id: string) => ({ cause: id, cause_name: findText(locale, `cause.${id}`) ?? id });
  const rule = (id: string) => ({ rule_id: id, rule: ruleTitle(locale, id) });
  switch (table) {
    case 'carriers':
      return board.carriers.map((row) => ({ ...carrier(row.key), ...figures(row) }));
    case 'causes':
      return board.causes.map((row) => ({ ...cause(row.key), ...figures(row) }));
    case 'months':
      return monthsBetween(board.months).map((row) => ({ month: row.key, ...figures(row) }));
    case 'carrier-waits':
      return board.carrierWaits.map((row) => ({
        ...rule(row.duty),
        ...carrier(row.key),
        ...figures(row),
        ...waits(row),
      }));
    case 'cause-waits':
      return board.causeWaits.map((row) => ({ ...rule(row.duty), ...cause(row.key), ...figures(row), ...waits(row) }));
    case 'cells':
      return board.cells.map(({ carrierId, duty, cause: why, month, which, count }) => ({
        ...carrier(carrierId),
        ...rule(duty),
        ...cause(why),
        month,
        class: which,
        class_name: t(locale, `duty.${which}`),
        count,
      }));
  }
}

const FIGURES = [
  'on_time',
  'late',
  'unanswered',
  'counted',
  'on_time_share',
  'share_low',
  'share_high',
  'small',
  'running',
  'ended_otherwise',
];
const WAITS = ['median_days', 'median_at_least', 'p90_days', 'p90_at_least', 'waits'];
const [CARRIER, CAUSE, RULE] = [
  ['carrier_id', 'carrier'],
  ['cause', 'cause_name'],
  ['rule_id', 'rule'],
];
const COLUMNS: Readonly<Record<DutyTable, readonly string[]>> = {
  carriers: [...CARRIER, ...FIGURES],
  causes: [...CAUSE, ...FIGURES],
  months: ['month', ...FIGURES],
  'carrier-waits': [...RULE, ...CARRIER, ...FIGURES, ...WAITS],
  'cause-waits': [...RULE, ...CAUSE, ...FIGURES, ...WAITS],
  cells: [...CARRIER, ...RULE, ...CAUSE, 'month', 'class', 'class_name', 'count'],
};

/** A table as CSV, its heads in the reader's language. */
export function dutyCsv(locale: Locale, table: DutyTable, records: readonly DutyRecord[]): string {
  const columns = COLUMNS[table];
  return csvOf(
    columns.map((column) => findText(locale, `duty.col.${column}`) ?? column),
    records.map((record) => columns.map((column) => record[column] ?? null)),
  );
}

/** The name of a carrier, or its id where nobody knows it any more. */
export function dutyCarrier(locale: Locale, { carriers }: Pick<DutyBoardView, 'carriers'>, id: string): string {
  const known = carriers.find(({ carrierId }) => carrierId === id);
  return known ? (locale === 'zh-CN' ? known.nameZh : known.nameEn) : id;
}

function figures({ counts, counted, onTime, small }: DutyFigures): DutyRecord {
  const { on_time, late, unanswered, running, ended_otherwise } = counts;
  return {
    on_time,
    late,
    unanswered,
    counted,
    on_time_share: onTime && rounded(onTime.share),
    share_low: onTime && rounded(onTime.low),
    share_high: onTime && rounded(onTime.high),
    small,
    running,
    ended_otherwise,
  };
}

function waits({ median, p90, waits: many }: WaitRow): DutyRecord {
  return {
    median_days: median?.days ?? null,
    median_at_least: median?.atLeast ?? null,
    p90_days: p90?.days ?? null,
    p90_at_least: p90?.atLeast ?? null,
    waits: many,
  };
}

function rounded(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}

/** Every month from the first to the last, also those without a duty. */
export function monthsBetween(rows: readonly DutyRow[]): DutyRow[] {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return [];
  const months: DutyRow[] = [];
  for (let month = first.key; month <= last.key; month = nextMonth(month)) {
    months.push(rows.find(({ key }) => key === month) ?? { key: month, ...NOTHING });
  }
  return months;
}

const NOTHING: DutyFigures = {
  counts: { on_time: 0, late: 0, unanswered: 0, running: 0, ended_otherwise: 0 },
  counted: 0,
  onTime: null,
  small: true,
};

function nextMonth(month: string): string {
  const [year = 0, of = 0] = month.split('-').map(Number);
  return of === 12 ? `${year + 1}-01` : `${year}-${String(of + 1).padStart(2, '0')}`;
}
