import type { Instant } from '../time.ts';
import { msOf } from '../time.ts';
import { dayNumber, shanghaiDate } from './plain-date.ts';

/** A stretch in which a period stood still, from (excluded) to (included), and the ground for it. */
export type Pause = { readonly from: Instant; readonly to: Instant; readonly ground: string };

/** Whole days that do not count, as day numbers, both ends included. */
export type StillDays = { readonly first: number; readonly last: number };

/** Pauses in order, those that touch or overlap as one. */
function mergedPauses(pauses: readonly Pause[]): { from: number; to: number }[] {
  const merged: { from: number; to: number }[] = [];
  const spans = pauses
    .map(({ from, to }) => ({ from: msOf(from), to: msOf(to) }))
    .filter(({ from, to }) => to > from)
    .toSorted((a, b) => a.from - b.from);
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else merged.push({ ...span });
  }
  return merged;
}

/** When a period of so many milliseconds is over, given that time stands still in every pause. */
export function endAfter(startMs: number, lengthMs: number, pauses: readonly Pause[]): number {
  let end = startMs + lengthMs;
  for (const { from, to } of mergedPauses(pauses)) {
    if (to <= startMs) continue;
    if (from >= end) break;
    end += to - Math.max(from, startMs);
  }
  return end;
}

/** The days that do not count: those at whose end, 24:00, the period stood still. A pause within one day costs nothing. */
export function stillDays(pauses: readonly Pause[]): StillDays[] {
  const days: { first: number; last: number }[] = [];
  for (const { from, to } of pauses) {
    const first = dayNumber(shanghaiDate(from));
    const last = dayNumber(shanghaiDate(to)) - 1;
    if (last >= first) days.push({ first, last });
  }
  const merged: { first: number; last: number }[] = [];
  for (const span of days.toSorted((a, b) => a.first - b.first)) {
    const before = merged.at(-1);
    if (before && span.first <= before.last + 1) before.last = Math.max(before.last, span.last);
    else merged.push({ ...span });
  }
  return merged;
}

export function isStill(days: readonly StillDays[], day: number): boolean {
  return days.some(({ first, last }) => first <= day && day <= last);
}
