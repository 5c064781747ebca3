/** No database column and no canonical JSON takes U+0000 or half of a surrogate pair. */
const NUL = '\u0000';

export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes(NUL);
}

/** JSON pointer to the first text in a value that cannot be kept, or null. The value must be of bounded depth. */
export function findUnstorable(value: unknown, pointer = ''): string | null {
  if (typeof value === 'string') return isStorable(value) ? null : pointer;
  if (value === null || typeof value !== 'object') return null;
  for (const [key, part] of Object.entries(value)) {
    if (!isStorable(key)) return pointer;
    const found = findUnstorable(part, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    if (found !== null) return found;
  }
  return null;
}
