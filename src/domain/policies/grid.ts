import type { Field } from './fields.ts';
import { findField, isMeasured } from './fields.ts';
import type { Condition, PolicyRule } from './policy.ts';

/** One value for each field: stands for all the values that no row tells from it. */
export type Point = { readonly [field: string]: number | string | boolean };
type Axis = { readonly field: Field; readonly values: readonly (number | string | boolean)[]; readonly falls: boolean };

/** More points than this are a table that nobody can oversee either. */
export const MOST_POINTS = 200_000;
/** Stands for every code that no row names. */
export const ANY_OTHER = '…';

/** The axes of rows that look at the same kind of fact; every elementary cell between their limits has a value on each. */
export function axesOf(rules: readonly PolicyRule[]): Axis[] {
  const fields = [...new Set(rules.flatMap((rule) => rule.when.map(({ field }) => field)))];
  return fields.flatMap((name) => {
    const field = rules[0] && findField(rules[0].on, name);
    if (!field) return [];
    const conditions = rules.flatMap((rule) => rule.when.filter((one) => one.field === name));
    const ops = conditions.map(({ op }) => op);
    const falls = field.falls ?? ops.every((op) => op === 'lt' || op === 'lte');
    return [{ field, values: valuesOn(field, conditions), falls }];
  });
}

function valuesOn(field: Field, conditions: readonly Condition[]): (number | string | boolean)[] {
  if (field.unit === 'yes_no') return [false, true];
  if (field.unit === 'code') return [...new Set(conditions.map(({ value }) => String(value))), ANY_OTHER];
  const limits = [...new Set(conditions.flatMap(({ value }) => (typeof value === 'number' ? [value] : [])))];
  const sorted = limits.toSorted((a, b) => a - b);
  const whole = field.unit !== 'share';
  const around = sorted.flatMap((limit, at) => {
    const next = sorted[at + 1];
    const beyond = next === undefined ? (whole ? limit + 1 : (limit + field.most) / 2) : between(limit, next, whole);
    return beyond === null ? [limit] : [limit, beyond];
  });
  const first = sorted[0] ?? field.least;
  const below = whole ? first - 1 : (field.least + first) / 2;
  return [...new Set([below, ...around])].filter((value) => value >= field.least && value <= field.most);
}

function between(low: number, high: number, whole: boolean): number | null {
  const middle = (low + high) / 2;
  if (!whole) return middle;
  return high - low >= 2 ? Math.floor(middle) : null;
}

/** All points of the grid, or null when there are too many. */
export function pointsOf(axes: readonly Axis[]): Point[] | null {
  if (axes.reduce((product, { values }) => product * values.length, 1) > MOST_POINTS) return null;
  let points: Point[] = [{}];
  for (const { field, values } of axes)
    points = points.flatMap((point) => values.map((value) => ({ ...point, [field.field]: value })));
  return points;
}

/** Whether all conditions of a row hold at a point. */
export function covers(rule: PolicyRule, point: Point): boolean {
  return rule.when.every((condition) => holdsAt(condition, point));
}

export function holdsAt({ field, op, value }: Condition, point: Point): boolean {
  const saw = point[field];
  if (op === 'eq') return saw === value;
  if (typeof saw !== 'number' || typeof value !== 'number') return false;
  return op === 'gte' ? saw >= value : op === 'gt' ? saw > value : op === 'lte' ? saw <= value : saw < value;
}

/** Whether one point is nowhere graver than another and the same in all that is not measured. */
export function isMilder(axes: readonly Axis[], mild: Point, grave: Point): boolean {
  return axes.every(({ field, falls }) => {
    const [a, b] = [mild[field.field], grave[field.field]];
    if (!isMeasured(field)) return a === b;
    return falls ? Number(a) >= Number(b) : Number(a) <= Number(b);
  });
}
