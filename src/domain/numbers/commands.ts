import { isOpenCase } from '../cases/case-transitions.ts';
import { appendFlag, objectToReasons, reasonsFromRule } from '../flags/place.ts';
import { settleConditions, tellShortPayment } from '../flags/settle.ts';
import { PRODUCT } from '../journal/actor.ts';
import type { Draft } from '../journal/draft.ts';
import { currentLine, standingFlags } from '../journal/state.ts';
import { raiseAttention } from '../notices/issue.ts';
import { evaluatePolicy } from '../policies/evaluate.ts';
import type { Refusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import type { Instant } from '../time.ts';
import type { Fact, KnownFact } from './fact.ts';
import type { Line } from './line.ts';

export type NumberCommand =
  | ({ readonly do: 'open_line' } & Pick<
      Line,
      'origin' | 'kind' | 'carrierId' | 'province' | 'holderId' | 'userId' | 'openedAt'
    >)
  | { readonly do: 'close_line'; readonly closedAt: Instant }
  | { readonly do: 'record_fact'; readonly fact: Fact; readonly at: Instant };

export function decideOnNumber(draft: Draft, command: NumberCommand): Refusal | null {
  switch (command.do) {
    case 'open_line':
      return openLine(draft, command);
    case 'close_line':
      return closeLine(draft, command.closedAt);
    case 'record_fact':
      return recordFact(draft, command.fact, command.at);
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
  if (isKnown(draft, fact)) return null;
  if (fact.kind === 'bill_overdue' && !draft.state.bills[fact.billId])
    return refusal('bill.unknown', { bill_id: fact.billId }, '/bill_id');
  const factId = draft.nextId('fact');
  draft.add('fact.recorded', { factId, fact }, { effectiveAt: at });
  applyPolicy(draft, line.line, factId);
  settleConditions(draft, line.line, at);
  if (fact.kind === 'payment_received') tellShortPayment(draft, line.line);
  return null;
}

/** The same bill, or the same payment told twice under another key, adds nothing. */
function isKnown(draft: Draft, fact: Fact): boolean {
  if (fact.kind === 'bill_issued') return draft.state.bills[fact.billId] !== undefined;
  if (fact.kind !== 'payment_received') return false;
  return draft.state.facts.some(
    (known) => known.fact.kind === 'payment_received' && known.fact.paymentId === fact.paymentId,
  );
}

/** A rule that must not flag does not: it cuts what is protected or cannot say why. A human sees it instead. */
function applyPolicy(draft: Draft, line: number, factId: string): void {
  const policy = draft.env.carrier?.policy;
  const known = draft.state.facts.find((one) => one.factId === factId);
  if (!policy || !known) return;
  const rule = evaluatePolicy(policy, known.fact).fired;
  if (!rule) return;
  const reasons = reasonsFromRule(policy, rule, known, draft.env.now);
  if (alreadyFlagged(draft, line, rule.ruleId, known)) return;
  const objection = objectToReasons(draft, line, reasons);
  if (objection)
    raiseAttention(
      draft,
      line,
      'flag_refused',
      { kind: 'policy', id: policy.policyId },
      `${rule.ruleId}: ${objection.code}`,
    );
  else appendFlag(draft, line, reasons, PRODUCT);
}

/** One standing flag a rule is enough, and a bill that was flagged and lifted does not flag again. */
function alreadyFlagged(draft: Draft, line: number, ruleId: string, { fact }: KnownFact): boolean {
  return Object.values(draft.state.flags).some((flag) => {
    if (flag.line !== line || flag.reasons.rule?.ruleId !== ruleId) return false;
    if (flag.status === 'active' || flag.status === 'lifting') return true;
    const condition = flag.reasons.liftCondition;
    return (
      condition?.kind === 'paid' && 'billId' in fact && fact.billId !== null && condition.billIds.includes(fact.billId)
    );
  });
}
