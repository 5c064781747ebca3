import type { Dice } from '../../support/dice.ts';

const LONG = 'x'.repeat(70_000);

/** Text that programs stumble over. */
export const TEXTS: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  '\u202e\u2066abc',
  '\ufeff',
  '\u200b',
  '１３８００１３８０００',
  'Ａ',
  'ﷺ'.repeat(50),
  'Z͑ͫ̓'.repeat(60),
  '👩‍👩‍👧‍👦🇨🇳',
  '\r\nSet-Cookie: qingbiao=x',
  '%00',
  '%0d%0aX: y',
  '%E4%BD',
  '../../../../etc/passwd',
  '..\\..\\x',
  '/etc/passwd\u0000.png',
  "' OR '1'='1",
  "'; DROP TABLE numbers; --",
  '$1',
  '{{7*7}}',
  '${7*7}',
  '#{7*7}',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  'http://169.254.169.254/latest/meta-data',
  'file:///etc/passwd',
  'http://[::1]:5432/',
  '//evil.example',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'null',
  'undefined',
  'NaN',
  '-1',
  '0',
  '1e999',
  '9007199254740993',
  '9223372036854775808',
  '0x10',
  '٣',
  '2026-02-30',
  '0000-00-00',
  '9999-12-31T23:59:60Z',
  '2026-11-23T12:00:00+99:99',
  '+275760-09-13T00:00:00.001Z',
  '1969-12-31T23:59:59.999Z',
  LONG,
  '长'.repeat(5_000),
  'a'.repeat(201),
  '\\',
  '"',
  '*',
  '?',
  '%',
  '_',
  '=',
  '==',
  'eyJhIjoxfQ',
];

const NUMBERS: readonly unknown[] = [
  0,
  -0,
  -1,
  1,
  0.1,
  1e21,
  -1e308,
  2 ** 31,
  2 ** 53,
  Number.MAX_SAFE_INTEGER,
  9_000_000_000_001,
  200,
  201,
];

/** Anything where something else was meant. */
export function hostileValue(dice: Dice): unknown {
  return dice.weighed<() => unknown>([
    [10, () => dice.pick(TEXTS)],
    [4, () => dice.pick(NUMBERS)],
    [2, () => dice.pick([null, true, false])],
    [2, () => dice.pick<unknown>([[], {}, [[]], [null], [{}], { a: { b: {} } }])],
    [1, () => Array.from({ length: 300 }, () => 'a')],
    [1, () => ({ toString: 'x', valueOf: 1, length: -1 })],
    [1, () => ({ __proto: 1, constructor: { prototype: { polluted: true } } })],
  ])();
}

/** Fields that nobody asked for. */
const UNASKED = ['extra', 'role', 'actor_id', 'carrier_id', 'person_id', 'is_admin', '', 'constructor'];

type Holder = Record<string, unknown> | unknown[];

/** One thing in a body is made wrong: replaced, left out, wrapped, added or repeated. */
export function spoil(body: unknown, dice: Dice): unknown {
  if (typeof body !== 'object' || body === null || dice.chance(0.04)) return hostileValue(dice);
  const copy = structuredClone(body) as Holder;
  const holder = dice.pick(holdersIn(copy));
  const keys = Object.keys(holder);
  const key = keys.length > 0 ? dice.pick(keys) : 'x';
  const at = holder as Record<string, unknown>;
  const set = (name: string, value: unknown) => {
    Object.defineProperty(at, name, { value, enumerable: true, configurable: true, writable: true });
  };
  dice.weighed<() => void>([
    [10, () => set(key, hostileValue(dice))],
    [3, () => void delete at[key]],
    [2, () => set(key, [at[key], at[key]])],
    [1, () => set(key, { [key]: at[key] })],
    [2, () => set(dice.pick(UNASKED), hostileValue(dice))],
    [1, () => set('__proto__', { admin: true })],
  ])();
  return copy;
}

function holdersIn(value: unknown): Holder[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value as Holder, ...Object.values(value).flatMap(holdersIn)];
}

/** Text of JSON that says the same thing twice, says it deeply, or stops in the middle. */
export function brokenJson(body: unknown, dice: Dice): string {
  const text = JSON.stringify(body) ?? 'null';
  return dice.weighed<() => string>([
    [3, () => text.slice(0, dice.below(text.length + 1))],
    [3, () => text.replace('{', `{"${Object.keys(body ?? {})[0] ?? 'a'}":1,`)],
    [2, () => text.replace('{', '{"__proto__":{"admin":true},')],
    [1, () => text.replace('{', '{"constructor":{"prototype":{"admin":true}},')],
    [2, () => `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
    [2, () => `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`],
    [1, () => `\ufeff${text}`],
    [1, () => `${text}${text}`],
    [1, () => text.replaceAll('"', "'")],
    [1, () => `// x\n${text}`],
    [1, () => text.replace(/"([a-z_]+)":/, '"\\u0000$1":')],
    [1, () => `{"n":${'9'.repeat(5_000)}}`],
    [1, () => '"'.padEnd(250_000, 'y')],
    [1, () => 'x'.repeat(300_000)],
    [1, () => dice.pick(TEXTS)],
  ])();
}
