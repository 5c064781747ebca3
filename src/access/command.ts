import type { CaseAct } from '../domain/cases/case-transitions.ts';
import { caseObjection } from '../domain/cases/objection.ts';
import { lineOfClock } from '../domain/clocks/line-of-clock.ts';
import { ownLineOf } from '../domain/corrections/commands.ts';
import type { Actor } from '../domain/journal/actor.ts';
import { PRODUCT } from '../domain/journal/actor.ts';
import type { Command } from '../domain/journal/command.ts';
import type { NumberState } from '../domain/journal/state.ts';
import { currentLine, findLine } from '../domain/journal/state.ts';
import type { Refusal } from '../domain/refusal.ts';
import { refusal } from '../domain/refusal.ts';
import type { Instant } from '../domain/time.ts';
import { isCovered, maySeeCase, relationTo } from './relation.ts';

const NOT_FOUND = refusal('access.not_found');
const DENIED = refusal('access.denied');
const PEOPLE: readonly Actor['role'][] = ['subscriber', 'representative'];
const STAFF: readonly Actor['role'][] = ['agent', 'reviewer', 'officer'];

/**
 * Why this actor may not give the command at all. What an actor may not even see is answered as not found.
 * What depends on the words of the command is the domain's to refuse.
 */
export function objectToCommand(state: NumberState, command: Command, actor: Actor, now: Instant): Refusal | null {
  if (actor.id === PRODUCT.id) return null;
  switch (command.do) {
    case 'open_line':
      if (command.origin === 'reported') return reportsOwn(actor, command.userId) ? null : DENIED;
      return actor.role === 'system' && actor.carrierId === command.carrierId ? null : DENIED;
    case 'close_line':
      return currentLine(state)?.origin === 'reported'
        ? onOwnReport(state, actor)
        : onCurrentLine(state, actor, ['system']);
    case 'record_fact':
      return onCurrentLine(state, actor, ['system']);
    case 'prove_holder':
      return onLine(state, command.line, actor, ['agent', 'reviewer']);
    case 'place_flag':
      return onCurrentLine(state, actor, ['system', 'agent', 'reviewer']);
    case 'lift_as_class':
      return onLine(state, state.flags[command.flagId]?.line, actor, ['reviewer']);
    case 'report_flag':
      return onCurrentLine(state, actor, ['subscriber']);
    case 'open_case':
      return onCurrentLine(state, actor, PEOPLE) ?? uncovered(state, currentLine(state)?.line, actor, 'open_case');
    case 'confirm_lift':
    case 'fail_lift':
      return onLift(state, command.liftId, actor, ['system']);
    case 'accept_lift_failure':
      return onLift(state, command.liftId, actor, ['agent', 'reviewer']);
    case 'report_lift_not_back':
      return (
        onLift(state, command.liftId, actor, PEOPLE) ??
        uncovered(state, state.lifts[command.liftId]?.line, actor, 'report_not_back')
      );
    case 'grant_mandate':
      return onGrant(state, command, actor);
    case 'revoke_mandate':
      return onMandate(state, command.mandateId, actor);
    case 'place_hold':
      return onLine(state, state.lines.at(-1)?.line, actor, ['admin']);
    case 'end_hold':
      // What is held, and why, is no body's to know of.
      if (actor.role === 'officer') return NOT_FOUND;
      return onLine(state, state.holds[command.holdId]?.line, actor, ['admin']);
    case 'ask_correction':
    case 'note_name':
      return ownLineOf(state, actor.personId) && PEOPLE.includes(actor.role) ? null : NOT_FOUND;
    case 'answer_correction':
      return onCorrection(state, command.correctionId, actor);
    case 'withdraw_evidence':
      return state.lines.some((line) => relationTo(state, line, actor) === 'person') ? null : NOT_FOUND;
    case 'end_holder_check':
    case 'join_holder':
    case 'join_report':
    case 'question_mandate':
    case 'forget_evidence':
      return DENIED;
    case 'handle_attention':
      // What a desk must look at is no body's to know of.
      return actor.role === 'officer'
        ? NOT_FOUND
        : onLine(state, state.attention[command.attentionId]?.line, actor, ['agent', 'reviewer']);
    case 'pause_clock':
    case 'resume_clock':
      return onClock(state, command.clockId, actor);
    case 'send_lift':
    case 'let_time_pass':
    case 'settle_dates':
    case 'record_delivery':
    case 'raise_attention':
      return DENIED;
    default:
      return onCase(state, command.caseId, command.do.slice('case.'.length) as CaseAct, actor, now);
  }
}

