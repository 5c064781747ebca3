import { describe, expect, it } from 'vitest';
import { useApp } from '../support/app.ts';
import { PNG } from '../support/files.ts';
import { done, Lives } from '../support/lives.ts';
import { usePages, type Visitor } from '../support/visitor.ts';

const app = useApp();
const lives = new Lives(app);
const pages = usePages(app);
const COURIER = 'lin-xiaoyu';
const DECISION = { finding: 'misjudged', rule_relied: 'AF-32c', decide_words: '未见异常' };

type Sent = { readonly statusCode: number; readonly headers: { readonly location?: string | undefined } };

async function seqOf(numberId: string): Promise<number> {
  return (await app.ctx.journal.load(numberId)).state.seq;
}

/** Sends one and the same form a second time, as the back button does. */
async function sendTwice(numberId: string, send: () => Promise<Sent>): Promise<void> {
  const before = await seqOf(numberId);
  const first = await send();
  const after = await seqOf(numberId);
  expect(first.statusCode).toBe(303);
  expect(after).toBeGreaterThan(before);
  const second = await send();
  expect({ status: second.statusCode, to: second.headers.location }).toEqual({
    status: 303,
    to: first.headers.location,
  });
  expect(await seqOf(numberId)).toBe(after);
}

async function fill(visitor: Visitor, page: string, action: string, fields: Record<string, string> = {}) {
  const hidden = await visitor.hiddenOf(page, action);
  return () => visitor.post(action, { ...hidden, ...fields });
}

async function flagged() {
  const { mobile, numberId } = await lives.line();
  return { numberId, mobile, flagId: await lives.suspected(mobile) };
}

describe('a form of the person that is sent twice is done once and answered alike', () => {
  it('from the draft to the end of a case', async () => {
    const { numberId, flagId } = await flagged();
    const person = await pages.signedIn(COURIER);
    const staff = app.as('zhao-lei');
    const opening = `/flags/${flagId}/case`;
    const open = await fill(person, `${opening}?step=words&remedy=appeal`, opening, { statement: '我是快递员' });
    await sendTwice(numberId, open);
    const [caseId = ''] = Object.keys((await app.ctx.journal.load(numberId)).state.cases);
    const page = `/cases/${caseId}`;
    const act = (name: string, fields?: Record<string, string>) => fill(person, page, `${page}/${name}`, fields);

    const hidden = await person.hiddenOf(`${page}?step=files`, `${page}/add-evidence`);
    const form = new FormData();
    for (const [name, value] of Object.entries(hidden)) form.append(name, value);
    form.append('file', new File([new Uint8Array(PNG)], 'a.png', { type: 'image/png' }));
    const encoded = new Response(form);
    const headers = { 'content-type': encoded.headers.get('content-type') ?? '' };
    const payload = Buffer.from(await encoded.arrayBuffer());
    await sendTwice(numberId, () => person.send({ method: 'POST', url: `${page}/add-evidence`, headers, payload }));

    await sendTwice(numberId, await act('submit'));
    await sendTwice(numberId, await act('say', { words: '在吗' }));
    done(await staff.post(`${page}/start-review`), 200);
    const asked = { materials: ['work_proof'], words: '请补工作证明' };
    done(await staff.post(`${page}/material-requests`, asked), 200);
    await sendTwice(numberId, await act('give-material', { give_words: '已补' }));
    const granted = done(await lives.grants(await staff.get(page).then(({ body }) => body)), 200);
    await lives.confirmAll(granted.lifts[0].lift_id);
    await sendTwice(numberId, await act('report-not-back', { not_back_words: '还是不行' }));
    await sendTwice(numberId, await act('withdraw'));
  });

  it('confirming that service is back', async () => {
    const { numberId, flagId } = await flagged();
    const granted = done(await lives.grants(await lives.inReview(flagId)), 200);
    await lives.confirmAll(granted.lifts[0].lift_id);
    const page = `/cases/${granted.case_id}`;
    await sendTwice(numberId, await fill(await pages.signedIn(COURIER), page, `${page}/confirm-back`));
  });

  it('saying that service is not back after a lift without a case', async () => {
    const { numberId, mobile } = await lives.line();
    await lives.inArrears(mobile, 'twice');
    const [liftId] = done(await lives.pays(mobile, 'twice', 8800, 'pay-twice'), 201).lift_ids;
    await lives.confirmAll(liftId);
    const action = `/lifts/${liftId}/not-back`;
    const person = await pages.signedIn(COURIER);
    await sendTwice(numberId, await fill(person, `/lifts/${liftId}`, action, { not_back_words: '打不出' }));
  });

  it('coming in and going out', async () => {
    const visitor = pages.visitor();
    const enter = await fill(visitor, '/sign-in', '/sign-in', { actor_id: COURIER });
    for (const _ of [1, 2]) expect(await enter()).toMatchObject({ statusCode: 303, headers: { location: '/mine' } });
    const leave = await fill(visitor, '/mine', '/sign-out');
    for (const _ of [1, 2]) expect(await leave()).toMatchObject({ statusCode: 303, headers: { location: '/' } });
    expect((await visitor.get('/mine')).headers.location).toMatch(/^\/sign-in/);
  });
});

describe('a form of the desk that is sent twice is done once and answered alike', () => {
  it('from taking a case up to deciding it', async () => {
    const { numberId, flagId } = await flagged();
    const { case_id: caseId } = await lives.appealed(flagId);
    const desk = await pages.signedIn('zhao-lei');
    const page = `/desk/cases/${caseId}`;
    const act = (name: string, fields?: Record<string, string>) => fill(desk, page, `${page}/${name}`, fields);
    await sendTwice(numberId, await act('start-review'));
    await sendTwice(numberId, await act('ask-material', { materials: 'work_proof', ask_words: '请补' }));
    done(await app.as(COURIER).post(`/cases/${caseId}/material`, { words: '已补' }), 200);
    await sendTwice(numberId, await act('say', { say_words: '收到' }));
    await sendTwice(numberId, await act('decide', { ...DECISION, lift_flag_ids: flagId }));
  });

  it('taking care of what went wrong', async () => {
    const { numberId, flagId } = await flagged();
    const granted = done(await lives.grants(await lives.inReview(flagId)), 200);
    const system = (await app.as('qinghe-systems').get(`/lifts/${granted.lifts[0].lift_id}`)).body.steps[0].system;
    await lives.send(granted.lifts[0].lift_id);
    done(
      await app.as('qinghe-systems').post(`/lifts/${granted.lifts[0].lift_id}/failures`, { system, code: 'x' }),
      200,
    );
    const desk = await pages.signedIn('zhou-min');
    const action = `/desk/lifts/${granted.lifts[0].lift_id}`;
    await sendTwice(numberId, await fill(desk, `/desk/flags/${flagId}`, action, { why: '改日再试' }));
  });
});
