import { expect, test } from 'vitest';
import type { MailPort } from '../../src/app/ports.ts';
import { comeBack, confirmMailCode, openWithReturnCode, sendMailCode } from '../../src/app/sign-in/account.ts';
import { useApp } from '../support/app.ts';

const app = useApp();
const MINUTE_MS = 60_000;

type Sent = Parameters<MailPort['send']>[0];

/** The app with a mailbox in place of the server, which may be told to fail. */
function mailed() {
  const sent: Sent[] = [];
  const state = { fails: false };
  const mail: MailPort = {
    send: async (message) => {
      if (state.fails) throw new Error('no route');
      sent.push(message);
      return { response: '250' };
    },
  };
  const codeOf = (at: number) => /\d{6}/.exec(sent.at(at)?.text ?? '')?.[0] ?? '';
  return { ctx: { ...app.ctx, mail }, sent, state, codeOf };
}

const codeOf = (refused: Promise<unknown>) =>
  refused.then(
    () => 'taken',
    (error: { refusal?: { code: string } }) => error.refusal?.code,
  );

test('a return code leads back, however it is spelt, and is kept only as a hash', async () => {
  const { returnCode, actor } = await openWithReturnCode(app.ctx, 'zh-CN');
  expect(returnCode).toMatch(/^([3-9A-Y]{4}-){4}[3-9A-Y]{4}$/);
  for (const spelt of [
    returnCode,
    returnCode.toLowerCase(),
    returnCode.replaceAll('-', ' '),
    returnCode.replaceAll('-', ''),
  ])
    expect((await comeBack(app.ctx, spelt)).actor.id).toBe(actor.id);
  const { rows } = await app.ctx.pool.query('select encode(key_hash, $1) as hash from account_keys', ['escape']);
  expect(JSON.stringify(rows)).not.toContain(returnCode.replaceAll('-', ''));
  const other = `${returnCode.startsWith('3') ? '4' : '3'}${returnCode.slice(1)}`;
  for (const wrong of [other, '', 'x'.repeat(10_000)])
    expect(await codeOf(comeBack(app.ctx, wrong))).toBe('account.unknown_code');
});

test('a code by mail opens an account the first time and the same one later', async () => {
  const { ctx, sent, codeOf: codeIn } = mailed();
  await sendMailCode(ctx, ' Li@Example.com ', 'zh-CN');
  expect(sent[0]?.to).toBe('li@example.com');
  const first = await confirmMailCode(ctx, 'li@example.com', codeIn(-1), 'zh-CN');
  app.clock.advance(2 * MINUTE_MS);
  await sendMailCode(ctx, 'LI@example.com', 'zh-CN');
  expect((await confirmMailCode(ctx, 'li@example.com', `${codeIn(-1)} `, 'zh-CN')).actor.id).toBe(first.actor.id);
});

test('a code is good once, for ten minutes and five tries, and not sent too often', async () => {
  const { ctx, codeOf: codeIn } = mailed();
  const confirm = (code: string) => codeOf(confirmMailCode(ctx, 'a@example.com', code, 'zh-CN'));
  await sendMailCode(ctx, 'a@example.com', 'zh-CN');
  expect(await codeOf(sendMailCode(ctx, 'a@example.com', 'zh-CN'))).toBe('account.too_often');
  const right = codeIn(-1);
  const wrong = right === '000000' ? '000001' : '000000';
  for (let tries = 0; tries < 5; tries += 1) expect(await confirm(wrong)).toBe('account.wrong_code');
  expect(await confirm(right)).toBe('account.wrong_code');
  app.clock.advance(2 * MINUTE_MS);
  await sendMailCode(ctx, 'a@example.com', 'zh-CN');
  app.clock.advance(11 * MINUTE_MS);
  expect(await confirm(codeIn(-1))).toBe('account.wrong_code');
  await sendMailCode(ctx, 'a@example.com', 'zh-CN');
  expect(await confirm(codeIn(-1))).toBe('taken');
  expect(await confirm(codeIn(-1))).toBe('account.wrong_code');
});

test('bad addresses, a silent server and a site without mail are told apart', async () => {
  const { ctx, state } = mailed();
  for (const bad of ['', 'a', 'a@b', 'a b@example.com', 'a@example.com\r\nBcc: b@example.com', 'a\u0000@example.com'])
    expect(await codeOf(sendMailCode(ctx, bad, 'zh-CN')), bad).toBe('account.bad_mail');
  state.fails = true;
  expect(await codeOf(sendMailCode(ctx, 'z@example.com', 'zh-CN'))).toBe('account.mail_failed');
  expect(await codeOf(sendMailCode(app.ctx, 'z@example.com', 'zh-CN'))).toBe('account.no_mail');
});
