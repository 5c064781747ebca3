import { expect, test } from 'vitest';
import { actOnCase } from '../../src/app/cases/act-on-case.ts';
import { readEvidence } from '../../src/app/evidence/read-evidence.ts';
import { retain } from '../../src/app/retention/retain.ts';
import type { Actor } from '../../src/domain/journal/actor.ts';
import { findActor } from '../../src/store/actors.ts';
import { useApp } from '../support/app.ts';
import { done, Lives } from '../support/lives.ts';

const app = useApp();
const lives = new Lives(app);
const DAY = 86_400_000;

async function actorOf(actorId: string): Promise<Actor> {
  const actor = await findActor(app.ctx.pool, actorId);
  if (!actor) throw new Error(actorId);
  return actor;
}

async function closedCaseWithFile(words: string) {
  const { mobile, numberId } = await lives.line('he-jing');
  const flagId = await lives.suspected(mobile);
  const her = app.as('he-jing');
  const { case_id: caseId } = done(
    await her.post('/cases', { flag_ids: [flagId], remedy: 'appeal', statement: '申诉。' }),
    201,
  );
  const asker = { actor: await actorOf('he-jing'), source: 'test', sourceId: 'test' };
  const bytes = new TextEncoder().encode(`%PDF-1.4\n${words}\n%%EOF\n`);
  const sha256 = await app.ctx.files.put(bytes);
  const { caseFile } = await actOnCase(app.ctx, asker, caseId, {
    do: 'case.add_evidence',
    fileName: '证明.pdf',
    item: { sha256, bytes: bytes.length, mediaType: 'application/pdf', material: null },
  });
  const evidenceId = caseFile.evidence[0]?.evidenceId ?? '';
  done(await her.post(`/cases/${caseId}/withdrawal`, {}), 200);
  return { numberId, caseId, evidenceId, sha256, asker };
}

test('files go six months after the case ended, not a day before, and leave their hash', async () => {
  const { evidenceId, caseId, sha256, asker } = await closedCaseWithFile('first');
  app.clock.advance(182 * DAY);
  await retain(app.ctx);
  expect(await app.ctx.files.get(sha256)).not.toBeNull();
  app.clock.advance(4 * DAY);
  expect((await retain(app.ctx)).forgotten).toBe(1);
  expect(await app.ctx.files.get(sha256)).toBeNull();
  await expect(readEvidence(app.ctx, asker, caseId, evidenceId)).rejects.toThrow('evidence.forgotten');
  expect((await retain(app.ctx)).forgotten).toBe(0);
  const { rows } = await app.ctx.pool.query('select sha256 from evidence_items where evidence_id = $1', [evidenceId]);
  expect(rows[0].sha256).toBe(sha256);
});

test('a legal hold keeps them, whoever asks, until it ends', async () => {
  const { numberId, sha256 } = await closedCaseWithFile('second');
  const [auditor, agent] = [app.as('zheng-jie'), app.as('zhou-min')];
  const admin = app.as('qinghe-admin');
  const body = { ground: 'court', case_ids: [], why: '法院通知' };
  for (const other of [auditor, agent])
    expect((await other.post(`/numbers/${numberId}/holds`, body)).body.code).toBe('access.denied');
  const { hold_id: holdId } = done(await admin.post(`/numbers/${numberId}/holds`, body), 201);
  expect((await admin.post(`/numbers/${numberId}/holds`, body)).body.code).toBe('hold.placed_already');
  const listed = done(await auditor.get('/holds'), 200).items;
  expect(listed).toMatchObject([{ hold_id: holdId, number_id: numberId, ground: 'court', why: '法院通知' }]);
  app.clock.advance(200 * DAY);
  await retain(app.ctx);
  expect(await app.ctx.files.get(sha256)).not.toBeNull();
  done(await admin.post(`/holds/${holdId}/release`, { why: '已结案' }), 200);
  expect((await admin.post(`/holds/${holdId}/release`, { why: '已结案' })).body.code).toBe('hold.over');
  await retain(app.ctx);
  expect(await app.ctx.files.get(sha256)).toBeNull();
});

test('a hold over one case keeps that case alone, and its end deletes what was withdrawn meanwhile', async () => {
  const { mobile, numberId } = await lives.line('xu-lan');
  const her = app.as('xu-lan');
  const files: string[] = [];
  const cases: string[] = [];
  const appealed = async (words: string) => {
    const flagId = await lives.suspected(mobile);
    const { case_id: caseId } = done(
      await her.post('/cases', { flag_ids: [flagId], remedy: 'appeal', statement: '申诉。' }),
      201,
    );
    const bytes = new TextEncoder().encode(`%PDF-1.4\n${words}\n%%EOF\n`);
    const fields = { material: 'call_records', consent: 'yes' };
    done(await her.upload(`/cases/${caseId}/evidence`, { bytes, name: '通话.pdf' }, fields), 201);
    const { state } = await app.ctx.journal.load(numberId);
    files.push(state.cases[caseId]?.evidence[0]?.sha256 ?? '');
    cases.push(caseId);
    return { caseId, flagId };
  };
  const { caseId } = await appealed('third');
  done(await her.post(`/cases/${caseId}/withdrawal`, {}), 200);
  const admin = app.as('qinghe-admin');
  const body = { ground: 'dispute', case_ids: [caseId], why: '民事诉讼' };
  const { hold_id: holdId } = done(await admin.post(`/numbers/${numberId}/holds`, body), 201);
  const second = done(await her.get('/me/numbers'), 200).items.find(
    (one: { number_id: string }) => one.number_id === numberId,
  );
  const flagId = second.flags[0].flag_id;
  const opened = done(await her.post('/cases', { flag_ids: [flagId], remedy: 'appeal', statement: '再申诉。' }), 201);
  const bytes = new TextEncoder().encode('%PDF-1.4\nfourth\n%%EOF\n');
  const path = `/cases/${opened.case_id}/evidence`;
  done(await her.upload(path, { bytes, name: '通话2.pdf' }, { material: 'call_records' }), 201);
  const { state } = await app.ctx.journal.load(numberId);
  const free = state.cases[opened.case_id]?.evidence[0]?.sha256 ?? '';
  expect(done(await her.delete('/me/consents/private_paper'), 200)).toEqual({ ended: 1, deleted: 1, held: [numberId] });
  expect(await app.ctx.files.get(free)).toBeNull();
  expect(await app.ctx.files.get(files[0] ?? '')).not.toBeNull();
  done(await admin.post(`/holds/${holdId}/release`, { why: '撤诉' }), 200);
  expect(await app.ctx.files.get(files[0] ?? '')).toBeNull();
});

test('rows whose time is over are dropped, and only those', async () => {
  done(await app.as('he-jing').get('/me/numbers'), 200);
  const count = async () =>
    (await app.ctx.pool.query('select count(*)::integer as n from access_log')).rows[0].n as number;
  const before = await count();
  await retain(app.ctx);
  expect(await count()).toBe(before);
  app.clock.advance(3 * 367 * DAY);
  // A clock that stands years ahead of everything that was ever read is not believed.
  expect((await retain(app.ctx)).dropped['access_log']).toBe(0);
  done(await app.as('he-jing').get('/me/numbers'), 200);
  const fresh = (await count()) - before;
  expect((await retain(app.ctx)).dropped['access_log']).toBe(before);
  expect(await count()).toBe(fresh);
});
