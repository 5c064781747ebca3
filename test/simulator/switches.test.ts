import { describe, expect, test } from 'vitest';
import { always } from '../adapters/recorder.ts';
import { eventually } from './eventually.ts';
import { bodyOf, startCarrier } from './fake-product.ts';

const QUICK = { delayMs: 1 };

describe('subscribing', () => {
  test('asks for every kind at an address of its own and shows the token', async () => {
    const { product, carrier } = await startCarrier();
    expect(product.bodiesOf('/webhooks')).toEqual([{ url: `${carrier.url}/qingbiao/events`, kinds: ['*'] }]);
    expect(product.calls.every(({ headers }) => headers.authorization === 'Bearer systems-token')).toBe(true);
  });

  test('ends what an earlier run left on this machine, and nothing else', async () => {
    const items = [
      { subscription_id: 'sub_old', url: 'http://127.0.0.1:41400/qingbiao/events', active: true },
      { subscription_id: 'sub_ended', url: 'http://127.0.0.1:41401/qingbiao/events', active: false },
      { subscription_id: 'sub_other', url: 'https://carrier.example/qingbiao/events', active: true },
      { subscription_id: 'sub_hook', url: 'http://127.0.0.1:41400/hook', active: true },
    ];
    const { product } = await startCarrier({}, { 'GET /api/v1/webhooks': always(200, { items }) });
    const ended = product.calls.filter(({ method }) => method === 'DELETE');
    expect(ended.map(({ path }) => path)).toEqual(['/api/v1/webhooks/sub_old']);
  });

  test('a product that refuses it fails the start and frees the port', async () => {
    const refusal = { 'POST /api/v1/webhooks': always(403, { code: 'access.denied' }) };
    await expect(startCarrier({}, refusal)).rejects.toThrow('POST /webhooks was answered 403 access.denied');
  });
});

describe('what arrives', () => {
  test.each([
    ['signed with another secret', { secret: `whsec_${Buffer.from('somebody else').toString('base64')}` }],
    ['changed on the way', { forge: (body: string) => body.replace('lift_1', 'lift_2') }],
  ])('%s is answered 401 and not acted on', async (_, wrong) => {
    const { carrier, order, told } = await startCarrier();
    carrier.switches.setMode('switch', 'confirm', QUICK);
    expect(await order('switch', wrong)).toBe(401);
    expect(await order('switch', { liftId: 'lift_9' })).toBe(204);
    await eventually(() => expect(told('confirmations')).toEqual([['lift_9', { system: 'switch' }]]));
    expect(carrier.switches.orders).toHaveLength(1);
  });

  test.each([
    ['10 minutes old', -10, 401],
    ['10 minutes ahead', 10, 401],
    ['4 minutes old', -4, 204],
  ])('%s (%i) by the clock of the carrier is answered %i', async (_, minutes, status) => {
    const now = () => new Date(Date.now() - minutes * 60_000).toISOString();
    const { order } = await startCarrier({ now });
    expect(await order('switch')).toBe(status);
  });

  test('without a signature is answered 401', async () => {
    const { carrier } = await startCarrier();
    const answer = await fetch(`${carrier.url}/qingbiao/events`, { method: 'POST', body: '{}' });
    expect(answer.status).toBe(401);
  });

  test('twice under one id is acted on once', async () => {
    const { carrier, order, told } = await startCarrier();
    carrier.switches.setMode('switch', 'confirm', QUICK);
    expect([await order('switch'), await order('switch')]).toEqual([204, 204]);
    await order('switch', { attempt: 2 });
    await eventually(() => expect(told('confirmations')).toHaveLength(2));
    expect(carrier.switches.orders.map(({ order: { attempt } }) => attempt)).toEqual([1, 2]);
    expect(carrier.received).toHaveLength(2);
  });
});

