/** What a table holds of people: words under a key, ids that stand for somebody, or nothing of anybody. */
type Holds = 'sealed' | 'ids' | 'nobody';
export type Term = { readonly holds: Holds; readonly what: string; readonly why: string; readonly until: string };

const LIFE = 'as long as the line’s key; forgotten words stay as hashes';
const JOURNAL = 'written from the journal, goes and comes with it';
const OPERATION = 'no one’s data';

/** Every table, so that a new one is thought about before it holds anything. */
export const TERMS: Readonly<Record<string, Term>> = {
  absences: { holds: 'ids', what: 'when staff are away', why: 'hand-over of cases', until: 'with the staff account' },
  access_log: {
    holds: 'ids',
    what: 'who read which number’s data and why',
    why: 'PIPL arts. 51, 54–56',
    until: 'three years',
  },
  access_tokens: { holds: 'ids', what: 'hashes of tokens', why: 'sign-in', until: 'ninety days after they end' },
  account_keys: {
    holds: 'ids',
    what: 'hashes of mail addresses and return codes',
    why: 'sign-in',
    until: 'with the account',
  },
  actors: {
    holds: 'ids',
    what: 'who can act, by id, role and shown name',
    why: 'rights and responsibility',
    until: 'with the account',
  },
  attention: { holds: 'ids', what: 'what went wrong on a number', why: 'a human must see it', until: JOURNAL },
  authorities: { holds: 'nobody', what: 'bodies that take complaints', why: OPERATION, until: '—' },
  carriers: { holds: 'nobody', what: 'carriers', why: OPERATION, until: '—' },
  case_references: { holds: 'ids', what: 'case by spoken reference', why: 'finding a case by telephone', until: LIFE },
  cases: { holds: 'ids', what: 'efforts to have flags lifted, without words', why: 'handling them', until: JOURNAL },
  clocks: { holds: 'ids', what: 'running and ended periods', why: 'duties in time', until: JOURNAL },
  consents: {
    holds: 'ids',
    what: 'who agreed to which words on sensitive data, and when they took it back',
    why: 'PIPL arts. 13–16, 29',
    until: 'with the account',
  },
  deliveries: {
    holds: 'ids',
    what: 'attempts to reach a person, without address',
    why: 'proof of notice',
    until: JOURNAL,
  },
  entries: {
    holds: 'sealed',
    what: 'the journal; personal words sealed under the line’s key',
    why: 'the record of what was done',
    until: LIFE,
  },
  evidence_items: {
    holds: 'ids',
    what: 'hashes of files',
    why: 'proof',
    until: 'files six months after the case, hash with the journal',
  },
  flags: { holds: 'ids', what: 'marks with cause and rule', why: 'the product’s purpose', until: JOURNAL },
  holds: { holds: 'ids', what: 'what may not be deleted, and who said so', why: 'duties of keeping', until: JOURNAL },
  idempotency_keys: {
    holds: 'ids',
    what: 'replies to repeated writes',
    why: 'nothing done twice',
    until: 'thirty days',
  },
  import_chunks: {
    holds: 'ids',
    what: 'what became of each row of a carrier’s file, by ids and codes',
    why: 'the carrier’s proof of what was taken',
    until: 'with the import',
  },
  import_faults: {
    holds: 'ids',
    what: 'refused rows by reason, with the first few of each',
    why: 'mending a file',
    until: 'with the import',
  },
  import_parts: {
    holds: 'sealed',
    what: 'hashes of the pieces of a file; the pieces lie encrypted in the file store',
    why: 'working a file off after a break',
    until: 'the end of the import',
  },
  imports: {
    holds: 'ids',
    what: 'files of facts that a carrier sent, who sent them, and their figures',
    why: 'the carrier’s proof of what was taken',
    until: 'as long as the journal',
  },
  lift_steps: { holds: 'ids', what: 'what each system did', why: 'service really back', until: JOURNAL },
  lifts: { holds: 'ids', what: 'orders to take measures off', why: 'service really back', until: JOURNAL },
  line_keys: {
    holds: 'sealed',
    what: 'one data key per tenure',
    why: 'forgetting by key',
    until: 'until it is forgotten',
  },
  root_key_wraps: {
    holds: 'sealed',
    what: 'the root key, once for each master key',
    why: 'opening what is sealed',
    until: 'its master key is dropped',
  },
  line_proofs: {
    holds: 'ids',
    what: 'that somebody has a number in hand or is its holder: method, result and time, nothing of a face',
    why: 'letting the holder act for the number',
    until: 'with the account',
  },
  lines: { holds: 'ids', what: 'tenures with holder and user by id', why: 'rights', until: JOURNAL },
  mail_codes: { holds: 'ids', what: 'hash of the newest code of an address', why: 'sign-in', until: 'one day' },
  mandate_offers: {
    holds: 'ids',
    what: 'signed terms nobody took on yet',
    why: 'mandates',
    until: 'thirty days after they end',
  },
  mandate_papers: {
    holds: 'sealed',
    what: 'number and names as written on a paper',
    why: 'checking a paper mandate',
    until: 'with the mandate',
  },
  mandates: { holds: 'ids', what: 'who may act for whom', why: 'rights', until: JOURNAL },
  notice_reads: { holds: 'ids', what: 'when a notice was opened', why: 'inbox', until: JOURNAL },
  notices: { holds: 'ids', what: 'notices by kind and values, without words', why: 'proof of notice', until: JOURNAL },
  number_heads: { holds: 'ids', what: 'the folded state, without personal words', why: 'speed', until: JOURNAL },
  number_lookups: {
    holds: 'ids',
    what: 'keyed index from digits to number',
    why: 'finding a number',
    until: 'until the number is forgotten',
  },
  numbers: {
    holds: 'sealed',
    what: 'the digits',
    why: 'knowing which number it is',
    until: 'until the number is forgotten',
  },
  passkeys: { holds: 'ids', what: 'public keys', why: 'sign-in', until: 'with the account' },
  people: { holds: 'sealed', what: 'name, mail, other phone', why: 'reaching the person', until: 'with the account' },
  policies: { holds: 'nobody', what: 'carriers’ rule tables', why: OPERATION, until: '—' },
  schema_migrations: { holds: 'nobody', what: 'what was migrated', why: OPERATION, until: '—' },
  sign_in_steps: { holds: 'ids', what: 'sign-ins under way', why: 'sign-in', until: 'minutes' },
  staff_identities: {
    holds: 'ids',
    what: 'issuer and subject of staff',
    why: 'sign-in',
    until: 'with the staff account',
  },
  totp_secrets: { holds: 'sealed', what: 'secret of one-time codes', why: 'sign-in', until: 'with the account' },
  webhook_attempts: { holds: 'ids', what: 'tries at a message', why: 'proof of delivery', until: 'ninety days' },
  webhook_messages: { holds: 'ids', what: 'what carriers’ systems were told', why: 'delivery', until: 'ninety days' },
  webhook_subscriptions: { holds: 'nobody', what: 'addresses of carriers’ systems', why: OPERATION, until: '—' },
};
