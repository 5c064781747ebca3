import { bearOnClocks, clearGround } from '../clocks/commands.ts';
import { PRODUCT } from '../journal/actor.ts';
import type { Draft } from '../journal/draft.ts';
import { orderLift } from '../lifts/order.ts';
import { issueNotice } from '../notices/issue.ts';
import type { Refusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import type { Case, EvidenceItem } from './case.ts';
import type { CaseAct } from './case-transitions.ts';
import type { ClaimCommand } from './claim.ts';
import { CLAIM_HANDLERS, holdIfFree } from './claim.ts';
import type { DecideCase } from './decision.ts';
import { decideCase } from './decision.ts';
import type { EscalationCommand } from './escalate.ts';
import { ESCALATION_HANDLERS } from './escalate.ts';
import { caseObjection, flagsToOrder, objectToDecider, partyOf } from './objection.ts';
import type { OpenCase } from './open.ts';
import { openCase } from './open.ts';
import type { PrecheckCommand } from './precheck.ts';
import { objectToTurningDown, PRECHECK_HANDLERS, turnDown } from './precheck.ts';
import type { RecordContact } from './record.ts';
import { recordContact } from './record.ts';

type OnCase<Act extends CaseAct, More = object> = { readonly do: `case.${Act}`; readonly caseId: string } & More;

export type CaseCommand =
  | OpenCase
  | DecideCase
  | RecordContact
  | EscalationCommand
  | ClaimCommand
  | PrecheckCommand
  | OnCase<'restate', { readonly statement: string }>
  | OnCase<'submit'>
  | OnCase<'start_review'>
  | OnCase<'say', { readonly words: string }>
  | OnCase<
      'add_evidence',
      {
        readonly item: Omit<EvidenceItem, 'evidenceId' | 'addedBy' | 'addedAt' | 'forgottenAt'>;
        readonly fileName: string;
      }
    >
  | OnCase<'ask_material', { readonly materials: readonly string[]; readonly words: string; readonly changed?: string }>
  | OnCase<'give_material', { readonly words: string }>
  | OnCase<'order_lift'>
  | OnCase<'withdraw'>
  | OnCase<'confirm_back'>
  | OnCase<'report_not_back', { readonly words: string }>;

export function isCaseCommand(command: { readonly do: string }): command is CaseCommand {
  return command.do === 'open_case' || command.do.startsWith('case.');
}

export function decideOnCase(draft: Draft, command: CaseCommand): Refusal | null {
  if (command.do === 'open_case') return openCase(draft, command);
  const caseFile = draft.state.cases[command.caseId];
  if (!caseFile) return refusal('case.not_found');
  const act = command.do.slice('case.'.length) as CaseAct;
  const objection = caseObjection(draft.state, caseFile, act, draft.env.actor, draft.env.now);
  return objection ?? HANDLERS[command.do](draft, caseFile, command as never);
}

type Handlers = {
  [C in Exclude<CaseCommand, OpenCase> as C['do']]: (draft: Draft, caseFile: Case, command: C) => Refusal | null;
};

const HANDLERS: Handlers = {
  'case.decide': decideCase,
  'case.record': recordContact,
  'case.restate': restate,
  'case.submit': submit,
  'case.start_review': startReview,
  'case.say': say,
  'case.add_evidence': addEvidence,
  'case.ask_material': askMaterial,
  'case.give_material': giveMaterial,
  'case.order_lift': orderAgain,
  'case.withdraw': withdraw,
  'case.confirm_back': confirmBack,
  'case.report_not_back': reportNotBack,
  ...ESCALATION_HANDLERS,
  ...CLAIM_HANDLERS,
  ...PRECHECK_HANDLERS,
};

function submit(draft: Draft, { caseId, line, reference }: Case): null {
  draft.add('case.submitted', { caseId }, { line });
  issueNotice(draft, line, 'case_received', { kind: 'case', id: caseId }, { reference });
  return null;
}

/** A draft's own words may be written anew until it is filed; the earlier ones stay in the journal. */
function restate(draft: Draft, { caseId, line }: Case, { statement }: { readonly statement: string }): null {
  draft.add('case.restated', { caseId }, { line, personal: { statement } });
  return null;
}

function startReview(draft: Draft, caseFile: Case): null {
  const { caseId, line } = caseFile;
  const { actor } = draft.env;
  // An agent who looks into it, or a reviewer barred from deciding, leaves it to whichever reviewer comes to decide.
  if (actor.role === 'reviewer' && !objectToDecider(draft.state, caseFile, actor)) holdIfFree(draft, caseFile);
  draft.add('case.review_started', { caseId, reviewerId: draft.env.actor.id }, { line });
  return null;
}

function say(
  draft: Draft,
  { caseId, line, reference }: Case,
  { words }: OnCase<'say', { readonly words: string }>,
): Refusal | null {
  if (words.trim() === '') return refusal('case.words_missing', {}, '/words');
  const party = partyOf(draft.env.actor.role);
  const from = party === 'person' ? 'person' : party === 'officer' ? 'authority' : 'desk';
  draft.add('case.message', { caseId, from }, { line, personal: { words } });
  if (from !== 'person') issueNotice(draft, line, 'message_received', { kind: 'case', id: caseId }, { reference });
  return null;
}

function addEvidence(
  draft: Draft,
  { caseId, line, evidence }: Case,
  command: Extract<CaseCommand, { do: 'case.add_evidence' }>,
): Refusal | null {
  const twin = evidence.find((one) => one.sha256 === command.item.sha256);
  if (twin) return refusal('evidence.already_there', { evidence_id: twin.evidenceId }, '/file');
  const evidenceId = draft.nextId('evidence');
  draft.add(
    'evidence.added',
    { caseId, evidenceId, ...command.item },
    { line, personal: { file_name: command.fileName } },
  );
  return null;
}

function askMaterial(
  draft: Draft,
  caseFile: Case,
  command: Extract<CaseCommand, { do: 'case.ask_material' }>,
): Refusal | null {
  if (command.materials.length === 0) return refusal('case.materials_missing', {}, '/materials');
  const turned = { materials: command.materials, changed: command.changed ?? '' };
  const refused = objectToTurningDown(caseFile, turned);
  if (refused) return refused;
  turnDown(draft, caseFile, turned);
  const { caseId, line, reference } = caseFile;
  draft.add(
    'case.material_asked',
    { caseId, materials: command.materials },
    { line, personal: { words: command.words } },
  );
  bearOnClocks(draft, caseId, 'material_asked', ['carrier']);
  issueNotice(draft, line, 'material_asked', { kind: 'case', id: caseId }, { reference, materials: command.materials });
  return null;
}

function giveMaterial(draft: Draft, { caseId, line }: Case, { words }: { readonly words: string }): null {
  draft.add('case.material_given', { caseId }, { line, personal: { words } });
  clearGround(draft, caseId, 'material_asked');
  return null;
}

function orderAgain(draft: Draft, caseFile: Case): null {
  const flags = flagsToOrder(draft.state, caseFile, draft.env.now);
  const because =
    flags[0]?.liftedBecause ?? (caseFile.decisions.at(-1)?.finding === 'misjudged' ? 'misjudged' : 'remedied');
  for (const again of [true, false]) {
    const some = flags.filter((flag) => (flag.status === 'lifted') === again);
    if (some.length > 0)
      orderLift(draft, { flags: some, because, caseId: caseFile.caseId, since: draft.env.now, again });
  }
  return null;
}

function withdraw(draft: Draft, { caseId, line }: Case): null {
  draft.add('case.withdrawn', { caseId, because: 'asked' }, { line });
  return null;
}

function confirmBack(draft: Draft, { caseId, line, reference }: Case): null {
  draft.add('case.closed', { caseId, because: 'person_confirmed' }, { line });
  issueNotice(draft, line, 'case_closed', { kind: 'case', id: caseId }, { reference });
  return null;
}

/** "Not back" takes the case up again; the lifts it trusted are marked, and the carrier's time to answer starts anew. */
function reportNotBack(
  draft: Draft,
  { caseId, line, reference, liftIds }: Case,
  { words }: { readonly words: string },
): null {
  const last = liftIds.at(-1);
  if (last && draft.state.lifts[last]?.notBackAt === null) draft.add('lift.not_back', { liftId: last }, { line });
  draft.add('case.reopened', { caseId }, { line, personal: { words } });
  issueNotice(draft, line, 'not_back_received', { kind: 'case', id: caseId }, { reference });
  return null;
}

/** Ends a case that its own clock has run out on. */
export function closeByTime(draft: Draft, { caseId, line, reference }: Case): void {
  draft.add('case.closed', { caseId, because: 'time_passed' }, { line, actor: PRODUCT });
  issueNotice(draft, line, 'case_closed', { kind: 'case', id: caseId }, { reference });
}
