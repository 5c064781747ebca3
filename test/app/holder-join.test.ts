import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { HolderCheckProvider } from '../../simulator/holder-check.ts';
import { createHolderCheckProvider } from '../../simulator/holder-check.ts';
import { createHttpHolderCheck } from '../../src/adapters/holder-check-http.ts';
import { withdrawConsent } from '../../src/app/consents/withdraw-consent.ts';
import type { AppContext } from '../../src/app/context.ts';
import { askHolderCheck } from '../../src/app/holder/ask-after.ts';
import { beginHolderCheck } from '../../src/app/holder/holder-check.ts';
import { joinReported } from '../../src/app/holder/join-reported.ts';
import { showMyNumbers } from '../../src/app/mine/my-numbers.ts';
import { createRunner } from '../../src/jobs/runner.ts';
import { findActor } from '../../src/store/actors.ts';
import { useApp } from '../support/app.ts';
import { done, Lives } from '../support/lives.ts';

const app = useApp();
const lives = new Lives(app);
const MINUTE_MS = 60_000;
let provider: HolderCheckProvider;
let ctx: AppContext;
beforeAll(async () => {
  provider = createHolderCheckProvider({ port: 0, token: 'check-token' });
  await provider.start();
  const holderCheck = createHttpHolderCheck({ url: provider.url, token: 'check-token', name: '模拟核验' });
  ctx = { ...app.ctx, holderCheck };
});
afterAll(() => provider.stop());
beforeEach(() => {
  app.clock.advance(25 * 60 * MINUTE_MS);
  provider.setMode('normal');
});

async function askerOf(actorId: string) {
  const actor = await findActor(app.ctx.pool, actorId);
  if (!actor) throw new Error(actorId);
  return { actor, source: 'test', sourceId: 'test' };
}

/** A number as its person tells of it. */
async function told(personId: string, mobile: string) {
  const report = {
    mobile_number: mobile,
    carrier_id: 'qinghe',
    province: 'CN-ZJ',
    holder: true,
    opened_at: '2025-06-01T09:00:00+08:00',
    flags: [{ code: 'D1', functions: ['voice_out'], since: '2026-02-27T09:00:00+08:00', body: '' }],
    statement: '只有我知道的话',
  };
  return done(await app.as(personId).post('/reports', report), 201).number_id as string;
}

async function placed(mobile: string, holderId: string | null, userId: string | null = holderId) {
  const line = { mobile_number: mobile, kind: 'personal', province: 'CN-ZJ', opened_at: '2025-06-01T09:00:00+08:00' };
  const people = { holder_id: holderId, user_id: userId };
  return done(await app.as('qinghe-systems').post('/lines', { ...line, ...people }), 201).number_id as string;
}

/** Begins a check, presses the provider's one button, and answers what the job asks with. */
async function check(personId: string, numberId: string, press = true) {
  const how = { returnUrl: 'http://127.0.0.1/', locale: 'zh-CN', agrees: true } as const;
  const url = await beginHolderCheck(ctx, await askerOf(personId), numberId, how);
  if (press) await fetch(url, { method: 'POST', redirect: 'manual' });
  const { rows } = await ctx.pool.query(
    'select proof_id from line_proofs where number_id = $1 order by asked_at desc limit 1',
    [numberId],
  );
  return { numberId, proofId: rows[0].proof_id as string, attempt: 0 };
}

const lineOf = async (numberId: string) => (await ctx.journal.load(numberId)).state.lines.at(-1);
const statusOf = async (proofId: string) =>
  (await ctx.pool.query('select status from line_proofs where proof_id = $1', [proofId])).rows[0].status;
const openAttention = async (numberId: string) =>
  Object.values((await ctx.journal.load(numberId)).state.attention)
    .filter((one) => one.handledAt === null)
    .map((one) => one.kind);

it('the job asks after a check without anybody looking, and its person is told', async () => {
  const numberId = await placed(lives.next(), 'he-jing');
  const job = await check('he-jing', numberId);
  await askHolderCheck(ctx, job);
  await askHolderCheck(ctx, job);
  expect(await statusOf(job.proofId)).toBe('passed');
  const { items } = done(await app.as('he-jing').get('/me/inbox'), 200);
  expect(items[0]).toMatchObject({ kind: 'holder_checked', values: { result: 'passed' } });
  const entries = done(await app.as('zheng-jie').get(`/numbers/${numberId}/timeline`), 200).items;
  expect(entries.filter((one: { kind: string }) => one.kind === 'holder.checked')).toHaveLength(1);
});

