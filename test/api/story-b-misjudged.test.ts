import { describe, expect, it } from 'vitest';
import { useApp } from '../support/app.ts';
import { PNG } from '../support/files.ts';
import { actsIn, done, Lives } from '../support/lives.ts';

const app = useApp();
const lives = new Lives(app);
const COURIER = 'lin-xiaoyu';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

async function caseOf(caseId: string, actorId = COURIER) {
  return done(await app.as(actorId).get(`/cases/${caseId}`), 200);
}

async function overturns() {
  const { items } = done(await app.as('zheng-jie').get('/rules'), 200);
  return items.find((rule: { rule_id: string }) => rule.rule_id === 'short-calls') ?? { placed: 0, misjudged: 0 };
}

describe('story B: misjudged', () => {
  it('goes from a risk rule to a misjudgement found, service back, and the rule’s count of overturns up', async () => {
    const before = await overturns();
    const { mobile, numberId } = await lives.line();
    const flagId = await lives.suspected(mobile);
    const flag = done(await app.as(COURIER).get(`/flags/${flagId}`), 200);
    expect(flag.reasons.rule).toMatchObject({
      rule_id: 'short-calls',
      values: { distinct_callees: 150, short_call_share: 0.92 },
    });

    const filed = await lives.appealed(flagId);
    expect(filed).toMatchObject({ status: 'submitted', clocks: [{ rule_id: 'carrier.reply', binds: 'carrier' }] });
    const queue = done(await app.as('zhou-min').get('/cases'), 200).items;
    expect(queue.map((item: { case_id: string }) => item.case_id)).toContain(filed.case_id);
    const spoken = filed.reference.toLowerCase().replaceAll('-', ' ');
    expect((await app.as('zhou-min').get(`/cases/by-reference/${encodeURIComponent(spoken)}`)).body.case_id).toBe(
      filed.case_id,
    );

    done(await app.as('zhou-min').post(`/cases/${filed.case_id}/start-review`), 200);
    const asked = done(
      await app
        .as('zhou-min')
        .post(`/cases/${filed.case_id}/material-requests`, { materials: ['work_proof'], words: '请补工作证明。' }),
      200,
    );
    expect(asked).toMatchObject({ status: 'needs_material', asked_for: ['work_proof'] });
    const added = done(
      await app
        .as(COURIER)
        .upload(
          `/cases/${filed.case_id}/evidence`,
          { bytes: PNG, name: '工作证明.png', type: 'image/png' },
          { material: 'work_proof' },
        ),
      201,
    );
    expect(added).toMatchObject({ media_type: 'image/png', material: 'work_proof', bytes: PNG.length });
    done(await app.as(COURIER).post(`/cases/${filed.case_id}/messages`, { words: '照片已上传。' }), 200);
    done(await app.as(COURIER).post(`/cases/${filed.case_id}/material`, { words: '都齐了。' }), 200);

    const seen = await caseOf(filed.case_id, 'zhao-lei');
    expect(seen.thread.map((said: { words: object }) => said.words)).toEqual([
      { statement: '我是快递员，这些是送货电话。' },
      { words: '请补工作证明。' },
      { file_name: '工作证明.png' },
      { words: '照片已上传。' },
      { words: '都齐了。' },
    ]);
    expect(seen.people).toEqual([{ person_id: COURIER, name: `名 ${COURIER}` }]);
    expect(seen.masked_number).toMatch(/^154\*\*\*\*\d{4}$/);
    expect(seen.clocks[0].ledger.map((step: { step: string }) => step.step)).toContain('first_day');
    const file = await app.as('zhao-lei').get(added.href);
    expect(file.bytes.equals(PNG)).toBe(true);
    expect(file.headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': expect.stringContaining(encodeURIComponent('工作证明.png')),
    });

    const decided = done(await lives.grants(seen), 200);
    expect(decided).toMatchObject({
      status: 'lifting',
      decisions: [{ outcome: 'granted', finding: 'misjudged', decided_by: { id: 'zhao-lei' } }],
    });
    await lives.confirmAll(decided.lifts[0].lift_id);
    expect(done(await app.as(COURIER).post(`/cases/${filed.case_id}/service-back`), 200).status).toBe('closed');
    expect((await app.as(COURIER).get(`/flags/${flagId}`)).body).toMatchObject({
      status: 'lifted',
      lifted_because: 'misjudged',
    });
    expect(await overturns()).toMatchObject({ placed: before.placed + 1, misjudged: before.misjudged + 1 });
    expect(done(await app.as(COURIER).get(`/numbers/${numberId}/standing`), 200).flags).toEqual([]);
  });

  it('whoever placed the flag does not decide its appeal, and is not offered to', async () => {
    const { mobile } = await lives.line();
    const usage = {
      kind: 'usage_observed',
      window_hours: 24,
      calls_out: 20,
      distinct_callees: 12,
      short_call_share: 0.1,
    };
    done(await lives.fact(mobile, usage), 201);
    const flagId = await flagByHand(mobile, 'qian-feng');
    const inReview = await lives.inReview(flagId, 'qian-feng');
    expect(actsIn(inReview)).not.toContain('decide');
    expect((await lives.grants(inReview, 'qian-feng')).body).toMatchObject({
      status: 403,
      code: 'case.raiser_cannot_decide',
    });
    const other = await caseOf(inReview.case_id, 'zhao-lei');
    expect(actsIn(other)).toContain('decide');
    expect(done(await lives.grants(other), 200).status).toBe('lifting');
  });

  it('a switch that never answers: a visible breach, put before a human, never closed', async () => {
    const { mobile, numberId } = await lives.line();
    const decided = done(await lives.grants(await lives.inReview(await lives.suspected(mobile))), 200);
    const [lift] = decided.lifts;
    await lives.send(lift.lift_id);
    done(await app.as('qinghe-systems').post(`/lifts/${lift.lift_id}/confirmations`, { system: 'sms_gateway' }), 200);
    app.clock.advance(2 * DAY);
    await lives.sweep(numberId);
    const late = done(await app.as(COURIER).get(`/lifts/${lift.lift_id}`), 200);
    expect(late).toMatchObject({
      status: 'in_flight',
      steps: [
        { system: 'sms_gateway', status: 'confirmed' },
        { system: 'switch', status: 'silent' },
      ],
    });
    expect((await caseOf(decided.case_id)).status).toBe('lifting');
    const waiting = done(await app.as('zhou-min').get('/attention'), 200).items.filter(
      (one: { subject: { id: string } }) => one.subject.id === lift.lift_id,
    );
    expect(waiting.map((one: { kind: string }) => one.kind).toSorted()).toEqual(['lift_late', 'lift_silent']);
    expect(actsIn(waiting[0])).toEqual(['handle']);

    app.clock.advance(30 * DAY);
    await lives.sweep(numberId);
    expect((await caseOf(decided.case_id)).status).toBe('lifting');
    done(await app.as('qinghe-systems').post(`/lifts/${lift.lift_id}/confirmations`, { system: 'switch' }), 200);
    expect((await caseOf(decided.case_id)).status).toBe('restored');
    expect(
      (await app.as('zhou-min').get('/attention')).body.items.filter(
        (one: { subject: { id: string } }) => one.subject.id === lift.lift_id,
      ),
    ).toEqual([]);
  });

  it('a system that fails, and a human who takes the failure on: the flag stands again and the case goes on', async () => {
    const { mobile } = await lives.line();
    const decided = done(await lives.grants(await lives.inReview(await lives.suspected(mobile))), 200);
    const liftId = decided.lifts[0].lift_id;
    const failed = done(
      await app.as('qinghe-systems').post(`/lifts/${liftId}/failures`, { system: 'switch', code: 'hlr_timeout' }),
      200,
    );
    expect(failed.steps).toContainEqual(
      expect.objectContaining({ system: 'switch', status: 'failed', code: 'hlr_timeout' }),
    );
    const [one] = done(await app.as('zhou-min').get('/attention'), 200).items.filter(
      (item: { subject: { id: string } }) => item.subject.id === liftId,
    );
    expect(
      done(await app.as('zhou-min').post(`/attention/${one.attention_id}/handling`, { words: '已联系交换机。' }), 200),
    ).toMatchObject({ handled_at: app.clock.now(), actions: [] });
    expect(actsIn((await app.as('zhou-min').get(`/lifts/${liftId}`)).body)).toEqual(['accept_failure']);
    expect(done(await app.as('zhou-min').post(`/lifts/${liftId}/accepted-failure`, { why: '检修' }), 200).status).toBe(
      'abandoned',
    );
    const back = await caseOf(decided.case_id);
    expect(back).toMatchObject({ status: 'in_review', flags: [{ status: 'active' }] });
  });

  it('service is not back: the case is reopened and the carrier’s time starts anew', async () => {
    const { mobile } = await lives.line();
    const decided = done(await lives.grants(await lives.inReview(await lives.suspected(mobile))), 200);
    await lives.confirmAll(decided.lifts[0].lift_id);
    app.clock.advance(HOUR);
    const reopened = done(
      await app.as(COURIER).post(`/cases/${decided.case_id}/service-not-back`, { words: '还是打不出去' }),
      200,
    );
    expect(reopened).toMatchObject({
      status: 'reopened',
      clocks: [{ rule_id: 'carrier.reply', started_at: app.clock.now() }],
    });
    done(await app.as('zhou-min').post(`/cases/${decided.case_id}/start-review`), 200);
    const again = done(await app.as('zhou-min').post(`/cases/${decided.case_id}/lift-order`), 200);
    await lives.confirmAll(again.lifts.at(-1).lift_id);
    expect((await caseOf(decided.case_id)).status).toBe('restored');
  });

  it('a carrier that does not answer in time is shown as late, and can still answer', async () => {
    const { mobile, numberId } = await lives.line();
    const filed = await lives.appealed(await lives.suspected(mobile));
    app.clock.advance(40 * DAY);
    await lives.sweep(numberId);
    const late = await caseOf(filed.case_id, 'zhao-lei');
    expect(late.status).toBe('overdue');
    expect(actsIn(late)).toContain('decide');
    expect((await caseOf(filed.case_id)).clocks).toMatchObject([{ binds: 'person' }]);
    expect(done(await lives.grants(late), 200).status).toBe('lifting');
  });

  it('two reviewers at once: the one who read the older case is told to read again', async () => {
    const { mobile } = await lives.line();
    const inReview = await lives.inReview(await lives.suspected(mobile));
    const read = await app.as('zhao-lei').get(`/cases/${inReview.case_id}`);
    const etag = String(read.headers['etag']);
    expect(etag).toBe(`"${read.body.version}"`);
    done(await app.as(COURIER).upload(`/cases/${inReview.case_id}/evidence`, { bytes: PNG, name: 'late.png' }), 201);
    const decision = { finding: 'grounded', lift_flag_ids: [], rule_relied: 'AF-32c', words: '维持。' };
    const stale = await app
      .as('zhao-lei')
      .post(`/cases/${inReview.case_id}/decision`, decision, { headers: { 'if-match': etag } });
    expect(stale.body).toMatchObject({ status: 412, code: 'request.changed_meanwhile' });
    const fresh = await app.as('zhao-lei').get(`/cases/${inReview.case_id}`);
    done(
      await app.as('zhao-lei').post(`/cases/${inReview.case_id}/decision`, decision, {
        headers: { 'if-match': String(fresh.headers['etag']) },
      }),
      200,
    );
    expect(
      (
        await app
          .as('zhao-lei')
          .post(`/cases/${inReview.case_id}/submit`, undefined, { headers: { 'if-match': 'no etag' } })
      ).body,
    ).toMatchObject({ status: 400, code: 'request.bad_match' });
  });
});

/** A flag that a human places by the rule, on a fact that meets it but was recorded before the rule looked at such facts. */
async function flagByHand(mobile: string, staffId: string): Promise<string> {
  const reasons = await lives.reasonsByHand(mobile);
  return done(await app.as(staffId).post('/flags', { mobile_number: mobile, reasons }), 201).flag_id;
}
