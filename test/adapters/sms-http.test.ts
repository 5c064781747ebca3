import { expect, test, vi } from 'vitest';
import { createHttpSms, createNoSms } from '../../src/adapters/sms-http.ts';
import { always, hurry, startRecorder } from './recorder.ts';

const MESSAGE = { deliveryId: 'delivery_1_sms', to: '+8615400000002', text: '【清标】你的号码已恢复。' };

test('a message is handed in with the bearer token and its own delivery id', async () => {
  const { url, calls } = await startRecorder(always(200, { message_id: 'sms-1' }));
  expect(await createHttpSms({ url, token: 'a-token' }).send(MESSAGE)).toEqual({ taken: true, messageId: 'sms-1' });
  expect(calls[0]?.headers.authorization).toBe('Bearer a-token');
  expect(JSON.parse(calls[0]?.body ?? '')).toEqual({
    delivery_id: 'delivery_1_sms',
    to: MESSAGE.to,
    text: MESSAGE.text,
  });
});

test.each([
  [422, { code: 'destination_barred' }, 'destination_barred'],
  [400, {}, 'http_400'],
  [403, { code: 7 }, 'http_403'],
])('an answer of %i is a refusal with a code', async (status, body, code) => {
  const { url } = await startRecorder(always(status, body));
  expect(await createHttpSms({ url, token: 't' }).send(MESSAGE)).toEqual({ taken: false, code });
});

test.each([
  [500, {}],
  [503, { code: 'busy' }],
  [200, {}],
])('an answer of %i without a message id throws, so that it is tried again', async (status, body) => {
  const { url } = await startRecorder(always(status, body));
  await expect(createHttpSms({ url, token: 't' }).send(MESSAGE)).rejects.toThrow(
    `the message gateway answered ${status}`,
  );
});

test('the token goes nowhere else: a redirect throws', async () => {
  const elsewhere = await startRecorder(always(200, { message_id: 'x' }));
  const { url } = await startRecorder(always(307, {}, { location: elsewhere.url }));
  await expect(createHttpSms({ url, token: 't' }).send(MESSAGE)).rejects.toThrow();
  expect(elsewhere.calls).toEqual([]);
});

test('a gateway that never answers is given up', async () => {
  const { url } = await startRecorder(() => {});
  const asked = hurry();
  await expect(createHttpSms({ url, token: 't' }).send(MESSAGE)).rejects.toThrow('patience has run out');
  expect(asked).toEqual([10_000]);
});

test('without an operator a message is refused by name and nothing is sent', async () => {
  const fetching = vi.spyOn(globalThis, 'fetch');
  expect(await createNoSms().send(MESSAGE)).toEqual({ taken: false, code: 'not_configured' });
  expect(fetching).not.toHaveBeenCalled();
  fetching.mockRestore();
});
