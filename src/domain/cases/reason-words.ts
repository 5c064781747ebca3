import { shanghaiDate } from '../clocks/plain-date.ts';
import type { NumberState } from '../journal/state.ts';
import type { Refusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import type { Case } from './case.ts';
import { flagsOf } from './objection.ts';

/** What words of a decision may leave to the record to say. */
export const PLACEHOLDERS = ['reference', 'opened_on', 'flagged_on', 'rule', 'rule_version', 'code', 'body'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];
export type RecordValues = { readonly [P in Placeholder]: string | null };

const MARK = /\{([^{}]*)\}/g;

/** What the record of a case holds for each placeholder; null where it holds nothing, or more than one thing. */
export function recordValues(state: NumberState, caseFile: Case): RecordValues {
  const flags = flagsOf(state, caseFile);
  const one = (values: readonly (string | null | undefined)[]) => {
    const [first, ...others] = new Set(values);
    return first && others.length === 0 ? first : null;
  };
  return {
    reference: caseFile.reference,
    opened_on: shanghaiDate(caseFile.openedAt),
    flagged_on: one(flags.map(({ placedAt }) => shanghaiDate(placedAt))),
    rule: one(flags.map(({ reasons }) => reasons.rule?.ruleId)),
    rule_version: one(flags.map(({ reasons }) => reasons.rule && String(reasons.rule.version))),
    code: one(flags.map(({ reasons }) => reasons.code)),
    body: one(flags.map(({ reasons }) => reasons.responsible.body)),
  };
}

/** Why a text cannot be a template: it names something that no record is asked for. */
export function objectToPlaceholders(words: string): Refusal | null {
  const unknown = namesIn(words).filter((name) => !PLACEHOLDERS.some((one) => one === name));
  return unknown.length === 0 ? null : refusal('words.unknown_placeholder', { names: unknown }, '/words');
}

/** The words with the record's values put in. A value that the record lacks is a refusal, never a blank or a guess. */
export function fillWords(words: string, values: RecordValues): { readonly words: string } | Refusal {
  const unknown = objectToPlaceholders(words);
  if (unknown) return unknown;
  const lacking = namesIn(words).filter((name) => values[name as Placeholder] === null);
  if (lacking.length > 0) return refusal('words.value_missing', { names: lacking }, '/words');
  return { words: words.replace(MARK, (_, name: string) => values[name.trim() as Placeholder] ?? '') };
}

function namesIn(words: string): string[] {
  return [...new Set([...words.matchAll(MARK)].map((match) => (match[1] ?? '').trim()))];
}
