import type { PeriodRule } from '../clocks/period.ts';
import type { PlainDate } from '../time.ts';
import type { KnowledgeTables } from './knowledge.ts';
import { danglingReferences, missingRows } from './references.ts';
import type { NamedRow } from './rows.ts';
import { namedRows, wordsOf } from './rows.ts';
import { inventedAddresses, inventedPhones } from './said.ts';
import type { Sourced } from './sourced.ts';

const CONFIDENCES: readonly string[] = ['C', 'C-', 'RH', 'RU', 'ours'] satisfies readonly Sourced['confidence'][];
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/**
 * What is wrong with the tables, one line each; empty when every claim has its source, its day and its confidence, every
 * reference its row, every period its rule, and no text names a phone number or an address of its own.
 */
export function objectToKnowledge(tables: KnowledgeTables, periods: readonly PeriodRule[], today: PlainDate): string[] {
  const rows = namedRows(tables);
  const rules = periods.map((rule) => ({ id: `period ${rule.ruleId}`, row: { ...rule } }));
  return [
    ...twins([...rows, ...rules]),
    ...[...rows, ...rules].flatMap((one) => objectToRow(one, today)),
    ...rows.flatMap(objectToPrice),
    ...danglingReferences(tables, new Set(periods.map(({ ruleId }) => ruleId))),
    ...missingRows(tables),
    ...inventedPhones(tables, rows),
    ...inventedAddresses(tables, rows),
  ];
}

function twins(rows: readonly NamedRow[]): string[] {
  const seen = new Set<string>();
  return rows.flatMap(({ id }) => {
    const twin = seen.has(id);
    seen.add(id);
    return twin ? [`${id} is there twice`] : [];
  });
}

function objectToRow({ id, row }: NamedRow, today: PlainDate): string[] {
  const { source, checked, confidence } = row as Partial<Sourced>;
  const empty = wordsOf(row).filter(({ words }) => !words['zh-CN']?.trim() || !words.en?.trim());
  return [
    ...(source?.trim() ? [] : [`${id} names no source`]),
    ...(DAY.test(checked ?? '') ? [] : [`${id} does not say which day it was checked`]),
    ...(checked !== undefined && checked > today ? [`${id} was checked on ${checked}, which is still to come`] : []),
    ...(CONFIDENCES.includes(confidence ?? '') ? [] : [`${id} does not say how sure it is`]),
    ...empty.map(({ field }) => `${id} has no words for ${field} in one of its languages`),
  ];
}

/** Lifting is free. The type says so; this says so of data that no compiler saw. */
function objectToPrice({ id, row }: NamedRow): string[] {
  return 'costFen' in row && row['costFen'] !== 0 ? [`${id} asks for money: nothing is ever charged for lifting`] : [];
}
