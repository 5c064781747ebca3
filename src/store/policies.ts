import type { Policy } from '../domain/policies/policy.ts';
import { checkPolicy } from '../domain/policies/policy.ts';
import { RefusalError } from '../domain/refusal.ts';
import type { Instant } from '../domain/time.ts';
import type { Queryable } from '../platform/pool.ts';
import { statement } from '../platform/statement.ts';

export type StoredPolicy = {
  readonly policy: Policy;
  readonly status: 'draft' | 'published';
  readonly draftedBy: string;
  readonly publishedAt: Instant | null;
  readonly publishedBy: string | null;
};

const COLUMNS = `body as policy, status, drafted_by as "draftedBy", published_at as "publishedAt", published_by as "publishedBy"`;

const IN_FORCE = statement(
  'policies_in_force',
  `select body from policies where carrier_id = $1 and status = 'published'
  order by published_at desc, version desc limit 1`,
);

/** The rule table that a carrier published last. */
export async function findPolicyInForce(db: Queryable, carrierId: string): Promise<Policy | null> {
  return (await db.query<{ body: Policy }>(IN_FORCE(carrierId))).rows[0]?.body ?? null;
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

/** Keeps a draft. False when this version is published already: a published version never changes. */
export async function saveDraft(db: Queryable, policy: Policy, draftedBy: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into policies as p (policy_id, version, carrier_id, status, body, drafted_by)
    values ($1, $2, $3, 'draft', $4, $5)
    on conflict (policy_id, version) do update set body = excluded.body, drafted_by = excluded.drafted_by
      where p.status = 'draft' and p.carrier_id = excluded.carrier_id`,
    [policy.policyId, policy.version, policy.carrierId, JSON.stringify(policy), draftedBy],
  );
  return rowCount === 1;
}

/** Puts a draft into force. False unless it is a draft that somebody else wrote. Throws the refusal of a table that may not be published. */
export async function publishPolicy(
  db: Queryable,
  publication: {
    readonly policyId: string;
    readonly version: number;
    readonly publishedBy: string;
    readonly at: Instant;
  },
): Promise<boolean> {
  const { policyId, version, publishedBy, at } = publication;
  const draft = await findPolicy(db, policyId, version);
  const objection = draft && checkPolicy(draft.policy);
  if (objection) throw new RefusalError(objection);
  const { rowCount } = await db.query(
    `update policies set status = 'published', published_at = $3, published_by = $4
    where policy_id = $1 and version = $2 and status = 'draft' and drafted_by <> $4`,
    [policyId, version, at, publishedBy],
  );
  return rowCount === 1;
}
