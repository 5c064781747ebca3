import { describe, expect, it } from 'vitest';
import { useApp } from '../support/app.ts';
import { done, Lives } from '../support/lives.ts';
import type { Visitor } from '../support/visitor.ts';
import { usePages, wordsOf } from '../support/visitor.ts';

const app = useApp();
const lives = new Lives(app);
const pages = usePages(app);
const PERSON = 'lin-xiaoyu';
const OFFICER = 'fang-min';
const DAY = 86_400_000;

async function flagged(province?: string): Promise<string> {
  return lives.suspected((await lives.line(PERSON, province)).mobile);
}

/** Fills the form on a page that posts to an address, and sends it. */
async function send(visitor: Visitor, page: string, action: string, fields: Record<string, string> = {}) {
  return visitor.post(action, { ...(await visitor.hiddenOf(page, action)), ...fields });
}

async function shown(visitor: Visitor, page: string): Promise<string> {
  const { statusCode, body } = await visitor.get(page);
  expect(statusCode, page).toBe(200);
  return wordsOf(body);
}

describe('a person whom the carrier refused', () => {
  it('sees which body, why that one, by when, and what is in the file, and hands it over with one button', async () => {
    const { case_id: caseId } = await lives.refused(await flagged());
    const person = await pages.signedIn(PERSON);
    const address = `/cases/${caseId}/escalate`;
    expect((await person.get(`/cases/${caseId}`)).body).toContain(`href="${address}"`);
    const page = await shown(person, address);
    expect(page).toContain('浙江电信用户申诉受理中心');
    expect(page).toContain('公司在哪个省（浙江）');
    expect(page).toContain('最晚 2028年3月2日 交');
    expect(page).toContain('5 个工作日');
    expect(page).toContain('那边受理了，这里就不能受理');
    expect((await person.get(address)).body).toContain(`/cases/${caseId}/file.zip`);
    const sent = await send(person, address, address, {
      authority_id: 'appeals-zj',
      accepted_elsewhere: 'no',
      words: '请尽快。',
    });
    expect(sent.headers.location).toBe(`/cases/${caseId}?done=escalate`);
    const after = await shown(person, `/cases/${caseId}?done=escalate`);
    expect(after).toContain('案卷已经交出');
    expect(after).toContain('现在由谁办');
    expect(after).toContain('浙江电信用户申诉受理中心');
    expect(after).toContain('等主管部门决定是否受理，最晚 3月9日');
    expect(after).toContain('到期没有决定：打 12300 查询');
    expect((await person.get(address)).statusCode).toBe(303);
  });

  it.each([
    [{ accepted_elsewhere: '' }, '请选：有没有别的机构'],
    [{ accepted_elsewhere: 'yes' }, '同一件事不能再交一处'],
    [{ accepted_elsewhere: 'no', authority_id: 'consumers-cq' }, '不受理这家运营商的申诉'],
    [{ accepted_elsewhere: 'no', authority_id: '' }, '请选一个机构'],
    [{ accepted_elsewhere: 'no', words: 'x'.repeat(4_001) }, '4000'],
  ])('gets everything typed back when something is wrong: %o', async (fields, told) => {
    const { case_id: caseId } = await lives.refused(await flagged());
    const person = await pages.signedIn(PERSON);
    const address = `/cases/${caseId}/escalate`;
    const all = { authority_id: 'appeals-zj', words: '我写过的话', ...fields };
    const reply = await send(person, address, address, all);
    expect(reply.statusCode).toBe(422);
    expect(reply.body).toContain(all.words.slice(0, 50));
    expect(wordsOf(reply.body)).toContain(told);
    expect((await app.as(PERSON).get(`/cases/${caseId}`)).body.status).toBe('refused');
  });

  it('is told why a body declined, in its words, and what to do next', async () => {
    const { case_id: caseId } = await lives.escalated(await flagged());
    const declining = { ground: 'no_prior_complaint', words: '没有看到工单号。' };
    done(await app.as(OFFICER).post(`/cases/${caseId}/decline`, declining), 200);
    const page = await shown(await pages.signedIn(PERSON), `/cases/${caseId}`);
    expect(page).toContain('浙江电信用户申诉受理中心（演示）没有受理');
    expect(page).toContain('还没有先向运营商投诉');
    expect(page).toContain('没有看到工单号。');
    expect(page).toContain('主管部门没有受理 先向运营商投诉');
    expect(page).toContain('再交上来');
    expect(page).toContain('交给主管部门');
  });

  it('is told when the body let its time pass', async () => {
    const { case_id: caseId } = await lives.escalated(await flagged());
    app.clock.advance(10 * DAY);
    expect(await shown(await pages.signedIn(PERSON), `/cases/${caseId}`)).toContain('还没有决定是否受理');
  });

  it('does not find the page of somebody else’s case, nor one that is not open yet', async () => {
    const { case_id: caseId } = await lives.refused(await flagged());
    expect((await (await pages.signedIn('wang-jianguo')).get(`/cases/${caseId}/escalate`)).statusCode).toBe(404);
    const { case_id: early } = await lives.inReview(await flagged());
    const reply = await (await pages.signedIn(PERSON)).get(`/cases/${early}/escalate`);
    expect(reply.headers.location).toBe(`/cases/${early}`);
  });

  it('in Chongqing is offered the consumer body before the carrier has answered', async () => {
    const { case_id: caseId } = await lives.appealed(await flagged('CN-CQ'));
    const person = await pages.signedIn(PERSON);
    expect(await shown(person, `/cases/${caseId}`)).toContain('重庆：可以直接找消费者组织');
    const page = await shown(person, `/cases/${caseId}/escalate`);
    expect(page).toContain('重庆消费者组织');
    expect(page).toContain('没有规定它几天内答复');
  });

  it('finds the way outside where no body of the province is connected', async () => {
    const { case_id: caseId } = await lives.refused(await flagged('CN-JL'));
    const person = await pages.signedIn(PERSON);
    expect(await shown(person, `/cases/${caseId}`)).toContain('010-12300');
    expect(await shown(person, `/cases/${caseId}/escalate`)).toContain('还没有接入清标');
  });
});

