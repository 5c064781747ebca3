import { describe, expect, it } from 'vitest';
import { getAuthorityCase } from '../../src/app/authority/authority-case.ts';
import { saveAuthority } from '../../src/store/authorities.ts';
import { useApp } from '../support/app.ts';
import type { Body } from '../support/client.ts';
import { actsIn, done, Lives } from '../support/lives.ts';

const app = useApp();
const lives = new Lives(app);
const PERSON = 'lin-xiaoyu';
const OFFICER = 'fang-min';
const DAY = 86_400_000;

async function flagged(province?: string): Promise<string> {
  return lives.suspected((await lives.line(PERSON, province)).mobile);
}

function handTo(caseId: string, authorityId = 'appeals-zj', more: Body = {}) {
  const body = { authority_id: authorityId, accepted_elsewhere: false, words: '', ...more };
  return app.as(PERSON).post(`/cases/${caseId}/escalate`, body);
}

const asOfficer = (caseId: string, path: string, body?: object, who = OFFICER) =>
  app.as(who).post(`/cases/${caseId}/${path}`, body);

const readBy = async (who: string, caseId: string) => done(await app.as(who).get(`/cases/${caseId}`), 200);

async function queueOf(who: string, query = ''): Promise<Body[]> {
  return done(await app.as(who).get(`/authority/cases?limit=200${query}`), 200).items;
}

const isIn = (items: readonly Body[], caseId: string) => items.some((item) => item.case_id === caseId);

describe('the way to a body', () => {
  it('is open once the carrier refused, names the competent bodies and the last day', async () => {
    const { case_id: caseId } = await lives.refused(await flagged());
    const { province, last_day, limit_rule_id, items } = done(
      await app.as(PERSON).get(`/cases/${caseId}/authorities`),
      200,
    );
    expect({ province, limit_rule_id }).toEqual({ province: 'CN-ZJ', limit_rule_id: 'user.appealLimit.other' });
    expect(last_day).toBe('2028-03-02');
    expect(items).toMatchObject([
      { authority_id: 'appeals-zj', kind: 'telecom_regulator', needs_prior_complaint: true, open: true },
      { authority_id: 'consumers-zj', kind: 'consumer_association', open: true, refused_because: null },
    ]);
    expect(actsIn(await readBy(PERSON, caseId))).toContain('escalate');
  });

  it('is closed while the carrier still has time, and says so', async () => {
    const { case_id: caseId } = await lives.inReview(await flagged());
    expect((await handTo(caseId)).body).toMatchObject({ status: 409, code: 'escalation.carrier_first' });
    const { items, last_day } = done(await app.as(PERSON).get(`/cases/${caseId}/authorities`), 200);
    expect(last_day).toBeNull();
    expect(items).toMatchObject([{ open: false, refused_because: 'escalation.carrier_first' }, { open: false }]);
    expect(actsIn(await readBy(PERSON, caseId))).not.toContain('escalate');
  });

  it('is open at once when the carrier’s time has run out, before any sweep', async () => {
    const { case_id: caseId } = await lives.appealed(await flagged());
    app.clock.advance(17 * DAY);
    expect(done(await handTo(caseId), 200).status).toBe('escalated');
  });

  it.each(['consumers-cq', 'made-up', '__proto__'])('leads to no body of another province: %s', async (authorityId) => {
    const { case_id: caseId } = await lives.refused(await flagged());
    expect((await handTo(caseId, authorityId)).body).toMatchObject({
      status: 422,
      code: 'escalation.unknown_authority',
      pointer: '/authority_id',
    });
    expect(isIn(await queueOf('chongqing-officer'), caseId)).toBe(false);
  });

  it('goes nowhere twice: neither where another body has it nor beside the one that was given it', async () => {
    const { case_id: caseId } = await lives.refused(await flagged());
    expect((await handTo(caseId, 'appeals-zj', { accepted_elsewhere: true })).body).toMatchObject({
      status: 422,
      code: 'escalation.accepted_elsewhere',
      pointer: '/accepted_elsewhere',
    });
    done(await handTo(caseId), 200);
    expect((await handTo(caseId, 'consumers-zj')).body).toMatchObject({ status: 409, code: 'case.wrong_state' });
  });

  it('is the same hand-over when the same request comes again', async () => {
    const { case_id: caseId } = await lives.refused(await flagged());
    const body = { authority_id: 'appeals-zj', accepted_elsewhere: false, words: '请看。' };
    const send = () => app.as(PERSON).post(`/cases/${caseId}/escalate`, body, { key: `escalate-${caseId}` });
    const first = done(await send(), 200);
    expect(done(await send(), 200)).toEqual(first);
  });

  it('in Chongqing leads to the consumer body before the carrier has answered', async () => {
    const { case_id: caseId } = await lives.appealed(await flagged('CN-CQ'));
    const { items } = done(await app.as(PERSON).get(`/cases/${caseId}/authorities`), 200);
    expect(items).toMatchObject([{ authority_id: 'consumers-cq', needs_prior_complaint: false, open: true }]);
    done(await handTo(caseId, 'consumers-cq'), 200);
    expect(isIn(await queueOf('chongqing-officer'), caseId)).toBe(true);
  });

  it('leads to the ministry’s centre where the province has no regulator', async () => {
    const centre = { authorityId: 'centre', kind: 'ministry_centre', province: null, nameZh: '中心', nameEn: 'Centre' };
    await saveAuthority(app.ctx.pool, centre as Parameters<typeof saveAuthority>[1]);
    const { case_id: caseId } = await lives.refused(await flagged('CN-JL'));
    const { items } = done(await app.as(PERSON).get(`/cases/${caseId}/authorities`), 200);
    expect(items.map((one: Body) => one.authority_id)).toEqual(['centre']);
    const { case_id: other } = await lives.refused(await flagged());
    expect((await handTo(other, 'centre')).body).toMatchObject({ code: 'escalation.unknown_authority' });
  });
});

