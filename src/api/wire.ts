/**
 * Between our names and the wire's: camelCase inside, snake_case outside, keys only and all the way down.
 * Values are left as they are, so ids and codes never change on the way.
 */
const toSnake = new Map<string, string>();
const toCamel = new Map<string, string>();
/** Clients choose the keys of what they send, so the memory of them has an end. */
const REMEMBERED = 2_000;

export function snakeKeys(value: unknown): unknown {
  return mapKeys(value, snakeOf);
}

export function camelKeys(value: unknown): unknown {
  return mapKeys(value, camelOf);
}

function mapKeys(value: unknown, rename: (key: string) => string): unknown {
  if (Array.isArray(value)) return value.map((one) => mapKeys(one, rename));
  if (value === null || typeof value !== 'object') return value;
  const renamed: Record<string, unknown> = {};
  for (const key of Object.keys(value)) renamed[rename(key)] = mapKeys((value as Record<string, unknown>)[key], rename);
  return renamed;
}

function snakeOf(key: string): string {
  return remembered(toSnake, key, () => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
}

function camelOf(key: string): string {
  return remembered(toCamel, key, () => key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()));
}

function remembered(known: Map<string, string>, key: string, make: () => string): string {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  if (known.size < REMEMBERED) known.set(key, made);
  return made;
}
