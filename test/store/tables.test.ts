import { beforeAll, expect, test } from 'vitest';
import { CARRIER, POLICY } from '../../seed/city.ts';
import { createAccessLog, listAccess } from '../../src/store/access-log.ts';
import { saveActor } from '../../src/store/actors.ts';
import { findCarrier, saveCarrier } from '../../src/store/carriers.ts';
import { findPerson, savePerson } from '../../src/store/people.ts';
import { findPolicyInForce, publishPolicy, saveDraft } from '../../src/store/policies.ts';
import { addToken, createTokenFinder, findActorByTokenHash, revokeToken } from '../../src/store/tokens.ts';
import {
  addMessages,
  findMessage,
  listAttempts,
  listMessages,
  recordAttempt,
  replayMessage,
} from '../../src/store/webhook-messages.ts';
import { addSubscription, findSubscribers, setSubscriptionActive } from '../../src/store/webhooks.ts';
import { useDatabase } from '../support/database.ts';
import { START } from '../support/world.ts';
import { sealer, someNumber } from './support.ts';

const database = useDatabase();
const LATER = '2026-03-03T02:00:00.000Z';
const { carrierId } = CARRIER;
const subscription = {
  subscriptionId: 'hook_1',
  carrierId,
  url: 'https://example.com/hook',
  kinds: ['flag.placed'],
  active: true,
  createdAt: START,
  createdBy: 'systems',
};

beforeAll(async () => {
  await saveCarrier(database.app, { ...CARRIER, connected: true });
  await addSubscription(database.app, sealer, subscription, 'whsec_secret');
});

function message(messageId: string) {
  return {
    messageId,
    subscriptionId: 'hook_1',
    numberId: null,
    event: 'flag.placed',
    body: { z: 1, a: '中' },
    createdAt: START,
  };
}

test('a subscriber hears what it asked for while it is active', async () => {
  const ids = async (kind: string) =>
    (await findSubscribers(database.app, carrierId, kind)).map((one) => one.subscriptionId);
  expect(await ids('flag.placed')).toEqual(['hook_1']);
  expect(await ids('case.closed')).toEqual([]);
  expect(
    await setSubscriptionActive(database.app, { subscriptionId: 'hook_1', carrierId: 'other', active: false }),
  ).toBe(false);
  expect(await setSubscriptionActive(database.app, { subscriptionId: 'hook_1', carrierId, active: false })).toBe(true);
  expect(await ids('flag.placed')).toEqual([]);
  await setSubscriptionActive(database.app, { subscriptionId: 'hook_1', carrierId, active: true });
});

test('the same news is kept once, and its text stays as it was signed', async () => {
  expect(await addMessages(database.app, [message('m1'), message('m2')])).toEqual(['m1', 'm2']);
  expect(await addMessages(database.app, [message('m2'), message('m3')])).toEqual(['m3']);
  expect(await findMessage(database.app, sealer, 'm1')).toMatchObject({
    text: '{"z":1,"a":"中"}',
    secret: 'whsec_secret',
    url: subscription.url,
    status: 'pending',
  });
});

test('tries are counted until a message is dead, and a replay counts on', async () => {
  await addMessages(database.app, [message('m9')]);
  const tried = { at: START, status: 503, error: null };
  await recordAttempt(database.app, 'm9', tried, { status: 'pending', nextAttemptAt: LATER });
  expect(await replayMessage(database.app, 'm9', LATER)).toBe(false);
  await recordAttempt(database.app, 'm9', { ...tried, status: null, error: 'timeout' }, { status: 'dead' });
  const dead = await listMessages(database.app, { carrierId, status: 'dead', limit: 10 });
  expect(dead.items).toMatchObject([{ messageId: 'm9', attempts: 2, lastStatus: null, lastError: 'timeout' }]);
  expect((await listMessages(database.app, { carrierId: 'other', limit: 10 })).items).toEqual([]);
  expect(await replayMessage(database.app, 'm9', LATER)).toBe(true);
  await recordAttempt(database.app, 'm9', { at: LATER, status: 204, error: null }, { status: 'delivered' });
  expect((await listAttempts(database.app, 'm9')).map(({ attempt, status }) => [attempt, status])).toEqual([
    [1, 503],
    [2, null],
    [3, 204],
  ]);
});

