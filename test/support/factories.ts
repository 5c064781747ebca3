import { createHash } from 'node:crypto';
import {
  CARRIER,
  CONSUMER_BODY,
  numberOfPerson,
  OFFICERS,
  PEOPLE,
  POLICY,
  REGULATOR,
  RIVAL,
  STAFF,
  SYSTEM,
} from '../../seed/city.ts';
import { forgetTokens } from '../../src/app/actors/find-actor.ts';
import type { AppContext } from '../../src/app/context.ts';
import type { Role } from '../../src/domain/journal/actor.ts';
import { saveActor } from '../../src/store/actors.ts';
import { saveAuthority } from '../../src/store/authorities.ts';
import { saveCarrier } from '../../src/store/carriers.ts';
import { savePerson } from '../../src/store/people.ts';
import { publishPolicy, saveDraft } from '../../src/store/policies.ts';
import { addToken } from '../../src/store/tokens.ts';

type Somebody = {
  readonly id: string;
  readonly role: Role;
  readonly carrierId: string | null;
  readonly authorityId?: string;
};

/** Everybody of the demo city, and a few whom only tests need. */
const OTHERS: readonly Somebody[] = [
  { id: 'next-holder', role: 'subscriber', carrierId: null },
  { id: 'lanqiao-agent', role: 'agent', carrierId: RIVAL.carrierId },
  { id: 'lanqiao-systems', role: 'system', carrierId: RIVAL.carrierId },
  { id: 'qinghe-policy', role: 'policy_owner', carrierId: CARRIER.carrierId },
  { id: 'qinghe-policy-2', role: 'policy_owner', carrierId: CARRIER.carrierId },
  { id: 'qinghe-admin', role: 'admin', carrierId: CARRIER.carrierId },
  { id: 'somebodys-officer', role: 'officer', carrierId: null },
  { id: 'chongqing-officer', role: 'officer', carrierId: null, authorityId: 'consumers-cq' },
];

/** A body in the one province where it may be asked before the carrier. */
const CHONGQING_BODY = {
  ...CONSUMER_BODY,
  authorityId: 'consumers-cq',
  province: 'CN-CQ',
  nameZh: '重庆消费者组织（测试）',
  nameEn: 'Chongqing consumer association (test)',
};

const RIVAL_POLICY = { ...POLICY, policyId: 'lanqiao-service', carrierId: RIVAL.carrierId };

const EVERYBODY: readonly Somebody[] = [
  ...[...PEOPLE, ...STAFF, ...OFFICERS, SYSTEM].map(({ actorId, ...rest }) => ({ id: actorId, ...rest })),
  ...OTHERS,
];

/** The bearer token of somebody in the tests' city. */
export function tokenOf(actorId: string): string {
  return `test-token-of-${actorId}`;
}

/** Carriers, the published rule table, and everybody with a token. */
export async function makeCity(ctx: AppContext): Promise<void> {
  const now = ctx.clock.now();
  for (const carrier of [CARRIER, RIVAL]) await saveCarrier(ctx.pool, { ...carrier, connected: true });
  for (const body of [REGULATOR, CONSUMER_BODY, CHONGQING_BODY]) await saveAuthority(ctx.pool, body);
  for (const policy of [POLICY, RIVAL_POLICY]) {
    const { policyId, version } = policy;
    await saveDraft(ctx.pool, policy, { draftedBy: 'drafter' });
    await publishPolicy(ctx.pool, { policyId, version, publishedBy: 'publisher', at: now });
  }
  for (const { id, role, carrierId, authorityId = null } of EVERYBODY) {
    const personId = role === 'subscriber' ? id : null;
    const smsDigits = numberOfPerson(100);
    if (personId)
      await savePerson(
        ctx.pool,
        ctx.sealer,
        { personId, name: `名 ${id}`, email: `${id}@example.com`, smsDigits },
        now,
      );
    await saveActor(ctx.pool, {
      id,
      role,
      carrierId,
      authorityId,
      personId,
      displayName: id,
      locale: 'zh-CN',
      active: true,
    });
    const tokenHash = createHash('sha256').update(tokenOf(id)).digest();
    await addToken(ctx.pool, {
      tokenHash,
      actorId: id,
      kind: 'bearer',
      label: 'test',
      createdAt: now,
      expiresAt: null,
    });
  }
}

/** Gives everybody their token again, after one was rotated or ended. */
export async function renewTokens(ctx: AppContext): Promise<void> {
  await ctx.pool.query(`update access_tokens set revoked_at = null, expires_at = null where label = 'test'`);
  forgetTokens(ctx);
}

/** Numbers that belong to nobody: each call gives another. */
export function createNumberMaker(): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `+861540${String(1_000_000 + last).slice(-7)}`;
  };
}