describe('a body’s officers', () => {
  it('see what was handed to them and nothing of it before, nor does another body', async () => {
    const { case_id: caseId } = await lives.refused(await flagged());
    expect((await app.as(OFFICER).get(`/cases/${caseId}`)).status).toBe(404);
    done(await handTo(caseId), 200);
    const seen = await readBy(OFFICER, caseId);
    expect(seen).toMatchObject({
      status: 'escalated',
      escalation: { from: 'refused', authority: { authority_id: 'appeals-zj', province: 'CN-ZJ' } },
      handed_to: ['appeals-zj'],
      people: [{ person_id: PERSON }],
    });
    expect(seen.masked_number).toMatch(/^\+?\d*\*{4}\d{4}$/);
    expect(seen.flags[0].reasons.facts ?? seen.flags[0].reasons.fact_ids).not.toEqual([]);
    expect(isIn(await queueOf(OFFICER), caseId)).toBe(true);
    for (const other of ['luo-xia', 'chongqing-officer']) {
      expect((await app.as(other).get(`/cases/${caseId}`)).status).toBe(404);
      expect(isIn(await queueOf(other), caseId)).toBe(false);
    }
    expect((await app.as('zhao-lei').get('/authority/cases')).body).toMatchObject({ status: 403 });
    expect((await app.as('somebodys-officer').get('/authority/cases')).body).toMatchObject({ status: 403 });
  });

  it('leave a record of every reading, with why', async () => {
    const { case_id: caseId, number_id: numberId } = await lives.escalated(await flagged());
    await readBy(OFFICER, caseId);
    const { rows } = await app.ctx.pool.query(
      'select purpose, what from access_log where number_id = $1 and actor_id = $2',
      [numberId, OFFICER],
    );
    expect(rows).toEqual([{ purpose: 'authority', what: 'case' }]);
  });

  it('have their queue by lawful time left, and what they let pass stays in front', async () => {
    const early = (await lives.escalated(await flagged())).case_id;
    app.clock.advance(2 * DAY);
    const late = (await lives.escalated(await flagged())).case_id;
    const order = (items: readonly Body[]) =>
      items.map((item) => item.case_id).filter((id) => id === early || id === late);
    expect(order(await queueOf(OFFICER))).toEqual([early, late]);
    const dueOf = async (caseId: string) =>
      (await queueOf(OFFICER)).find((item) => item.case_id === caseId)?.authority_due_at;
    const due = await dueOf(early);
    app.clock.advance(8 * DAY);
    for (const caseId of [early, late]) await lives.sweep((await readBy(OFFICER, caseId)).number_id);
    expect(await dueOf(early)).toBe(due);
    expect(order(await queueOf(OFFICER))).toEqual([early, late]);
    done(await asOfficer(early, 'accept'), 200);
    // What is overdue comes before what was just taken on.
    expect(order(await queueOf(OFFICER))).toEqual([late, early]);
    expect(isIn(await queueOf(OFFICER, '&status=accepted'), late)).toBe(false);
    expect(isIn(await queueOf(OFFICER, '&assignee=nobody'), early)).toBe(true);
    expect(isIn(await queueOf(OFFICER, `&assignee=${OFFICER}`), early)).toBe(false);
  });

  it('decline with a ground and words, and the case is where it was', async () => {
    const { case_id: caseId } = await lives.escalated(await flagged());
    expect((await asOfficer(caseId, 'decline', { ground: 'papers_missing', words: '  ' })).body).toMatchObject({
      status: 422,
      pointer: '/words',
    });
    done(await asOfficer(caseId, 'decline', { ground: 'papers_missing', words: '请补工单号。' }), 200);
    const seen = await readBy(PERSON, caseId);
    expect(seen).toMatchObject({
      status: 'refused',
      escalation: null,
      declines: [{ authority_id: 'appeals-zj', ground: 'papers_missing' }],
    });
    expect(JSON.stringify(seen.thread)).toContain('请补工单号。');
    done(await handTo(caseId), 200);
    done(await asOfficer(caseId, 'decline', { ground: 'out_of_time', words: '超过两年。' }), 200);
    expect((await handTo(caseId)).body).toMatchObject({ status: 409, code: 'escalation.declined_before' });
    expect(done(await handTo(caseId, 'consumers-zj'), 200).handed_to).toEqual(['appeals-zj', 'consumers-zj']);
  });

  it('of another body do nothing to it, also where that body had it before', async () => {
    const { case_id: caseId } = await lives.escalated(await flagged());
    expect((await asOfficer(caseId, 'accept', undefined, 'luo-xia')).status).toBe(404);
    done(await asOfficer(caseId, 'decline', { ground: 'papers_missing', words: '缺材料。' }), 200);
    done(await handTo(caseId, 'consumers-zj'), 200);
    expect(actsIn(await readBy(OFFICER, caseId))).toEqual([]);
    expect((await asOfficer(caseId, 'accept')).body).toMatchObject({ status: 403, code: 'case.not_your_act' });
  });
});