it('a silent provider is asked again and again, and after half an hour both person and desk are told, once', async () => {
  const numberId = await placed(lives.next(), 'xu-lan');
  provider.setMode('silent');
  const job = await check('xu-lan', numberId);
  const waiting = async () =>
    (
      await ctx.pool.query(
        `select extract(epoch from run_at - now())::float as s from graphile_worker.jobs where key = $1`,
        [`holder:${job.proofId}`],
      )
    ).rows.map(({ s }) => Math.round(s));
  expect(await waiting()).toEqual([20]);
  await askHolderCheck(ctx, job);
  expect([await statusOf(job.proofId), await waiting()]).toEqual(['waiting', [40]]);
  provider.setMode('down');
  app.clock.advance(29 * MINUTE_MS);
  await askHolderCheck(ctx, { ...job, attempt: 6 });
  expect([await statusOf(job.proofId), await waiting()]).toEqual(['waiting', [60]]);
  app.clock.advance(MINUTE_MS);
  await askHolderCheck(ctx, { ...job, attempt: 7 });
  await askHolderCheck(ctx, { ...job, attempt: 7 });
  expect(await statusOf(job.proofId)).toBe('silent');
  expect(await openAttention(numberId)).toEqual(['holder_check_silent']);
  const { items } = done(await app.as('xu-lan').get('/me/inbox'), 200);
  expect(items[0]).toMatchObject({ kind: 'holder_checked', values: { result: 'silent' } });
  expect(items[1]?.kind).not.toBe('holder_checked');
});

it('the queue itself runs what the beginning of a check put there', async () => {
  const numberId = await placed(lives.next(), 'liang-qin');
  const job = await check('liang-qin', numberId);
  await ctx.pool.query(`update graphile_worker._private_jobs set run_at = now() where key = $1`, [
    `holder:${job.proofId}`,
  ]);
  await createRunner(ctx).runDue();
  expect(await statusOf(job.proofId)).toBe('passed');
});

it('a consent taken back ends the asking', async () => {
  const numberId = await placed(lives.next(), 'liang-qin');
  const job = await check('liang-qin', numberId);
  await withdrawConsent(ctx, await askerOf('liang-qin'), 'real_person_check');
  await askHolderCheck(ctx, job);
  expect(await statusOf(job.proofId)).toBe('withdrawn');
});

it('holder proof joins what somebody told to the carrier’s line; nobody else sees what was told', async () => {
  const mobile = lives.next();
  const report = await told('ma-chao', mobile);
  const number = await placed(mobile, null, 'sun-hao');
  expect((await app.as('ma-chao').get(`/numbers/${number}/standing`)).status).toBe(404);

  await askHolderCheck(ctx, await check('ma-chao', report));
  await joinReported(ctx, { numberId: report, personId: 'ma-chao' });
  await joinReported(ctx, { numberId: report, personId: 'ma-chao' });
  expect(await lineOf(number)).toMatchObject({ holderId: 'ma-chao', userId: 'sun-hao' });
  expect(await lineOf(report)).toMatchObject({ joinedTo: { numberId: number, line: 1 } });
  const kinds = async (numberId: string) =>
    (await ctx.pool.query('select kind from entries where number_id = $1', [numberId])).rows.map(({ kind }) => kind);
  expect((await kinds(number)).filter((kind) => kind === 'line.joined')).toHaveLength(1);
  expect((await kinds(report)).filter((kind) => kind === 'line.joined_to')).toHaveLength(1);

  const mine = await showMyNumbers(ctx, await askerOf('ma-chao'));
  const card = mine.find((one) => one.numberId === number);
  expect(card?.told?.numberId).toBe(report);
  expect(mine.some((one) => one.numberId === report)).toBe(false);
  for (const other of ['sun-hao', 'zhou-min', 'zhao-lei', 'zheng-jie', 'qinghe-systems']) {
    expect((await app.as(other).get(`/numbers/${report}/standing`)).status, other).toBe(404);
    const seen = JSON.stringify([
      (await app.as(other).get(`/numbers/${number}/standing`)).body,
      (await app.as(other).get(`/numbers/${number}/timeline?limit=200`)).body,
    ]);
    expect(seen, other).not.toContain(report);
    expect(seen, other).not.toContain('只有我知道的话');
  }
});

it('another account that is registered as holder is not put aside: the desk compares its register', async () => {
  const mobile = lives.next();
  const report = await told('ma-chao', mobile);
  const number = await placed(mobile, 'he-jing');
  await askHolderCheck(ctx, await check('ma-chao', report));
  await joinReported(ctx, { numberId: report, personId: 'ma-chao' });
  expect(await lineOf(number)).toMatchObject({ holderId: 'he-jing' });
  expect((await lineOf(report))?.joinedTo).toBeUndefined();
  expect(await openAttention(number)).toEqual(['holder_conflict']);
});

it('the next holder of the digits gets nothing of what was told or joined', async () => {
  const mobile = lives.next();
  const report = await told('wang-jianguo', mobile);
  const number = await placed(mobile, null);
  await askHolderCheck(ctx, await check('wang-jianguo', report));
  await joinReported(ctx, { numberId: report, personId: 'wang-jianguo' });
  app.clock.advance(MINUTE_MS);
  done(await app.as('qinghe-systems').post('/lines/close', { number_id: number, closed_at: app.clock.now() }), 200);
  app.clock.advance(MINUTE_MS);
  await placed(mobile, 'next-holder');
  const seen = await showMyNumbers(ctx, await askerOf('next-holder'));
  expect(seen.map((one) => [one.numberId, one.told, one.cases])).toEqual([[number, null, []]]);
  expect((await app.as('next-holder').get(`/numbers/${report}/standing`)).status).toBe(404);
  const mine = await showMyNumbers(ctx, await askerOf('wang-jianguo'));
  expect(mine.map((one) => one.relation)).toContain('former');
});
