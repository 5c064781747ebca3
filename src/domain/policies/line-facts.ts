import type { Cause } from '../flags/words.ts';
import type { NumberState } from '../journal/state.ts';
import { findLine } from '../journal/state.ts';
import type { Instant } from '../time.ts';
import { addMs, msOf } from '../time.ts';
import type { LineFacts } from './fields.ts';

const DAY_MS = 86_400_000;
const YEAR_MS = 365 * DAY_MS;

/** What is known of a line at a moment, besides the fact that comes in. */
export function lineFacts(state: NumberState, line: number, at: Instant): LineFacts {
  const openedAt = findLine(state, line)?.openedAt ?? at;
  const flagsBefore: { [C in Cause]?: number } = {};
  const since = addMs(at, -YEAR_MS);
  for (const flag of Object.values(state.flags)) {
    if (flag.line !== line || flag.liftedBecause === 'misjudged' || flag.placedAt >= at || flag.placedAt < since)
      continue;
    flagsBefore[flag.cause] = (flagsBefore[flag.cause] ?? 0) + 1;
  }
  return { tenureDays: Math.max(0, Math.floor((msOf(at) - msOf(openedAt)) / DAY_MS)), flagsBefore };
}
