import { partyOf } from '../cases/objection.ts';
import type { Draft } from '../journal/draft.ts';
import { findLine } from '../journal/state.ts';
import type { Refusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import type { Clock } from './clock.ts';
import { pausesOf, reminderFor } from './clock.ts';
import { computeDue, noGround } from './due.ts';
import { lineOfClock } from './line-of-clock.ts';
import type { Bound } from './period.ts';
import { ruleVersion } from './rule-book.ts';

type OnClock = { readonly clockId: string };

export type ClockCommand =
  /** Whatever time has brought about on this number by now, and nothing else. */
  | { readonly do: 'let_time_pass' }
  | ({ readonly do: 'pause_clock'; readonly ground: string; readonly words: string } & OnClock)
  | ({ readonly do: 'resume_clock'; readonly words: string } & OnClock)
  /** Computes provisional dates anew under the calendar in force now. */
  | { readonly do: 'settle_dates' };

export function decideOnClock(draft: Draft, command: ClockCommand): Refusal | null {
  switch (command.do) {
    case 'let_time_pass':
      return null;
    case 'pause_clock':
      return pauseClock(draft, command);
    case 'resume_clock':
      return resumeClock(draft, command);
    case 'settle_dates':
      settleDates(draft);
      return null;
  }
}

/** Stops a clock on a ground that its rule names; without one it runs on, and the attempt is refused. */
function pauseClock(draft: Draft, { clockId, ground, words }: Extract<ClockCommand, { do: 'pause_clock' }>) {
  const clock = draft.state.clocks[clockId];
  if (!clock) return refusal('clock.not_found');
  if (clock.status !== 'running') return refusal('clock.not_running', { status: clock.status });
  const objection = objectToKeeper(draft, clock);
  if (objection) return objection;
  if (words.trim() === '') return refusal('case.words_missing', {}, '/words');
  const rule = ruleVersion(draft.env.rules, clock.ruleId, clock.ruleVersion);
  if (!rule?.pauses.some((one) => one.ground === ground))
    return { ...noGround(rule ?? { ruleId: clock.ruleId, pauses: [] }, ground), pointer: '/ground' };
  draft.add('clock.paused', { clockId, ground }, { line: lineOfClock(draft.state, clock), personal: { words } });
  return null;
}

function resumeClock(draft: Draft, { clockId, words }: Extract<ClockCommand, { do: 'resume_clock' }>) {
  const clock = draft.state.clocks[clockId];
  if (!clock) return refusal('clock.not_found');
  if (clock.status !== 'paused') return refusal('clock.not_paused', { status: clock.status });
  const objection = objectToKeeper(draft, clock);
  if (objection) return objection;
  goOn(draft, clock, words);
  return null;
}

/** Lets a paused clock run again; its end moves on by the time it stood still. */
export function goOn(draft: Draft, clock: Clock, words: string): void {
  const rule = ruleVersion(draft.env.rules, clock.ruleId, clock.ruleVersion);
  if (!rule) throw new Error(`No version ${clock.ruleVersion} of period ${clock.ruleId}`);
  const line = lineOfClock(draft.state, clock);
  const due = computeDue({
    rule,
    startedAt: clock.startedAt,
    calendar: draft.env.rules.calendarOf(clock.calendarVersion),
    province: findLine(draft.state, line)?.province ?? null,
    pauses: pausesOf(clock, draft.env.now),
  });
  const { dueAt, shownDate, provisional } = due;
  const remindAt = clock.remindAt && reminderFor(clock.startedAt, dueAt, shownDate);
  draft.add(
    'clock.resumed',
    { clockId: clock.clockId, dueAt, shownDate, provisional, remindAt },
    { line, ...(words.trim() === '' ? {} : { personal: { words } }) },
  );
}

/** Dates that hung on a year without a notice are settled once it is loaded; a date that is past is never moved. */
function settleDates(draft: Draft): void {
  const { rules } = draft.env;
  for (const clock of Object.values(draft.state.clocks)) {
    if (clock.status !== 'running' || !clock.provisional || clock.calendarVersion === rules.calendar.version) continue;
    const rule = ruleVersion(rules, clock.ruleId, clock.ruleVersion);
    if (!rule) continue;
    const line = lineOfClock(draft.state, clock);
    const province = findLine(draft.state, line)?.province ?? null;
    const pauses = pausesOf(clock, draft.env.now);
    const due = computeDue({ rule, startedAt: clock.startedAt, calendar: rules.calendar, province, pauses });
    const { dueAt, shownDate, provisional } = due;
    if (provisional && dueAt === clock.dueAt) continue;
    const remindAt = clock.remindAt && reminderFor(clock.startedAt, dueAt, shownDate);
    const calendarVersion = rules.calendar.version;
    draft.add(
      'clock.settled',
      { clockId: clock.clockId, dueAt, shownDate, provisional, remindAt, calendarVersion },
      { line },
    );
  }
}

const KEEPERS: Partial<Record<Bound, ReturnType<typeof partyOf>[]>> = {
  carrier: ['reviewer', 'agent'],
  authority: ['officer'],
};

/** Only the side that a clock binds can say that it stands still. */
function objectToKeeper(draft: Draft, clock: Clock): Refusal | null {
  const party = partyOf(draft.env.actor.role);
  return KEEPERS[clock.binds]?.includes(party) ? null : refusal('clock.not_yours', { binds: clock.binds });
}

/**
 * Somebody asked, or something happened, that may stop clocks: each live one of the case stands still where its rule names
 * the ground, and otherwise says in its ledger that it ran on.
 */
export function bearOnClocks(draft: Draft, caseId: string, ground: string, binds: readonly Bound[]): void {
  for (const clock of Object.values(draft.state.clocks)) {
    if (clock.subject.id !== caseId || clock.status !== 'running' || !binds.includes(clock.binds)) continue;
    const rule = ruleVersion(draft.env.rules, clock.ruleId, clock.ruleVersion);
    const kind = rule?.pauses.some((one) => one.ground === ground) ? 'clock.paused' : 'clock.ran_on';
    draft.add(kind, { clockId: clock.clockId, ground }, { line: lineOfClock(draft.state, clock) });
  }
}

/** The ground is gone: clocks of the case that stood still on it run again. */
export function clearGround(draft: Draft, caseId: string, ground: string): void {
  for (const clock of Object.values(draft.state.clocks)) {
    if (clock.subject.id !== caseId || clock.status !== 'paused') continue;
    if (clock.events.findLast(({ what }) => what === 'paused')?.ground === ground) goOn(draft, clock, '');
  }
}
