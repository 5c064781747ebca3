import type { MandateTerms } from '../domain/mandates/mandate.ts';
import type { Instant } from '../domain/time.ts';
import type { Queryable } from '../platform/pool.ts';

export type MandateItem = { readonly numberId: string; readonly mandateId: string };

const ITEM = `number_id as "numberId", mandate_id as "mandateId"`;

/** Live mandates of a representative, newest first. */
export async function listMandatesFor(db: Queryable, representativeId: string): Promise<MandateItem[]> {
  const { rows } = await db.query<MandateItem>(
    `select ${ITEM} from mandates where representative_id = $1 and status = 'live' order by granted_at desc, mandate_id`,
    [representativeId],
  );
  return rows;
}

/** Every mandate that a person gave, newest first. */
export async function listMandatesBy(db: Queryable, principalId: string): Promise<MandateItem[]> {
  const { rows } = await db.query<MandateItem>(
    `select ${ITEM} from mandates where principal_id = $1 order by granted_at desc, mandate_id limit 200`,
    [principalId],
  );
  return rows;
}

/** For how many people somebody acts now. */
export async function countPrincipals(db: Queryable, representativeId: string): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `select count(distinct principal_id)::integer as count from mandates where representative_id = $1 and status = 'live'`,
    [representativeId],
  );
  return rows[0]?.count ?? 0;
}

export type Offer = {
  readonly numberId: string;
  readonly principalId: string;
  readonly terms: MandateTerms;
};

export async function addOffer(
  db: Queryable,
  offer: Offer & { readonly offerHash: Uint8Array; readonly createdAt: Instant; readonly expiresAt: Instant },
): Promise<void> {
  const { offerHash, numberId, principalId, terms, createdAt, expiresAt } = offer;
  await db.query(
    `insert into mandate_offers (offer_hash, number_id, principal_id, terms, created_at, expires_at)
    values ($1, $2, $3, $4, $5, $6)`,
    [offerHash, numberId, principalId, JSON.stringify(terms), createdAt, expiresAt],
  );
}

/** Takes an offer, once; null when there is none, it was taken, or its time is over. */
export async function takeOffer(
  db: Queryable,
  take: { readonly offerHash: Uint8Array; readonly by: string; readonly now: Instant },
): Promise<Offer | null> {
  const { rows } = await db.query<Offer>(
    `update mandate_offers set accepted_at = $3, accepted_by = $2
    where offer_hash = $1 and accepted_at is null and expires_at > $3
    returning number_id as "numberId", principal_id as "principalId", terms`,
    [take.offerHash, take.by, take.now],
  );
  return rows[0] ?? null;
}

/** Gives an offer back that could not be used after all. */
export async function returnOffer(db: Queryable, offerHash: Uint8Array): Promise<void> {
  await db.query('update mandate_offers set accepted_at = null, accepted_by = null where offer_hash = $1', [offerHash]);
}

export type PaperStatus = 'waiting' | 'granted' | 'refused';
export type Paper = {
  readonly paperId: string;
  readonly carrierId: string;
  readonly representativeId: string;
  readonly digitsSealed: Uint8Array;
  readonly namesSealed: Uint8Array;
  readonly terms: MandateTerms;
  readonly sha256: string;
  readonly mediaType: string;
  readonly status: PaperStatus;
  readonly createdAt: Instant;
  readonly ground: string | null;
};

const PAPER = `paper_id as "paperId", carrier_id as "carrierId", representative_id as "representativeId",
  digits_sealed as "digitsSealed", names_sealed as "namesSealed", terms, sha256, media_type as "mediaType", status,
  created_at as "createdAt", ground`;

export async function addPaper(db: Queryable, paper: Omit<Paper, 'status' | 'ground'>): Promise<void> {
  const { paperId, carrierId, representativeId, digitsSealed, namesSealed, terms, sha256, mediaType, createdAt } =
    paper;
  await db.query(
    `insert into mandate_papers (paper_id, carrier_id, representative_id, digits_sealed, names_sealed, terms, sha256,
      media_type, status, created_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', $9)`,
    [
      paperId,
      carrierId,
      representativeId,
      digitsSealed,
      namesSealed,
      JSON.stringify(terms),
      sha256,
      mediaType,
      createdAt,
    ],
  );
}

/** A desk's papers: those that wait, oldest first. */
export async function listPapers(db: Queryable, carrierId: string): Promise<Paper[]> {
  const { rows } = await db.query<Paper>(
    `select ${PAPER} from mandate_papers where carrier_id = $1 and status = 'waiting' order by created_at, paper_id limit 200`,
    [carrierId],
  );
  return rows;
}

export async function listPapersOf(db: Queryable, representativeId: string): Promise<Paper[]> {
  const { rows } = await db.query<Paper>(
    `select ${PAPER} from mandate_papers where representative_id = $1 order by created_at desc, paper_id limit 50`,
    [representativeId],
  );
  return rows;
}

export async function findPaper(db: Queryable, paperId: string): Promise<Paper | null> {
  return (await db.query<Paper>(`select ${PAPER} from mandate_papers where paper_id = $1`, [paperId])).rows[0] ?? null;
}

/** Settles a paper that waits; false when somebody else did. */
export async function decidePaper(
  db: Queryable,
  decision: {
    readonly paperId: string;
    readonly status: 'granted' | 'refused';
    readonly ground: string | null;
    readonly by: string;
    readonly at: Instant;
  },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update mandate_papers set status = $2, ground = $3, decided_by = $4, decided_at = $5
    where paper_id = $1 and status = 'waiting'`,
    [decision.paperId, decision.status, decision.ground, decision.by, decision.at],
  );
  return rowCount === 1;
}
