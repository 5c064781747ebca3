import { describe, expect, it } from 'vitest';
import { POLICY } from '../../seed/city.ts';
import { workBackTests } from '../../src/app/back-tests/work-back-tests.ts';
import { shanghaiDate } from '../../src/domain/clocks/plain-date.ts';
import { useApp } from '../support/app.ts';
import { Lives } from '../support/lives.ts';
import type { Fields, Visitor } from '../support/visitor.ts';
import { usePages, wordsOf } from '../support/visitor.ts';

const app = useApp();
const lives = new Lives(app);
const pages = usePages(app);
const DRAFT = `/desk/policies/${POLICY.policyId}/2`;
const TESTS = `${DRAFT}/back-tests`;

/** Sends a form of ours, with what proves that it came from a page. */
async function send(visitor: Visitor, url: string, fields: Fields = {}) {
  const [form] = await visitor.formsOn('/desk');
  return visitor.post(url, { csrf: form?.hidden['csrf'] ?? '', ...fields });
}

describe('a back-test on its pages', () => {
  it('is asked for, shows how far it is, then its plots, its lines and its files', async () => {
    const { mobile } = await lives.line();
    await lives.suspected(mobile);
    app.clock.advance(86_400_000);
    const owner = await pages.signedIn('sun-li');
    await send(owner, '/desk/policies');
    expect((await owner.get(DRAFT)).body).toContain(`href="${TESTS}"`);
    const typed = { act: 'remove', was: 'short-calls' };
    await send(owner, `${DRAFT}/rules/${POLICY.rules.findIndex(({ ruleId }) => ruleId === 'short-calls')}`, typed);

    const today = shanghaiDate(app.clock.now());
    const wrong = await send(owner, TESTS, { from_day: '2026-02-31', until_day: today, against: 'in_force' });
    expect(wrong.statusCode).toBe(422);
    expect(wordsOf(wrong.body)).toContain('请填一个日期');
    expect(wrong.body).toContain('value="2026-02-31"');
    const asked = await send(owner, TESTS, { from_day: '2026-01-01', until_day: today, against: 'in_force' });
    const here = (asked.headers.location ?? '').replace('?done=asked', '');
    expect(here).toMatch(/^\/desk\/back-tests\/backtest_/);
    const running = (await owner.get(`${here}?done=asked`)).body;
    expect(running).toContain('http-equiv="refresh"');
    expect(wordsOf(running)).toContain('回测已开始');
    await workBackTests(app.ctx);

    const found = (await owner.get(here)).body;
    expect(found).not.toContain('http-equiv="refresh"');
    expect(wordsOf(found)).toContain('逐条看结果不同的线路（1 条）');
    expect(found.match(/<svg class="chart"/g)?.length).toBe(2);
    const changes = wordsOf((await owner.get(`${here}/changes`)).body);
    expect(changes).toContain('这一版放过');
    expect(changes).not.toContain(mobile.slice(3));
    const csv = await owner.get(`${here}/data/causes.csv`);
    expect(csv.headers['content-disposition']).toContain('back-test-causes-');
    expect(csv.body.split('\r\n')[1]).toMatch(/^suspicion,风控疑似,1,1,0,0,1,0,/);
    const all = JSON.parse((await owner.get(`${here}/data/all.json`)).body);
    expect(all).toMatchObject({ status: 'done', rules: [{ rule: 'short-calls', base_flags: 1, draft_flags: 0 }] });
    expect((await owner.get(`${here}/data/nothing.csv`)).statusCode).toBe(404);
    expect(wordsOf((await owner.get(TESTS)).body)).toContain('1 → 0');

    const agent = await pages.signedIn('zhou-min');
    expect((await agent.get(here)).statusCode).toBe(200);
    expect((await agent.get(TESTS)).body).not.toContain('name="from_day"');
    expect((await send(agent, TESTS, { from_day: '2026-01-01', until_day: today })).statusCode).toBe(403);
  });
});
