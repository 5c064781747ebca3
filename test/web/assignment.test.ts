import { describe, expect, it } from 'vitest';
import { useApp } from '../support/app.ts';
import type { Body } from '../support/client.ts';
import { done, Lives } from '../support/lives.ts';
import type { Fields, Visitor } from '../support/visitor.ts';
import { usePages, wordsOf } from '../support/visitor.ts';

const app = useApp();
const lives = new Lives(app);
const pages = usePages(app);
const WORDS = '通话为送货联系，我看过了全部记录。';
const DECISION = { finding: 'misjudged', rule_relied: 'AF-32c', decide_words: WORDS };

async function inReview(): Promise<string> {
  const { mobile } = await lives.line();
  return (await lives.inReview(await lives.suspected(mobile), 'zhou-min')).case_id;
}

async function press(visitor: Visitor, page: string, action: string, fields: Fields = {}) {
  return visitor.post(action, { ...(await visitor.hiddenOf(page, action)), ...fields });
}

const of = (caseId: string): Promise<Body> =>
  app
    .as('zheng-jie')
    .get(`/cases/${caseId}`)
    .then((reply) => done(reply, 200));

describe('a case at the desk', () => {
  it('is claimed, put back, handed over and taken over from its own page', async () => {
    const caseId = await inReview();
    const page = `/desk/cases/${caseId}`;
    const [first, second] = [await pages.signedIn('zhou-min'), await pages.signedIn('zhao-lei')];
    expect((await press(first, page, `${page}/claim`)).headers.location).toBe(`${page}?done=claim`);
    expect(wordsOf((await first.get(page)).body)).toContain('在你手里');
    expect(wordsOf((await second.get(page)).body)).toContain('zhou-min在办');
    expect((await press(first, page, `${page}/hand-over`, { to: 'zhao-lei' })).statusCode).toBe(303);
    expect((await of(caseId)).assignees.desk.id).toBe('zhao-lei');
    expect((await press(second, page, `${page}/release`)).statusCode).toBe(303);
    expect((await of(caseId)).assignees.desk).toBeNull();
    await press(second, page, `${page}/claim`);
    expect((await press(first, page, `${page}/take-over`)).headers.location).toBe(`${page}?done=take_over`);
    const { number_id: numberId, assignees } = await of(caseId);
    expect(assignees.desk.id).toBe('zhou-min');
    await press(second, page, `${page}/take-over`);
    const journal = wordsOf((await second.get(`/desk/numbers/${numberId}/timeline`)).body);
    for (const words of ['接手', '交给zhao-lei', '放回队列', '从zhao-lei手里接过来', '从zhou-min手里接过来'])
      expect(journal).toContain(words);
  });

  it('is due on the team page at the moment that its own page names', async () => {
    const caseId = await inReview();
    const reader = await pages.signedIn('zheng-jie');
    const due = /截止 (\S+ 周. 23:59)/.exec(wordsOf((await reader.get(`/desk/cases/${caseId}`)).body))?.[1];
    expect(due).toBeDefined();
    const team = wordsOf((await reader.get('/desk/team')).body);
    expect(team).toContain(due);
    expect(team).not.toMatch(/周. 00:00/);
  });

  it('tells the second who claims it, on the page of the case', async () => {
    const caseId = await inReview();
    const page = `/desk/cases/${caseId}`;
    const second = await pages.signedIn('qian-feng');
    const form = await second.hiddenOf(page, `${page}/claim`);
    done(await app.as('zhou-min').post(`/cases/${caseId}/claim`), 200);
    const told = await second.post(`${page}/claim`, form);
    expect(told.statusCode).toBe(422);
    expect(wordsOf(told.body)).toContain('zhou-min正在办这个案');
  });

  it('keeps what a second reviewer wrote, and puts it back into the form once taken over', async () => {
    const caseId = await inReview();
    const page = `/desk/cases/${caseId}`;
    const second = await pages.signedIn('qian-feng');
    const form = await second.hiddenOf(page, `${page}/decide`);
    done(await app.as('zhao-lei').post(`/cases/${caseId}/claim`), 200);
    const refused = await second.post(`${page}/decide`, { ...form, ...DECISION });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('zhao-lei正在办这个案');
    expect(wordsOf(refused.body)).toContain(WORDS);
    const taking = refused.body.split('<form').find((part) => part.includes(`action="${page}/take-over"`)) ?? '';
    const carried = Object.fromEntries(
      [...taking.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
    );
    const taken = await second.post(`${page}/take-over`, carried);
    expect(taken.statusCode).toBe(200);
    expect(taken.body).toMatch(new RegExp(`<textarea[^>]*name="decide_words"[^>]*>${WORDS}</textarea>`));
    expect(taken.body).toMatch(/value="misjudged"[^>]*checked|checked[^>]*value="misjudged"/);
    expect((await of(caseId)).assignees.desk.id).toBe('qian-feng');
  });

  it('names who took it over, to whoever was still writing', async () => {
    const caseId = await inReview();
    const page = `/desk/cases/${caseId}`;
    done(await app.as('zhao-lei').post(`/cases/${caseId}/claim`), 200);
    const first = await pages.signedIn('zhao-lei');
    const form = await first.hiddenOf(page, `${page}/decide`);
    done(await app.as('qian-feng').post(`/cases/${caseId}/take-over`), 200);
    const refused = await first.post(`${page}/decide`, { ...form, ...DECISION });
    expect(refused.statusCode).toBe(422);
    expect(wordsOf(refused.body)).toMatch(/qian-feng在.*把这个案从你手里接过去了。\s*这一步没有做/);
    expect(wordsOf(refused.body)).toContain(WORDS);
  });

  it('is not handed to nobody, nor to somebody away, and says so at the field', async () => {
    const caseId = await inReview();
    const page = `/desk/cases/${caseId}`;
    const visitor = await pages.signedIn('zhou-min');
    await press(visitor, page, `${page}/claim`);
    const empty = await press(visitor, page, `${page}/hand-over`, { to: '' });
    expect([empty.statusCode, empty.body.includes('id="to-error"')]).toEqual([422, true]);
    const from = app.clock.now();
    const until = new Date(Date.parse(from) + 86_400_000).toISOString();
    const said = await app.as('zhao-lei').post('/me/absences', { from, until, deputy_id: 'qian-feng' });
    const away = await press(visitor, page, `${page}/hand-over`, { to: 'zhao-lei' });
    expect(away.statusCode).toBe(422);
    expect(wordsOf(away.body)).toContain('zhao-lei在请假，由qian-feng代管');
    await app.as('zhao-lei').delete(`/me/absences/${said.body.absence_id}`);
  });
});

describe.each([
  ['/desk', 'zhou-min', 'zhao-lei'],
  ['/authority', 'fang-min', 'gu-yan'],
])('the team at %s', (root, actorId, deputy) => {
  it('shows who has what, gives the next case, and takes absences', async () => {
    const { mobile } = await lives.line();
    const flagId = await lives.suspected(mobile);
    if (root === '/desk') await lives.appealed(flagId);
    else await lives.escalated(flagId);
    const visitor = await pages.signedIn(actorId);
    const team = `${root}/team`;
    const taken = await press(visitor, team, `${team}/next`);
    expect(taken.headers.location).toMatch(new RegExp(`^${root}/cases/[^?]+\\?done=claim$`));
    expect(wordsOf((await visitor.get(taken.headers.location as string)).body)).toContain('在你手里');
    const mine = await visitor.get(`${root}?assignee=mine`);
    expect(mine.body).toContain((taken.headers.location as string).split('?')[0]);
    const wrong = await press(visitor, team, `${team}/away`, {
      from: '2026-03-05',
      until: '2026-03-04',
      deputy_id: deputy,
    });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('id="until-error"');
    expect(wrong.body).toContain('value="2026-03-05"');
    expect((await press(visitor, team, `${team}/away`, { from: '明天', until: '' })).body).toContain('id="from-error"');
    const absence = { from: '2026-03-01', until: '2026-03-06', deputy_id: deputy };
    expect((await press(visitor, team, `${team}/away`, absence)).headers.location).toBe(`${team}?done=absence`);
    const shown = await (await pages.signedIn(deputy)).get(team);
    expect(wordsOf(shown.body)).toContain(`代管：${deputy}`);
    expect((await (await pages.signedIn(deputy)).get(`${root}?assignee=away`)).body).toContain('请假中');
    const forms = (await visitor.formsOn(team)).filter(({ names }) => names.includes('absence_id'));
    expect(forms).toHaveLength(1);
    expect((await visitor.post(`${team}/away`, forms[0]?.hidden ?? {})).headers.location).toBe(
      `${team}?done=come_back`,
    );
    expect(wordsOf((await visitor.get(team)).body)).not.toContain('代管：');
  });

  it('is nobody else’s', async () => {
    const other = await pages.signedIn(root === '/desk' ? 'fang-min' : 'zhou-min');
    expect((await other.get(`${root}/team`)).statusCode).toBe(403);
    expect((await (await pages.signedIn('lin-xiaoyu')).get(`${root}/team`)).statusCode).toBe(403);
    const { csrf = '' } = await other.hiddenOf('/', '/check');
    expect((await other.post(`${root}/team/next`, { csrf })).statusCode).toBe(403);
    expect((await other.post(`${root}/team/away`, { csrf, from: '2026-03-01', until: '2026-03-06' })).statusCode).toBe(
      403,
    );
  });
});

it('an auditor sees the team and is asked for nothing', async () => {
  const auditor = await pages.signedIn('zheng-jie');
  expect((await auditor.formsOn('/desk/team')).map(({ action }) => action)).not.toContain('/desk/team/next');
  expect((await auditor.formsOn('/desk')).map(({ action }) => action)).not.toContain('/desk/team/next');
});
