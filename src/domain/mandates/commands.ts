import type { Draft } from '../journal/draft.ts';
import type { NumberState } from '../journal/state.ts';
import { currentLine, findLine } from '../journal/state.ts';
import { issueNotice, raiseAttention } from '../notices/issue.ts';
import { peopleOf } from '../numbers/line.ts';
import type { Refusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import { addMs } from '../time.ts';
import type { Mandate, MandateTerms } from './mandate.ts';
import { covers, MANDATE_ACTS, mandateOf } from './mandate.ts';

export type MandateCommand =
  | ({
      readonly do: 'grant_mandate';
      readonly principalId: string;
      readonly representativeId: string;
      readonly signed: Mandate['signed'];
      readonly paperSha256: string | null;
      readonly representativeName: string;
    } & MandateTerms)
  | { readonly do: 'revoke_mandate'; readonly mandateId: string }
  /** Something about a representative that a human should look at: what it is, and how many. */
  | { readonly do: 'question_mandate'; readonly mandateId: string; readonly pattern: string };

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 365;
const LIVE_AT_MOST = 5;

export function decideOnMandate(draft: Draft, command: MandateCommand): Refusal | null {
  switch (command.do) {
    case 'grant_mandate':
      return grant(draft, command);
    case 'revoke_mandate':
      return revoke(draft, command.mandateId);
    case 'question_mandate':
      return question(draft, command.mandateId, command.pattern);
  }
}

function grant(draft: Draft, command: Extract<MandateCommand, { do: 'grant_mandate' }>): Refusal | null {
  const objection = objectToGrant(draft.state, command);
  if (objection) return objection;
  const { principalId, representativeId, kind, acts, days, feeFen, signed, paperSha256, representativeName } = command;
  const line = currentLine(draft.state)?.line ?? 0;
  const mandateId = draft.nextId('mandate');
  const until = addMs(draft.env.now, days * DAY_MS);
  draft.add(
    'mandate.granted',
    {
      mandateId,
      principalId,
      representativeId,
      kind,
      acts: MANDATE_ACTS.filter((act) => acts.includes(act)),
      until,
      feeFen,
      signed,
      paperSha256,
    },
    { line, personal: { representative: representativeName } },
  );
  issueNotice(draft, line, 'mandate_granted', { kind: 'mandate', id: mandateId }, { until });
  return null;
}

/** Why a mandate on these terms cannot be; also asked before anybody signs. */
export function objectToGrant(
  state: NumberState,
  command: Extract<MandateCommand, { do: 'grant_mandate' }>,
): Refusal | null {
  const { principalId, representativeId, kind, acts, days, feeFen, signed, paperSha256 } = command;
  const line = currentLine(state);
  if (!line || !peopleOf(line).includes(principalId)) return refusal('mandate.not_the_principal', {}, '/principal_id');
  if (peopleOf(line).includes(representativeId)) return refusal('mandate.not_yourself', {}, '/representative');
  if (acts.length === 0) return refusal('mandate.acts_missing', {}, '/acts');
  if (!Number.isInteger(days) || days < 1 || days > LONGEST_DAYS)
    return refusal('mandate.term_out_of_range', { most: LONGEST_DAYS }, '/days');
  if (feeFen < 0 || (feeFen > 0 && kind !== 'lawyer')) return refusal('mandate.fee_not_allowed', { kind }, '/fee_fen');
  if (signed === 'paper' && paperSha256 === null) return refusal('mandate.paper_missing', {}, '/file');
  const live = Object.values(state.mandates).filter((one) => one.line === line.line && one.status === 'live');
  if (live.some((one) => one.representativeId === representativeId))
    return refusal('mandate.live_already', {}, '/representative');
  return live.length >= LIVE_AT_MOST ? refusal('mandate.too_many', { most: LIVE_AT_MOST }) : null;
}

function revoke(draft: Draft, mandateId: string): Refusal | null {
  const mandate = draft.state.mandates[mandateId];
  if (!mandate) return refusal('mandate.not_found');
  if (mandate.status !== 'live') return refusal('mandate.over', { status: mandate.status });
  draft.add('mandate.revoked', { mandateId }, { line: mandate.line });
  issueNotice(draft, mandate.line, 'mandate_revoked', { kind: 'mandate', id: mandateId });
  return null;
}

function question(draft: Draft, mandateId: string, pattern: string): Refusal | null {
  const mandate = draft.state.mandates[mandateId];
  if (!mandate) return refusal('mandate.not_found');
  raiseAttention(draft, mandate.line, 'mandate_pattern', { kind: 'mandate', id: mandateId }, pattern);
  return null;
}

/** Tells the person of every act that somebody else did for them. */
export function tellPrincipal(draft: Draft, lineNumber: number, act: string): void {
  const { actor } = draft.env;
  const line = findLine(draft.state, lineNumber);
  if (!line || actor.personId === null || peopleOf(line).includes(actor.personId)) return;
  const mandate = mandateOf(draft.state, lineNumber, actor);
  if (mandate && covers(mandate, act))
    issueNotice(draft, lineNumber, 'acted_for_you', { kind: 'mandate', id: mandate.mandateId }, { act });
}
