import { type Finding, listFiles, readSource } from './sources.ts';

/** Decision records have numbers of their own and the same four parts. */
export function checkDecisions(): Finding[] {
  const seen = new Map<string, string>();
  return listFiles(['docs/decisions'], /\.md$/).flatMap((file) => {
    const number = /(\d{4})-[a-z0-9-]+\.md$/.exec(file)?.[1];
    if (!number) return [{ file, text: 'is not named NNNN-words.md' }];
    const first = seen.get(number);
    seen.set(number, first ?? file);
    const text = readSource(file);
    const missing = ['Context', 'Decision', 'Consequences'].filter(
      (part) => !new RegExp(`^## ${part}`, 'm').test(text),
    );
    return [
      ...(first ? [{ file, text: `has the number of ${first}` }] : []),
      ...missing.map((part) => ({ file, text: `has no part "${part}"` })),
    ];
  });
}
