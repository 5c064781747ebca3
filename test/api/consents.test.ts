import { expect, test } from 'vitest';
import { knowledge } from '../../knowledge/index.ts';
import { consentFor } from '../../src/domain/consents/consent.ts';
import { useApp } from '../support/app.ts';
import type { Body } from '../support/client.ts';
import { PDF, PNG } from '../support/files.ts';
import { done, Lives } from '../support/lives.ts';

const app = useApp();
const lives = new Lives(app);

async function draft(personId: string): Promise<{ caseId: string; numberId: string }> {
  const { mobile, numberId } = await lives.line(personId);
  const flagId = await lives.suspected(mobile);
  const opened = await app.as(personId).post('/cases', { flag_ids: [flagId], remedy: 'appeal', statement: '申诉。' });
  return { caseId: done(opened, 201).case_id, numberId };
}

/** Bytes that no other test has. */
const pdf = (words: string) => new TextEncoder().encode(`%PDF-1.4\n${words}\n%%EOF\n`);
const standing = (all: Body, kind: string) => all.items.find((one: Body) => one.kind === kind);

test('an ID paper is not kept before its person agreed to it, and everything else is', async () => {
  const { caseId } = await draft('he-jing');
  const her = app.as('he-jing');
  const card = { bytes: PNG, name: '身份证.png' };
  const refused = await her.upload(`/cases/${caseId}/evidence`, card, { material: 'id_card' });
  expect([refused.status, refused.body.code, refused.body.pointer]).toEqual([422, 'consent.needed', '/consent']);
  expect(done(await her.get(`/cases/${caseId}/evidence`), 200).items).toEqual([]);
  done(
    await her.upload(`/cases/${caseId}/evidence`, { bytes: PDF, name: '工作.pdf' }, { material: 'work_proof' }),
    201,
  );

  done(await her.upload(`/cases/${caseId}/evidence`, card, { material: 'id_card', consent: 'yes' }), 201);
  const { in_force: given } = standing(done(await her.get('/me/consents'), 200), 'identity_paper');
  expect(given).toMatchObject({ version: 1, locale: 'zh-CN', given_at: app.clock.now() });
  expect(given.words).toContain('我单独同意');
  expect(done(await her.get('/me/data'), 200).consents).toHaveLength(1);
});

test('what is taken back is deleted at once and asked for anew, and the past stays told', async () => {
  const { caseId, numberId } = await draft('chen-guilan');
  const her = app.as('chen-guilan');
  done(await her.post('/me/consents', { kind: 'identity_paper', version: 1 }), 201);
  done(await her.post('/me/consents', { kind: 'identity_paper', version: 1 }), 201);
  const path = `/cases/${caseId}/evidence`;
  const card = done(await her.upload(path, { bytes: pdf('card'), name: 'a.pdf' }, { material: 'id_card' }), 201);
  const work = done(await her.upload(path, { bytes: PDF, name: 'b.pdf' }, { material: 'work_proof' }), 201);
  const hashOf = async (id: string) =>
    (await app.ctx.journal.load(numberId)).state.cases[caseId]?.evidence.find((one) => one.evidenceId === id)?.sha256;

  app.clock.advance(60_000);
  const came = done(await her.delete('/me/consents/identity_paper'), 200);
  expect(came).toEqual({ ended: 1, deleted: 1, held: [] });
  expect((await her.get(`${path}/${card.evidence_id}`)).body.code).toBe('evidence.forgotten');
  expect((await her.get(`${path}/${work.evidence_id}`)).status).toBe(200);
  const sha256 = await hashOf(card.evidence_id);
  expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(await app.ctx.files.get(sha256 ?? '')).toBeNull();

  const { in_force, past } = standing(done(await her.get('/me/consents'), 200), 'identity_paper');
  expect(in_force).toBeNull();
  expect(past).toHaveLength(1);
  expect(past[0].withdrawn_at).toBe(app.clock.now());
  const again = await her.upload(path, { bytes: PDF, name: 'c.pdf' }, { material: 'passport' });
  expect(again.body.code).toBe('consent.needed');
  expect(done(await her.delete('/me/consents/identity_paper'), 200)).toEqual({ ended: 0, deleted: 0, held: [] });
});

test('a legal hold lets withdrawn files only lie', async () => {
  const { caseId, numberId } = await draft('wang-jianguo');
  const his = app.as('wang-jianguo');
  const fields = { material: 'payment_proof', consent: 'yes' };
  const file = done(await his.upload(`/cases/${caseId}/evidence`, { bytes: PNG, name: 'a.png' }, fields), 201);
  await lives.byProduct(numberId, { do: 'place_hold', ground: 'court', caseIds: [], why: '法院调取' });
  expect(done(await his.delete('/me/consents/money_paper'), 200)).toEqual({ ended: 1, deleted: 0, held: [numberId] });
  const { state } = await app.ctx.journal.load(numberId);
  const item = state.cases[caseId]?.evidence.find((one) => one.evidenceId === file.evidence_id);
  expect(item?.forgottenAt).toBeNull();
  expect(await app.ctx.files.get(item?.sha256 ?? '')).not.toBeNull();
});

test('another version of the words is not what somebody read', async () => {
  const answer = await app.as('ma-chao').post('/me/consents', { kind: 'money_paper', version: 2 });
  expect([answer.status, answer.body.code]).toEqual([422, 'consent.other_version']);
});

test('who acts for another asks under that person’s consent, and cannot give anew what they took back', async () => {
  const { caseId, numberId } = await draft('xu-lan');
  await lives.byProduct(numberId, {
    do: 'grant_mandate',
    principalId: 'xu-lan',
    representativeId: 'sun-hao',
    representativeName: '孙浩',
    kind: 'relative',
    acts: ['add_evidence'],
    days: 30,
    feeFen: 0,
    signed: 'code',
    paperSha256: null,
  });
  const rep = app.as('sun-hao');
  const path = `/cases/${caseId}/evidence`;
  done(await rep.upload(path, { bytes: PNG, name: 'a.png' }, { material: 'id_card', consent: 'yes' }), 201);
  expect(standing(done(await app.as('xu-lan').get('/me/consents'), 200), 'identity_paper').in_force).not.toBeNull();
  expect(standing(done(await rep.get('/me/consents'), 200), 'identity_paper').in_force).toBeNull();
  expect(done(await app.as('xu-lan').delete('/me/consents/identity_paper'), 200).deleted).toBe(1);
  const refused = await rep.upload(path, { bytes: PDF, name: 'b.pdf' }, { material: 'id_card', consent: 'yes' });
  expect([refused.status, refused.body.code]).toEqual([403, 'consent.withdrawn']);
});

test('of every paper that is known it is settled whether it tells something sensitive', () => {
  const plain = ['sim', 'notice', 'use_statement', 'work_proof', 'undertaking', 'holder_present', 'mandate'];
  const more = ['tenure_proof', 'label_picture', 'risk_statement'];
  for (const { materialId } of knowledge.tables.materials)
    expect([materialId, consentFor(materialId) === null]).toEqual([
      materialId,
      [...plain, ...more].includes(materialId),
    ]);
});
