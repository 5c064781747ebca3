import type { Case } from '../cases/case.ts';
import type { Flag } from '../flags/flag.ts';
import { raisersOf } from '../flags/flag.ts';
import type { Draft } from '../journal/draft.ts';
import type { NumberState } from '../journal/state.ts';
import { orderLift } from '../lifts/order.ts';
import type { Refusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import type { RuleName } from './board.ts';

/** One flag of a class is found misjudged, because its rule was: a decision of its own, with the common reasons. */
export type LearningCommand = {
  readonly do: 'lift_as_class';
  readonly classId: string;
  readonly flagId: string;
  readonly rule: RuleName;
  readonly ruleRelied: string;
  readonly words: string;
};

export function decideOnClass(draft: Draft, command: LearningCommand): Refusal | null {
  const { classId, flagId, ruleRelied, words } = command;
  if (words.trim() === '') return refusal('case.reasons_missing', {}, '/words');
  if (ruleRelied.trim() === '') return refusal('case.rule_missing', {}, '/rule_relied');
  const flag = draft.state.flags[flagId];
  const objection = objectToClassLift(draft.state, flag, command.rule, draft.env.actor.id);
  if (objection || !flag) return objection;
  draft.add(
    'flag.class_decided',
    { classId, flagId, finding: 'misjudged', ruleRelied },
    { line: flag.line, personal: { words } },
  );
  const because = 'misjudged';
  orderLift(draft, { flags: [flag], because, caseId: null, since: draft.env.now, tell: 'class_lifted' });
  return null;
}

/** Why this reviewer cannot decide on this flag with its class: the guards of an appeal hold here too. */
export function objectToClassLift(
  state: NumberState,
  flag: Flag | undefined,
  rule: RuleName,
  reviewerId: string,
): Refusal | null {
  if (!flag || !isOfRule(flag, rule)) return refusal('class.other_rule');
  if (flag.status !== 'active') return refusal('flag.not_active', { status: flag.status });
  if (raisersOf(flag).includes(reviewerId)) return refusal('case.raiser_cannot_decide');
  const decided = Object.values(state.cases).some(
    (caseFile: Case) =>
      caseFile.flagIds.includes(flag.flagId) && caseFile.decisions.some(({ decidedBy }) => decidedBy.id === reviewerId),
  );
  return decided ? refusal('case.decider_cannot_decide_again') : null;
}

function isOfRule({ reasons }: Flag, { policyId, version, ruleId }: RuleName): boolean {
  const fired = reasons.rule;
  return fired?.policyId === policyId && fired.version === version && fired.ruleId === ruleId;
}
