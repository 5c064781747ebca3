/** Every match of a global pattern. Unlike `matchAll` it copies no pattern, which counts where thousands of texts are read. */
export function eachMatch(pattern: RegExp, text: string, take: (match: RegExpExecArray) => void): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) take(match);
}
