import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSigner } from '../../src/adapters/bundle/signing-keys.ts';
import { readPdf, textOf } from '../adapters/pdf-text.ts';
import { MORNING, useApp } from '../support/app.ts';
import { useBundles } from '../support/bundles.ts';
import type { Body, Reply } from '../support/client.ts';
import { PDF, PNG } from '../support/files.ts';
import { done, Lives } from '../support/lives.ts';
import { usePages } from '../support/visitor.ts';

const app = useApp();
const lives = new Lives(app);
const bundles = useBundles(app);
const pages = usePages(app);
const COURIER = 'lin-xiaoyu';

/** What a PDF of a bundle says, without its white space. */
function printed(file: { readonly content: Buffer } | undefined): string {
  return textOf(readPdf(file?.content ?? Buffer.alloc(0))).replace(/\s/g, '');
}

async function refusedCase(): Promise<Body> {
  const { mobile, numberId } = await lives.line();
  const refused = await lives.refused(await lives.suspected(mobile));
  return { ...refused, mobile, numberId };
}

/** A PNG of its own for each number: the same file is taken once. */
function picture(nth: number): Buffer {
  return Buffer.concat([PNG, Buffer.from(`#${nth}`)]);
}

async function give(caseId: string, name: string, nth: number): Promise<void> {
  done(await app.as(COURIER).upload(`/cases/${caseId}/evidence`, { bytes: picture(nth), name }), 201);
}

async function download(caseId: string, actorId = COURIER, query = ''): Promise<Reply> {
  return app.as(actorId).get(`/cases/${caseId}/file${query}`);
}