test('the newest published policy is in force; nobody publishes their own, and a published one never changes', async () => {
  const publish = (version: number, publishedBy: string) =>
    publishPolicy(database.app, { policyId: POLICY.policyId, version, publishedBy, at: START });
  expect(await saveDraft(database.app, POLICY, { draftedBy: 'one' })).toBe(true);
  expect(await findPolicyInForce(database.app, carrierId, START)).toBeNull();
  expect(await publish(1, 'one')).toBe(false);
  expect(await publish(1, 'two')).toBe(true);
  expect(await publish(1, 'three')).toBe(false);
  expect(await saveDraft(database.app, { ...POLICY, rules: [] }, { draftedBy: 'one' })).toBe(false);
  expect(await findPolicyInForce(database.app, carrierId, START)).toEqual(POLICY);
  await saveDraft(database.app, { ...POLICY, version: 2 }, { draftedBy: 'one' });
  expect((await findPolicyInForce(database.app, carrierId, START))?.version).toBe(1);
  await publish(2, 'two');
  expect((await findPolicyInForce(database.app, carrierId, START))?.version).toBe(2);
});

test('a carrier and a person come back as they were kept, the person sealed', async () => {
  expect(await findCarrier(database.app, carrierId)).toEqual({ ...CARRIER, connected: true });
  const person = { personId: 'lin', name: '林晓雨', email: 'lin@example.com', smsDigits: null };
  await savePerson(database.app, sealer, person, START);
  expect(await findPerson(database.app, sealer, 'lin')).toEqual(person);
  const { rows } = await database.owner.query('select people::text as row from people');
  expect(rows[0].row).not.toContain(Buffer.from('林晓雨').toString('hex'));
});

test('a token holds until it expires or is revoked, and only while its actor is active', async () => {
  const actor = {
    id: 'zhou',
    role: 'agent',
    carrierId,
    authorityId: null,
    personId: null,
    displayName: '周敏',
    locale: 'zh-CN',
    active: true,
  } as const;
  await saveActor(database.app, actor);
  const token = (fill: number, expiresAt: string | null) => {
    const tokenHash = new Uint8Array(32).fill(fill);
    return { tokenHash, actorId: 'zhou', kind: 'bearer', label: 'test', createdAt: START, expiresAt } as const;
  };
  const [lasting, brief] = [token(1, null), token(2, LATER)];
  await addToken(database.app, lasting);
  await addToken(database.app, brief);
  const find = createTokenFinder(database.app);
  const both = (now: string) => Promise.all([lasting, brief].map(({ tokenHash }) => find(tokenHash, now)));
  const holder = (sign: string) => {
    const unused = { scopes: null, lastUsedAt: null, provedAt: null, provedBy: null };
    return { actor, kind: 'bearer', tokenId: `tok_${sign.repeat(10)}`, ...unused };
  };
  expect(await both(START)).toEqual([holder('01'), holder('02')]);
  expect((await both(LATER)).map((holder) => holder?.actor.id)).toEqual(['zhou', undefined]);
  expect(await find(new Uint8Array(32).fill(3), START)).toBeNull();
  expect(await revokeToken(database.app, lasting.tokenHash, START)).toBe(true);
  expect(await revokeToken(database.app, lasting.tokenHash, START)).toBe(false);
  expect(await both(START)).toEqual([null, holder('02')]);
  await saveActor(database.app, { ...actor, active: false });
  expect(await findActorByTokenHash(database.app, brief.tokenHash, START)).toBeNull();
});

test('every reading is written down before it is answered; one bad record costs only its own caller', async () => {
  const log = createAccessLog(database.app);
  const numberId = someNumber();
  const records = Array.from({ length: 40 }, (_, index) => ({
    at: START,
    actorId: `actor-${index}`,
    purpose: 'standing',
    numberId: index === 5 ? 'no number' : numberId,
    what: 'standing',
  }));
  const outcomes = await Promise.allSettled(records.map(log));
  expect(outcomes.map(({ status }) => status)).toEqual(
    records.map((_, index) => (index === 5 ? 'rejected' : 'fulfilled')),
  );
  const first = await listAccess(database.app, numberId, { limit: 30 });
  const rest = await listAccess(database.app, numberId, { limit: 30, cursor: first.next });
  const actors = [...first.items, ...rest.items].map(({ actorId }) => actorId);
  expect(new Set(actors).size).toBe(39);
  expect(rest.next).toBeNull();
});
