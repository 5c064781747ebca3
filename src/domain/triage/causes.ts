import type { Cause } from '../flags/words.ts';
import type { Concern } from './concern.ts';
import type { Cue } from './cues.ts';
import type { Signals } from './signals.ts';
import { count, has } from './signals.ts';
import type { RankedCause, Verdict } from './verdict.ts';

/** What each cue says for each cause; hints weigh less than words that name it. */
const WEIGHTS: readonly { readonly cue: Cue; readonly cause: Cause; readonly first: number; readonly more: number }[] =
  [
    { cue: 'arrears', cause: 'arrears', first: 1, more: 0.3 },
    { cue: 'top_up', cause: 'arrears', first: 0.4, more: 0.1 },
    { cue: 'credit', cause: 'credit', first: 1.1, more: 0.3 },
    { cue: 'violation', cause: 'violation', first: 1, more: 0.3 },
    { cue: 'suspicion', cause: 'suspicion', first: 0.9, more: 0.2 },
    { cue: 'hint_suspicion', cause: 'suspicion', first: 0.55, more: 0.15 },
    { cue: 'identity', cause: 'identity', first: 1, more: 0.2 },
    { cue: 'hint_identity', cause: 'identity', first: 0.3, more: 0.1 },
    { cue: 'silent', cause: 'silent', first: 1.1, more: 0.2 },
    { cue: 'ordered', cause: 'ordered', first: 0.95, more: 0.3 },
    { cue: 'label', cause: 'label', first: 0.6, more: 0.2 },
    { cue: 'vpn', cause: 'violation', first: 0.8, more: 0 },
    { cue: 'about_you', cause: 'suspicion', first: 0.4, more: 0 },
  ];
/** More kinds of words than this, joined by "one of", mean that nobody said which. */
const SEVERAL = 3;

/** The causes that the words of a text speak for, best first. */
export function rankCauses(signals: Signals, concern: Concern): RankedCause[] {
  if (concern === 'none' || concern === 'own_request') return [];
  const scores = new Map<Cause, number>();
  for (const { cue, cause, first, more } of WEIGHTS) {
    const n = count(signals, cue);
    if (n > 0) scores.set(cause, (scores.get(cause) ?? 0) + first + Math.min(n - 1, 3) * more);
  }
  adjust(scores, signals, concern);
  const total = [...scores.values()].reduce((sum, score) => sum + score, 0);
  if (total < UNTOLD) scores.set('unknown', UNTOLD);
  // Where nothing is said, the model of a carrier is what people most often find behind it.
  if (total === 0 && concern !== 'porting') scores.set('suspicion', GUESS);
  const best = Math.max(...scores.values());
  return [...scores]
    .filter(([, score]) => score >= best * 0.2)
    .toSorted(([, a], [, b]) => b - a)
    .map(([cause, score]) => ({ cause, score: Math.round((score / (best + 0.5)) * 100) / 100 }));
}

const UNTOLD = 0.7;
const GUESS = 0.2;

function adjust(scores: Map<Cause, number>, signals: Signals, concern: Concern): void {
  const raise = (cause: Cause, by: number) => scores.set(cause, (scores.get(cause) ?? 0) + by);
  if (concern === 'label') raise('label', 2);
  if (concern === 'dunning') raise(has(signals, 'credit') ? 'credit' : 'arrears', 0.5);
  if (concern === 'registration') raise('identity', 1);
  if (concern === 'porting') {
    const owed = scores.has('arrears');
    scores.clear();
    raise('unknown', 1);
    if (owed) raise('arrears', 0.9);
  }
  if (concern === 'number_elsewhere') raise('silent', 0.6);
  if (concern === 'police') raise('ordered', 0.6);
  // A complaint about the number is a violation alleged, also where the word for a label stands beside it.
  if (concern !== 'label') scores.delete('label');
  if (concern === 'restriction' && has(signals, 'resume', 'back') && scores.size === 0) raise('suspicion', 0.6);
}

/** Whether the text names its cause. */
export function toldOf(signals: Signals, causes: readonly RankedCause[]): Verdict['told'] {
  const named = causes.filter(({ cause }) => cause !== 'unknown');
  if (named.length === 0 || causes[0]?.cause === 'unknown') return 'not_told';
  return has(signals, 'several') && (named.length >= SEVERAL || count(signals, 'violation') >= SEVERAL)
    ? 'one_of_several'
    : 'one';
}
