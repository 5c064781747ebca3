import type { LearningView } from '../../app/learning/read-board.ts';
import type { RuleView } from '../../app/learning/read-rule.ts';
import type { OverturnFigures } from '../../domain/learning/board.ts';
import { logDoubt } from '../../domain/learning/doubt.ts';
import type { Locale } from '../../locales/index.ts';
import { findText } from '../../locales/index.ts';
import type { Cell } from '../../platform/csv.ts';
import { csvOf } from '../../platform/csv.ts';

export const LEARNING_TABLES = ['rules', 'models', 'provinces', 'imposers'] as const;
export type LearningTable = (typeof LEARNING_TABLES)[number];

/** One table as it is shown, drawn and downloaded: the same numbers everywhere. */
export type LearningRecord = Readonly<Record<string, Cell>>;

const FIGURES = ['decided', 'overturned', 'by_settlement', 'share', 'share_low', 'share_high', 'small'];
const COLUMNS: Readonly<Record<LearningTable | 'doubt', readonly string[]>> = {
  rules: [
    'policy_id',
    'version',
    'rule_id',
    ...FIGURES,
    'tolerated',
    'log10_doubt',
    'placed',
    'standing',
    'lifted_as_class',
    'paused',
    'in_force',
  ],
  provinces: ['key', 'province', ...FIGURES],
  models: ['model', ...FIGURES],
  imposers: ['key', 'imposer', ...FIGURES],
  doubt: ['number', 'at', 'was_overturned', 'decided', 'overturned', 'log10_doubt'],
};

/** The rows of a table with names in the reader's language. Shares have four decimals. */
export function learningRecords(locale: Locale, view: LearningView, table: LearningTable): LearningRecord[] {
  switch (table) {
    case 'rules':
      return view.rules.map((row) => ({
        policy_id: row.policyId,
        version: row.version,
        rule_id: row.ruleId,
        ...figures(row),
        tolerated: row.tolerated,
        log10_doubt: row.log10Doubt,
        placed: row.placed,
        standing: row.standing,
        lifted_as_class: row.liftedAsClass,
        paused: row.paused,
        in_force: row.inForce,
      }));
    case 'provinces':
      return view.provinces.map((row) => ({
        key: row.key,
        province: findText(locale, `province.${row.key}`) ?? row.key,
        ...figures(row),
      }));
    case 'models':
      return view.models.map((row) => ({ model: row.key, ...figures(row) }));
    case 'imposers':
      return view.imposers.map((row) => ({
        key: row.key,
        imposer: findText(locale, `word.imposer.${row.key}`) ?? row.key,
        ...figures(row),
      }));
  }
}

/** Decision by decision, as the test took them in; no number, case or person is named. */
export function doubtRecords({ outcomes, tolerated }: RuleView): LearningRecord[] {
  let overturned = 0;
  return outcomes.map((outcome, index) => {
    if (outcome.overturned) overturned += 1;
    const decided = index + 1;
    const doubt = logDoubt({ decided, overturned }, tolerated);
    return {
      number: decided,
      at: outcome.at,
      was_overturned: outcome.overturned,
      decided,
      overturned,
      log10_doubt: Math.round((doubt / Math.LN10) * 1_000) / 1_000,
    };
  });
}

/** A table as CSV, its heads in the reader's language. */
export function learningCsv(
  locale: Locale,
  table: LearningTable | 'doubt',
  records: readonly LearningRecord[],
): string {
  const columns = COLUMNS[table];
  return csvOf(
    columns.map((column) => findText(locale, `learning.col.${column}`) ?? column),
    records.map((record) => columns.map((column) => record[column] ?? null)),
  );
}

function figures({ decided, overturned, bySettlement, rate, small }: OverturnFigures): LearningRecord {
  return {
    decided,
    overturned,
    by_settlement: bySettlement,
    share: rate && rounded(rate.share),
    share_low: rate && rounded(rate.low),
    share_high: rate && rounded(rate.high),
    small,
  };
}

function rounded(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
