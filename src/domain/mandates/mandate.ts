import type { Actor, ActorRef } from '../journal/actor.ts';
import type { NumberState } from '../journal/state.ts';
import type { Instant } from '../time.ts';

export const MANDATE_KINDS = ['relative', 'lawyer', 'legal_aid', 'clerk'] as const;
/** Who stands in: a relative, a licensed lawyer, legal aid, or the clerk of a company that holds the line. */
export type MandateKind = (typeof MANDATE_KINDS)[number];

/** What can be done for another. A real-person check is never among them: nobody takes another's. */
export const MANDATE_ACTS = [
  'open_case',
  'restate',
  'submit',
  'say',
  'record',
  'add_evidence',
  'give_material',
  'ask_precheck',
  'withdraw',
  'confirm_back',
  'report_not_back',
  'escalate',
] as const;
export type MandateAct = (typeof MANDATE_ACTS)[number];

/** What a principal signs: who in kind, what, how long, for which fee. */
export type MandateTerms = {
  readonly kind: MandateKind;
  readonly acts: readonly MandateAct[];
  readonly days: number;
  readonly feeFen: number;
};

export type MandateStatus = 'live' | 'revoked' | 'ended';

/** A representative's authority over one line: what, until when, for which fee, signed how. */
export type Mandate = {
  readonly mandateId: string;
  readonly line: number;
  readonly principalId: string;
  readonly representativeId: string;
  readonly kind: MandateKind;
  readonly acts: readonly MandateAct[];
  readonly until: Instant;
  /** What the principal pays for the work, in fen; zero for all but lawyers. Lifting a flag never costs anything. */
  readonly feeFen: number;
  /** By a code sent to the principal, or on paper that an agent has checked. */
  readonly signed: 'code' | 'paper';
  /** The file of the paper. */
  readonly paperSha256: string | null;
  readonly grantedBy: ActorRef;
  readonly grantedAt: Instant;
  readonly status: MandateStatus;
  readonly endedAt: Instant | null;
};

/** live → revoked by either side, at once; live → ended by its own clock or with the line. */
export const MANDATE_TRANSITIONS = {
  revoke: { from: ['live'], to: 'revoked' },
  end: { from: ['live'], to: 'ended' },
} as const satisfies Record<string, { from: readonly MandateStatus[]; to: MandateStatus }>;

/** The live mandate under which this actor may act on a line that is not their own. */
export function mandateOf(state: NumberState, line: number, actor: Pick<Actor, 'personId'>): Mandate | undefined {
  if (actor.personId === null) return undefined;
  return Object.values(state.mandates).find(
    (one) => one.line === line && one.status === 'live' && one.representativeId === actor.personId,
  );
}

/** Whether a mandate names the act. */
export function covers(mandate: Mandate, act: string): boolean {
  return (mandate.acts as readonly string[]).includes(act);
}
