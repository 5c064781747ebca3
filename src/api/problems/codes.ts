import type { TextKey } from '../../locales/index.ts';
import { areas } from '../../locales/index.ts';

/** Keys of the area that word parts of other texts and are no codes. */
const PARTS = /^(problem\.title|fault|word)\./;

/** Every code that a problem can carry. */
export const CODES = (Object.keys(areas.problems['zh-CN']) as TextKey[]).filter((key) => !PARTS.test(key)).toSorted();

export function isCode(text: string): text is TextKey {
  return (CODES as readonly string[]).includes(text);
}
