import type { Draft } from '../journal/draft.ts';
import { orderLift } from '../lifts/order.ts';
import { issueNotice } from '../notices/issue.ts';
import type { Refusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import type { Case, Finding, Outcome } from './case.ts';
import { flagsOf } from './objection.ts';
import { acceptedPapers, objectToTurningDown, type TurnedDown, turnDown } from './precheck.ts';

export type DecideCase = {
  readonly do: 'case.decide';
  readonly caseId: string;
  readonly finding: Finding;
  /** Flags to lift: all still active ones make it granted, some partly, none refused. */
  readonly liftFlagIds: readonly string[];
  readonly ruleRelied: string;
  readonly words: string;
  /** A no, where papers were accepted before: which of them it turns down, if any, and what has changed. */
  readonly turnedDown?: TurnedDown;
};

/** A decision names its reasons and its rule, says the same in finding and outcome, and orders what it grants at once. */
export function decideCase(draft: Draft, caseFile: Case, command: DecideCase): Refusal | null {
  const { caseId, line, reference } = caseFile;
  if (command.words.trim() === '') return refusal('case.reasons_missing', {}, '/words');
  if (command.ruleRelied.trim() === '') return refusal('case.rule_missing', {}, '/rule_relied');
  const active = flagsOf(draft.state, caseFile).filter((flag) => flag.status === 'active');
  const foreign = command.liftFlagIds.filter((id) => !active.some((flag) => flag.flagId === id));
  if (foreign.length > 0) return refusal('case.flag_not_open', { flag_ids: foreign }, '/lift_flag_ids');
  const lifted = active.filter((flag) => command.liftFlagIds.includes(flag.flagId));
  if ((command.finding === 'grounded') !== (lifted.length === 0))
    return refusal('case.finding_contradicts', {}, '/finding');
  const accepted = acceptedPapers(caseFile);
  const { turnedDown } = command;
  if (command.finding === 'grounded' && accepted.length > 0 && !turnedDown)
    return refusal('precheck.papers_unsaid', { materials: accepted }, '/turned_down');
  const refused = turnedDown && objectToTurningDown(caseFile, turnedDown);
  if (refused) return refused;
  if (turnedDown) turnDown(draft, caseFile, turnedDown);
  const outcome: Outcome = lifted.length === 0 ? 'refused' : lifted.length === active.length ? 'granted' : 'partly';
  const liftFlagIds = lifted.map((flag) => flag.flagId);
  const { finding, ruleRelied, words } = command;
  draft.add('case.decided', { caseId, outcome, finding, liftFlagIds, ruleRelied }, { line, personal: { words } });
  issueNotice(draft, line, `case_${outcome}`, { kind: 'case', id: caseId }, { reference });
  if (lifted.length > 0) {
    orderLift(draft, {
      flags: lifted,
      because: finding === 'misjudged' ? 'misjudged' : 'remedied',
      caseId,
      since: draft.env.now,
    });
  }
  return null;
}
