import type { AttentionAct, FlagAct, LiftAct, NumberAct } from '../access/acts.ts';
import type { CaseAct } from '../domain/cases/case-transitions.ts';

/** One act open to the asker, with the request that does it. */
export type ActionLink = { readonly act: string; readonly method: 'POST'; readonly href: string };

const V1 = '/api/v1';

const CASE_PATHS: Partial<Record<CaseAct, string>> = {
  submit: 'submit',
  start_review: 'start-review',
  say: 'messages',
  record: 'contacts',
  restate: 'statement',
  add_evidence: 'evidence',
  ask_material: 'material-requests',
  give_material: 'material',
  ask_precheck: 'prechecks',
  answer_precheck: 'precheck-answer',
  decide: 'decision',
  order_lift: 'lift-order',
  withdraw: 'withdrawal',
  confirm_back: 'service-back',
  report_not_back: 'service-not-back',
  escalate: 'escalate',
  accept: 'accept',
  decline: 'decline',
  ask_carrier: 'ask-carrier',
  answer_authority: 'answer-authority',
  mediate: 'mediate',
  settle: 'settle',
  end_unsettled: 'end-unsettled',
  claim: 'claim',
  take_over: 'take-over',
  release: 'release',
  hand_over: 'hand-over',
};

const LIFT_PATHS: Record<LiftAct, string> = {
  confirm: 'confirmations',
  fail: 'failures',
  accept_failure: 'accepted-failure',
  report_not_back: 'not-back',
};

const NUMBER_PATHS: Record<NumberAct, string> = {
  record_fact: 'facts',
  close_line: 'lines/close',
  place_flag: 'flags',
};

export function caseActions(caseId: string, acts: readonly CaseAct[]): ActionLink[] {
  return acts.flatMap((act) => {
    const path = CASE_PATHS[act];
    return path === undefined ? [] : [link(act, `/cases/${caseId}/${path}`)];
  });
}

export function liftActions(liftId: string, acts: readonly LiftAct[]): ActionLink[] {
  return acts.map((act) => link(act, `/lifts/${liftId}/${LIFT_PATHS[act]}`));
}

export function flagActions(_flagId: string, acts: readonly FlagAct[]): ActionLink[] {
  return acts.map((act) => link(act, '/cases'));
}

export function numberActions(acts: readonly NumberAct[]): ActionLink[] {
  return acts.map((act) => link(act, `/${NUMBER_PATHS[act]}`));
}

export function attentionActions(attentionId: string, acts: readonly AttentionAct[]): ActionLink[] {
  return acts.map((act) => link(act, `/attention/${attentionId}/handling`));
}

function link(act: string, path: string): ActionLink {
  return { act, method: 'POST', href: `${V1}${path}` };
}
