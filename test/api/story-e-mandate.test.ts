import { afterEach, expect, test } from 'vitest';
import type { Asker } from '../../src/app/asker.ts';
import { sweepClocks } from '../../src/app/clocks/sweep-clocks.ts';
import { grantByPaper, handInPaper, listDeskPapers, listMyPapers, refusePaper } from '../../src/app/mandates/papers.ts';
import { findActor } from '../../src/store/actors.ts';
import { useApp } from '../support/app.ts';
import { done, Lives } from '../support/lives.ts';
import { usePages, wordsOf } from '../support/visitor.ts';

const app = useApp();
const lives = new Lives(app);
const pages = usePages(app);
const DAY = 86_400_000;
const PDF = new TextEncoder().encode('%PDF-1.4\nmandate\n%%EOF\n');

/** Codes as the operator of text messages sees them. */
const sent: { readonly to: string; readonly text: string }[] = [];
afterEach(() => void sent.splice(0));

const mother = () => app.as('chen-guilan');
const daughter = () => app.as('lin-xiaoyu');
const TERMS = { kind: 'relative', acts: ['open_case', 'submit', 'say', 'add_evidence'], days: 30 };

async function mothersLine() {
  const { mobile, numberId } = await lives.line('chen-guilan');
  const flagId = await lives.suspected(mobile);
  return { mobile, numberId, flagId };
}

/** The code that went to the mother's other phone. */
async function signingCode(): Promise<string> {
  const sms = {
    send: async (message: { to: string; text: string }) => {
      sent.push(message);
      return { taken: true as const, messageId: 'm' };
    },
  };
  Object.assign(app.ctx, { sms, mail: null });
  const { sent_by } = done(await mother().post('/me/signing-code', {}), 202);
  expect(sent_by).toBe('sms');
  return /\d{6}/.exec(sent.at(-1)?.text ?? '')?.[0] ?? '';
}

async function mandated(numberId: string, terms: object = TERMS): Promise<string> {
  app.clock.advance(61_000);
  const offer = done(
    await mother().post('/mandate-offers', { number_id: numberId, ...terms, code: await signingCode() }),
    201,
  );
  return done(await daughter().post('/mandates', { code: offer.offer_code, name: '林晓雨' }), 201).mandate_id;
}

test('story E: a daughter acts for her mother of 83, who sees each act and takes it back', async () => {
  const { numberId, flagId } = await mothersLine();
  expect((await daughter().get(`/flags/${flagId}`)).status).toBe(404);
  const mandateId = await mandated(numberId);

  expect(done(await daughter().get(`/flags/${flagId}`), 200).flag_id).toBe(flagId);
  const opened = done(
    await daughter().post('/cases', {
      flag_ids: [flagId],
      remedy: 'appeal',
      statement: '我母亲八十三岁，只给家人打电话。',
    }),
    201,
  );
  done(await daughter().post(`/cases/${opened.case_id}/submit`, {}), 200);
  for (const [who, page] of [
    ['chen-guilan', `/cases/${opened.case_id}`],
    ['zhou-min', `/desk/cases/${opened.case_id}`],
  ] as const) {
    const read = wordsOf((await (await pages.signedIn(who)).get(page)).body);
    expect(read, page).toContain('代理人');
  }
  // What the mandate does not name is neither offered nor done.
  const seen = done(await daughter().get(`/cases/${opened.case_id}`), 200);
  expect(seen.actions.map(({ act }: { act: string }) => act)).not.toContain('withdraw');
  expect((await daughter().post(`/cases/${opened.case_id}/withdrawal`, {})).body.code).toBe('mandate.not_covered');

  const shown = done(await mother().get(`/mandates/${mandateId}`), 200);
  expect(shown.mandate).toMatchObject({ side: 'principal', representative: '林晓雨', status: 'live', fee_fen: 0 });
  expect(shown.acts.map(({ kind }: { kind: string }) => kind)).toEqual(
    expect.arrayContaining(['case.opened', 'case.submitted']),
  );
  const inbox = done(await mother().get('/me/inbox'), 200);
  expect(inbox.items.filter(({ kind }: { kind: string }) => kind === 'acted_for_you')).toHaveLength(2);
  expect(done(await daughter().get('/me/inbox'), 200).items.map(({ kind }: { kind: string }) => kind)).not.toContain(
    'acted_for_you',
  );

  expect((await mother().delete(`/mandates/${mandateId}`)).status).toBe(204);
  expect((await daughter().get(`/cases/${opened.case_id}`)).status).toBe(404);
  expect((await daughter().post(`/cases/${opened.case_id}/messages`, { words: '还想说' })).status).toBe(404);
  expect((await daughter().get(`/mandates/${mandateId}`)).status).toBe(404);
  expect(done(await mother().get(`/mandates/${mandateId}`), 200).mandate.status).toBe('revoked');
});

