import type { Cue } from './cues.ts';
import type { Hit } from './phrases.ts';

/** Cues that mean something only beside another one: `first` and `second` in either order, in one clause. */
type Pair = { readonly first: Cue; readonly second: Cue; readonly means: Cue; readonly gap: number };

const PAIRS: readonly Pair[] = [
  { first: 'halt', second: 'f_out', means: 'out', gap: 10 },
  { first: 'halt', second: 'f_in', means: 'in', gap: 10 },
  { first: 'halt', second: 'f_sms', means: 'sms', gap: 10 },
  { first: 'halt', second: 'f_data', means: 'data', gap: 8 },
  { first: 'halt', second: 'f_roam', means: 'roam', gap: 8 },
  { first: 'halt', second: 'f_comm', means: 'stop', gap: 8 },
  { first: 'halt', second: 'f_new', means: 'newbiz', gap: 8 },
  { first: 'unpaid_part', second: 'bill_part', means: 'arrears', gap: 8 },
  { first: 'much', second: 'f_call', means: 'violation', gap: 8 },
  { first: 'id_paper', second: 'id_fault', means: 'identity', gap: 10 },
  { first: 'points', second: 'points_end', means: 'prize', gap: 14 },
  { first: 'f_mark', second: 'f_number', means: 'label', gap: 16 },
];
const PARTS: ReadonlySet<Cue> = new Set(PAIRS.flatMap(({ first, second }) => [first, second]));
const CLAUSE_ENDS = /[。；;!！?？\n]/;

/** What pairs of cues say together. */
export function pairedHits(text: string, hits: readonly Hit<Cue>[]): Hit<Cue>[] {
  const parts = new Map<Cue, Hit<Cue>[]>();
  for (const hit of hits) {
    if (!PARTS.has(hit.cue)) continue;
    const some = parts.get(hit.cue);
    if (some) some.push(hit);
    else parts.set(hit.cue, [hit]);
  }
  const found: Hit<Cue>[] = [];
  for (const [at, { first, second, means, gap }] of PAIRS.entries()) {
    const ones = parts.get(first);
    const others = ones && parts.get(second);
    if (!others) continue;
    for (const one of ones) {
      const other = others.find((hit) => isNear(text, one, hit, gap));
      if (!other) continue;
      const start = Math.min(one.start, other.start);
      found.push({ cue: means, phrase: -1 - at, start, end: Math.max(one.end, other.end) });
      break;
    }
  }
  return found;
}

function isNear(text: string, one: Hit<Cue>, other: Hit<Cue>, gap: number): boolean {
  const [left, right] = one.start <= other.start ? [one, other] : [other, one];
  if (right.start - left.end > gap) return false;
  return right.start <= left.end || !CLAUSE_ENDS.test(text.slice(left.end, right.start));
}
