import { PRODUCT } from '../journal/actor.ts';
import type { Draft } from '../journal/draft.ts';
import type { NumberState } from '../journal/state.ts';
import { standingFlags } from '../journal/state.ts';
import { issueNotice, raiseAttention, settleAttention } from '../notices/issue.ts';
import type { Line } from '../numbers/line.ts';
import { peopleOf } from '../numbers/line.ts';
import type { Refusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import type { Correction, CorrectionOutcome, CorrectionSubject } from './correction.ts';

export type CorrectionCommand =
  | {
      readonly do: 'ask_correction';
      readonly subject: CorrectionSubject;
      readonly factId: string | null;
      readonly words: string;
    }
  /** The account's own name was put right; the journal keeps what it was. */
  | { readonly do: 'note_name'; readonly before: string }
  | {
      readonly do: 'answer_correction';
      readonly correctionId: string;
      readonly outcome: CorrectionOutcome;
      readonly words: string;
    };

const OPEN_AT_MOST = 5;

export function decideOnCorrection(draft: Draft, command: CorrectionCommand): Refusal | null {
  switch (command.do) {
    case 'ask_correction':
      return ask(draft, command);
    case 'answer_correction':
      return answer(draft, command);
    case 'note_name':
      return noteName(draft, command.before);
  }
}

function noteName(draft: Draft, before: string): Refusal | null {
  const { personId } = draft.env.actor;
  const line = ownLineOf(draft.state, personId);
  if (!line || personId === null) return refusal('line.none');
  draft.add('person.corrected', { personId, fields: ['name'] }, { line: line.line, personal: { before } });
  return null;
}

/** The newest line of which somebody is or was a person. */
export function ownLineOf(state: NumberState, personId: string | null): Line | undefined {
  return personId === null ? undefined : state.lines.findLast((line) => peopleOf(line).includes(personId));
}

/** What a carrier keeps goes to its desk; what the person told of themselves is theirs to put right at once. */
function ask(
  draft: Draft,
  { subject, factId, words }: Extract<CorrectionCommand, { do: 'ask_correction' }>,
): Refusal | null {
  const { state, env } = draft;
  const { personId } = env.actor;
  const line = ownLineOf(state, personId);
  if (!line || personId === null) return refusal('line.none');
  const objection = objectToAsking(state, line, personId, subject, factId);
  if (objection) return objection;
  if (words.trim() === '') return refusal('correction.words_missing', {}, '/words');
  const correctionId = draft.nextId('correction');
  draft.add(
    'correction.asked',
    { correctionId, subject, factId: subject === 'fact' ? factId : null, personId },
    { line: line.line, personal: { words } },
  );
  const one = draft.state.corrections[correctionId];
  if (line.origin === 'reported' && one) return settle(draft, one, 'corrected', null);
  raiseAttention(draft, line.line, 'correction_asked', { kind: 'correction', id: correctionId }, subject);
  return null;
}

function objectToAsking(
  state: NumberState,
  line: Line,
  personId: string,
  subject: CorrectionSubject,
  factId: string | null,
): Refusal | null {
  const recorded = { holder: line.holderId === personId, user: line.userId === personId };
  const already =
    (subject === 'i_am_holder' && recorded.holder) ||
    (subject === 'i_am_user' && recorded.user) ||
    (subject === 'not_holder' && !recorded.holder) ||
    (subject === 'not_user' && !recorded.user);
  if (already) return refusal('correction.already_so', {}, '/subject');
  if (subject === 'fact' && !state.facts.some((one) => one.factId === factId && one.line === line.line))
    return refusal('correction.fact_unknown', {}, '/fact_id');
  const open = Object.values(state.corrections).filter((one) => one.line === line.line && one.outcome === null);
  return open.length >= OPEN_AT_MOST ? refusal('correction.too_many', { most: OPEN_AT_MOST }) : null;
}

function answer(
  draft: Draft,
  { correctionId, outcome, words }: Extract<CorrectionCommand, { do: 'answer_correction' }>,
): Refusal | null {
  const one = draft.state.corrections[correctionId];
  if (!one) return refusal('correction.not_found');
  if (one.outcome !== null) return refusal('correction.answered_already');
  // A refusal needs reasons (PIPL arts. 44–50), and what was changed is said too.
  if (words.trim() === '') return refusal('correction.words_missing', {}, '/words');
  return settle(draft, one, outcome, words);
}

function settle(draft: Draft, one: Correction, outcome: CorrectionOutcome, words: string | null): null {
  const { correctionId, line } = one;
  draft.add(
    'correction.answered',
    { correctionId, outcome },
    { line, ...(words === null ? {} : { personal: { words } }) },
  );
  settleAttention(draft, correctionId);
  issueNotice(draft, line, 'correction_answered', { kind: 'correction', id: correctionId }, { outcome });
  if (outcome === 'corrected') putRight(draft, one);
  return null;
}

/** The entry that corrects: who the line's people are from now on, or that marks rest on a fact that was wrong. */
function putRight(draft: Draft, { subject, personId, line, factId }: Correction): void {
  if (subject === 'i_am_holder') draft.add('line.corrected', { holderId: personId }, { line });
  if (subject === 'i_am_user') draft.add('line.corrected', { userId: personId }, { line });
  if (subject === 'not_holder') draft.add('line.corrected', { holderId: null }, { line });
  if (subject === 'not_user') draft.add('line.corrected', { userId: null }, { line });
  endMandatesOfOthers(draft, line);
  if (subject !== 'fact' || factId === null) return;
  for (const flag of standingFlags(draft.state, line)) {
    if (flag.reasons.factIds?.includes(factId))
      raiseAttention(draft, line, 'fact_corrected', { kind: 'flag', id: flag.flagId }, factId);
  }
}

/** Whoever is no longer a person of the line lets nobody act on it. */
function endMandatesOfOthers(draft: Draft, line: number): void {
  const owner = draft.state.lines.find((one) => one.line === line);
  for (const { mandateId, line: of, principalId, status } of Object.values(draft.state.mandates)) {
    if (of === line && status === 'live' && owner && !peopleOf(owner).includes(principalId))
      draft.add('mandate.ended', { mandateId }, { line, actor: PRODUCT });
  }
}
