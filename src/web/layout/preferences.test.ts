import { expect, test } from 'vitest';
import { preferencesOf } from './preferences.ts';

const none = { query: {}, cookies: {}, acceptLanguage: undefined };

test.each([
  [undefined, 'zh-CN'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
  ['en-US,en;q=0.9', 'en'],
  ['en-US,zh;q=0.9', 'en'],
  ['fr-FR,fr;q=0.9', 'zh-CN'],
])('a browser that asks for %s reads %s', (acceptLanguage, locale) => {
  expect(preferencesOf({ ...none, acceptLanguage }).locale).toBe(locale);
});

test('the address wins over the cookie and is remembered', () => {
  const found = preferencesOf({
    query: { lang: 'en', type: 'normal' },
    cookies: { lang: 'zh-CN', type: 'large' },
    acceptLanguage: undefined,
  });
  expect(found).toEqual({
    locale: 'en',
    largeType: false,
    keys: true,
    remember: [
      { name: 'lang', value: 'en' },
      { name: 'type', value: 'normal' },
    ],
  });
});

test('the cookie holds when the address says nothing, and nonsense is ignored', () => {
  const cookies = { lang: 'en', type: 'large' };
  expect(preferencesOf({ query: { lang: 'xx', type: 'huge' }, cookies, acceptLanguage: 'zh' })).toEqual({
    locale: 'en',
    largeType: true,
    keys: true,
    remember: [],
  });
});

test('single keys stay off once they were switched off, until they are switched on', () => {
  expect(preferencesOf({ ...none, query: { keys: 'off' } })).toMatchObject({
    keys: false,
    remember: [{ name: 'keys', value: 'off' }],
  });
  expect(preferencesOf({ ...none, cookies: { keys: 'off' } }).keys).toBe(false);
  expect(preferencesOf({ ...none, query: { keys: 'on' }, cookies: { keys: 'off' } }).keys).toBe(true);
  expect(preferencesOf({ ...none, query: { keys: 'x' } })).toMatchObject({ keys: true, remember: [] });
});