describe('the file of a refused case', () => {
  let refused: Body;
  let zip: Buffer;
  let files: Awaited<ReturnType<typeof bundles.open>>;
  const json = (path: string): Body => JSON.parse(files.get(path)?.content.toString() ?? '');

  beforeAll(async () => {
    refused = await refusedCase();
    await give(refused.case_id, '微信聊天 回执.png', 1);
    await give(refused.case_id, '../../etc/passwd.png', 2);
    await give(refused.case_id, 'C:\\..\\工牌:照片.png', 3);
    const reply = await download(refused.case_id);
    expect(reply.status).toBe(200);
    expect(reply.headers['content-type']).toBe('application/zip');
    expect(reply.headers['content-disposition']).toBe(`attachment; filename="qingbiao-${refused.reference}.zip"`);
    zip = reply.bytes;
    files = await bundles.open(zip);
  });

  it('holds cover, timeline, data, letter and every item of evidence under tame names', () => {
    expect([...files.keys()].toSorted()).toEqual([
      'cover.pdf',
      'evidence/01-微信聊天 回执.png',
      'evidence/02-passwd.png',
      'evidence/03-工牌照片.png',
      'file.json',
      'letters/regulator-complaint.pdf',
      'manifest.json',
      'manifest.sig',
      'timeline.pdf',
    ]);
    expect(files.get('evidence/02-passwd.png')?.content).toEqual(picture(2));
  });

  it('lists every file with its hash in canonical spelling, at a place in the journal', async () => {
    const manifest = json('manifest.json');
    expect(files.get('manifest.json')?.content.toString()).toBe(canonicalize(manifest));
    for (const { path, bytes, sha256 } of manifest.files) {
      const content = files.get(path)?.content ?? Buffer.alloc(0);
      expect([content.length, createHash('sha256').update(content).digest('hex')], path).toEqual([bytes, sha256]);
    }
    const head = await app.ctx.journal.load(refused.numberId);
    expect(manifest.journal).toEqual({ number_id: refused.numberId, seq: head.state.seq, hash: head.hash });
    expect(manifest.made_at).toBe(app.clock.now());
  });

  it('tells reasons, what was said, decisions, and each date with its ledger', () => {
    const told = json('file.json');
    expect(told.case).toMatchObject({
      reference: refused.reference,
      status: 'refused',
      statement: '我是快递员，这些是送货电话。',
      people: [{ as: 'holder', name: `名 ${COURIER}` }],
      masked_number: `${refused.mobile.slice(3, 6)}****${refused.mobile.slice(10)}`,
    });
    expect(told.flags[0]).toMatchObject({ code: 'D1', cause: 'suspicion', missing: [] });
    expect(told.flags[0].facts[0].words).toContain('180');
    expect(told.decisions).toMatchObject([{ outcome: 'refused', finding: 'grounded', by: 'reviewer' }]);
    expect(told.timeline.find((one: Body) => one.kind === 'case.decided').words).toEqual({ words: '维持。' });
    const answer = told.clocks.find((one: Body) => one.rule_id === 'carrier.reply');
    expect(answer).toMatchObject({ status: 'met', binds: 'carrier' });
    expect(answer.ledger.length).toBeGreaterThan(2);
    expect(told.evidence.map((one: Body) => one.sha256)).toEqual(
      [1, 2, 3].map((nth) => createHash('sha256').update(picture(nth)).digest('hex')),
    );
    expect(told.letters).toMatchObject([{ kind: 'regulator_complaint', path: 'letters/regulator-complaint.pdf' }]);
  });

  it('names nobody of the staff, and the whole number in the person’s own letter alone', () => {
    const all = files.get('file.json')?.content.toString() ?? '';
    expect(all).not.toContain('zhao-lei');
    expect(all).not.toContain(refused.mobile.slice(3));
    const letter = printed(files.get('letters/regulator-complaint.pdf'));
    expect(letter).toContain(refused.mobile.slice(3));
    expect(letter).toContain('没有同意');
    expect(printed(files.get('cover.pdf'))).not.toContain(refused.mobile.slice(3));
  });

  it('prints on its cover who asks what of whom, until when, and every enclosure with its hash', () => {
    const cover = printed(files.get('cover.pdf'));
    for (const words of [
      refused.reference,
      `名${COURIER}`,
      '我是快递员',
      '风控',
      '运营商答复投诉',
      '01-微信聊天回执.png',
    ])
      expect(cover).toContain(words.replace(/\s/g, ''));
    for (const { path, sha256 } of json('manifest.json').files)
      if (path !== 'cover.pdf') expect(cover, path).toContain(sha256);
  });

  it('is the same to the byte for the same state at the same time', async () => {
    expect((await download(refused.case_id)).bytes.equals(zip)).toBe(true);
  });

  it('is found good by the command, with the published keys as with our own', async () => {
    const file = bundles.keep(zip);
    expect(await bundles.verify(file)).toMatchObject({ code: 0, report: { good: true, signature: 'good' } });
    const published = await pages.visitor().get('/.well-known/qingbiao-signing-keys.json');
    const keys = bundles.keep(Buffer.from(published.body), 'json');
    expect((await bundles.verify(file, '--key', keys)).code).toBe(0);
    const pem = bundles.keep(Buffer.from(published.json().keys[0].pem), 'pem');
    expect((await bundles.verify(file, '--key', pem)).code).toBe(0);
  });

  it.each([
    ['an item of evidence', () => picture(2), 'evidence/02-passwd.png'],
    ['the cover', () => files.get('cover.pdf')?.content ?? '', 'cover.pdf'],
    ['the data', () => '"format"', 'file.json'],
  ])('shows which file was changed when one byte of %s is', async (_, near, path) => {
    const { code, report } = await bundles.verify(bundles.keep(bundles.changeNear(zip, near())));
    expect(code).toBe(1);
    expect(report.files.filter((one: Body) => one.finding !== 'ok')).toEqual([{ path, finding: 'changed' }]);
    expect(report.signature).toBe('good');
  });

  it('shows a changed manifest and a changed signature by the signature', async () => {
    const manifest = files.get('manifest.json')?.content ?? Buffer.alloc(0);
    const made = app.clock.now();
    const backdated = Buffer.from(manifest.toString().replace(made, made.replace('2026', '2025')));
    const at = zip.indexOf(manifest);
    const renamed = Buffer.concat([zip.subarray(0, at), backdated, zip.subarray(at + manifest.length)]);
    for (const changed of [renamed, bundles.changeNear(zip, files.get('manifest.sig')?.content ?? '')]) {
      const { code, report } = await bundles.verify(bundles.keep(changed));
      expect([code, report.signature]).toEqual([1, 'bad']);
    }
  });

  it('is not called good without the key that signed it', async () => {
    const stranger = createSigner({ rootKey: Buffer.alloc(32, 7), generation: 1 });
    const pem = bundles.keep(Buffer.from(stranger.keys[0]?.pem ?? ''), 'pem');
    expect(await bundles.verify(bundles.keep(zip), '--key', pem)).toMatchObject({
      code: 1,
      report: { good: false, signature: 'unknown_key' },
    });
  });

  it('stays checkable after the key was changed', async () => {
    const rootKey = Buffer.alloc(32);
    const [newer, older] = createSigner({ rootKey, generation: 2 }).keys;
    expect(older?.keyId).toBe(createSigner({ rootKey, generation: 1 }).keyId);
    expect(app.ctx.bundles.signer.keyId).toBe(json('manifest.json').key_id);
    expect(newer?.keyId).not.toBe(older?.keyId);
  });

  it('leaves a record of the reading', async () => {
    const { rows } = await app.ctx.pool.query(
      'select distinct what from access_log where number_id = $1 and actor_id = $2 and purpose = $3',
      [refused.numberId, COURIER, 'own'],
    );
    expect(rows.map(({ what }) => what)).toEqual(expect.arrayContaining(['case', 'evidence']));
  });

  it('comes over the person’s pages too, and to nobody else', async () => {
    const address = `/cases/${refused.case_id}/file.zip`;
    const reply = await (await pages.signedIn(COURIER)).get(address);
    expect(reply.statusCode).toBe(200);
    expect((await bundles.verify(bundles.keep(reply.rawPayload))).code).toBe(0);
    expect((await (await pages.signedIn('wang-jianguo')).get(address)).statusCode).toBe(404);
    expect((await pages.visitor().get(address)).statusCode).toBe(303);
  });

  it('is not found by other people, and denied to the carrier and to officers it was not given to', async () => {
    expect((await download(refused.case_id, 'wang-jianguo')).status).toBe(404);
    expect((await download(refused.case_id, 'fang-min')).status).toBe(404);
    for (const staff of ['zhou-min', 'zhao-lei', 'zheng-jie', 'qinghe-systems'])
      expect((await download(refused.case_id, staff)).status, staff).toBe(403);
  });
});

