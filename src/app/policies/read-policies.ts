import { policyLaw } from '../../../knowledge/policies.ts';
import type { PolicyAct } from '../../access/policies.ts';
import { actsOnPolicy } from '../../access/policies.ts';
import type { PolicyFinding } from '../../domain/policies/check.ts';
import { checkPolicy } from '../../domain/policies/check.ts';
import type { RowChange } from '../../domain/policies/diff.ts';
import { diffPolicies } from '../../domain/policies/diff.ts';
import type { Policy } from '../../domain/policies/policy.ts';
import type { Instant } from '../../domain/time.ts';
import type { StoredPolicy } from '../../store/policies.ts';
import { findPolicy, findPolicyInForce, listPolicies as listPoliciesOf } from '../../store/policies.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { notFound } from '../on-number.ts';
import { requireDesk } from '../pages.ts';

export type PolicyStanding = 'draft' | 'to_come' | 'in_force' | 'past';
export type PolicyItem = StoredPolicy & { readonly standing: PolicyStanding };
export type PolicyView = PolicyItem & {
  readonly acts: readonly PolicyAct[];
  /** What stands against publishing; empty for what is published. */
  readonly findings: readonly PolicyFinding[];
  /** What changes against the table in force; null where none is, or where this is it. */
  readonly changes: readonly RowChange[] | null;
  readonly inForce: Policy | null;
};

/** The rule tables of the asker's carrier, every version, newest first. */
export async function listPolicies(ctx: AppContext, asker: Asker): Promise<PolicyItem[]> {
  const carrierId = requireDesk(asker.actor);
  return withStandings(await listPoliciesOf(ctx.pool, carrierId), ctx.clock.now());
}

/** One version, with what stands against it and what it would change. */
export async function getPolicy(ctx: AppContext, asker: Asker, policyId: string, version: number): Promise<PolicyView> {
  const { actor } = asker;
  const item = (await listPolicies(ctx, asker)).find(
    ({ policy }) => policy.policyId === policyId && policy.version === version,
  );
  if (!item) throw notFound();
  const inForce = await findPolicyInForce(ctx.pool, item.policy.carrierId, ctx.clock.now());
  const isIt = inForce?.policyId === policyId && inForce.version === version;
  const { carrierId } = item.policy;
  return {
    ...item,
    acts: actsOnPolicy(actor, { carrierId, status: item.status, draftedBy: item.draftedBy }),
    findings: item.status === 'draft' ? checkPolicy(item.policy, policyLaw) : [],
    changes: inForce && !isIt ? diffPolicies(inForce, item.policy) : null,
    inForce,
  };
}

/** A published version, which anybody may read; drafts are nobody's but the carrier's. */
export async function getPublishedPolicy(ctx: AppContext, policyId: string, version: number): Promise<PolicyItem> {
  const found = await findPolicy(ctx.pool, policyId, version);
  if (found?.status !== 'published') throw notFound();
  const all = withStandings(await listPoliciesOf(ctx.pool, found.policy.carrierId), ctx.clock.now());
  const item = all.find(({ policy }) => policy.policyId === policyId && policy.version === version);
  if (!item) throw notFound();
  return item;
}

function withStandings(stored: readonly StoredPolicy[], now: Instant): PolicyItem[] {
  const begun = stored.filter(({ effectiveFrom }) => effectiveFrom !== null && effectiveFrom <= now);
  const newest = begun.toSorted((a, b) => orderOf(b).localeCompare(orderOf(a)))[0];
  return stored.map((one) => ({ ...one, standing: standingOf(one, one === newest, now) }));
}

/** As the database orders what is in force. */
function orderOf({ effectiveFrom, publishedAt, policy }: StoredPolicy): string {
  return `${effectiveFrom} ${publishedAt} ${String(policy.version).padStart(9, '0')}`;
}

function standingOf({ status, effectiveFrom }: StoredPolicy, newest: boolean, now: Instant): PolicyStanding {
  if (status === 'draft') return 'draft';
  if (newest) return 'in_force';
  return effectiveFrom !== null && effectiveFrom > now ? 'to_come' : 'past';
}
