/**
 * RFC 8785: the one spelling of a JSON value. Keys go by UTF-16 code units, numbers and strings as ECMAScript prints
 * them; absent values are left out as `JSON.stringify` does. Throws on what JSON cannot say.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'object' && value !== null) {
    return Array.isArray(value) ? arrayText(value) : objectText(value as Record<string, unknown>);
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('JSON knows no such number');
  const text = JSON.stringify(value);
  if (text === undefined) throw new TypeError(`JSON cannot say ${typeof value}`);
  return text;
}

function arrayText(items: readonly unknown[]): string {
  let text = '[';
  for (let index = 0; index < items.length; index += 1) {
    text += `${index === 0 ? '' : ','}${canonicalJson(items[index] ?? null)}`;
  }
  return `${text}]`;
}

function objectText(object: Record<string, unknown>): string {
  let text = '{';
  for (const key of Object.keys(object).sort()) {
    const value = object[key];
    if (value !== undefined) text += `${text.length === 1 ? '' : ','}${JSON.stringify(key)}:${canonicalJson(value)}`;
  }
  return `${text}}`;
}
