import type { AppContext } from '../src/app/context.ts';
import { saveActor } from '../src/store/actors.ts';
import { saveAuthority } from '../src/store/authorities.ts';
import { saveCarrier } from '../src/store/carriers.ts';
import { savePerson } from '../src/store/people.ts';
import { publishPolicy, saveDraft } from '../src/store/policies.ts';
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
} from './city.ts';

/** Carriers, the published rule table, and everybody who can act. Safe to run twice. */
export async function seedBasics(ctx: Pick<AppContext, 'pool' | 'sealer' | 'clock'>): Promise<void> {
  const { pool, sealer, clock } = ctx;
  const now = clock.now();
  for (const carrier of [CARRIER, RIVAL]) await saveCarrier(pool, { ...carrier, connected: true });
  for (const [index, one] of PEOPLE.entries()) {
    // Text messages go to a second phone: the flagged one may not receive them.
    const smsDigits = numberOfPerson(index + 100);
    await savePerson(pool, sealer, { personId: one.actorId, name: one.nameZh, email: one.email, smsDigits }, now);
  }
  for (const body of [REGULATOR, CONSUMER_BODY]) await saveAuthority(pool, body);
  for (const one of [...PEOPLE, ...STAFF, ...OFFICERS, SYSTEM]) {
    await saveActor(pool, {
      id: one.actorId,
      role: one.role,
      carrierId: one.carrierId,
      authorityId: one.authorityId ?? null,
      personId: one.role === 'subscriber' ? one.actorId : null,
      displayName: one.nameZh,
      locale: 'zh-CN',
      active: true,
    });
  }
  await saveDraft(pool, POLICY, { draftedBy: 'sun-li', at: now });
  await publishPolicy(pool, { policyId: POLICY.policyId, version: POLICY.version, publishedBy: 'he-ping', at: now });
}
