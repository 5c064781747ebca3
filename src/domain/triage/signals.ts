import type { Cue } from './cues.ts';
import { eachMatch } from './each-match.ts';
import type { Link, PhoneFound } from './links.ts';
import type { Normalised } from './normalise.ts';
import type { Hit } from './phrases.ts';
import type { Speaker } from './verdict.ts';

/** Everything that was found in a text before anything is concluded from it. */
export type Signals = {
  readonly normalised: Normalised;
  readonly text: string;
  readonly hits: readonly Hit<Cue>[];
  readonly counts: ReadonlyMap<Cue, number>;
  readonly speaker: Speaker;
  readonly links: readonly Link[];
  readonly phones: readonly PhoneFound[];
  /** Yuan that the text says are owed; empty when it names no sum. */
  readonly owed: readonly number[];
  /** Yuan of balance, when it names one. */
  readonly balance: readonly number[];
};

export function has(signals: Signals, ...cues: readonly Cue[]): boolean {
  for (const cue of cues) if (signals.counts.has(cue)) return true;
  return false;
}

export function count(signals: Signals, cue: Cue): number {
  return signals.counts.get(cue) ?? 0;
}

/** Different phrases of a cue: a word said twice says no more, nor does a word inside a longer one. */
export function countCues(hits: readonly Hit<Cue>[]): Map<Cue, number> {
  const byCue = new Map<Cue, Hit<Cue>[]>();
  for (const hit of hits) {
    const some = byCue.get(hit.cue);
    if (some) some.push(hit);
    else byCue.set(hit.cue, [hit]);
  }
  const counts = new Map<Cue, number>();
  for (const [cue, some] of byCue)
    counts.set(cue, some.length === 1 ? 1 : some.filter((hit, at) => isNeeded(some, hit, at)).length);
  return counts;
}

function isNeeded(some: readonly Hit<Cue>[], hit: Hit<Cue>, at: number): boolean {
  return !some.some((one, where) => where !== at && makesNeedless(one, hit, where < at));
}

function makesNeedless(one: Hit<Cue>, hit: Hit<Cue>, earlier: boolean): boolean {
  const same = one.phrase === hit.phrase || (one.start === hit.start && one.end === hit.end);
  if (same) return earlier;
  return one.start <= hit.start && hit.end <= one.end;
}

const OWED = /(?:欠费|欠缴|欠款|未缴话费|未缴|欠)(?:金额|话费)?(?:为|共计|共|:|人民币)?(\d{1,6}(?:\.\d{1,2})?)元?/g;
const BALANCE = /余额(?:为|还剩|仅剩|剩余|不足|:|是)?(?:人民币)?(\d{1,6}(?:\.\d{1,2})?)元?/g;

export function sumsIn(text: string): { owed: number[]; balance: number[] } {
  return {
    owed: text.includes('欠') || text.includes('未缴') ? numbers(text, OWED) : [],
    balance: text.includes('余额') ? numbers(text, BALANCE) : [],
  };
}

function numbers(text: string, pattern: RegExp): number[] {
  const found: number[] = [];
  eachMatch(pattern, text, (match) => found.push(Number(match[1])));
  return found;
}
