import { expect, onTestFinished, test } from 'vitest';
import { createSmsOperator } from '../../simulator/sms-operator.ts';
import { always } from '../adapters/recorder.ts';
import { startCarrier } from './fake-product.ts';

const NUMBER = '+8615400000001';
const AT = '2026-03-02T02:00:00.000Z';
const JSON_TYPE = { 'content-type': 'application/json' };

async function ask(url: string, path: string, body: unknown, headers: Record<string, string> = JSON_TYPE) {
  const answer = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: answer.status, body: (await answer.json()) as { code?: string; done?: unknown; known?: string[] } };
}

async function startOrdered(answers: Parameters<typeof startCarrier>[1] = {}) {
  const operator = createSmsOperator({ port: 0, token: 't', receiptUrl: 'http://127.0.0.1:1/', receiptToken: 'r' });
  await operator.start();
  onTestFinished(() => operator.stop());
  const { product, carrier } = await startCarrier({ operator, now: () => AT }, answers);
  const told = () => product.bodiesOf('/facts');
  return {
    operator,
    carrier,
    product,
    told,
    act: (what: string, more: object = {}) => ask(carrier.url, '/do', { what, number: NUMBER, ...more }),
  };
}

test('tells what it can and how everything behaves', async () => {
  const { carrier } = await startOrdered();
  const told = await (await fetch(carrier.url)).json();
  expect(Object.keys(told.modes)).toEqual(['switch', 'sms_gateway', 'data_gateway', 'crm']);
  expect(told.sms_operator).toMatchObject({ mode: 'normal', taken: 0 });
  expect(told.do).toEqual(
    expect.arrayContaining(['bill', 'overdue', 'pay', 'pay_twice', 'pay_short', 'usage', 'verify']),
  );
});

test('sets the mode of a system, of one number, and of the operator', async () => {
  const { carrier, operator } = await startOrdered();
  await ask(carrier.url, '/control', { system: 'switch', mode: 'fail', delay_ms: 7, code: 'busy' });
  await ask(carrier.url, '/control', { system: 'crm', mode: 'silent', number: NUMBER });
  await ask(carrier.url, '/control', { system: 'sms_operator', mode: 'duplicate' });
  expect(carrier.switches.modes).toMatchObject({
    switch: { mode: 'fail', delayMs: 7, code: 'busy' },
    crm: { mode: 'confirm' },
    [`crm ${NUMBER}`]: { mode: 'silent' },
  });
  expect(operator.mode).toBe('duplicate');
});

test.each([
  ['/control', { system: 'telex', mode: 'fail' }, 'unknown_system'],
  ['/control', { system: 'switch', mode: 'duplicate' }, 'unknown_mode'],
  ['/control', { system: 'sms_operator', mode: 'confirm' }, 'unknown_mode'],
  ['/do', { what: 'rob', number: NUMBER }, 'unknown_what'],
  ['/do', { what: 'pay' }, 'number_missing'],
  ['/do', [], 'bad_json'],
])('%s refuses %j by name', async (path, body, code) => {
  const { carrier } = await startOrdered();
  const answer = await ask(carrier.url, path, body);
  expect([answer.status, answer.body.code]).toEqual([400, code]);
});

test('takes no orders from the page of a browser', async () => {
  const { carrier, told } = await startOrdered();
  const order = { what: 'usage', number: NUMBER };
  expect((await ask(carrier.url, '/do', order, { 'content-type': 'text/plain' })).status).toBe(415);
  expect((await fetch(`${carrier.url}/elsewhere`)).status).toBe(404);
  expect(told()).toEqual([]);
});

test('a bill is issued, goes overdue and is paid, each told once with the bill’s own id', async () => {
  const { act, told } = await startOrdered();
  await act('bill', { bill_id: 'b-1', amount_fen: 8800, due_date: '2026-01-31' });
  await act('overdue');
  await act('pay', { payment_id: 'p-1' });
  expect(told()).toEqual([
    {
      mobile_number: NUMBER,
      source_id: 'b-1',
      at: AT,
      fact: { kind: 'bill_issued', bill_id: 'b-1', amount_fen: 8800, due_date: '2026-01-31' },
    },
    {
      mobile_number: NUMBER,
      source_id: 'b-1-overdue-31',
      at: AT,
      fact: { kind: 'bill_overdue', bill_id: 'b-1', overdue_days: 31, overdue_fen: 8800 },
    },
    {
      mobile_number: NUMBER,
      source_id: 'p-1',
      at: AT,
      fact: { kind: 'payment_received', payment_id: 'p-1', amount_fen: 8800, bill_id: 'b-1' },
    },
  ]);
});

test('paying twice tells one payment under two names', async () => {
  const { act, told } = await startOrdered();
  await act('pay_twice', { bill_id: 'b-1', amount_fen: 5000, payment_id: 'p-1' });
  expect(told().map(({ source_id: sourceId }) => sourceId)).toEqual(['p-1-bank', 'p-1-counter']);
  expect(told().map(({ fact }) => (fact as { payment_id: string }).payment_id)).toEqual(['p-1', 'p-1']);
});

test('pays what the product says is owed, or one fen too little', async () => {
  const flags = [
    { owed_fen: 0, reasons: { lift_condition: { kind: 'verified', check: 'real_person' } } },
    { owed_fen: 4321, reasons: { lift_condition: { kind: 'paid', bill_ids: ['b-7'] } } },
  ];
  const { act, told } = await startOrdered({ 'POST /api/v1/standing': always(200, { flags }) });
  await act('pay');
  await act('pay_short');
  expect(told().map(({ fact }) => fact)).toMatchObject([
    { bill_id: 'b-7', amount_fen: 4321 },
    { bill_id: 'b-7', amount_fen: 4320 },
  ]);
});

test('an order that cannot be done says why', async () => {
  const { act } = await startOrdered();
  expect(await act('pay')).toMatchObject({ status: 502, body: { code: 'not_done' } });
});

test('what the product refuses is passed on with its code', async () => {
  const problem = { code: 'line.none', status: 409 };
  const { act } = await startOrdered({ 'POST /api/v1/facts': always(409, problem) });
  expect(await act('usage')).toEqual({ status: 409, body: { code: 'line.none', problem } });
});
