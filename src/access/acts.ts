import type { Case } from '../domain/cases/case.ts';
import type { CaseAct } from '../domain/cases/case-transitions.ts';
import { openCaseActs } from '../domain/cases/objection.ts';
import { objectToOpening } from '../domain/cases/open.ts';
import type { Correction } from '../domain/corrections/correction.ts';
import type { Flag } from '../domain/flags/flag.ts';
import type { Actor, Role } from '../domain/journal/actor.ts';
import type { NumberState } from '../domain/journal/state.ts';
import { currentLine, findLine } from '../domain/journal/state.ts';
import type { Lift } from '../domain/lifts/lift.ts';
import { isInFlight, stepAllows } from '../domain/lifts/lift.ts';
import type { Attention } from '../domain/notices/attention.ts';
import type { Instant } from '../domain/time.ts';
import { isCovered, maySeeCase, relationTo } from './relation.ts';

export type FlagAct = 'open_case';
export type LiftAct = 'confirm' | 'fail' | 'accept_failure' | 'report_not_back';
export type NumberAct = 'record_fact' | 'close_line' | 'place_flag';
export type AttentionAct = 'handle';

const DESK: readonly Role[] = ['agent', 'reviewer'];
const PEOPLE: readonly Role[] = ['subscriber', 'representative'];

/** Acts on a case open to this actor now: exactly those the server accepts. */
export function actsOnCase(state: NumberState, caseFile: Case, actor: Actor, now: Instant): CaseAct[] {
  if (!isRelated(state, caseFile.line, actor) || !maySeeCase(caseFile, actor)) return [];
  return openCaseActs(state, caseFile, actor, now).filter((act) => isCovered(state, caseFile.line, actor, act));
}

export function actsOnFlag(state: NumberState, flag: Flag, actor: Actor): FlagAct[] {
  if (!PEOPLE.includes(actor.role) || !isRelated(state, flag.line, actor)) return [];
  if (!isCovered(state, flag.line, actor, 'open_case')) return [];
  return objectToOpening(state, flag) === null ? ['open_case'] : [];
}

export function actsOnLift(state: NumberState, lift: Lift, actor: Actor): LiftAct[] {
  if (!isRelated(state, lift.line, actor)) return [];
  if (actor.role === 'system') {
    const open = isInFlight(lift);
    const may = (act: 'confirm' | 'fail') => open && lift.steps.some((step) => stepAllows(step.status, act));
    return (['confirm', 'fail'] as const).filter(may);
  }
  if (DESK.includes(actor.role)) {
    return isInFlight(lift) && lift.steps.some((step) => step.status === 'failed') ? ['accept_failure'] : [];
  }
  const covered = PEOPLE.includes(actor.role) && isCovered(state, lift.line, actor, 'report_not_back');
  return covered && mayReportNotBack(state, lift) ? ['report_not_back'] : [];
}

export function actsOnNumber(state: NumberState, actor: Actor): NumberAct[] {
  const line = currentLine(state);
  if (!line || relationTo(state, line, actor) !== 'carrier') return [];
  if (actor.role === 'system') return ['record_fact', 'close_line', 'place_flag'];
  return DESK.includes(actor.role) ? ['place_flag'] : [];
}

export function actsOnAttention(state: NumberState, attention: Attention, actor: Actor): AttentionAct[] {
  if (attention.handledAt !== null || attention.kind === 'correction_asked') return [];
  if (!DESK.includes(actor.role)) return [];
  return isRelated(state, attention.line, actor) ? ['handle'] : [];
}

/** Whether this actor may answer a request to put something right. */
export function isCorrectionOpenTo(state: NumberState, one: Correction, actor: Actor): boolean {
  const line = findLine(state, one.line);
  const atDesk = line !== undefined && relationTo(state, line, actor) === 'carrier' && DESK.includes(actor.role);
  return one.outcome === null && atDesk;
}

function mayReportNotBack(state: NumberState, lift: Lift): boolean {
  const ofCase = Object.values(state.cases).some((one) => one.liftIds.includes(lift.liftId));
  return !ofCase && lift.abandonedAt === null && lift.notBackAt === null;
}

function isRelated(state: NumberState, lineNumber: number, actor: Actor): boolean {
  const line = findLine(state, lineNumber);
  return line !== undefined && relationTo(state, line, actor) !== 'none';
}
