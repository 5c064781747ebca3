import type { Locale, TextKey } from '../../locales/index.ts';
import { findText, t } from '../../locales/index.ts';

/** One thing wrong with an input: where, and in plain words what. */
export type Fault = { readonly pointer: string; readonly detail: string };

/** What the validator says of one mistake. */
export type ValidationError = {
  readonly keyword: string;
  readonly schemaPath: string;
  readonly instancePath: string;
  readonly params: { readonly [name: string]: unknown };
};

const LIMITS: Readonly<Record<string, TextKey>> = {
  minLength: 'fault.too_short',
  maxLength: 'fault.too_long',
  minItems: 'fault.too_few',
  maxItems: 'fault.too_many',
  minimum: 'fault.too_small',
  exclusiveMinimum: 'fault.too_small',
  maximum: 'fault.too_big',
  exclusiveMaximum: 'fault.too_big',
};

/** The mistakes worth telling, each once and in plain words. */
export function faultsOf(locale: Locale, errors: readonly ValidationError[]): Fault[] {
  const faults = relevant(errors).flatMap((error) => faultsIn(locale, error, errors));
  const unique = new Map(faults.map((fault) => [`${fault.pointer} ${fault.detail}`, fault]));
  return [...unique.values()];
}

/** Of a choice between shapes only the branch that was meant is told: the one whose constant fields are right. */
function relevant(errors: readonly ValidationError[]): ValidationError[] {
  const branchOf = (error: ValidationError) => /^(.*?\/anyOf)\/(\d+)/.exec(error.schemaPath);
  const missed = new Set(errors.filter((error) => error.keyword === 'const').map((error) => branchOf(error)?.[0]));
  const choices = new Set(errors.flatMap((error) => branchOf(error)?.[1] ?? []));
  const missedAll = (choice: string) => {
    const branches = errors.flatMap((error) => (branchOf(error)?.[1] === choice ? [branchOf(error)?.[0]] : []));
    return branches.every((branch) => missed.has(branch));
  };
  return errors.filter((error) => {
    if (error.keyword === 'anyOf') return false;
    const [branch, choice] = branchOf(error) ?? [];
    if (branch === undefined || choice === undefined) return true;
    if (choices.has(choice) && missedAll(choice)) return error.keyword === 'const';
    return !missed.has(branch);
  });
}

function faultsIn(locale: Locale, error: ValidationError, all: readonly ValidationError[]): Fault[] {
  const { keyword, instancePath: pointer, params } = error;
  const field = pointer === '' ? t(locale, 'fault.body') : pointer.slice(1).replaceAll('/', '.');
  const told = (key: TextKey, data: Readonly<Record<string, unknown>> = {}): Fault[] => [
    { pointer, detail: findText(locale, key, { field, ...data }) ?? key },
  ];
  switch (keyword) {
    case 'required':
      return named(params['requiredProperties']).map((name) => below(locale, pointer, name, 'fault.required'));
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return named(params['additionalProperties'] ?? params['unevaluatedProperties']).map((name) =>
        below(locale, pointer, name, 'fault.unknown'),
      );
    case 'boolean':
      return [];
    case 'type':
      return told('fault.type', { type: typeWords(locale, params['type']) });
    case 'format':
      return told('fault.format', {
        format: findText(locale, `fault.format.${String(params['format'])}`) ?? params['format'],
      });
    case 'enum':
      return told('fault.choice', { choices: listed(locale, named(params['allowedValues'])) });
    case 'const': {
      const choices = all
        .filter((one) => one.keyword === 'const' && one.instancePath === pointer)
        .map((one) => String(one.params['allowedValue']));
      return told('fault.choice', { choices: listed(locale, choices) });
    }
    default: {
      const key = LIMITS[keyword];
      return key ? told(key, { limit: params['limit'] ?? params['comparison'] }) : told('fault.other');
    }
  }
}

function below(locale: Locale, pointer: string, name: string, key: 'fault.required' | 'fault.unknown'): Fault {
  const path = `${pointer}/${name}`;
  return { pointer: path, detail: t(locale, key, { field: path.slice(1).replaceAll('/', '.') }) };
}

function named(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function typeWords(locale: Locale, type: unknown): string {
  const types = Array.isArray(type) ? type : [type];
  return listed(
    locale,
    types.map((one) => findText(locale, `fault.type.${String(one)}`) ?? String(one)),
  );
}

function listed(locale: Locale, items: readonly string[]): string {
  return [...new Set(items)].join(t(locale, 'word.separator'));
}