describe('an officer', () => {
  it('works from the queue through a file to a settlement that orders the lift', async () => {
    const { case_id: caseId, reference, flag_ids } = await lives.escalated(await flagged());
    const officer = await pages.signedIn(OFFICER);
    const page = `/authority/cases/${caseId}`;
    expect(await shown(officer, '/authority')).toContain(reference);
    const file = await shown(officer, page);
    for (const words of ['名 lin-xiaoyu', '青禾通信（演示）', '180 个电话', '维持。', '经过', '受理'])
      expect(file, words).toContain(words);
    expect(file).toMatch(/154\*{4}\d{4}/);
    expect((await send(officer, page, `${page}/accept`)).headers.location).toBe(`${page}?done=accept`);
    const taken = await shown(officer, `${page}?done=accept`);
    expect(taken).toContain('已受理');
    expect(taken).toMatch(/交到本机构 3月\d+日 .*本机构受理 3月\d+日/);
    await send(officer, page, `${page}/ask-carrier`, { ask_carrier_words: '请说明依据。' });
    const desk = await pages.signedIn('zhou-min');
    const deskPage = `/desk/cases/${caseId}`;
    expect((await desk.get('/desk/attention')).body).toContain(deskPage);
    const asked = await shown(desk, deskPage);
    expect(asked).toContain('请说明依据。');
    expect(asked).toContain('答复浙江电信用户申诉受理中心');
    expect(asked).toContain('青禾通信（演示）答复主管部门');
    await send(desk, deskPage, `${deskPage}/answer-authority`, { answer_words: '已核实，同意恢复。' });
    expect(await shown(officer, page)).toContain('已核实，同意恢复。');
    await send(officer, page, `${page}/mediate`);
    await send(officer, page, `${page}/settle`, { lift_flag_ids: flag_ids[0], settle_words: '双方同意恢复。' });
    expect((await app.as(PERSON).get(`/cases/${caseId}`)).body.status).toBe('lifting');
    expect(await shown(await pages.signedIn(PERSON), `/cases/${caseId}`)).toContain('双方同意恢复。');
  });

  it.each([
    ['decline', { ground: '', decline_words: '写过的话' }, '请选一个理由'],
    ['decline', { ground: 'made_up', decline_words: '写过的话' }, '请选一个理由'],
    ['say', { say_words: ' ' }, '不能为空|写'],
  ])('gets a refused form back with what was typed: %s %o', async (act, fields, told) => {
    const { case_id: caseId } = await lives.escalated(await flagged());
    const officer = await pages.signedIn(OFFICER);
    const page = `/authority/cases/${caseId}`;
    const reply = await send(officer, page, `${page}/${act}`, fields as Record<string, string>);
    expect(reply.statusCode).toBe(422);
    expect(wordsOf(reply.body)).toMatch(new RegExp(told));
    if ('decline_words' in fields) expect(reply.body).toContain('写过的话');
  });

  it('of another body, and staff of a carrier, find nothing', async () => {
    const { case_id: caseId } = await lives.escalated(await flagged());
    for (const other of ['luo-xia', 'chongqing-officer']) {
      const visitor = await pages.signedIn(other);
      expect((await visitor.get(`/authority/cases/${caseId}`)).statusCode).toBe(404);
      expect(await shown(visitor, '/authority')).not.toContain(caseId);
    }
    const agent = await pages.signedIn('zhou-min');
    expect((await agent.get('/authority')).statusCode).toBe(403);
    expect((await agent.get(`/authority/cases/${caseId}`)).statusCode).toBe(403);
    expect((await (await pages.signedIn(OFFICER)).get('/desk')).statusCode).toBe(403);
    expect((await pages.visitor().get('/authority')).statusCode).toBe(303);
  });

  it('is led to the own desk from a person’s address, and reads clocks with the way back', async () => {
    const { case_id: caseId, clocks } = await lives.escalated(await flagged());
    const officer = await pages.signedIn(OFFICER);
    expect((await officer.get(`/cases/${caseId}`)).headers.location).toBe(`/authority/cases/${caseId}`);
    expect((await officer.get('/mine')).headers.location).toBe('/authority');
    const clock = clocks.find((one: { rule_id: string }) => one.rule_id === 'miit.accept');
    expect((await officer.get(`/clocks/${clock.clock_id}`)).body).toContain(`/authority/cases/${caseId}`);
  });

  it('can be tried out from the demo’s door', async () => {
    const { body } = await pages.visitor().get('/sign-in');
    expect(wordsOf(body)).toContain('主管部门的工作人员');
    expect(body).toContain('value="fang-min"');
  });
});
