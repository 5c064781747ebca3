import { expect, test } from 'vitest';
import { actOnCase } from '../../src/app/cases/act-on-case.ts';
import { readEvidence } from '../../src/app/evidence/read-evidence.ts';
import { retain } from '../../src/app/retention/retain.ts';
import { runCommand } from '../../src/app/run-command.ts';
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
  const [auditor, agent] = [await actorOf('zheng-jie'), await actorOf('zhou-min')];
  const hold = (actor: Actor, act: 'place_hold' | 'end_hold') =>
    runCommand(app.ctx, {
      actor,
      numberId,
      command: { do: act, why: '法院通知' },
      source: 'test',
      sourceId: 'test',
      purpose: act,
      reply: () => null,
    });
  await expect(hold(agent, 'place_hold')).rejects.toThrow('access.denied');
  await hold(auditor, 'place_hold');
  app.clock.advance(200 * DAY);
  await retain(app.ctx);
  expect(await app.ctx.files.get(sha256)).not.toBeNull();
  await hold(auditor, 'end_hold');
  await retain(app.ctx);
  expect(await app.ctx.files.get(sha256)).toBeNull();
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