describe('what a body dealt with', () => {
  it('is found again by it, with its own part and nothing of what came after it declined', async () => {
    const { case_id: caseId, reference, number_id: numberId } = await lives.escalated(await flagged());
    const dealt = async (who = OFFICER): Promise<Body> =>
      done(await app.as(who).get('/authority/dealings?limit=200'), 200).items.find(
        (one: Body) => one.case_id === caseId,
      );
    expect(await dealt()).toBeUndefined();
    done(await asOfficer(caseId, 'decline', { ground: 'papers_missing', words: '缺材料。' }), 200);
    done(await app.as(PERSON).post(`/cases/${caseId}/messages`, { words: '这句只给后来的机构。' }), 200);
    done(await handTo(caseId, 'consumers-zj'), 200);
    expect(await dealt()).toMatchObject({ reference, ended_how: 'declined', status: null });
    expect(await dealt('luo-xia')).toBeUndefined();
    const seen = await readBy(OFFICER, caseId);
    expect(seen).toMatchObject({ status: 'refused', escalation: null, handed_to: ['appeals-zj'], clocks: [] });
    const timeline = done(await app.as(OFFICER).get(`/numbers/${numberId}/timeline?case_id=${caseId}&limit=200`), 200);
    for (const read of [seen, timeline]) {
      expect(JSON.stringify(read)).toContain('缺材料。');
      expect(JSON.stringify(read)).not.toContain('这句只给后来的机构。');
      expect(JSON.stringify(read)).not.toContain('consumers-zj');
    }
    expect(JSON.stringify(await readBy('luo-xia', caseId))).toContain('这句只给后来的机构。');
    done(await asOfficer(caseId, 'accept', undefined, 'luo-xia'), 200);
    done(await asOfficer(caseId, 'settle', { lift_flag_ids: [], words: '双方同意。' }, 'luo-xia'), 200);
    expect(await dealt('luo-xia')).toMatchObject({ ended_how: 'settled', status: 'closed' });
  });
});