it('goes to the officers of the body that was given the case, with the number masked throughout', async () => {
  const { mobile } = await lives.line();
  const escalated = await lives.escalated(await lives.suspected(mobile));
  const reply = await download(escalated.case_id, 'fang-min');
  expect(reply.status).toBe(200);
  const files = await bundles.open(reply.bytes);
  const letter = printed(files.get('letters/regulator-complaint.pdf'));
  expect(letter).toContain(`${mobile.slice(3, 6)}****`);
  expect(letter).not.toContain(mobile.slice(3));
});

it('of a draft without evidence has no letter and says why', async () => {
  const { mobile } = await lives.line();
  const flagId = await lives.suspected(mobile);
  const draft = done(
    await app.as(COURIER).post('/cases', { flag_ids: [flagId], remedy: 'appeal', statement: '还没写完' }),
    201,
  );
  const { bytes } = await download(draft.case_id);
  expect((await bundles.verify(bundles.keep(bytes))).code).toBe(0);
  const files = await bundles.open(bytes);
  expect([...files.keys()].toSorted()).toEqual([
    'cover.pdf',
    'file.json',
    'manifest.json',
    'manifest.sig',
    'timeline.pdf',
  ]);
  const told = JSON.parse(files.get('file.json')?.content.toString() ?? '');
  expect(told.evidence).toEqual([]);
  expect(told.letters).toMatchObject([{ path: null, why_not: { code: 'letter.carrier_first' } }]);
});

it('carries thirty files', async () => {
  const { case_id } = await refusedCase();
  for (let nth = 1; nth <= 30; nth += 1) await give(case_id, `第${nth}张.png`, 100 + nth);
  const { bytes } = await download(case_id);
  const { code, report } = await bundles.verify(bundles.keep(bytes));
  expect(code).toBe(0);
  const evidence = report.files.filter(({ path }: Body) => path.startsWith('evidence/'));
  expect(evidence).toHaveLength(30);
  expect(evidence.at(-1).path).toBe('evidence/30-第30张.png');
});

it('names evidence whose bytes are gone, and still holds together', async () => {
  const { case_id } = await refusedCase();
  await give(case_id, '还在.png', 201);
  const bytes = Buffer.concat([PDF, Buffer.from('only here')]);
  done(await app.as(COURIER).upload(`/cases/${case_id}/evidence`, { bytes, name: '丢了.pdf' }), 201);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await app.ctx.files.remove(sha256);
  const { code, report } = await bundles.verify(bundles.keep((await download(case_id)).bytes));
  expect(code).toBe(0);
  expect(report.absent).toEqual([{ path: 'evidence/02-丢了.pdf', bytes: bytes.length, sha256 }]);
});

