import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { triage } from '../knowledge/triage/index.ts';
import type { Run } from './figures.ts';

/** What one core must read in a second. */
const LIMIT = 20_000;
const MS = 2_000;

/** Texts of our own read one after the other on one core, beside the limit. */
export function benchTriage(rounds: number): Run[] {
  const texts = readFileSync(join(import.meta.dirname, '../test/triage/own-texts.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { text: string }).text);
  return Array.from({ length: rounds }, () => {
    let read = 0;
    const begun = performance.now();
    while (performance.now() - begun < MS) {
      for (const text of texts) triage({ text });
      read += texts.length;
    }
    return { ours: read / ((performance.now() - begun) / 1000), reference: LIMIT };
  });
}
