import { expect, onTestFinished, test } from 'vitest';
import { createSmsOperator, type SmsMode } from '../../simulator/sms-operator.ts';
import { createHttpSms } from '../../src/adapters/sms-http.ts';
import { always, startRecorder } from '../adapters/recorder.ts';
import { eventually } from './eventually.ts';

const MESSAGE = { deliveryId: 'delivery_1_sms', to: '+8615400000002', text: '【清标】你的号码已恢复。' };
const NEXT = { ...MESSAGE, deliveryId: 'delivery_2_sms' };

async function startOperator(
  mode: SmsMode,
  options: { delayMs?: number; answer?: Parameters<typeof startRecorder>[0] } = {},
) {
  const receipts = await startRecorder(options.answer ?? always(202));
  const operator = createSmsOperator({
    port: 0,
    token: 'a-token',
    receiptUrl: `${receipts.url}/api/v1/sms/receipts`,
    receiptToken: 'a-receipt-token',
    mode,
    delayMs: options.delayMs ?? 0,
  });
  await operator.start();
  onTestFinished(() => operator.stop());
  const reported = () => receipts.calls.map(({ body }) => JSON.parse(body));
  return { operator, receipts, reported, sms: createHttpSms({ url: operator.url, token: 'a-token' }) };
}

const DELIVERED = { delivery_id: 'delivery_1_sms', status: 'delivered', code: null };

test('normal: takes a message and reports it delivered, showing the receipt token', async () => {
  const { operator, receipts, reported, sms } = await startOperator('normal');
  expect(await sms.send(MESSAGE)).toEqual({ taken: true, messageId: 'sms-1' });
  await eventually(() => expect(reported()).toEqual([DELIVERED]));
  expect(receipts.calls[0]).toMatchObject({ method: 'POST', path: '/api/v1/sms/receipts' });
  expect(receipts.calls[0]?.headers.authorization).toBe('Bearer a-receipt-token');
  expect(operator.taken).toEqual([{ messageId: 'sms-1', ...MESSAGE, times: 1 }]);
});

test('a repeated delivery is the same message, reported once', async () => {
  const { operator, reported, sms } = await startOperator('normal');
  const first = await sms.send(MESSAGE);
  expect(await sms.send(MESSAGE)).toEqual(first);
  await sms.send(NEXT);
  await eventually(() => expect(reported().map((one) => one.delivery_id)).toContain(NEXT.deliveryId));
  expect(reported().map((one) => one.delivery_id)).toEqual([MESSAGE.deliveryId, NEXT.deliveryId]);
  expect(operator.taken.map(({ times }) => times)).toEqual([2, 1]);
});

test('slow: takes the message late and reports it after that', async () => {
  const { reported, sms } = await startOperator('slow', { delayMs: 300 });
  const taking = sms.send(MESSAGE).then((taken) => ({ taken, before: reported() }));
  expect(await taking).toEqual({ taken: { taken: true, messageId: 'sms-1' }, before: [] });
  await eventually(() => expect(reported()).toEqual([DELIVERED]));
});

test('failing: refuses by code; once it works again, the same delivery is taken', async () => {
  const { operator, sms } = await startOperator('failing');
  expect(await sms.send(MESSAGE)).toEqual({ taken: false, code: 'destination_barred' });
  expect(operator.taken).toEqual([]);
  operator.setMode('silent');
  expect(await sms.send(MESSAGE)).toEqual({ taken: true, messageId: 'sms-1' });
});

test('down: the connection breaks, so that the sender throws and tries again', async () => {
  const { operator, sms } = await startOperator('down');
  await expect(sms.send(MESSAGE)).rejects.toThrow('fetch failed');
  expect(operator.taken).toEqual([]);
});

test('duplicate: reports twice', async () => {
  const { reported, sms } = await startOperator('duplicate');
  await sms.send(MESSAGE);
  await eventually(() => expect(reported()).toEqual([DELIVERED, DELIVERED]));
});

test('silent: takes the message and never reports it', async () => {
  const { operator, reported, sms } = await startOperator('silent');
  expect(await sms.send(MESSAGE)).toMatchObject({ taken: true });
  operator.setMode('normal');
  await sms.send(NEXT);
  await eventually(() => expect(reported()).toHaveLength(1));
  expect(reported()[0].delivery_id).toBe(NEXT.deliveryId);
});

test('undeliverable: reports a failure by code', async () => {
  const { reported, sms } = await startOperator('undeliverable');
  expect(await sms.send(MESSAGE)).toMatchObject({ taken: true });
  await eventually(() =>
    expect(reported()).toEqual([{ delivery_id: MESSAGE.deliveryId, status: 'failed', code: 'handset_absent' }]),
  );
});

test('a receipt that is not taken for the moment is told again', async () => {
  const { operator, reported, sms } = await startOperator('normal', {
    answer: (call, reply, before) => always(before.length === 0 ? 503 : 202)(call, reply),
  });
  await sms.send(MESSAGE);
  await eventually(() => expect(reported()).toEqual([DELIVERED, DELIVERED]));
  expect(operator.faults).toEqual([]);
});

test('a receipt that is refused is not told again, and is seen', async () => {
  const { operator, reported, sms } = await startOperator('normal', { answer: always(401) });
  await sms.send(MESSAGE);
  await eventually(() => expect(operator.faults).toEqual(['the receipt was answered with 401']));
  expect(reported()).toHaveLength(1);
});

test('a sender without the token is refused, and so is what is no message', async () => {
  const { operator } = await startOperator('normal');
  expect(await createHttpSms({ url: operator.url, token: 'wrong' }).send(MESSAGE)).toEqual({
    taken: false,
    code: 'bad_token',
  });
  const authorization = 'Bearer a-token';
  const answer = await fetch(operator.url, { method: 'POST', headers: { authorization }, body: '[]' });
  expect([answer.status, await answer.json()]).toEqual([400, { code: 'bad_message' }]);
  expect(operator.taken).toEqual([]);
});

test('stopped, it reports nothing more and lets its port go', async () => {
  const { operator, receipts, sms } = await startOperator('normal', { delayMs: 5_000 });
  const { url } = operator;
  await sms.send(MESSAGE);
  await operator.stop();
  await expect(createHttpSms({ url, token: 'a-token' }).send(NEXT)).rejects.toThrow('fetch failed');
  expect(receipts.calls).toEqual([]);
});
