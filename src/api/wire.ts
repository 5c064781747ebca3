/**
 * Between our names and the wire's: camelCase inside, snake_case outside, keys only and all the way down.
 * Values are left as they are, so ids and codes never change on the way.
 */
const toSnake = new Map<string, string>();
const toCamel = new Map<string, string>();
/** Clients choose the keys of what they send, so the memory of them has an end. */
const REMEMBERED = 2_000;
const CAPITAL = /[A-Z]/g;
const UNDERSCORED = /_([a-z0-9])/g;

export function snakeKeys(value: unknown): unknown {
  return mapKeys(value, snakeOf);
}

export function camelKeys(value: unknown): unknown {
  return mapKeys(value, camelOf);
}

function mapKeys(value: unknown, nameOf: (key: string) => string): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((one) => mapKeys(one, nameOf));
  const renamed: Record<string, unknown> = {};
  for (const key of Object.keys(value)) renamed[nameOf(key)] = mapKeys((value as Record<string, unknown>)[key], nameOf);
  return renamed;
}

function snakeOf(key: string): string {
  return (
    toSnake.get(key) ??
    remember(
      toSnake,
      key,
      key.replace(CAPITAL, (letter) => `_${letter.toLowerCase()}`),
    )
  );
}

function camelOf(key: string): string {
  const capital = (_: string, letter: string) => letter.toUpperCase();
  return toCamel.get(key) ?? remember(toCamel, key, key.replace(UNDERSCORED, capital));
}

function remember(known: Map<string, string>, key: string, made: string): string {
  if (known.size < REMEMBERED) known.set(key, made);
  return made;
}
