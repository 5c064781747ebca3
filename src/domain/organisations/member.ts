import type { MandateAct } from '../mandates/mandate.ts';
import { MANDATE_ACTS } from '../mandates/mandate.ts';

/** What somebody is to an organisation: its own account, or one who acts for it. */
export const MEMBER_ROLES = ['manager', 'clerk'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** A clerk prepares and follows; taking a case back and handing it to an authority is a manager's. */
const NOT_A_CLERKS: readonly MandateAct[] = ['withdraw', 'escalate'];

export const MEMBER_ACTS: Readonly<Record<MemberRole, readonly MandateAct[]>> = {
  manager: MANDATE_ACTS,
  clerk: MANDATE_ACTS.filter((act) => !NOT_A_CLERKS.includes(act)),
};
