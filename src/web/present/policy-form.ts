import { LAWS } from '../../../knowledge/laws/index.ts';
import { MUST_SPARE } from '../../domain/flags/measure.ts';
import type { LineFunction, ReasonCode, Remedy } from '../../domain/flags/words.ts';
import { FUNCTIONS, REASON_CODES, REMEDIES } from '../../domain/flags/words.ts';
import type { FactKind } from '../../domain/numbers/fact.ts';
import type { Field } from '../../domain/policies/fields.ts';
import { FIELDS, findField, LINE_FIELDS } from '../../domain/policies/fields.ts';
import type { Condition, LiftKind, Operator, PolicyRule } from '../../domain/policies/policy.ts';
import { LIFTS, OPERATORS } from '../../domain/policies/policy.ts';
import type { Locale } from '../../locales/index.ts';
import { t } from '../../locales/index.ts';
import type { FieldErrors, Typed } from '../form.ts';
import { typedValue } from './policy-words.ts';

/** So many conditions a row of the form has. */
export const CONDITION_LINES = 6;
export const FACT_KINDS = Object.keys(FIELDS) as FactKind[];
export const PAPERS = [
  'id_card',
  'work_proof',
  'undertaking',
  'explanation',
  'receipt',
  'contract',
  'settlement_proof',
];

/** Every field that some fact has, once. */
export const ALL_FIELDS: readonly Field[] = [...Object.values(FIELDS).flat(), ...LINE_FIELDS].filter(
  (one, at, all) => all.findIndex(({ field }) => field === one.field) === at,
);

/** A row as it stands in its form. */
export function typedRule(rule: PolicyRule): Typed {
  const conditions = rule.when.flatMap(({ field, op, value }, at) => [
    [`field_${at}`, field],
    [`op_${at}`, op],
    [`value_${at}`, typedValue(findField(rule.on, field)?.unit ?? 'count', value)],
  ]);
  const measures = rule.measures.flatMap(({ function: name, afterDays = 0, days }) => [
    [`off_${name}`, 'yes'],
    [`after_${name}`, String(afterDays)],
    [`days_${name}`, days === null ? '' : String(days)],
  ]);
  const { ground } = rule;
  return {
    rule_id: rule.ruleId,
    code: rule.code,
    on: rule.on,
    by: rule.by,
    grace_days: String(rule.graceDays ?? ''),
    review_days: String(rule.reviewDays ?? ''),
    ground: ground.kind,
    law: ground.kind === 'law' ? ground.ruleId : '',
    law_before: ground.kind === 'law' ? ground.ruleId : '',
    article_before: ground.kind === 'law' ? ground.article : '',
    document: ground.kind === 'contract' ? ground.document : '',
    clause: ground.kind === 'contract' ? ground.clause : '',
    lift: rule.lift,
    remedies: rule.remedies.join(','),
    papers: rule.papers.join(','),
    ...Object.fromEntries([...conditions, ...measures]),
  };
}

export const BLANK_RULE: Typed = { by: 'rule', ground: 'contract', lift: 'decision', remedies: 'appeal' };

/** The row that a form says, or what in it cannot be read, field by field. Whether it may be published is asked elsewhere. */
export function readRule(
  locale: Locale,
  typed: Typed,
): { readonly rule: PolicyRule } | { readonly errors: FieldErrors } {
  const errors: Record<string, string> = {};
  const on = oneOf(FACT_KINDS, typed['on']) ?? 'bill_overdue';
  const days = (name: string): number | undefined => {
    const text = (typed[name] ?? '').trim();
    if (text === '') return undefined;
    if (!/^\d{1,4}$/.test(text))
      errors[name] = t(locale, 'policy.bad_number', { unit: t(locale, 'policy.number.days') });
    return Number(text);
  };
  const when = Array.from({ length: CONDITION_LINES }, (_, at) => readCondition(locale, typed, at, errors));
  const graceDays = days('grace_days');
  const reviewDays = days('review_days');
  const rule: PolicyRule = {
    ruleId: (typed['rule_id'] ?? '').trim(),
    code: oneOf(Object.keys(REASON_CODES) as ReasonCode[], typed['code']) ?? 'A1',
    on,
    by: typed['by'] === 'human' ? 'human' : 'rule',
    when: when.filter((one) => one !== null),
    ground: readGround(typed),
    measures: FUNCTIONS.flatMap((name) => readMeasure(name, typed, days)),
    ...(graceDays ? { graceDays } : {}),
    ...(reviewDays ? { reviewDays } : {}),
    lift: oneOf<LiftKind>(LIFTS, typed['lift']) ?? 'decision',
    remedies: many(typed['remedies']).filter((one): one is Remedy => REMEDIES.some((known) => known === one)),
    papers: many(typed['papers']),
  };
  return Object.keys(errors).length > 0 ? { errors } : { rule };
}

/** Emergency calls, service numbers and notices always go through: nobody has to remember them. */
function readMeasure(
  name: LineFunction,
  typed: Typed,
  days: (field: string) => number | undefined,
): PolicyRule['measures'] {
  if (typed[`off_${name}`] !== 'yes') return [];
  const afterDays = days(`after_${name}`) ?? 0;
  return [
    {
      function: name,
      ...(afterDays === 0 ? {} : { afterDays }),
      days: days(`days_${name}`) ?? null,
      spares: MUST_SPARE[name],
    },
  ];
}

function readGround(typed: Typed): PolicyRule['ground'] {
  if (typed['ground'] !== 'law')
    return { kind: 'contract', document: (typed['document'] ?? '').trim(), clause: (typed['clause'] ?? '').trim() };
  const ruleId = typed['law'] ?? '';
  // As precise as the table had it, while it is the same law.
  if (ruleId !== '' && ruleId === typed['law_before'])
    return { kind: 'law', ruleId, article: typed['article_before'] ?? '' };
  return { kind: 'law', ruleId, article: LAWS.find(({ lawId }) => lawId === ruleId)?.article ?? '' };
}

function readCondition(locale: Locale, typed: Typed, at: number, errors: Record<string, string>): Condition | null {
  const field = typed[`field_${at}`] ?? '';
  const text = (typed[`value_${at}`] ?? '').trim();
  const known = ALL_FIELDS.find((one) => one.field === field);
  if (!known) return null;
  const op = oneOf<Operator>(OPERATORS, typed[`op_${at}`]) ?? 'gte';
  const value = readValue(known, text);
  if (value === null) {
    const unit = t(locale, `policy.number.${known.unit}`);
    errors[`value_${at}`] = t(locale, 'policy.bad_number', { unit });
    return null;
  }
  return { field, op: typeof value === 'number' ? op : 'eq', value };
}

/** What was typed, in the unit of the field; null when it is none. */
export function readValue({ unit }: Pick<Field, 'unit'>, text: string): Condition['value'] | null {
  if (unit === 'code') return text === '' ? null : text;
  if (unit === 'yes_no') {
    if (/^(?:1|是|yes|true)$/i.test(text)) return true;
    return /^(?:0|否|不是|no|false)$/i.test(text) ? false : null;
  }
  const found = /^(\d{1,12}(?:\.\d{1,4})?)\s*(%?)$/.exec(text);
  if (!found) return null;
  const number = Number(found[1]);
  if (unit === 'share') return found[2] === '%' ? number / 100 : number;
  if (found[2] === '%') return null;
  return unit === 'fen' ? Math.round(number * 100) : number;
}

function oneOf<T extends string>(words: readonly T[], text: string | undefined): T | undefined {
  return words.find((one) => one === text);
}

function many(text: string | undefined): string[] {
  return (text ?? '').split(',').filter((one) => one !== '');
}
