import { isOpenCase } from '../cases/case-transitions.ts';
import { flagsAgain } from '../flags/again.ts';
import { appendFlag, objectToPaused, objectToReasons, reasonsFromRule } from '../flags/place.ts';
import { conditionMet, settleConditions, tellShortPayment } from '../flags/settle.ts';
import { PRODUCT } from '../journal/actor.ts';
import type { Draft } from '../journal/draft.ts';
import { currentLine, findLine, standingFlags } from '../journal/state.ts';
import { issueNotice, raiseAttention } from '../notices/issue.ts';
import { evaluatePolicy } from '../policies/compile.ts';
import type { LineFacts } from '../policies/fields.ts';
import { lineFacts } from '../policies/line-facts.ts';
import type { Policy, PolicyRule } from '../policies/policy.ts';
import type { Refusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import type { Instant } from '../time.ts';
import type { Fact, KnownFact } from './fact.ts';
import { isIssued } from './ledger.ts';
import type { Line } from './line.ts';
import { peopleOf } from './line.ts';

export type NumberCommand =
  | ({ readonly do: 'open_line' } & Pick<
      Line,
      'origin' | 'kind' | 'carrierId' | 'province' | 'holderId' | 'userId' | 'openedAt'
    >)
  | { readonly do: 'close_line'; readonly closedAt: Instant }
  | { readonly do: 'record_fact'; readonly fact: Fact; readonly at: Instant }
  /** Whether somebody is the registered holder, as a real-person check or the carrier's register says; nothing of a face or a paper. */
  | {
      readonly do: 'prove_holder';
      readonly line: number;
      readonly personId: string;
      readonly method: 'real_person' | 'papers';
      readonly passed: boolean;
    }
  /** What came of a real-person check; silence is told to the person, and to the desk where there is one. */
  | {
      readonly do: 'end_holder_check';
      readonly line: number;
      readonly personId: string;
      readonly result: 'passed' | 'failed' | 'silent';
    }
  /** A proved holder is the holder of the carrier's line. */
  | { readonly do: 'join_holder'; readonly line: number; readonly personId: string }
  /** What was told of a number belongs to that line of the carrier's from now on. */
  | { readonly do: 'join_report'; readonly line: number; readonly to: NonNullable<Line['joinedTo']> };

export function decideOnNumber(draft: Draft, command: NumberCommand): Refusal | null {
  switch (command.do) {
    case 'open_line':
      return openLine(draft, command);
    case 'close_line':
      return closeLine(draft, command.closedAt);
    case 'record_fact':
      return recordFact(draft, command.fact, command.at);
    case 'prove_holder':
      return proveHolder(draft, command);
    case 'end_holder_check':
      return endHolderCheck(draft, command);
    case 'join_holder':
      return joinHolder(draft, command);
    case 'join_report':
      return joinReport(draft, command);
  }
}

/** A recycled number begins a line of its own; nothing of the former holder's comes with it. */
function openLine(draft: Draft, { do: _, ...opening }: Extract<NumberCommand, { do: 'open_line' }>): Refusal | null {
  if (opening.openedAt > draft.env.now) return refusal('fact.in_future', {}, '/opened_at');
  if (currentLine(draft.state)) return refusal('line.already_open');
  const line = draft.state.lines.length + 1;
  draft.add('line.opened', { ...opening, line }, { line, effectiveAt: opening.openedAt });
  return null;
}

function closeLine(draft: Draft, closedAt: Instant): Refusal | null {
  const line = currentLine(draft.state);
  if (!line) return refusal('line.none');
  if (closedAt > draft.env.now) return refusal('fact.in_future', {}, '/closed_at');
  if (closedAt < line.openedAt) return refusal('line.closed_before_opened', {}, '/closed_at');
  for (const flag of standingFlags(draft.state, line.line)) draft.add('flag.detached', { flagId: flag.flagId });
  for (const { caseId, status } of Object.values(draft.state.cases)) {
    if (isOpenCase(status)) draft.add('case.withdrawn', { caseId, because: 'line_closed' }, { actor: PRODUCT });
  }
  for (const { mandateId, line: of, status } of Object.values(draft.state.mandates)) {
    if (of === line.line && status === 'live') draft.add('mandate.ended', { mandateId }, { actor: PRODUCT });
  }
  draft.add('line.closed', { closedAt }, { line: line.line, effectiveAt: closedAt });
  return null;
}

/** Records a fact once, lets the carrier's policy look at it, and orders every lift whose condition it meets. */
function recordFact(draft: Draft, fact: Fact, at: Instant): Refusal | null {
  const line = currentLine(draft.state);
  if (!line) return refusal('line.none');
  if (at > draft.env.now) return refusal('fact.in_future', {}, '/at');
  // What came before it is the former holder's, however late it is told.
  if (at < line.openedAt) return refusal('fact.before_line', {}, '/at');
  if (isKnown(draft, fact)) return null;
  if (fact.kind === 'bill_overdue' && !isIssued(draft.state.bills[fact.billId]))
    return refusal('bill.unknown', { bill_id: fact.billId }, '/bill_id');
  const factId = draft.nextId('fact');
  draft.add('fact.recorded', { factId, fact }, { effectiveAt: at });
  applyPolicy(draft, line.line, factId);
  settleConditions(draft, line.line, at);
  if (fact.kind === 'payment_received') tellShortPayment(draft, line.line);
  return null;
}

function proveHolder(
  draft: Draft,
  { line, personId, method, passed }: Extract<NumberCommand, { do: 'prove_holder' }>,
): Refusal | null {
  const owner = findLine(draft.state, line);
  if (!owner || !peopleOf(owner).includes(personId)) return refusal('holder.nobody_registered');
  draft.add('holder.checked', { personId, method, passed }, { line });
  return null;
}

function endHolderCheck(
  draft: Draft,
  { line, personId, result }: Extract<NumberCommand, { do: 'end_holder_check' }>,
): Refusal | null {
  const owner = findLine(draft.state, line);
  if (!owner) return refusal('line.none');
  const subject = { kind: 'holder', id: draft.state.numberId } as const;
  if (result === 'silent') {
    draft.add('holder.check_silent', { personId }, { line });
    raiseAttention(draft, line, 'holder_check_silent', subject, '');
  } else draft.add('holder.checked', { personId, method: 'real_person', passed: result === 'passed' }, { line });
  issueNotice(draft, line, 'holder_checked', subject, { result }, personId);
  return null;
}

/** Done already it adds nothing, so that it may run twice. */
function joinHolder(draft: Draft, { line, personId }: Extract<NumberCommand, { do: 'join_holder' }>): Refusal | null {
  const owner = findLine(draft.state, line);
  if (owner?.origin !== 'placed' || owner.closedAt !== null) return refusal('line.none');
  if (owner.joinedBy === personId) return null;
  draft.add('line.joined', { personId }, { line });
  issueNotice(draft, line, 'line_joined', { kind: 'holder', id: draft.state.numberId }, {}, personId);
  return null;
}

function joinReport(draft: Draft, { line, to }: Extract<NumberCommand, { do: 'join_report' }>): Refusal | null {
  const told = findLine(draft.state, line);
  if (told?.origin !== 'reported') return refusal('line.none');
  if (told.joinedTo?.numberId === to.numberId && told.joinedTo.line === to.line) return null;
  draft.add('line.joined_to', to, { line });
  return null;
}

/** The same bill, or the same payment told twice under another key, adds nothing. */
function isKnown(draft: Draft, fact: Fact): boolean {
  if (fact.kind === 'bill_issued') return isIssued(draft.state.bills[fact.billId]);
  if (fact.kind !== 'payment_received') return false;
  return draft.state.facts.some(
    (known) => known.fact.kind === 'payment_received' && known.fact.paymentId === fact.paymentId,
  );
}

/** A rule that must not flag does not: it cuts what is protected, cannot say why, or was found wrong here. A human sees it instead. */
function applyPolicy(draft: Draft, line: number, factId: string): void {
  const policy = draft.env.carrier?.policy;
  const known = draft.state.facts.find((one) => one.factId === factId);
  if (!policy || !known) return;
  const seen = lineFacts(draft.state, line, known.at);
  for (const rule of evaluatePolicy(policy, known.fact, seen).fired) applyRule(draft, { policy, rule, known, seen });
}

type Fired = {
  readonly policy: Policy;
  readonly rule: PolicyRule;
  readonly known: KnownFact;
  readonly seen: LineFacts;
};

function applyRule(draft: Draft, { policy, rule, known, seen }: Fired): void {
  const { line } = known;
  const { now } = draft.env;
  const reasons = reasonsFromRule(policy, rule, { known, line: seen, now });
  if (conditionMet(draft.state, { line, reasons, placedAt: now }, now)) return;
  const again = flagsAgain(draft.state, { line, ruleId: rule.ruleId, known, now });
  if (again === 'standing' || again === 'same_period') return;
  if (objectToPaused(draft, rule.ruleId)) {
    raiseAttention(draft, line, 'rule_paused', { kind: 'policy', id: policy.policyId }, rule.ruleId);
    return;
  }
  const why = again ? `flag.${again}` : objectToReasons(draft, line, reasons)?.code;
  if (why === undefined) appendFlag(draft, line, reasons, PRODUCT);
  else raiseAttention(draft, line, 'flag_refused', { kind: 'policy', id: policy.policyId }, `${rule.ruleId}: ${why}`);
}
