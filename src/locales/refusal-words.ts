import type { JsonValue, Refusal } from '../domain/refusal.ts';
import type { Locale } from './index.ts';
import { findText, t } from './index.ts';

/** Where the words of a value stand, by the name under which a refusal carries it; the first that exists is taken. */
const PREFIXES: Readonly<Record<string, readonly string[]>> = {
  status: ['status.case', 'status.flag', 'status.lift'],
  from: ['status.case'],
  materials: ['paper'],
  act: ['word.act', 'mandate.act'],
  missing: ['word.part'],
  part: ['word.part'],
  door: ['word.door'],
  imposed_by: ['word.imposer'],
  remedies: ['word.remedy'],
  gist: ['gist'],
  open: ['gist'],
  with: ['counterpart'],
  field: ['value'],
  unit: ['policy.number'],
  law: ['law'],
  criterion: ['filter.criterion'],
  names: ['bulk.placeholder'],
  expected: ['imports.expects'],
  ground: ['decline', 'ground'],
  grounds: ['ground'],
};

/** What a refusal says to a person, with codes in its data put into words; the bare code when it has none. */
export function refusalWords(locale: Locale, { code, data = {} }: Refusal): string {
  const words = Object.entries(data).map(([name, value]) => [name, wordsOf(locale, name, value)] as const);
  return findText(locale, code, Object.fromEntries(words)) ?? code;
}

function wordsOf(locale: Locale, name: string, value: JsonValue): JsonValue {
  if (Array.isArray(value))
    return value.map((one) => String(wordsOf(locale, name, one))).join(t(locale, 'word.separator'));
  if (name === 'example' && value !== null && typeof value === 'object') return exampleWords(locale, value);
  if (typeof value !== 'string') return value;
  for (const prefix of PREFIXES[name] ?? []) {
    const words = findText(locale, `${prefix}.${value}`);
    if (words !== undefined) return words;
  }
  return value;
}

/** Values that show something, each with its name. */
function exampleWords(locale: Locale, values: object): string {
  const named = Object.entries(values).map(
    ([field, value]) => `${findText(locale, `value.${field}`) ?? field} ${valueWords(field, value as JsonValue)}`,
  );
  return named.join(t(locale, 'word.separator'));
}

function valueWords(field: string, value: JsonValue): string {
  if (typeof value !== 'number') return String(value);
  if (field.endsWith('Share')) return `${Math.round(value * 1000) / 10}%`;
  return field.endsWith('Fen') ? `¥${(value / 100).toFixed(2)}` : String(value);
}