test('the term ends by itself, to the moment, and both are told what remains', async () => {
  const { numberId, flagId } = await mothersLine();
  await mandated(numberId);
  app.clock.advance(30 * DAY - 1);
  expect((await daughter().get(`/flags/${flagId}`)).status).toBe(200);
  app.clock.advance(1);
  expect((await daughter().get(`/flags/${flagId}`)).status).toBe(404);
  await sweepClocks(app.ctx);
  const kinds = done(await mother().get('/me/inbox'), 200).items.map(({ kind }: { kind: string }) => kind);
  expect(kinds).toContain('mandate_ended');
});

test('a code is one signature, an offer one mandate, and nothing tells whether a number is there', async () => {
  const { numberId } = await mothersLine();
  app.clock.advance(61_000);
  const code = await signingCode();
  expect((await mother().post('/mandate-offers', { number_id: numberId, ...TERMS, code: '000000' })).body.code).toBe(
    'mandate.wrong_code',
  );
  const offer = done(await mother().post('/mandate-offers', { number_id: numberId, ...TERMS, code }), 201);
  expect((await mother().post('/mandate-offers', { number_id: numberId, ...TERMS, code })).body.code).toBe(
    'mandate.wrong_code',
  );
  expect((await daughter().post('/mandates', { code: 'AAAA-AAAA-AAAA-AAAA-AAAA', name: '林' })).body.code).toBe(
    'mandate.unknown_offer',
  );
  done(await daughter().post('/mandates', { code: offer.offer_code, name: '林' }), 201);
  expect((await app.as('ma-chao').post('/mandates', { code: offer.offer_code, name: '马' })).body.code).toBe(
    'mandate.unknown_offer',
  );
  // Somebody else's number is as good as none.
  const foreign = (await daughter().post('/mandate-offers', { number_id: '123', ...TERMS, code })).body;
  const none = (await app.as('ma-chao').post('/mandate-offers', { number_id: numberId, ...TERMS, code })).body;
  expect([foreign.code, none.code]).toEqual(['access.not_found', 'access.not_found']);
});

test('an offer that cannot become a mandate is given back to be used', async () => {
  const { numberId } = await mothersLine();
  app.clock.advance(61_000);
  const offer = done(
    await mother().post('/mandate-offers', { number_id: numberId, ...TERMS, code: await signingCode() }),
    201,
  );
  expect((await mother().post('/mandates', { code: offer.offer_code, name: '陈' })).body.code).toBe(
    'mandate.not_yourself',
  );
  done(await daughter().post('/mandates', { code: offer.offer_code, name: '林' }), 201);
});

test('a relative’s fee is refused before anybody signs', async () => {
  const { numberId } = await mothersLine();
  app.clock.advance(61_000);
  const code = await signingCode();
  const refused = await mother().post('/mandate-offers', { number_id: numberId, ...TERMS, fee_fen: 100, code });
  expect(refused.body.code).toBe('mandate.fee_not_allowed');
  done(await mother().post('/mandate-offers', { number_id: numberId, ...TERMS, code }), 201);
});

