import type { Cause, Imposer, Layer } from '../flags/words.ts';
import { REASON_CODES } from '../flags/words.ts';
import { rankCauses, toldOf } from './causes.ts';
import type { Concern } from './concern.ts';
import { concernOf } from './concern.ts';
import type { Cue } from './cues.ts';
import { deadlinesIn } from './deadlines.ts';
import { asksOf, measuresOf, statusOf } from './extent.ts';
import type { FourAnswers } from './four-questions.ts';
import type { Doubt } from './genuineness.ts';
import { judgeGenuineness } from './genuineness.ts';
import type { Hosts } from './links.ts';
import { linksIn, phonesIn } from './links.ts';
import type { Normalised } from './normalise.ts';
import { normalise } from './normalise.ts';
import { pairedHits } from './pairs.ts';
import type { Hit } from './phrases.ts';
import { compilePhrases } from './phrases.ts';
import { shapedHits } from './shapes.ts';
import type { Signals } from './signals.ts';
import { countCues, has, sumsIn } from './signals.ts';
import type { KnownSpeaker } from './speaker.ts';
import { speakerOf } from './speaker.ts';
import type { Evidence, Verdict } from './verdict.ts';

/** The wording that triage knows, compiled from `knowledge/triage`. */
export type TriageLexicon = Hosts & {
  readonly phrases: Readonly<Record<Cue, readonly string[]>>;
  readonly speakers: readonly KnownSpeaker[];
  readonly serviceNumbers: readonly string[];
};

export type TriageInput = { readonly text: string; readonly answers?: Partial<FourAnswers> };
export type ReadText = (input: TriageInput) => Verdict;

/** No notice is this long; a longer text is refused before it costs anything. */
export const LONGEST_TEXT = 20_000;

/** Before the number of a speaker, where speakers and cues are found in one pass. */
const NAME = '@';

/** Reads texts with this wording. Pure, and quick enough to run while somebody types. */
export function compileTriage(lexicon: TriageLexicon): ReadText {
  const names = Object.fromEntries(lexicon.speakers.map(({ phrases }, at) => [`${NAME}${at}`, phrases]));
  const find = compilePhrases<string>({ ...lexicon.phrases, ...names }, 'mask');

  function signalsOf(normalised: Normalised): Signals {
    const { text } = normalised;
    const plain: Hit<Cue>[] = [];
    const named: Hit<string>[] = [];
    for (const hit of find(text)) {
      if (hit.cue.startsWith(NAME)) named.push(hit);
      else plain.push(hit as Hit<Cue>);
    }
    const hits = plain.concat(pairedHits(text, plain), shapedHits(text));
    return {
      normalised,
      text,
      hits,
      counts: countCues(hits),
      speaker: speakerOf(text, named, lexicon.speakers),
      links: linksIn(text, lexicon),
      phones: phonesIn(text, lexicon.serviceNumbers),
      ...sumsIn(text),
    };
  }

  return ({ text, answers }) => {
    if (text.length > LONGEST_TEXT) return unread('too_long');
    const normalised = normalise(text);
    if (normalised.text.trim() === '') return unread('empty');
    const signals = signalsOf(normalised);
    const doubt = judgeGenuineness(signals);
    const concern = doubt.genuineness === 'scam' ? 'none' : concernOf(signals);
    return verdictOf(signals, doubt, concern, answers);
  };
}

function verdictOf(signals: Signals, doubt: Doubt, concern: Concern, answers: TriageInput['answers']): Verdict {
  const causes = rankCauses(signals, concern);
  const measures = measuresOf(signals, concern);
  const best = causes[0]?.cause;
  return {
    ...doubt,
    // Nobody can vouch for what a person tells of their own phone; there is nothing to forge in it.
    genuineness: concern === 'account_of_person' ? 'cannot_tell' : doubt.genuineness,
    ownNumber: concern !== 'none',
    speaker: concern === 'account_of_person' ? { kind: 'person', name: null } : signals.speaker,
    layer: best ? layerOf(best, signals) : null,
    imposedBy: concern === 'own_request' ? 'subscriber' : best ? imposerOf(best, signals) : 'unknown',
    causes,
    told: toldOf(signals, causes),
    measures,
    status: statusOf(signals, measures, concern),
    deadlines: deadlinesIn(signals.text).map((one) => ({ ...one, ...placeOf(signals.normalised, one) })),
    asks: asksOf(signals),
    evidence: evidenceOf(
      signals,
      doubt,
      concern,
      causes.map(({ cause }) => cause),
    ),
    danger: isSwapDanger(signals, answers) ? 'sim_swap' : null,
    trouble: readable(signals) ? null : 'unknown_language',
  };
}

