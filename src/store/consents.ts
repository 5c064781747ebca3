import type { ConsentKind } from '../domain/consents/consent.ts';
import type { Instant } from '../domain/time.ts';
import type { Queryable } from '../platform/pool.ts';

/** One time that somebody agreed, in the words that they read. */
export type Consent = {
  readonly consentId: string;
  readonly personId: string;
  readonly kind: ConsentKind;
  readonly version: number;
  readonly locale: 'zh-CN' | 'en';
  readonly words: string;
  readonly givenAt: Instant;
  readonly givenBy: string;
  readonly withdrawnAt: Instant | null;
  readonly withdrawnBy: string | null;
};

const COLUMNS = `consent_id as "consentId", person_id as "personId", kind, version, locale, words, given_at as "givenAt",
  given_by as "givenBy", withdrawn_at as "withdrawnAt", withdrawn_by as "withdrawnBy"`;

/** Keeps a consent; answers the one that stands, which is an earlier one where it was given already. */
export async function addConsent(
  db: Queryable,
  consent: Omit<Consent, 'withdrawnAt' | 'withdrawnBy'>,
): Promise<Consent | null> {
  const { consentId, personId, kind, version, locale, words, givenAt, givenBy } = consent;
  await db.query(
    `insert into consents (consent_id, person_id, kind, version, locale, words, given_at, given_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    [consentId, personId, kind, version, locale, words, givenAt, givenBy],
  );
  return findConsent(db, { personId, kind, version });
}

/** The consent that stands; null when it was never given to this text, or was withdrawn. */
export async function findConsent(
  db: Queryable,
  asked: { readonly personId: string; readonly kind: ConsentKind; readonly version: number },
): Promise<Consent | null> {
  const { rows } = await db.query<Consent>(
    `select ${COLUMNS} from consents where person_id = $1 and kind = $2 and version = $3 and withdrawn_at is null`,
    [asked.personId, asked.kind, asked.version],
  );
  return rows[0] ?? null;
}

/** All that somebody ever agreed to, newest first. */
export async function listConsents(db: Queryable, personId: string): Promise<Consent[]> {
  const { rows } = await db.query<Consent>(
    `select ${COLUMNS} from consents where person_id = $1 order by given_at desc, consent_id limit 500`,
    [personId],
  );
  return rows;
}

/** Takes back every standing consent of a kind, whatever its version; answers those that were taken back. */
export async function withdrawConsents(
  db: Queryable,
  taken: { readonly personId: string; readonly kind: ConsentKind; readonly at: Instant; readonly by: string },
): Promise<Consent[]> {
  const { rows } = await db.query<Consent>(
    `update consents set withdrawn_at = $3, withdrawn_by = $4 where person_id = $1 and kind = $2 and withdrawn_at is null
    returning ${COLUMNS}`,
    [taken.personId, taken.kind, taken.at, taken.by],
  );
  return rows;
}

/** Which of these consents were taken back. */
export async function listWithdrawn(db: Queryable, consentIds: readonly string[]): Promise<string[]> {
  const { rows } = await db.query<{ readonly id: string }>(
    'select consent_id as id from consents where consent_id = any($1) and withdrawn_at is not null',
    [consentIds],
  );
  return rows.map(({ id }) => id);
}
