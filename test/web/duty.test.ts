import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../support/app.ts';
import { done, Lives } from '../support/lives.ts';
import { usePages, wordsOf } from '../support/visitor.ts';

const app = useApp();
const lives = new Lives(app);
const pages = usePages(app);
const DAY = 86_400_000;
const flagged = async () => lives.suspected((await lives.line()).mobile);

beforeAll(async () => {
  await lives.refused(await flagged());
  await lives.appealed(await flagged());
  app.clock.advance(20 * DAY);
  await lives.appealed(await flagged());
});

const board = async (actorId: string, query = '') => done(await app.as(actorId).get(`/duty${query}`), 200);

describe('over the interface', () => {
  it('tells a carrier how it keeps its time', async () => {
    const found = await board('zhao-lei');
    expect(found.total.counts).toEqual({ on_time: 1, late: 0, unanswered: 1, running: 1, ended_otherwise: 0 });
    expect(found.total).toMatchObject({ counted: 2, small: true, on_time: { share: 0.5 } });
    expect(found.carrier_waits).toMatchObject([
      { key: 'qinghe', rule_id: 'carrier.reply', median: { days: 20, at_least: true }, waits: 3 },
    ]);
    expect(found.months.map(({ key }: { key: string }) => key)).toEqual(['2026-03', '2026-04']);
    expect(found.province).toBeNull();
  });

  it('shows a body the companies of its province, bound to it whatever is asked', async () => {
    expect((await board('fang-min')).total.counted).toBe(2);
    expect(await board('fang-min', '?province=CN-CQ')).toMatchObject({ province: 'CN-ZJ', total: { counted: 2 } });
    expect(await board('chongqing-officer', '?province=CN-ZJ')).toMatchObject({
      province: 'CN-CQ',
      total: { counted: 0, on_time: null },
      cells: [],
    });
  });

  it('shows a carrier nothing of another', async () => {
    expect((await board('lanqiao-agent')).cells).toEqual([]);
    const asked = await board('lanqiao-agent', '?carrier_id=qinghe');
    expect(asked.cells).toEqual([]);
    expect(asked.carrier_names.map(({ carrier_id }: { carrier_id: string }) => carrier_id)).toEqual(['lanqiao']);
  });

  it.each(['lin-xiaoyu', 'somebodys-officer'])('is refused to %s', async (actorId) => {
    expect((await app.as(actorId).get('/duty')).status).toBe(403);
  });

  it('is cut by the day on which a period ends, by cause and by rule', async () => {
    const counted = async (query: string) => {
      const { total } = await board('zhao-lei', query);
      return total.counted + total.counts.running;
    };
    expect(await counted('?to=2026-03-31')).toBe(2);
    expect(await counted('?from=2026-04-01')).toBe(1);
    expect(await counted('?cause=arrears')).toBe(0);
    expect(await counted('?rule_id=carrier.reopen')).toBe(0);
    expect((await app.as('zhao-lei').get('/duty?rule_id=ours.follow_up')).status).toBe(400);
  });
});

describe('the page', () => {
  it('has plots that obey the page’s own rules, each with its numbers and its data', async () => {
    const visitor = await pages.signedIn('zhao-lei');
    const { body, statusCode, headers } = await visitor.get('/desk/duty');
    expect(statusCode).toBe(200);
    expect(headers['content-security-policy']).toContain("style-src 'self'");
    expect(body).not.toMatch(/<[^>]* style=|<style/);
    const figures = body.match(/<figure/g) ?? [];
    expect(figures.length).toBe(4);
    expect(body.match(/<svg class="chart"[^>]*role="img"[^>]*><title[^>]*>[^<]+<\/title><desc/g)).toHaveLength(8);
    expect(wordsOf(body)).toContain('已有结果的 2 件里');
    expect(wordsOf(body)).toContain('中位 ≥20.0 天，九成 ≥20.0 天');
    expect(body).toContain('/desk/duty/carriers.csv');
    expect(body).toContain('/desk/duty/carrier-waits.json?rule=carrier.reply');
  });

  it('gives the data of a plot under the same filters, as CSV that Excel reads and as JSON', async () => {
    const visitor = await pages.signedIn('zhao-lei');
    const csv = await visitor.get('/desk/duty/carriers.csv?to=2026-03-31');
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(csv.headers['content-disposition']).toMatch(/^attachment; filename="duty-carriers-2026-03-\d\d.csv"$/);
    const [head, row, rest] = csv.body.split('\r\n');
    expect(head).toBe(
      '\ufeff运营商代码,运营商,按时,超期才办,至今没办,有结果,按时率,区间下限,区间上限,数量少,没到期,另外了结',
    );
    expect(row).toBe('qinghe,青禾通信（演示）,1,0,1,2,0.5,0.0945,0.9055,true,0,0');
    expect(rest).toBe('');
    const { rows } = (await visitor.get('/desk/duty/months.json')).json();
    expect(rows).toMatchObject([
      { month: '2026-03', counted: 2, on_time: 1 },
      { month: '2026-04', running: 1 },
    ]);
    expect((await visitor.get('/desk/duty/cells.csv?cause=arrears')).body).toMatch(/^\ufeff运营商代码,[^\r]*\r\n$/);
    expect((await visitor.get('/desk/duty/people.csv')).statusCode).toBe(404);
  });

  it('speaks English, and says what to do where nothing is found', async () => {
    const visitor = await pages.signedIn('zhao-lei');
    expect(wordsOf((await visitor.get('/desk/duty?lang=en')).body)).toContain('How carriers keep their time');
    const empty = await visitor.get('/desk/duty?from=2030-01-01&lang=zh-CN');
    expect(wordsOf(empty.body)).toContain('这段时间没有到期的时限');
  });

  it('is at the desk of a body too, and at no other’s', async () => {
    const officer = await pages.signedIn('fang-min');
    const shown = await officer.get('/authority/duty');
    expect(shown.statusCode).toBe(200);
    expect(wordsOf(shown.body)).toContain('浙江的公司');
    expect(shown.body).toContain('/authority/duty/carriers.csv');
    expect((await officer.get('/desk/duty')).statusCode).toBe(403);
    expect((await (await pages.signedIn('zhao-lei')).get('/authority/duty')).statusCode).toBe(403);
    expect((await (await pages.signedIn('lin-xiaoyu')).get('/desk/duty')).statusCode).toBe(403);
    expect((await (await pages.signedIn('lin-xiaoyu')).get('/desk/duty/cells.json')).statusCode).toBe(403);
  });
});
