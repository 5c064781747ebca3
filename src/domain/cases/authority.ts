export const AUTHORITY_KINDS = ['telecom_regulator', 'ministry_centre', 'consumer_association'] as const;
export type AuthorityKind = (typeof AUTHORITY_KINDS)[number];

/** A body that takes on complaints against carriers. `province` is ISO 3166-2, null for the whole country. */
export type Authority = {
  readonly authorityId: string;
  readonly kind: AuthorityKind;
  readonly province: string | null;
};

/** Grounds on which a body declines (Order 35 arts. 9–11). */
export const DECLINE_GROUNDS = [
  'no_prior_complaint',
  'out_of_time',
  'wrong_province',
  'accepted_elsewhere',
  'settled_before',
  'police_matter',
  'not_telecom',
  'papers_missing',
] as const;
export type DeclineGround = (typeof DECLINE_GROUNDS)[number];

/** Provinces whose own rules let a user go to a consumer body without asking the carrier first (重庆市电信条例 arts. 20, 26). */
const DIRECT_TO_CONSUMER_BODY: readonly string[] = ['CN-CQ'];

/** Whether the carrier must have been asked first (Order 35 art. 10(4)). */
export function needsPriorComplaint(kind: AuthorityKind, province: string): boolean {
  return kind !== 'consumer_association' || !DIRECT_TO_CONSUMER_BODY.includes(province);
}

/** Whether any body of this province may be asked before the carrier was. */
export function hasDirectWay(province: string): boolean {
  return DIRECT_TO_CONSUMER_BODY.includes(province);
}

/**
 * The bodies a complaint against a carrier company of this province may go to (Order 35 art. 9): its own regulator, the
 * ministry's centre where it has none, and its consumer association.
 */
export function authoritiesFor<A extends Authority>(province: string, all: readonly A[]): A[] {
  const local = all.filter((one) => one.province === province);
  const regulated = local.some(({ kind }) => kind === 'telecom_regulator');
  return [...local, ...all.filter(({ kind }) => kind === 'ministry_centre' && !regulated)];
}
