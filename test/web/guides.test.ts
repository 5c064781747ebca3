import { expect, test } from 'vitest';
import { useApp } from '../support/app.ts';
import { usePages } from '../support/visitor.ts';

const app = useApp();
const pages = usePages(app);

const get = async (url: string) => pages.visitor().send({ method: 'GET', url });

test('every guide of the sitemap is there, with its source, its day and what machines read, in both languages', async () => {
  const sitemap = await get('/sitemap.xml');
  expect(sitemap.headers['content-type']).toContain('xml');
  const addresses = [...sitemap.body.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, address]) => new URL(address ?? '').pathname,
  );
  expect(addresses.length).toBeGreaterThan(50);
  for (const address of addresses.filter((one) => one.startsWith('/guides/'))) {
    for (const lang of ['zh-CN', 'en']) {
      const { statusCode, body } = await get(`${address}?lang=${lang}`);
      expect(statusCode, address).toBe(200);
      expect(body, address).toContain('2026');
      const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(body) ?? [];
      expect(JSON.parse(json)['@context'], address).toBe('https://schema.org');
      expect(body, address).toContain('og:image');
    }
  }
  expect((await get('/robots.txt')).body).toContain('/sitemap.xml');
  expect((await get('/guides/cause/X9')).statusCode).toBe(404);
});

test('a question in anybody’s words finds the right guide first', async () => {
  const first = async (asked: string) => {
    const { body } = await get(`/guides?q=${encodeURIComponent(asked)}`);
    return [...body.matchAll(/href="(\/guides\/[a-z]+\/[^"]+)"/g)].map(([, href]) => href)[0];
  };
  expect(await first('欠费停机多久恢复')).toBe('/guides/cause/A1');
  expect(await first('别人手机上显示骚扰电话怎么取消')).toBe('/guides/cause/G1');
  expect(await first('公安把我的手机卡停了')).toBe('/guides/cause/E1');
  expect(await first('12300')).toBe('/guides/channel/appeal-centre');
  expect(await first('怎样不再被停')).toBe('/guides/other/prevention');
  expect(await first('卡借给别人')).toBe('/guides/cause/C2');
  expect(await first('一证五号')).toBe('/guides/cause/F1');
  expect(await first('催收')).toBe('/guides/other/dunning');
  expect((await get(`/guides?q=${encodeURIComponent('qzxv')}`)).body).toContain('qzxv');
});

test('a police order never leads to the regulator, and telecom never to the bank line', async () => {
  expect((await get('/guides/cause/E1')).body).not.toContain('向 12300 申诉');
  const bank = (await get('/guides/channel/bank-complaints')).body;
  expect(bank).toContain('电信');
  expect(bank).toContain('不归它管');
});

test('what nobody could confirm says so, and a number that only sends messages is not one to call', async () => {
  expect((await get('/guides/right/SS-4')).body).toContain('未经核实');
  expect((await get('/guides/right/JP-14-16')).body).toContain('没有查到');
  const lookUp = (await get('/guides/channel/one-card')).body;
  expect(lookUp).toContain('10699000');
  expect(lookUp).not.toContain('tel:10699000');
  expect((await get('/guides/other/court')).body).toContain('结果没有核实');
  expect((await get('/guides/cause/labels')).statusCode).toBe(404);
});

test('each letter has a guide that says what it says, cites its articles and leads to the form', async () => {
  const { body } = await get('/guides/letter/demand-for-reasons');
  expect(body).toContain('这封信说什么');
  expect(body).toContain('/guides/right/AF-32c');
  expect(body).toContain('href="/letters/demand-for-reasons"');
  expect((await get('/guides')).body).toContain('/guides/letter/label-appeal');
  expect((await get('/guides/letter/nothing')).statusCode).toBe(404);
});

test('a letter that has no place for a mistake does not ask for one', async () => {
  expect((await get('/letters/carrier-complaint')).body).toContain('id="claims"');
  expect((await get('/letters/authorisation')).body).not.toContain('id="claims"');
});

test('a plan shows the doors of one’s own carrier, and how often a way works only where somebody counted', async () => {
  const unicom = (await get('/plan?code=D1&carrier=china-unicom')).body;
  expect(unicom).toContain('中国联通的门');
  expect(unicom).toContain('tel:10010');
  expect(unicom).not.toContain('tel:10086"');
  expect(unicom).toContain('没有可靠的数据');
  expect((await get('/plan?code=G1')).body).toContain('103 万');
  expect((await get('/plan?code=D1&carrier=__proto__')).statusCode).toBe(200);
});
