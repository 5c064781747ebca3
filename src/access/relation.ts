import type { Case } from '../domain/cases/case.ts';
import { asLeftBy, lastSeenBy } from '../domain/cases/dealings.ts';
import type { Flag } from '../domain/flags/flag.ts';
import type { Actor, Role } from '../domain/journal/actor.ts';
import type { NumberState } from '../domain/journal/state.ts';
import { findLine } from '../domain/journal/state.ts';
import { covers, mandateOf } from '../domain/mandates/mandate.ts';
import type { Line } from '../domain/numbers/line.ts';

/** How an actor stands to a line: one of its two people, somebody they let act for them, the carrier that runs it, a body that was given a case of it, or nobody. */
export type Relation = 'person' | 'representative' | 'carrier' | 'authority' | 'none';

/** True for people of their own and for those who act for them; everybody else works at a house or is a machine. */
export function isPersonal(role: Role): boolean {
  return role === 'subscriber' || role === 'representative';
}

/** A person is related to their own tenure only: never to the line before or after it on the same digits. */
export function relationTo(state: NumberState, line: Line, actor: Actor): Relation {
  if (isPersonal(actor.role)) {
    const own = actor.personId !== null && (line.holderId === actor.personId || line.userId === actor.personId);
    if (own) return 'person';
    return mandateOf(state, line.line, actor) ? 'representative' : 'none';
  }
  if (actor.role === 'officer') {
    const given = Object.values(state.cases).some((one) => one.line === line.line && wasGiven(one, actor));
    return given ? 'authority' : 'none';
  }
  if (actor.carrierId !== null && actor.carrierId === line.carrierId && line.origin === 'placed') return 'carrier';
  return 'none';
}

/** Whether the case is or was with the body that this officer belongs to. */
function wasGiven(caseFile: Case, { authorityId }: Actor): boolean {
  return authorityId !== null && caseFile.dealings.some((one) => one.authorityId === authorityId);
}

/** Whether this actor may do the act on a line they are related to: a representative only what the mandate names. */
export function isCovered(state: NumberState, lineNumber: number, actor: Actor, act: string): boolean {
  const line = findLine(state, lineNumber);
  if (!line || relationTo(state, line, actor) !== 'representative') return true;
  const mandate = mandateOf(state, lineNumber, actor);
  return mandate !== undefined && covers(mandate, act);
}

/** Whether this actor may see the case, being related to its line: an officer sees only what their own body was given. */
export function maySeeCase(caseFile: Case, actor: Actor): boolean {
  return actor.role !== 'officer' || wasGiven(caseFile, actor);
}

/** The last entry of a case that this actor may read. */
export function lastSeen(caseFile: Case, actor: Actor): number {
  return actor.role === 'officer' ? lastSeenBy(caseFile, actor.authorityId) : Number.POSITIVE_INFINITY;
}

/** The state cut down to the lines that this actor may see; the rest of the number's life is not theirs. */
export function visibleState(state: NumberState, actor: Actor): NumberState {
  const lines = state.lines.filter((line) => relationTo(state, line, actor) !== 'none');
  if (actor.role === 'officer') return givenState(state, lines, actor);
  const represents = lines.some((line) => relationTo(state, line, actor) === 'representative');
  if (lines.length === state.lines.length && !represents) return state;
  const seen = new Set(lines.map((line) => line.line));
  const keep = <T extends { readonly line: number }>(things: { readonly [id: string]: T }) =>
    Object.fromEntries(Object.entries(things).filter(([, thing]) => seen.has(thing.line)));
  const lifts = keep(state.lifts);
  const cases = keep(state.cases);
  const flags = keep(state.flags);
  const owned = (id: string) => id in cases || id in flags || (id.split('/')[0] ?? '') in lifts;
  return {
    ...state,
    lines,
    facts: state.facts.filter((fact) => seen.has(fact.line)),
    bills: keep(state.bills),
    ...(state.ledger ? { ledger: { opening: {}, items: [] } } : {}),
    flags,
    lifts,
    cases,
    clocks: Object.fromEntries(Object.entries(state.clocks).filter(([, clock]) => owned(clock.subject.id))),
    // Letters to the person are theirs, and so is whom else they let act for them.
    notices: represents ? {} : keep(state.notices),
    mandates: represents ? ownMandates(state, actor) : keep(state.mandates),
    attention: keep(state.attention),
    // To put right what is kept of them is the person's own.
    corrections: represents ? {} : keep(state.corrections),
    holds: keep(state.holds),
  };
}

function ownMandates(state: NumberState, actor: Actor): NumberState['mandates'] {
  return Object.fromEntries(
    Object.entries(state.mandates).filter(([, one]) => one.representativeId === actor.personId),
  );
}

/** What a body sees: the cases it was given, as far as it dealt with them, with their flags, lifts and clocks; nothing else of the person's life. */
function givenState(state: NumberState, lines: readonly Line[], actor: Actor): NumberState {
  const cases = Object.values(state.cases)
    .filter((one) => wasGiven(one, actor))
    .map((one) => asLeftBy(one, actor.authorityId ?? ''));
  const flagIds = new Set(cases.flatMap((one) => one.flagIds));
  const liftIds = new Set(cases.flatMap((one) => one.liftIds));
  // What runs over a case after a body let go of it is not that body's.
  const had = cases.filter((one) => lastSeen(one, actor) === Number.POSITIVE_INFINITY);
  const owned = new Set(had.flatMap((one) => [one.caseId, ...one.flagIds, ...one.liftIds]));
  const only = <T>(things: { readonly [id: string]: T }, ids: { has(id: string): boolean }) =>
    Object.fromEntries(Object.entries(things).filter(([id]) => ids.has(id)));
  const factIds = new Set([...flagIds].flatMap((id) => state.flags[id]?.reasons.factIds ?? []));
  return {
    ...state,
    lines,
    facts: state.facts.filter(({ factId }) => factIds.has(factId)),
    ...(state.ledger ? { ledger: { opening: {}, items: [] } } : {}),
    bills: only(state.bills, new Set([...flagIds].flatMap((id) => billsOf(state.flags[id])))),
    flags: only(state.flags, flagIds),
    lifts: only(state.lifts, liftIds),
    cases: Object.fromEntries(cases.map((one) => [one.caseId, one])),
    clocks: Object.fromEntries(
      Object.entries(state.clocks).filter(([, clock]) => owned.has(clock.subject.id.split('/')[0] ?? '')),
    ),
    notices: {},
    mandates: {},
    attention: {},
    corrections: {},
    holds: {},
  };
}

/** The bills that a flag waits for: what a dispute over them is about. */
function billsOf(flag: Flag | undefined): readonly string[] {
  const condition = flag?.reasons.liftCondition;
  return condition?.kind === 'paid' ? condition.billIds : [];
}
