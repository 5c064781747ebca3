import { POLICY_EXAMPLES, policyLaw } from '../../../knowledge/policies.ts';
import { mayDraft, objectToPolicyAct } from '../../access/policies.ts';
import { checkPolicy } from '../../domain/policies/check.ts';
import type { Policy } from '../../domain/policies/policy.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { isStorable } from '../../domain/storable-text.ts';
import type { Instant } from '../../domain/time.ts';
import { addMs } from '../../domain/time.ts';
import { findCarrier } from '../../store/carriers.ts';
import type { StoredPolicy } from '../../store/policies.ts';
import { findPolicy, findPolicyInForce, listPolicies, publishPolicy, saveDraft } from '../../store/policies.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { notFound } from '../on-number.ts';
import { demandProof } from '../sign-in/step-up.ts';

export type PolicyName = { readonly policyId: string; readonly version: number };
/** What an owner writes; whose it is and which version follow from who writes. */
export type PolicyText = Pick<Policy, 'responsibleBody' | 'complainTo' | 'rules'> & { readonly note: string };

const YEAR_MS = 366 * 86_400_000;
const MOST_ROWS = 100;
const MOST_BYTES = 200_000;

/** Begins the next version: from the table in force, or from ready-made rows where there is none. A draft that waits is taken up. */
export async function beginDraft(ctx: AppContext, asker: Asker): Promise<PolicyName> {
  const carrierId = requireOwner(asker);
  const all = await listPolicies(ctx.pool, carrierId);
  const waiting = all.find(({ status }) => status === 'draft');
  if (waiting) return nameOf(waiting.policy);
  const now = ctx.clock.now();
  const inForce = await findPolicyInForce(ctx.pool, carrierId, now);
  const base: Policy = inForce ?? {
    policyId: `${carrierId}-service`,
    carrierId,
    version: 0,
    responsibleBody: (await findCarrier(ctx.pool, carrierId))?.nameZh ?? carrierId,
    complainTo: ['carrier', 'authority_12300'],
    rules: POLICY_EXAMPLES,
  };
  const newest = Math.max(0, ...all.filter(({ policy }) => policy.policyId === base.policyId).map(versionOf));
  const policy = { ...base, version: newest + 1 };
  await saveDraft(ctx.pool, policy, { draftedBy: asker.actor.id, at: now });
  return nameOf(policy);
}

/** Keeps a draft as it is typed: a table that may not be published yet may still be kept. */
export async function writeDraft(ctx: AppContext, asker: Asker, name: PolicyName, text: PolicyText): Promise<void> {
  const { policy } = await requireAct(ctx, asker, name, 'draft');
  const { note, responsibleBody, complainTo, rules } = text;
  if (rules.length > MOST_ROWS) throw new RefusalError(refusal('policy.too_long', { most: MOST_ROWS }, '/rules'));
  const written = { ...policy, responsibleBody, complainTo, rules };
  const bytes = JSON.stringify(written);
  if (bytes.length > MOST_BYTES) throw new RefusalError(refusal('policy.too_long', { most: MOST_ROWS }, '/rules'));
  if (!isStorable(bytes) || !isStorable(note)) throw new RefusalError(refusal('request.bad_text', {}, '/rules'));
  const at = ctx.clock.now();
  if (!(await saveDraft(ctx.pool, written, { draftedBy: asker.actor.id, at, note })))
    throw new RefusalError(refusal('policy.published_already'));
}

export type Publishing = {
  /** From when facts are judged by it; null: at once. */
  readonly effectiveFrom: Instant | null;
  /** The draft as it was looked at: what was written on meanwhile is looked at again first. */
  readonly seen: Policy;
};

/** Puts a draft of somebody else into force, once nothing stands against it. */
export async function publish(ctx: AppContext, asker: Asker, name: PolicyName, given: Publishing): Promise<void> {
  const { policy } = await requireAct(ctx, asker, name, 'publish');
  demandProof(ctx, asker, 'publish_policy');
  const at = ctx.clock.now();
  const { effectiveFrom, seen } = given;
  if (effectiveFrom !== null && (effectiveFrom < at || effectiveFrom > addMs(at, YEAR_MS)))
    throw new RefusalError(refusal('policy.bad_start', {}, '/effective_from'));
  const findings = checkPolicy(policy, policyLaw);
  const [first] = findings;
  if (first) throw new RefusalError(refusal(first.code, { ...first.data, findings: findings.length }, first.pointer));
  const publication = { ...name, publishedBy: asker.actor.id, at, effectiveFrom: effectiveFrom ?? at, seen };
  if (!(await publishPolicy(ctx.pool, publication))) throw new RefusalError(refusal('policy.changed_meanwhile'));
}

function requireOwner({ actor }: Asker): string {
  if (!mayDraft(actor) || actor.carrierId === null) throw new RefusalError(refusal('access.denied'));
  return actor.carrierId;
}

async function requireAct(
  ctx: AppContext,
  asker: Asker,
  { policyId, version }: PolicyName,
  act: 'draft' | 'publish',
): Promise<StoredPolicy> {
  const carrierId = requireOwner(asker);
  const found = await findPolicy(ctx.pool, policyId, version);
  if (found?.policy.carrierId !== carrierId) throw notFound();
  const refused = objectToPolicyAct(asker.actor, { ...found, carrierId }, act);
  if (refused) throw new RefusalError(refused);
  return found;
}

function nameOf({ policyId, version }: Policy): PolicyName {
  return { policyId, version };
}

function versionOf({ policy }: StoredPolicy): number {
  return policy.version;
}