it('holds no word of another line of the same number', async () => {
  const life = await lives.line();
  const first = await lives.refused(await lives.suspected(life.mobile));
  await give(first.case_id, '前机主的秘密.png', 301);
  done(
    await app.as('qinghe-systems').post('/lines/close', { number_id: life.numberId, closed_at: app.clock.now() }),
    200,
  );
  app.clock.advance(1_000);
  const line = {
    kind: 'personal',
    province: 'CN-ZJ',
    holder_id: 'next-holder',
    user_id: 'next-holder',
    opened_at: app.clock.now(),
  };
  done(await app.as('qinghe-systems').post('/lines', { mobile_number: life.mobile, ...line }), 201);
  const flagId = await lives.suspected(life.mobile);
  const second = await lives.appealed(flagId, 'next-holder');
  expect((await download(first.case_id, 'next-holder')).status).toBe(404);
  expect((await download(second.case_id, COURIER)).status).toBe(404);
  const files = await bundles.open((await download(second.case_id, 'next-holder')).bytes);
  const told = files.get('file.json')?.content.toString() ?? '';
  for (const foreign of ['前机主的秘密', `名 ${COURIER}`, '维持。', first.case_id, first.reference])
    expect(told).not.toContain(foreign);
});

it('of a case that the person keeps tells what they recorded and what nobody told them', async () => {
  const reported = done(
    await app.as(COURIER).post('/reports', {
      mobile_number: '13812340001',
      carrier_id: 'china-mobile',
      province: 'CN-JS',
      holder: true,
      opened_at: '2025-06-01T09:00:00+08:00',
      flags: [{ code: 'D1', functions: ['voice_out'], since: '2026-02-27T09:00:00+08:00', body: '' }],
      statement: '2月27日起打不出去电话',
    }),
    201,
  );
  const contact = (gist: string, more: Body = {}) =>
    app.as(COURIER).post(`/cases/${reported.case_id}/contacts`, {
      way: 'call',
      counterpart: 'carrier',
      gist,
      flag_ids: [],
      at: app.clock.now(),
      promised_for: null,
      materials: [],
      ticket: '',
      spoke_with: '',
      words: '',
      ...more,
    });
  done(await contact('complained', { ticket: '工单20260302', spoke_with: '工号1108', at: MORNING }), 200);
  done(await contact('refused', { words: '说系统判定，不能解除。' }), 200);
  const files = await bundles.open((await download(reported.case_id)).bytes);
  const told = JSON.parse(files.get('file.json')?.content.toString() ?? '');
  expect(told.case).toMatchObject({ kept_by_the_person: true, carrier: { name: '中国移动' } });
  expect(told.correspondence[0].words).toEqual({ ticket: '工单20260302', spoke_with: '工号1108' });
  expect(told.flags[0].missing).toContain('ground');
  const letter = printed(files.get('letters/regulator-complaint.pdf'));
  for (const words of ['中国移动', '工单20260302', '2月27日起打不出去电话', '说系统判定', '2026年3月2日'])
    expect(letter).toContain(words);
});

it('goes to a representative whose mandate names escalating, and tells that they acted for another', async () => {
  const { numberId, mobile } = await lives.line('chen-guilan');
  const flagId = await lives.suspected(mobile);
  let text = '';
  const sms = {
    send: async (message: { text: string }) => {
      text = message.text;
      return { taken: true as const, messageId: 'm' };
    },
  };
  Object.assign(app.ctx, { sms, mail: null });
  const mandate = async (acts: readonly string[]) => {
    app.clock.advance(61_000);
    const mother = app.as('chen-guilan');
    done(await mother.post('/me/signing-code', {}), 202);
    const code = /\d{6}/.exec(text)?.[0];
    const terms = { number_id: numberId, kind: 'relative', days: 30, acts, code };
    const { offer_code } = done(await mother.post('/mandate-offers', terms), 201);
    return done(await app.as(COURIER).post('/mandates', { code: offer_code, name: '林晓雨' }), 201).mandate_id;
  };
  const first = await mandate(['open_case', 'submit']);
  const { case_id } = await lives.appealed(flagId);
  expect((await download(case_id)).body).toMatchObject({ status: 403, code: 'mandate.not_covered' });
  expect((await app.as('chen-guilan').delete(`/mandates/${first}`)).status).toBe(204);
  expect((await download(case_id)).status).toBe(404);
  await mandate(['say', 'escalate']);
  const files = await bundles.open((await download(case_id)).bytes);
  const told = JSON.parse(files.get('file.json')?.content.toString() ?? '');
  expect(told.case).toMatchObject({ opened_by: 'representative', people: [{ as: 'holder', name: '名 chen-guilan' }] });
  expect(told.timeline[0].who).toBe('代理人');
});