describe('what a body took on', () => {
  it('is put to the carrier, whose answer has a time of its own and reaches its desk', async () => {
    const { case_id: caseId, reference } = await lives.accepted(await flagged());
    expect((await app.as('zhou-min').post(`/cases/${caseId}/answer-authority`, { words: '…' })).body).toMatchObject({
      code: 'escalation.not_asked',
    });
    const asked = done(await asOfficer(caseId, 'ask-carrier', { words: '请说明依据。' }), 200);
    expect(asked.escalation.carrier_asked_from).toEqual({ at: expect.any(String), seq: expect.any(Number) });
    const attention = done(await app.as('zhou-min').get('/attention?limit=200'), 200).items;
    expect(attention).toContainEqual(
      expect.objectContaining({ kind: 'authority_asks', subject: { kind: 'case', id: caseId }, detail: reference }),
    );
    const queued = async () =>
      done(await app.as('zhou-min').get('/cases?limit=200'), 200).items.find((one: Body) => one.case_id === caseId);
    expect(await queued()).toMatchObject({ status: 'accepted', due_rule_id: 'miit.carrierFeedback' });
    app.clock.advance(15 * DAY);
    await lives.sweep(asked.number_id);
    // Late with it, and still to be answered.
    expect(await queued()).toMatchObject({ due_rule_id: 'miit.carrierFeedback' });
    done(await app.as('zhou-min').post(`/cases/${caseId}/answer-authority`, { words: '已核实。' }), 200);
    expect((await queued()).due_rule_id).not.toBe('miit.carrierFeedback');
    const entries = done(await app.as(OFFICER).get(`/numbers/${asked.number_id}/timeline?case_id=${caseId}`), 200);
    expect(entries.items.map((one: Body) => one.kind)).toContain('case.carrier_answered');
  });

  it('settled in favour orders the lift at once, which the carrier’s systems confirm', async () => {
    const { case_id: caseId, flag_ids } = await lives.accepted(await flagged());
    done(await asOfficer(caseId, 'mediate'), 200);
    expect(
      (await asOfficer(caseId, 'settle', { lift_flag_ids: ['flag_1_1'], words: '同意恢复。' })).body,
    ).toMatchObject({ status: 422, code: 'case.flag_not_open' });
    const settled = done(await asOfficer(caseId, 'settle', { lift_flag_ids: flag_ids, words: '同意恢复。' }), 200);
    expect(settled).toMatchObject({ status: 'lifting', lifts: [{ because: 'ordered' }] });
    await lives.confirmAll(settled.lifts[0].lift_id);
    expect((await readBy(PERSON, caseId)).status).toBe('restored');
  });

  it.each([
    ['settle', { lift_flag_ids: [], words: '补偿话费，标记不变。' }],
    ['end-unsettled', { words: '双方没有达成一致。' }],
  ])('ended otherwise is closed, with the words kept: %s', async (path, body) => {
    const { case_id: caseId } = await lives.accepted(await flagged());
    expect(done(await asOfficer(caseId, path, body), 200).status).toBe('closed');
    expect(JSON.stringify((await readBy(PERSON, caseId)).thread)).toContain(body.words);
    expect(isIn(await queueOf(OFFICER), caseId)).toBe(false);
    expect(isIn(await queueOf(OFFICER, '&status=closed'), caseId)).toBe(true);
  });

  it('shows a dispute over a bill with its bill, and no other bill of the person', async () => {
    const { mobile } = await lives.line();
    const { case_id: caseId } = await lives.refused(await lives.inArrears(mobile, 'B-1'));
    await lives.fact(mobile, { kind: 'bill_issued', bill_id: 'B-2', amount_fen: 100, due_date: '2026-04-30' });
    done(await handTo(caseId), 200);
    const actor = { id: OFFICER, role: 'officer', carrierId: null, authorityId: 'appeals-zj', personId: null } as const;
    const { grounds } = await getAuthorityCase(app.ctx, { actor, source: 'test', sourceId: 'test' }, caseId);
    expect(Object.values(grounds).flatMap(({ bills }) => bills.map(({ billId }) => billId))).toEqual(['B-1']);
  });
});