async function askerOf(actorId: string): Promise<Asker> {
  const actor = await findActor(app.ctx.pool, actorId);
  if (!actor) throw new Error(actorId);
  return { actor, source: 'test', sourceId: 'test' };
}

test('on paper: the desk compares and grants or refuses; until then nothing of the number is seen', async () => {
  const { mobile, flagId } = await mothersLine();
  const [her, agent, rival] = [await askerOf('he-jing'), await askerOf('zhou-min'), await askerOf('lanqiao-agent')];
  const input = {
    carrierId: 'qinghe',
    mobileNumber: mobile,
    principal: '陈桂兰',
    representative: '何静',
    terms: { kind: 'relative', acts: ['open_case'], days: 30, feeFen: 0 },
    file: { bytes: PDF, fileName: '授权书.pdf', declaredType: 'application/pdf' },
  } as const;
  const paperId = await handInPaper(app.ctx, her, input);
  const ghost = await handInPaper(app.ctx, her, { ...input, mobileNumber: lives.next() });
  expect((await app.as('he-jing').get(`/flags/${flagId}`)).status).toBe(404);
  expect((await listMyPapers(app.ctx, her)).map(({ status }) => status)).toEqual(['waiting', 'waiting']);
  expect((await listDeskPapers(app.ctx, agent)).map((one) => one.principal)).toEqual(['陈桂兰', '陈桂兰']);
  await expect(grantByPaper(app.ctx, rival, paperId)).rejects.toThrow('access.not_found');
  await expect(grantByPaper(app.ctx, agent, ghost)).rejects.toThrow('mandate.not_the_principal');
  await refusePaper(app.ctx, agent, ghost, 'names_differ');
  await grantByPaper(app.ctx, agent, paperId);
  await expect(grantByPaper(app.ctx, agent, paperId)).rejects.toThrow('mandate.paper_unknown');
  expect((await app.as('he-jing').get(`/flags/${flagId}`)).status).toBe(200);
});

test('a paper with the digits of another carrier’s number is refused like one with digits that nobody has', async () => {
  const [her, agent] = [await askerOf('he-jing'), await askerOf('zhou-min')];
  const mobile = lives.next();
  const line = { kind: 'personal', province: 'CN-CQ', opened_at: '2024-05-01T09:00:00+08:00' };
  const people = { mobile_number: mobile, holder_id: 'xu-lan', user_id: 'xu-lan' };
  done(await app.as('lanqiao-systems').post('/lines', { ...line, ...people }), 201);
  const hand = (mobileNumber: string) =>
    handInPaper(app.ctx, her, {
      carrierId: 'qinghe',
      mobileNumber,
      principal: '陈桂兰',
      representative: '何静',
      terms: { kind: 'relative', acts: ['say'], days: 30, feeFen: 0 },
      file: { bytes: PDF, fileName: '授权书.pdf', declaredType: 'application/pdf' },
    });
  for (const digits of [mobile, lives.next()])
    await expect(grantByPaper(app.ctx, agent, await hand(digits))).rejects.toThrow('mandate.not_the_principal');
});

test('one who acts for many, and one who talks of fees, are shown to a human', async () => {
  const caseIds: string[] = [];
  for (let index = 0; index < 2; index += 1) {
    const { numberId, flagId } = await mothersLine();
    await mandated(numberId);
    const opened = done(
      await daughter().post('/cases', { flag_ids: [flagId], remedy: 'appeal', statement: '申诉。' }),
      201,
    );
    done(await daughter().post(`/cases/${opened.case_id}/submit`, {}), 200);
    caseIds.push(opened.case_id);
  }
  done(await daughter().post(`/cases/${caseIds[0]}/messages`, { words: '办好以后付我手续费 200 元。' }), 200);
  const { items } = done(await app.as('zhou-min').get('/attention?limit=200'), 200);
  const details = items
    .filter(({ kind }: { kind: string }) => kind === 'mandate_pattern')
    .map(({ detail }: { detail: string }) => detail);
  expect(details).toContain('fee_talk');
});
