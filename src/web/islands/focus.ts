import type { Island } from './main.ts';

/** Takes the reader to the answer of what was just done. */
export const island: Island = (element) => element.focus({ preventScroll: false });
