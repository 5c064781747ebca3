import { describe, expect, it } from 'vitest';
import { ENDPOINTS } from '../../src/api/endpoints.ts';
import { OPERATOR_TOKEN, useApp } from '../support/app.ts';
import { tokenOf } from '../support/factories.ts';

const app = useApp();
const CALLERS = ['qinghe-systems', 'zhao-lei', 'lin-xiaoyu', 'fang-min'].map(tokenOf);
const IDS = [
  'x',
  '%00',
  '%E4%BD%A0',
  '__proto__',
  '..%2f..',
  '9999999999999999999',
  ...['case', 'flag', 'lift', 'clock', 'notice', 'attention', 'evidence'].flatMap((kind) => [
    `${kind}_zzzzzzzzzzzzz_1`,
    `${kind}_1_1`,
  ]),
];
const QUERIES = [
  'limit=0',
  'limit=９',
  'limit=1&limit=2',
  'cursor=x',
  'cursor=WyJhIiwiYiJd',
  'status=%00',
  'case_id=%00',
  'assignee=%00',
];
const BODIES: readonly string[] = [
  '',
  '[]',
  'null',
  '9007199254740993',
  '"\\u0000"',
  '{"__proto__":{"x":1}}',
  '{"words":"\\u0000"}',
  '{"words":["x"]}',
  '{"mobile_number":"１５４００００００００"}',
  `{"words":"${'x'.repeat(10_000)}"}`,
];
const ODD_HEADERS: readonly Record<string, string>[] = [
  { 'idempotency-key': 'x'.repeat(10_000) },
  { 'if-match': 'nonsense' },
  { 'content-type': 'text/xml' },
  { 'content-type': 'application/json; charset=gbk' },
  { 'accept-language': ',,;q=x' },
  { purpose: '\u0001' },
];

/** A reply is honest when it is a success or names what is wrong, and is among those that the endpoint declares. */
async function ask(method: 'GET' | 'POST' | 'DELETE', url: string, headers: Record<string, string>, payload?: string) {
  const reply = await app.http.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
  const told = `${method} ${url} ${JSON.stringify(headers).slice(0, 120)} ${payload?.slice(0, 60)}: ${reply.body.slice(0, 300)}`;
  expect(reply.statusCode, told).toBeLessThan(500);
  if (reply.statusCode >= 400) expect(reply.json().code, told).toMatch(/^[a-z]+\.[a-z0-9_]+$/);
}

describe('never fails, whoever asks for whatever', () => {
  it.each(ENDPOINTS.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))(
    '%s',
    async (_, { method, path, multipart }) => {
      const tokens = path.startsWith('/sms') ? [OPERATOR_TOKEN] : CALLERS;
      for (const token of tokens) {
        const headers = { authorization: `Bearer ${token}` };
        const json = { ...headers, 'content-type': 'application/json' };
        const addressed = (id: string) => `/api/v1${path.replace(/:[a-z_]+/g, id)}`;
        const hasId = path.includes(':');
        for (const id of hasId ? IDS : ['']) await ask(method, addressed(id), headers);
        if (method === 'GET')
          for (const query of QUERIES) await ask(method, `${addressed('case_1_1')}?${query}`, headers);
        if (method === 'GET') continue;
        for (const body of BODIES) await ask(method, addressed('case_1_1'), json, body);
        for (const odd of ODD_HEADERS) await ask(method, addressed('case_1_1'), { ...json, ...odd }, '{}');
        if (multipart) {
          const upload = { ...headers, 'content-type': 'multipart/form-data; boundary=x' };
          for (const body of [
            '',
            '--x',
            '--x\r\n\r\n\r\n--x--',
            '--x\r\ncontent-disposition: form-data; name="file"; filename="\u0000"\r\n\r\nx\r\n--x--',
          ])
            await ask(method, addressed('case_1_1'), upload, body);
        }
      }
    },
  );
});
