import { decideOnCase, isCaseCommand } from '../cases/commands.ts';
import { catchUp, isBehind } from '../clocks/catch-up.ts';
import { decideOnClock } from '../clocks/commands.ts';
import { reconcileClocks } from '../clocks/wanted.ts';
import { decideOnCorrection } from '../corrections/commands.ts';
import { decideOnFlag } from '../flags/commands.ts';
import { decideOnClass } from '../learning/commands.ts';
import { decideOnLift } from '../lifts/commands.ts';
import { decideOnMandate, tellPrincipal } from '../mandates/commands.ts';
import { decideOnNotice } from '../notices/commands.ts';
import { decideOnNumber } from '../numbers/commands.ts';
import type { Refusal } from '../refusal.ts';
import { decideOnRetention } from '../retention/commands.ts';
import { PRODUCT } from './actor.ts';
import type { Command } from './command.ts';
import type { Env } from './draft.ts';
import { Draft } from './draft.ts';
import type { NewEntry } from './entry.ts';
import type { NumberState } from './state.ts';

/** What a command comes to: entries with the state after them (none when it was done before), or a refusal that changes nothing. */
export type CommandResult =
  | { readonly ok: true; readonly entries: readonly NewEntry[]; readonly state: NumberState }
  | { readonly ok: false; readonly refusal: Refusal };

/** Decides a command against a state at a moment, after what time itself has brought about by then. Pure: who, when and by which rules all come in with `env`. */
export function decide(state: NumberState, command: Command, env: Env): CommandResult {
  const draft = new Draft(state, env);
  catchUp(draft);
  const refused = run(draft, command);
  if (refused) return { ok: false, refusal: refused };
  const last = draft.entries.at(-1);
  if (last) tellPrincipal(draft, last.line, actName(command));
  reconcileClocks(draft);
  return { ok: true, entries: draft.entries, state: draft.state };
}

/** The state as time has made it by now, written down or not: what may be read and offered. */
export function asOf(state: NumberState, env: Env): NumberState {
  if (!isBehind(state, env.now)) return state;
  const draft = new Draft(state, { ...env, actor: PRODUCT });
  catchUp(draft);
  return draft.state;
}

/** What an act is called where people let others do it. */
function actName({ do: name }: Command): string {
  if (name === 'report_lift_not_back') return 'report_not_back';
  return name.startsWith('case.') ? name.slice('case.'.length) : name;
}

function run(draft: Draft, command: Command): Refusal | null {
  if (isCaseCommand(command)) return decideOnCase(draft, command);
  switch (command.do) {
    case 'open_line':
    case 'close_line':
    case 'record_fact':
    case 'prove_holder':
    case 'end_holder_check':
    case 'join_holder':
    case 'join_report':
      return decideOnNumber(draft, command);
    case 'place_flag':
    case 'report_flag':
      return decideOnFlag(draft, command);
    case 'lift_as_class':
      return decideOnClass(draft, command);
    case 'send_lift':
    case 'confirm_lift':
    case 'fail_lift':
    case 'accept_lift_failure':
    case 'report_lift_not_back':
      return decideOnLift(draft, command);
    case 'let_time_pass':
    case 'pause_clock':
    case 'resume_clock':
    case 'settle_dates':
      return decideOnClock(draft, command);
    case 'record_delivery':
    case 'raise_attention':
    case 'handle_attention':
      return decideOnNotice(draft, command);
    case 'grant_mandate':
    case 'revoke_mandate':
    case 'question_mandate':
      return decideOnMandate(draft, command);
    case 'forget_evidence':
    case 'withdraw_evidence':
    case 'place_hold':
    case 'end_hold':
      return decideOnRetention(draft, command);
    case 'ask_correction':
    case 'note_name':
    case 'answer_correction':
      return decideOnCorrection(draft, command);
  }
}
