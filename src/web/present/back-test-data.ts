import type { BackTest } from '../../domain/back-tests/back-test.ts';
import type { Reading, ReadingRow } from '../../domain/back-tests/reading.ts';
import { readFigures } from '../../domain/back-tests/reading.ts';
import type { Locale } from '../../locales/index.ts';
import { findText, t } from '../../locales/index.ts';
import type { Cell } from '../../platform/csv.ts';
import { csvOf } from '../../platform/csv.ts';

/** Tables of rows with the same shares, one for each way to part the lines. */
export const GROUPED_TABLES = ['causes', 'province', 'tenure', 'kind'] as const;
export type GroupedTable = (typeof GROUPED_TABLES)[number];
export const BACK_TEST_TABLES = [...GROUPED_TABLES, 'rules', 'months'] as const;
export type BackTestTable = (typeof BACK_TEST_TABLES)[number];

/** One row as it is shown, drawn and downloaded: the same numbers everywhere. Shares have five decimals, days one. */
export type BackTestRecord = Readonly<Record<string, Cell>>;

/** The rows of a table with names in the reader's language. */
export function backTestRecords(locale: Locale, { figures }: BackTest, table: BackTestTable): BackTestRecord[] {
  const reading = readFigures(figures);
  switch (table) {
    case 'rules':
      return reading.rules.map(({ ruleId, base, draft }) => ({
        rule: ruleId,
        base_flags: base?.flags ?? 0,
        draft_flags: draft?.flags ?? 0,
        base_days: rounded(base?.days ?? 0, 1),
        draft_days: rounded(draft?.days ?? 0, 1),
      }));
    case 'months':
      return reading.months.map(({ month, base, draft }) => ({ month, base_flags: base, draft_flags: draft }));
    default:
      return rowsOf(reading, table).map((row) => recordOf(locale, table, row));
  }
}

/** A table as CSV, its heads in the reader's language. */
export function backTestCsv(locale: Locale, records: readonly BackTestRecord[]): string {
  const columns = Object.keys(records[0] ?? {});
  return csvOf(
    columns.map((column) => findText(locale, `back_test.cell.${column}`) ?? column),
    records.map((record) => columns.map((column) => record[column] ?? null)),
  );
}

/** The rows of a table that parts the lines. */
export function rowsOf({ causes, segments }: Reading, table: GroupedTable): readonly ReadingRow[] {
  return table === 'causes' ? causes : segments[table];
}

/** What a row of such a table is called. */
export function nameOfRow(locale: Locale, table: GroupedTable, key: string): string {
  const words = { causes: 'desk.cause', province: 'province', tenure: 'back_test.tenure', kind: 'back_test.kind' };
  return findText(locale, `${words[table]}.${key}`) ?? key;
}

/** What a table is compared with, in words. */
export function baseName(locale: Locale, { base }: Pick<BackTest, 'base'>): string {
  return base ? t(locale, 'back_test.base_version', { version: base.version }) : t(locale, 'back_test.base_none');
}

function recordOf(locale: Locale, table: GroupedTable, row: ReadingRow): BackTestRecord {
  const { flagged, overturned, upheld } = row;
  const { baseShare, draftShare, difference } = flagged;
  return {
    key: row.key,
    name: nameOfRow(locale, table, row.key),
    lines: row.lines,
    base: flagged.base,
    draft: flagged.draft,
    both: row.both,
    only_base: row.onlyBase,
    only_draft: row.onlyDraft,
    base_share: baseShare && rounded(baseShare.share),
    base_low: baseShare && rounded(baseShare.low),
    base_high: baseShare && rounded(baseShare.high),
    draft_share: draftShare && rounded(draftShare.share),
    draft_low: draftShare && rounded(draftShare.low),
    draft_high: draftShare && rounded(draftShare.high),
    difference: difference && rounded(difference.difference),
    difference_low: difference && rounded(difference.low),
    difference_high: difference && rounded(difference.high),
    overturned: overturned.all,
    overturned_spared: overturned.withoutDraft,
    upheld: upheld.all,
    upheld_missed: upheld.withoutDraft,
  };
}

function rounded(value: number, decimals = 5): number {
  return Number(value.toFixed(decimals));
}
