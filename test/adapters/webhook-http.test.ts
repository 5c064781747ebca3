import { Webhook } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import { createHttpWebhook } from '../../src/adapters/webhook-http.ts';
import { always, hurry, startRecorder } from './recorder.ts';

const SECRET = `whsec_${Buffer.from('a secret of thirty-two bytes....').toString('base64')}`;
const BODY = JSON.stringify({ type: 'lift.ordered', data: { because: '已缴清 ✓' } });
const inTheDemo = createHttpWebhook({ allowLoopback: true });
const inProduction = createHttpWebhook({ allowLoopback: false });

function signed(body = BODY) {
  const at = new Date();
  return {
    'content-type': 'application/json',
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(SECRET).sign('msg_1', at, body),
  };
}

test('what arrives verifies byte for byte with the library', async () => {
  const { url, calls } = await startRecorder(always(204));
  expect(await inTheDemo.post({ url: `${url}/hooks?x=1`, headers: signed(), body: BODY })).toEqual({ status: 204 });
  const [call] = calls;
  expect([call?.method, call?.path]).toEqual(['POST', '/hooks?x=1']);
  expect(call?.headers.host).toBe(new URL(url).host);
  expect(new Webhook(SECRET).verify(call?.body ?? '', call?.headers as Record<string, string>)).toEqual(
    JSON.parse(BODY),
  );
});

test.each([200, 410, 429, 500])('a status of %i is told as it is', async (status) => {
  const { url } = await startRecorder(always(status));
  expect(await inTheDemo.post({ url, headers: signed(), body: BODY })).toEqual({ status });
});

test('a redirect is told, not followed', async () => {
  const target = await startRecorder(always(200));
  const { url } = await startRecorder(always(302, {}, { location: `${target.url}/elsewhere` }));
  expect(await inTheDemo.post({ url, headers: signed(), body: BODY })).toEqual({ status: 302 });
  expect(target.calls).toEqual([]);
});

describe('patience', () => {
  test('who never answers is given up', async () => {
    const { url, calls } = await startRecorder(() => {});
    const asked = hurry();
    await expect(inTheDemo.post({ url, headers: signed(), body: BODY })).rejects.toMatchObject({ name: 'AbortError' });
    expect(asked).toEqual([10_000]);
    expect(calls.length).toBeLessThanOrEqual(1);
  });

  test('who breaks off is told as a failure', async () => {
    const { url } = await startRecorder((_, reply) => reply.destroy());
    await expect(inTheDemo.post({ url, headers: signed(), body: BODY })).rejects.toThrow('socket hang up');
  });

  test('an answer without end keeps nobody waiting', async () => {
    const { url } = await startRecorder((_, reply) => {
      reply.writeHead(200);
      reply.write('and so on');
    });
    expect(await inTheDemo.post({ url, headers: signed(), body: BODY })).toEqual({ status: 200 });
  });
});

describe('addresses inside', () => {
  test.each([
    'http://10.1.2.3/',
    'http://[::ffff:10.1.2.3]/',
    'http://172.16.0.1/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data',
    'http://100.64.0.1/',
    'http://0.0.0.0/',
    'http://224.0.0.1/',
    'http://[fc00::1]/',
    'http://[fe80::1]/',
    'http://[::]/',
    'http://0xa.1.2.3/',
    'http://167838211/',
  ])('%s is refused, in the demo too', async (url) => {
    await expect(inTheDemo.post({ url, headers: {}, body: '' })).rejects.toThrow('webhook.address_inside');
    await expect(inProduction.post({ url, headers: {}, body: '' })).rejects.toThrow('webhook.address_inside');
  });

  test.each(['127.0.0.1', 'localhost', '127.1', '2130706433', '[::1]'])(
    'loopback as %s is refused in production and nothing is sent',
    async (host) => {
      const { port, calls } = await startRecorder(always(200));
      await expect(inProduction.post({ url: `http://${host}:${port}/`, headers: {}, body: '' })).rejects.toThrow(
        'webhook.address_inside',
      );
      expect(calls).toEqual([]);
    },
  );

  // The address is spelled ::ffff:7f00:1 by then, which the check does not know as IPv4: this says so until it does.
  test('loopback as [::ffff:127.0.0.1] is refused in production', async () => {
    const { port } = await startRecorder(always(200));
    await expect(
      inProduction.post({ url: `http://[::ffff:127.0.0.1]:${port}/`, headers: {}, body: '' }),
    ).rejects.toThrow('webhook.address_inside');
  });
});
