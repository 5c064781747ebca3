import type { Policy } from '../domain/policies/policy.ts';
import type { Instant } from '../domain/time.ts';
import type { Queryable } from '../platform/pool.ts';
import { statement } from '../platform/statement.ts';

export type StoredPolicy = {
  readonly policy: Policy;
  readonly status: 'draft' | 'published';
  readonly draftedBy: string;
  readonly draftedAt: Instant | null;
  readonly publishedAt: Instant | null;
  readonly publishedBy: string | null;
  readonly effectiveFrom: Instant | null;
  readonly note: string;
};

const COLUMNS = `body as policy, status, drafted_by as "draftedBy", drafted_at as "draftedAt", published_at as "publishedAt",
  published_by as "publishedBy", effective_from as "effectiveFrom", note`;

const IN_FORCE = statement(
  'policies_in_force',
  `select body from policies where carrier_id = $1 and status = 'published' and effective_from <= $2
  order by effective_from desc, published_at desc, version desc limit 1`,
);

/** The rule table that a carrier's facts are judged by at a moment. */
export async function findPolicyInForce(db: Queryable, carrierId: string, at: Instant): Promise<Policy | null> {
  return (await db.query<{ body: Policy }>(IN_FORCE(carrierId, at))).rows[0]?.body ?? null;
}

export async function findPolicy(db: Queryable, policyId: string, version: number): Promise<StoredPolicy | null> {
  const { rows } = await db.query<StoredPolicy>(
    `select ${COLUMNS} from policies where policy_id = $1 and version = $2`,
    [policyId, version],
  );
  return rows[0] ?? null;
}

/** All versions of a carrier's rule tables, newest first. */
export async function listPolicies(db: Queryable, carrierId: string): Promise<StoredPolicy[]> {
  const { rows } = await db.query<StoredPolicy>(
    `select ${COLUMNS} from policies where carrier_id = $1 order by policy_id, version desc`,
    [carrierId],
  );
  return rows;
}

type Drafting = { readonly draftedBy: string; readonly at?: Instant; readonly note?: string };

/** Keeps a draft. False when this version is published already: a published version never changes. */
export async function saveDraft(
  db: Queryable,
  policy: Policy,
  { draftedBy, at, note = '' }: Drafting,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into policies as p (policy_id, version, carrier_id, status, body, drafted_by, drafted_at, note)
    values ($1, $2, $3, 'draft', $4, $5, $6, $7)
    on conflict (policy_id, version) do update
      set body = excluded.body, drafted_by = excluded.drafted_by, drafted_at = excluded.drafted_at, note = excluded.note
      where p.status = 'draft' and p.carrier_id = excluded.carrier_id`,
    [policy.policyId, policy.version, policy.carrierId, JSON.stringify(policy), draftedBy, at ?? null, note],
  );
  return rowCount === 1;
}

export type Publication = {
  readonly policyId: string;
  readonly version: number;
  readonly publishedBy: string;
  readonly at: Instant;
  /** Absent: at once. */
  readonly effectiveFrom?: Instant;
  /** What was looked at: a draft that somebody wrote on meanwhile is not published. Absent: whatever it says. */
  readonly seen?: Policy;
};

/** Puts a draft into force. False unless it is a draft that somebody else wrote, just as it was looked at. */
export async function publishPolicy(db: Queryable, publication: Publication): Promise<boolean> {
  const { policyId, version, publishedBy, at, effectiveFrom, seen } = publication;
  const { rowCount } = await db.query(
    `update policies set status = 'published', published_at = $3, published_by = $4, effective_from = $5
    where policy_id = $1 and version = $2 and status = 'draft' and drafted_by <> $4 and ($6::jsonb is null or body = $6)`,
    [policyId, version, at, publishedBy, effectiveFrom ?? at, seen === undefined ? null : JSON.stringify(seen)],
  );
  return rowCount === 1;
}
