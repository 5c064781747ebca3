import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { createHttpSms } from '../../src/adapters/sms-http.ts';
import { startFakeProduct } from './fake-product.ts';

const MAIN = join(import.meta.dirname, '../../simulator/main.ts');

function run(env: Record<string, string>) {
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['pipe', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines = createInterface({ input: child.stdout });
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal }));
  return { child, lines, ended };
}

async function startProgram() {
  const product = await startFakeProduct();
  const { child, lines, ended } = run({
    QINGBIAO_URL: product.url,
    QINGBIAO_TOKEN: 'systems-token',
    SMS_TOKEN: 'a-token',
    RECEIPT_TOKEN: 'a-receipt-token',
  });
  const [line] = (await once(lines, 'line')) as [string];
  expect(line).toMatch(/^ready \{/);
  const ready = JSON.parse(line.slice('ready '.length)) as { control: string; sms: string };
  return { product, child, ended, ...ready };
}

test('says where it is when it is ready, having subscribed', async () => {
  const { product, control, sms } = await startProgram();
  expect(product.bodiesOf('/webhooks')).toEqual([{ url: `${control}/qingbiao/events`, kinds: ['*'] }]);
  const message = { deliveryId: 'delivery_1_sms', to: '+8615400000002', text: '你好' };
  expect(await createHttpSms({ url: sms, token: 'a-token' }).send(message)).toMatchObject({ taken: true });
  const { items } = await (await fetch(`${control}/messages`)).json();
  expect(items).toMatchObject([{ to: message.to, text: message.text }]);
});

test('stops cleanly when told to', async () => {
  const { child, ended } = await startProgram();
  child.kill('SIGTERM');
  expect(await ended).toEqual({ code: 0, signal: null });
});

test('stops when the program that started it is gone', async () => {
  const { child, ended } = await startProgram();
  child.stdin.end();
  expect(await ended).toEqual({ code: 0, signal: null });
});

test('names what it needs', async () => {
  const { child, ended } = run({ QINGBIAO_URL: 'http://127.0.0.1:1' });
  const [said] = (await once(child.stderr, 'data')) as [Buffer];
  expect(String(said)).toMatch(/^SMS_TOKEN is missing/);
  expect(await ended).toMatchObject({ code: 2 });
});
