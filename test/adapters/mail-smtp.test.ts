import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { expect, onTestFinished, test } from 'vitest';
import { createSmtpMail } from '../../src/adapters/mail-smtp.ts';

type Letter = { readonly from: string; readonly to: readonly string[]; readonly raw: string };

async function startMailServer(options: SMTPServerOptions = {}) {
  const letters: Letter[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const to = rcptTo.map((one) => one.address);
        letters.push({ from: mailFrom ? mailFrom.address : '', to, raw: Buffer.concat(parts).toString() });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  const mail = createSmtpMail({ url: `smtp://127.0.0.1:${port}`, from: '清标 <notice@qingbiao.example>' });
  onTestFinished(async () => {
    mail.close();
    await new Promise<void>((resolve) => {
      server.close(resolve);
    });
  });
  return { letters, mail };
}

const NOTICE = {
  deliveryId: 'delivery_1_mail',
  to: 'lin-xiaoyu@example.com',
  subject: '你的号码已恢复',
  text: '通话与短信已恢复。如未恢复，请告诉我们。',
  locale: 'zh-CN',
} as const;

function header(raw: string, name: string): string | undefined {
  const unfolded = raw.replace(/\r\n[ \t]+/g, ' ');
  return new RegExp(`^${name}: (.*)\\r$`, 'im').exec(unfolded)?.[1];
}

function decodedSubject(raw: string): string {
  const words = header(raw, 'Subject') ?? '';
  return words.replace(/=\?UTF-8\?B\?([^?]*)\?= ?/gi, (_, text: string) => Buffer.from(text, 'base64').toString());
}

function decodedText(raw: string): string {
  const body = raw.slice(raw.indexOf('\r\n\r\n') + 4);
  return /base64/i.test(header(raw, 'Content-Transfer-Encoding') ?? '') ? Buffer.from(body, 'base64').toString() : body;
}

test('a notice arrives whole, in its language, with the answer of the server', async () => {
  const { letters, mail } = await startMailServer();
  const { response } = await mail.send(NOTICE);
  expect(response).toMatch(/^250 /);
  const [letter] = letters;
  expect(letter?.from).toBe('notice@qingbiao.example');
  expect(letter?.to).toEqual([NOTICE.to]);
  expect(decodedSubject(letter?.raw ?? '')).toBe(NOTICE.subject);
  expect(decodedText(letter?.raw ?? '').trim()).toBe(NOTICE.text);
  expect(header(letter?.raw ?? '', 'Content-Language')).toBe('zh-CN');
});

test('a repeat carries the same Message-ID, another delivery another one', async () => {
  const { letters, mail } = await startMailServer();
  await mail.send(NOTICE);
  await mail.send(NOTICE);
  await mail.send({ ...NOTICE, deliveryId: 'delivery_2_mail' });
  expect(letters.map(({ raw }) => header(raw, 'Message-ID'))).toEqual([
    '<delivery_1_mail@qingbiao.example>',
    '<delivery_1_mail@qingbiao.example>',
    '<delivery_2_mail@qingbiao.example>',
  ]);
});

test('a recipient that the server refuses throws with its words', async () => {
  const { letters, mail } = await startMailServer({
    onRcptTo: (_, __, done) => done(Object.assign(new Error('no such mailbox'), { responseCode: 550 })),
  });
  await expect(mail.send(NOTICE)).rejects.toThrow('no such mailbox');
  expect(letters).toEqual([]);
});

test('a letter that the server refuses after its text throws', async () => {
  const { mail } = await startMailServer({
    onData(stream, _, done) {
      stream.resume();
      stream.on('end', () => done(Object.assign(new Error('mailbox full'), { responseCode: 452 })));
    },
  });
  await expect(mail.send(NOTICE)).rejects.toThrow('mailbox full');
});

test('after a refusal the next letter still goes', async () => {
  const { letters, mail } = await startMailServer({
    onRcptTo: ({ address }, _, done) =>
      done(address.startsWith('gone') ? Object.assign(new Error('gone'), { responseCode: 550 }) : null),
  });
  await expect(mail.send({ ...NOTICE, to: 'gone@example.com' })).rejects.toThrow('gone');
  await mail.send(NOTICE);
  expect(letters.map(({ to }) => to)).toEqual([[NOTICE.to]]);
});

test('line breaks in a subject make no headers of their own', async () => {
  const { letters, mail } = await startMailServer();
  await mail.send({ ...NOTICE, subject: 'hello\r\nBcc: other@example.com' });
  expect(header(letters[0]?.raw ?? '', 'Bcc')).toBeUndefined();
  expect(letters[0]?.to).toEqual([NOTICE.to]);
});

test('a server that is not there throws', async () => {
  const mail = createSmtpMail({ url: 'smtp://127.0.0.1:1', from: 'notice@qingbiao.example' });
  onTestFinished(() => mail.close());
  await expect(mail.send(NOTICE)).rejects.toThrow('ECONNREFUSED');
});
