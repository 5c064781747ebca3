import type { Dice } from '../../support/dice.ts';

/** What the OpenAPI document says of one value, as far as it is used here. */
export type Schema = {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly examples?: readonly unknown[];
};

/** Values by the name of their field: ids of things that are there, or were, or never were. */
export type Pool = (name: string, dice: Dice) => unknown;

const WORDS = ['x', '我是快递员，这些是送货电话。', '维持。', 'AF-32c', 'a', '2026'];

/** A value as the schema wants it, most of the time at one of its edges. */
export function valueBy(schema: Schema, name: string, pool: Pool, dice: Dice): unknown {
  const chosen = schema.anyOf ?? schema.oneOf;
  if (chosen) return valueBy(dice.pick(chosen), name, pool, dice);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return dice.pick(schema.enum);
  const known = pool(name, dice);
  if (known !== undefined) return known;
  const type = typeof schema.type === 'string' ? schema.type : schema.type ? dice.pick(schema.type) : 'string';
  if (type === 'object' || schema.properties) return objectOf(schema, pool, dice);
  if (type === 'array') {
    const length = (schema.minItems ?? 0) + dice.below(3);
    return Array.from({ length }, () => valueBy(schema.items ?? {}, name.replace(/s$/, ''), pool, dice));
  }
  if (type === 'integer' || type === 'number') return numberOf(schema, dice);
  if (type === 'boolean') return dice.chance(0.5);
  if (type === 'null') return null;
  return textOf(schema, dice);
}

function objectOf({ properties = {}, required = [] }: Schema, pool: Pool, dice: Dice): Record<string, unknown> {
  const wanted = Object.entries(properties).filter(([name]) => required.includes(name) || dice.chance(0.5));
  return Object.fromEntries(wanted.map(([name, one]) => [name, valueBy(one, name, pool, dice)]));
}

function numberOf({ minimum = 0, maximum = 1_000 }: Schema, dice: Dice): number {
  return dice.pick([minimum, maximum, minimum, minimum + 1, Math.min(maximum, minimum + dice.below(100))]);
}

function textOf({ format, minLength = 0, maxLength = 200, examples }: Schema, dice: Dice): string {
  if (format === 'date') return dice.pick(['2026-11-23', '2026-01-31', '1970-01-01', '2199-12-31']);
  if (format === 'date-time')
    return dice.pick(['2026-11-20T12:12:01+08:00', '2026-11-23T04:12:01.123Z', '2024-05-01T09:00:00+08:00']);
  if (examples && examples.length > 0 && dice.chance(0.5)) return String(dice.pick(examples));
  const edge = dice.pick([minLength, maxLength, -1, -1, -1]);
  if (edge >= 0 && edge <= 4_100) return '字'.repeat(edge);
  return dice.pick(WORDS).slice(0, maxLength);
}