/** Only a person tells of a number, and only for themselves: nobody else ever sees that line. */
function reportsOwn(actor: Actor, userId: string | null): boolean {
  return actor.role === 'subscriber' && actor.personId !== null && actor.personId === userId;
}

function onCase(state: NumberState, caseId: string, act: CaseAct, actor: Actor, now: Instant): Refusal | null {
  const caseFile = state.cases[caseId];
  const line = caseFile && findLine(state, caseFile.line);
  if (!line || relationTo(state, line, actor) === 'none' || !maySeeCase(caseFile, actor)) return NOT_FOUND;
  return uncovered(state, caseFile.line, actor, act) ?? caseObjection(state, caseFile, act, actor, now);
}

/** The person signs for themselves by a code; what was signed on paper, the carrier's desk has checked. */
function onGrant(state: NumberState, command: Extract<Command, { do: 'grant_mandate' }>, actor: Actor): Refusal | null {
  if (command.signed === 'paper') return onCurrentLine(state, actor, ['agent', 'reviewer']);
  const line = currentLine(state);
  if (!line || relationTo(state, line, actor) !== 'person') return NOT_FOUND;
  return command.principalId === actor.personId ? null : DENIED;
}

/** Either side ends a mandate: the line's people, and the one whom it names. For anybody else it is not there. */
function onMandate(state: NumberState, mandateId: string, actor: Actor): Refusal | null {
  const mandate = state.mandates[mandateId];
  const line = mandate && findLine(state, mandate.line);
  const relation = line ? relationTo(state, line, actor) : 'none';
  if (relation === 'person') return null;
  return relation === 'representative' && mandate?.representativeId === actor.personId ? null : NOT_FOUND;
}

/** Of a reported line the person alone disposes, nobody who acts for them. */
function onOwnReport(state: NumberState, actor: Actor): Refusal | null {
  const line = currentLine(state);
  const relation = line ? relationTo(state, line, actor) : 'none';
  if (relation === 'none') return NOT_FOUND;
  return relation === 'person' ? null : DENIED;
}

/** Between the person and the carrier: nobody else knows of it. */
function onCorrection(state: NumberState, correctionId: string, actor: Actor): Refusal | null {
  const line = findLine(state, state.corrections[correctionId]?.line ?? 0);
  const relation = line ? relationTo(state, line, actor) : 'none';
  if (relation !== 'carrier') return relation === 'person' ? DENIED : NOT_FOUND;
  return actor.role === 'agent' || actor.role === 'reviewer' ? null : DENIED;
}

/** A body knows of a lift only through a case that it was given. */
function onLift(state: NumberState, liftId: string, actor: Actor, roles: readonly Actor['role'][]): Refusal | null {
  const given = Object.values(state.cases).some((one) => one.liftIds.includes(liftId) && maySeeCase(one, actor));
  if (actor.role === 'officer' && !given) return NOT_FOUND;
  return onLine(state, state.lifts[liftId]?.line, actor, roles);
}

/** A representative does what the mandate names and nothing else. */
function uncovered(state: NumberState, line: number | undefined, actor: Actor, act: string): Refusal | null {
  return line === undefined || isCovered(state, line, actor, act) ? null : refusal('mandate.not_covered', { act });
}

/** Whose clock it is, is the domain's to say; who may see it, is said here. */
function onClock(state: NumberState, clockId: string, actor: Actor): Refusal | null {
  const clock = state.clocks[clockId];
  const caseFile = clock && state.cases[clock.subject.id];
  const line = clock && findLine(state, lineOfClock(state, clock));
  if (!line || relationTo(state, line, actor) === 'none') return NOT_FOUND;
  if (caseFile && !maySeeCase(caseFile, actor)) return NOT_FOUND;
  return STAFF.includes(actor.role) ? null : DENIED;
}

function onCurrentLine(state: NumberState, actor: Actor, roles: readonly Actor['role'][]): Refusal | null {
  return onLine(state, currentLine(state)?.line, actor, roles);
}

function onLine(
  state: NumberState,
  lineNumber: number | undefined,
  actor: Actor,
  roles: readonly Actor['role'][],
): Refusal | null {
  const line = lineNumber === undefined ? undefined : findLine(state, lineNumber);
  if (!line || relationTo(state, line, actor) === 'none') return NOT_FOUND;
  return roles.includes(actor.role) ? null : DENIED;
}