const CODE_OF: Record<Cause, keyof typeof REASON_CODES> = {
  arrears: 'A1',
  credit: 'B1',
  violation: 'C1',
  suspicion: 'D1',
  silent: 'D2',
  ordered: 'E1',
  identity: 'F1',
  label: 'G1',
  unknown: 'Z0',
};

function isPunishment(signals: Signals): boolean {
  return signals.text.includes('惩戒');
}

function layerOf(cause: Cause, signals: Signals): Layer {
  return cause === 'ordered' && isPunishment(signals) ? 'penalty' : REASON_CODES[CODE_OF[cause]].layer;
}

function imposerOf(cause: Cause, signals: Signals): Imposer {
  return cause === 'ordered' && isPunishment(signals) ? 'joint_punishment' : REASON_CODES[CODE_OF[cause]].imposedBy;
}

const CAUSE_CUES: Partial<Record<Cue, Cause>> = {
  arrears: 'arrears',
  top_up: 'arrears',
  credit: 'credit',
  violation: 'violation',
  vpn: 'violation',
  suspicion: 'suspicion',
  hint_suspicion: 'suspicion',
  identity: 'identity',
  hint_identity: 'identity',
  silent: 'silent',
  ordered: 'ordered',
  label: 'label',
};
const STATE_CUES: readonly Cue[] = ['stop', 'out', 'in', 'sms', 'data', 'roam', 'closed', 'back'];

/** The words behind the verdict, at their places in the given text, without those that lie inside longer ones. */
function evidenceOf(signals: Signals, doubt: Doubt, concern: Concern, causes: readonly Cause[]): Evidence[] {
  const scam = doubt.genuineness === 'scam';
  const sayings = new Map<Cue, string>();
  for (const cue of signals.counts.keys()) {
    const cause = CAUSE_CUES[cue];
    const ground = `scam.${cue}`;
    if (doubt.grounds.includes(ground)) sayings.set(cue, ground);
    else if (scam || concern === 'none') continue;
    else if (cause && causes.includes(cause)) sayings.set(cue, `cause.${cause}`);
    else if (STATE_CUES.includes(cue)) sayings.set(cue, `state.${cue}`);
  }
  const found: Evidence[] = [];
  for (const { cue, start, end } of signals.hits) {
    const says = sayings.get(cue);
    if (says) found.push({ start, end, says });
  }
  if (scam) for (const { start, end, kind } of signals.links) found.push({ start, end, says: `link.${kind}` });
  return found
    .filter((one, at, all) => !all.some((other, where) => where !== at && covers(other, one, where < at)))
    .map((one) => ({ ...one, ...placeOf(signals.normalised, one) }));
}

function covers(outer: Evidence, inner: Evidence, earlier: boolean): boolean {
  if (outer.start > inner.start || outer.end < inner.end) return false;
  return outer.end - outer.start > inner.end - inner.start || earlier;
}

function placeOf({ places }: Normalised, { start, end }: { readonly start: number; readonly end: number }) {
  return { start: places[start] ?? 0, end: (places[end - 1] ?? 0) + 1 };
}

/** A dead phone and news from a bank together look like a stolen SIM, and then minutes count. */
function isSwapDanger(signals: Signals, answers: TriageInput['answers']): boolean {
  const dead = answers !== undefined && (['out', 'in', 'sms', 'data'] as const).every((one) => answers[one] === 'no');
  return (dead || has(signals, 'dead_phone')) && has(signals, 'money_moves') && !has(signals, 'swap_reply');
}

function readable({ text, hits }: Signals): boolean {
  if (hits.length > 0) return true;
  return /[\u4e00-\u9fff]/.test(text) || /[a-z]{2,}/.test(text);
}

function unread(trouble: 'empty' | 'too_long'): Verdict {
  return {
    genuineness: 'cannot_tell',
    grounds: [],
    ownNumber: false,
    speaker: { kind: 'unknown', name: null },
    layer: null,
    imposedBy: 'unknown',
    causes: [],
    told: 'not_told',
    measures: [],
    status: 'none',
    deadlines: [],
    asks: [],
    evidence: [],
    danger: null,
    trouble,
  };
}
