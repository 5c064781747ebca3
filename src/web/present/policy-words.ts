import { REASON_CODES } from '../../domain/flags/words.ts';
import type { FactKind } from '../../domain/numbers/fact.ts';
import type { Field, Unit } from '../../domain/policies/fields.ts';
import { findField } from '../../domain/policies/fields.ts';
import type { Condition, MeasureStep, PolicyRule } from '../../domain/policies/policy.ts';
import type { JsonValue } from '../../domain/refusal.ts';
import type { Locale } from '../../locales/index.ts';
import { findText, t } from '../../locales/index.ts';
import { formatMoney } from '../../platform/locale.ts';
import { paperName } from './frame.ts';
import { groundLaw } from './laws.ts';

/** One row of a table in plain words. */
export type RuleWords = {
  readonly ruleId: string;
  readonly cause: string;
  readonly on: string;
  readonly byHuman: boolean;
  readonly when: readonly string[];
  readonly measures: readonly string[];
  readonly grace: number;
  readonly review: number | null;
  readonly lift: string;
  /** The law names the longest time to bring service back after full payment only. */
  readonly paid: boolean;
  readonly remedies: readonly string[];
  readonly papers: readonly string[];
  readonly ground: string;
};

export function ruleWords(locale: Locale, rule: PolicyRule): RuleWords {
  return {
    ruleId: rule.ruleId,
    cause: codeWords(locale, rule.code),
    on: t(locale, `policy.on.${rule.on}`),
    byHuman: rule.by === 'human',
    when: rule.when.map((condition) => conditionWords(locale, rule.on, condition)),
    measures: rule.measures.map((measure) => measureWords(locale, measure)),
    grace: rule.graceDays ?? 0,
    review: rule.reviewDays ?? null,
    lift: t(locale, `policy.lift.${rule.lift}`),
    paid: rule.lift === 'paid',
    remedies: rule.remedies.map((remedy) => t(locale, `word.remedy.${remedy}`)),
    papers: rule.papers.map((paper) => paperName(locale, paper)),
    ground:
      rule.ground.kind === 'law'
        ? groundLaw(locale, rule.ground).article
        : `${rule.ground.document} ${rule.ground.clause}`.trim(),
  };
}

/** A cause with its stable code, by which owners tell several of one cause apart. */
export function codeWords(locale: Locale, code: PolicyRule['code']): string {
  return `${t(locale, `cause.${REASON_CODES[code].cause}`)} ${code}`;
}

export function conditionWords(locale: Locale, on: FactKind, { field, op, value }: Condition): string {
  const words = fieldValue(locale, findField(on, field), value);
  return `${fieldName(locale, field)} ${t(locale, `policy.op.${op}`)} ${words}`;
}

export function fieldName(locale: Locale, field: string): string {
  return findText(locale, `value.${field}`) ?? field;
}

/** A value in the unit of its field. */
export function fieldValue(locale: Locale, field: Field | undefined, value: JsonValue): string {
  if (typeof value === 'boolean') return t(locale, value ? 'policy.unit.yes' : 'policy.unit.no');
  if (typeof value !== 'number') return String(value ?? '—');
  switch (field?.unit) {
    case 'fen':
      return formatMoney(locale, value);
    case 'share':
      return `${Math.round(value * 1000) / 10}%`;
    case 'days':
    case 'hours':
      return t(locale, `policy.unit.${field.unit}`, { n: value });
    default:
      return String(value);
  }
}

/** The same value as it is typed into a form. */
export function typedValue(unit: Unit, value: Condition['value']): string {
  if (typeof value !== 'number') return typeof value === 'boolean' ? (value ? '1' : '0') : value;
  if (unit === 'fen') return (value / 100).toFixed(2);
  return unit === 'share' ? `${Math.round(value * 1000) / 10}%` : String(value);
}

function measureWords(locale: Locale, measure: MeasureStep): string {
  const { afterDays = 0, days } = measure;
  const name = t(locale, `function.${measure.function}`);
  const begins =
    afterDays === 0
      ? t(locale, 'policy.measure.now', { function: name })
      : t(locale, 'policy.measure.later', { function: name, n: afterDays });
  const ends = days === null ? t(locale, 'policy.measure.until_lift') : t(locale, 'policy.measure.for', { n: days });
  return `${begins}${t(locale, 'list.and')}${ends}`;
}
