import { describe, expect, it } from 'vitest';
import type { LOCALES } from '../../src/locales/index.ts';
import { useApp } from '../support/app.ts';
import { usePages, wordsOf } from '../support/visitor.ts';

const app = useApp();
const pages = usePages(app);
const HAN = /\p{Script=Han}/u;

async function check(text: string, locale: (typeof LOCALES)[number] = 'zh-CN') {
  const visitor = pages.visitor();
  visitor.cookies.set('lang', locale);
  const { csrf = '' } = await visitor.hiddenOf('/', '/check');
  return visitor.post('/check', { csrf, text, out: 'no' });
}

/** What stands at the field of the message. */
function faultIn(body: string): string {
  return wordsOf(/id="text-error"[\s\S]*?<\/p>/.exec(body)?.[0].replace(/^[^>]*>/, '') ?? '');
}

const TOO_LONG = /2 万字/;
const NO_LANGUAGE = /只看得懂中文和英文/;

describe('a text that cannot be judged comes back with the reason and the answers already given', () => {
  it.each<[string, string, RegExp]>([
    ['a megabyte', 'x'.repeat(1_000_000), TOO_LONG],
    ['a megabyte of Chinese', '好'.repeat(330_000), TOO_LONG],
    ['marks piled on one letter', `a${'\u0301'.repeat(50_000)}`, TOO_LONG],
    ['addresses alone', 'http://'.repeat(20_000), TOO_LONG],
    ['Russian', 'Уважаемый абонент, ваш номер заблокирован.', NO_LANGUAGE],
    ['Korean', '고객님의 번호가 정지되었습니다.', NO_LANGUAGE],
    ['Arabic', 'تم إيقاف رقمك', NO_LANGUAGE],
    ['Tibetan', 'ཁྱེད་ཀྱི་ཁ་པར་ཨང་གྲངས།', NO_LANGUAGE],
    ['brackets without an end', '('.repeat(20_000), NO_LANGUAGE],
  ])('%s', async (_, text, told) => {
    const reply = await check(text);
    expect(reply.statusCode).toBe(422);
    expect(faultIn(reply.body)).toMatch(told);
    expect(reply.body).toMatch(/value="no"[^>]*checked|checked[^>]*value="no"/);
    const english = await check(text, 'en');
    expect(faultIn(english.body)).toMatch(/[a-z]{3}/);
    expect(faultIn(english.body)).not.toMatch(HAN);
  });

  it('more than any form takes is told as too much', async () => {
    const reply = await check('好'.repeat(1_000_000));
    expect(reply.statusCode).toBe(413);
    expect(wordsOf(reply.body)).toContain('太长');
    expect(wordsOf((await check('好'.repeat(1_000_000), 'en')).body)).toContain('too long to take');
  });
});

describe('a text in which nothing is said leaves the answers to speak', () => {
  it.each(['', ' \n\t ', '\n'.repeat(60_000), '😀🎉👨‍👩‍👧‍👦'.repeat(30), '\u200b\u200d\ufeff\u2060'])(
    '%#',
    async (text) => {
      const reply = await check(text);
      expect(reply).toMatchObject({ statusCode: 303, headers: { location: '/check?out=no' } });
    },
  );

  it('and is told so where none was given', async () => {
    const visitor = pages.visitor();
    const { csrf = '' } = await visitor.hiddenOf('/', '/check');
    const reply = await visitor.post('/check', { csrf, text: '😀' });
    expect(reply.statusCode).toBe(422);
    expect(faultIn(reply.body)).toContain('至少要有一样');
  });
});

describe('a text that is odd and can be read is read', () => {
  it.each<[string, string, string]>([
    ['traditional characters', '【中國聯通】您的號碼因涉嫌違規已被停機，請持身份證到營業廳辦理。', '停機'],
    ['English', 'Your number has been suspended. Please bring your ID to a store.', 'suspended'],
    ['signs without width between the characters', '您的\u200b号\u200d码已\ufeff被停机', '停机'],
    ['a turn of direction', '您的号码\u202e已停机\u202c', '停机'],
    ['a sign that no database keeps', '您的号码\u0000已停机', '停机'],
    ['a picture of a face among the words', '卡被封了😀打不出去', '打不出去'],
    ['marks of a page', '<script>a()</script>您的号码已停机<img src=x onerror=a()>', '停机'],
    ['one line five hundred times', '您的号码已停机\n'.repeat(500), '停机'],
  ])('%s', async (_, text, kept) => {
    const reply = await check(text);
    expect(reply.statusCode).toBe(200);
    expect(reply.body).toContain(kept);
    expect(reply.body).not.toMatch(/<script>a|<img src=x/);
  });
});
