/** What separate consent is asked for (PIPL art. 29): papers by what they tell, and being handed to a checker of faces. */
export const CONSENT_KINDS = ['identity_paper', 'money_paper', 'private_paper', 'real_person_check'] as const;
export type ConsentKind = (typeof CONSENT_KINDS)[number];

/** Which text of each kind is in force. Words that say something else are another version, and are asked for anew. */
export const CONSENT_VERSION: Readonly<Record<ConsentKind, number>> = {
  identity_paper: 1,
  money_paper: 1,
  private_paper: 1,
  real_person_check: 1,
};

/** The paper that a person names when a file is sensitive and none of those asked for. */
export const OTHER_SENSITIVE = 'other_sensitive';

/**
 * Papers that tell sensitive things, by what they tell. The law's list is open (PIPL art. 28): what shows an identity number or a face,
 * an account, health, calls, a child or the police is taken for sensitive.
 */
export const SENSITIVE_PAPERS: Readonly<Record<string, ConsentKind>> = {
  id_card: 'identity_paper',
  passport: 'identity_paper',
  temporary_id: 'identity_paper',
  name_change: 'identity_paper',
  company_letter: 'identity_paper',
  payment_proof: 'money_paper',
  credit_report: 'money_paper',
  call_records: 'private_paper',
  guardian: 'private_paper',
  death_certificate: 'private_paper',
  police_release: 'private_paper',
  [OTHER_SENSITIVE]: 'private_paper',
};

/** The consent that a paper needs; null for one that tells nothing sensitive, and for a file that nobody named so. */
export function consentFor(material: string | null): ConsentKind | null {
  return material !== null && Object.hasOwn(SENSITIVE_PAPERS, material) ? (SENSITIVE_PAPERS[material] ?? null) : null;
}