describe('a system', () => {
  test('confirm: takes the order at once and confirms for itself alone', async () => {
    const { carrier, order, product, told } = await startCarrier();
    carrier.switches.setMode('sms_gateway', 'confirm', QUICK);
    expect(await order('sms_gateway')).toBe(204);
    await eventually(() => expect(told('confirmations')).toEqual([['lift_1', { system: 'sms_gateway' }]]));
    const confirmed = product.calls.find(({ path }) => path === '/api/v1/lifts/lift_1/confirmations');
    expect(confirmed?.headers['idempotency-key']).toBe('lift_1-sms_gateway-1-confirmations-1');
  });

  test('slow: confirms after those that are quick', async () => {
    const { carrier, order, told } = await startCarrier();
    carrier.switches.setMode('switch', 'slow', { delayMs: 1_000 });
    carrier.switches.setMode('crm', 'confirm', QUICK);
    await Promise.all([order('switch'), order('crm')]);
    await eventually(() => expect(told('confirmations')).toHaveLength(2));
    expect(told('confirmations').map(([, body]) => body)).toEqual([{ system: 'crm' }, { system: 'switch' }]);
  });

  test('fail: reports the failure by its code', async () => {
    const { carrier, order, told } = await startCarrier();
    carrier.switches.setMode('data_gateway', 'fail', { ...QUICK, code: 'pcrf_busy' });
    expect(await order('data_gateway')).toBe(204);
    await eventually(() =>
      expect(told('failures')).toEqual([['lift_1', { system: 'data_gateway', code: 'pcrf_busy' }]]),
    );
    expect(told('confirmations')).toEqual([]);
  });

  test('silent: takes the order and says nothing; told to work again, it answers the next attempt', async () => {
    const { carrier, order, told } = await startCarrier();
    carrier.switches.setMode('switch', 'silent');
    expect(await order('switch')).toBe(204);
    carrier.switches.setMode('switch', 'confirm', QUICK);
    await order('switch', { attempt: 2 });
    await eventually(() => expect(told('confirmations')).toEqual([['lift_1', { system: 'switch' }]]));
    expect(told('failures')).toEqual([]);
    expect(carrier.switches.orders.map(({ mode }) => mode)).toEqual(['silent', 'confirm']);
  });

  test('confirm_twice: confirms two times, as two requests of their own', async () => {
    const { carrier, order, product, told } = await startCarrier();
    carrier.switches.setMode('switch', 'confirm_twice', QUICK);
    await order('switch');
    await eventually(() => expect(told('confirmations')).toHaveLength(2));
    const keys = product.calls
      .filter(({ path }) => path.endsWith('/confirmations'))
      .map(({ headers }) => headers['idempotency-key']);
    expect(new Set(keys).size).toBe(2);
  });

  test('refuse: does not take the order; once up, it takes the very same message', async () => {
    const { carrier, order, told } = await startCarrier({ behaviour: { switch: 'refuse' } });
    expect(await order('switch')).toBe(503);
    carrier.switches.setMode('switch', 'confirm', QUICK);
    expect(await order('switch')).toBe(204);
    await eventually(() => expect(told('confirmations')).toHaveLength(1));
  });

  test('that the carrier does not have is refused', async () => {
    const { order } = await startCarrier();
    expect(await order('telex')).toBe(503);
  });

  test('can be ordered about for one number alone', async () => {
    const { carrier, order, told } = await startCarrier();
    carrier.switches.setMode('switch', 'confirm', QUICK);
    carrier.switches.setMode('switch', 'fail', { ...QUICK, number: '+8615400000007' });
    await order('switch', { liftId: 'lift_7', number: '+8615400000007' });
    await order('switch', { liftId: 'lift_8', number: '+8615400000008' });
    await eventually(() => expect([told('failures').length, told('confirmations').length]).toEqual([1, 1]));
    expect([told('failures')[0]?.[0], told('confirmations')[0]?.[0]]).toEqual(['lift_7', 'lift_8']);
  });

  test('says it again when the product is not there for a moment, under the same key', async () => {
    const { carrier, order, product } = await startCarrier(
      {},
      {
        'POST /api/v1/lifts/lift_1/confirmations': (call, reply, before) =>
          always(before.some(({ path }) => path === call.path) ? 200 : 503)(call, reply),
      },
    );
    carrier.switches.setMode('switch', 'confirm', QUICK);
    await order('switch');
    const confirmations = () => product.calls.filter(({ path }) => path.endsWith('/confirmations'));
    await eventually(() => expect(confirmations()).toHaveLength(2));
    expect(new Set(confirmations().map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect(confirmations().map(bodyOf)).toEqual([{ system: 'switch' }, { system: 'switch' }]);
    expect(carrier.faults).toEqual([]);
  });

  test('that is refused by the product says so among the faults, once', async () => {
    const { carrier, order, product } = await startCarrier(
      {},
      { 'POST /api/v1/lifts/lift_1/failures': always(409, { code: 'lift.not_in_flight' }) },
    );
    carrier.switches.setMode('switch', 'fail', QUICK);
    await order('switch');
    await eventually(() =>
      expect(carrier.faults).toEqual(['POST /lifts/lift_1/failures was answered 409 lift.not_in_flight']),
    );
    expect(product.bodiesOf('/lifts/lift_1/failures')).toHaveLength(1);
  });

  test('does nothing more once the program is stopped', async () => {
    const { carrier, order, told } = await startCarrier();
    carrier.switches.setMode('switch', 'confirm', { delayMs: 5_000 });
    await order('switch');
    const { url } = carrier;
    await carrier.stop();
    await expect(fetch(url)).rejects.toThrow('fetch failed');
    expect(told('confirmations')).toEqual([]);
    expect(carrier.faults).toEqual([]);
  });
});
