import type { Hit } from './phrases.ts';
import type { Speaker } from './verdict.ts';

export type KnownSpeaker = Speaker & { readonly name: string; readonly phrases: readonly string[] };

const UNKNOWN: Speaker = { kind: 'unknown', name: null };
/** How far from either end of a text a sender signs. */
const SIGNATURE = 14;

/** Whoever signs the text, in its head or its tail; else whoever it names first. */
export function speakerOf(text: string, hits: readonly Hit<string>[], speakers: readonly KnownSpeaker[]): Speaker {
  const signed = hits.find(({ start, end }) => isSigned(text, start, end)) ?? hits[0];
  const found = signed && speakers[Number(signed.cue.slice(1))];
  return found ? { kind: found.kind, name: found.name } : UNKNOWN;
}

/** True when the sender signs at either end, as notices do. */
export function isSigned(text: string, start: number, end: number): boolean {
  const open = text.lastIndexOf('【', start);
  if (open !== -1 && start - open <= SIGNATURE && text.indexOf('】', open) >= end - 1) return true;
  return start <= 2 || text.length - end <= 2;
}
