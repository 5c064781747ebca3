import { expect, it } from 'vitest';
import { localeOf } from './locale-of.ts';

it.each([
  [undefined, 'zh-CN'],
  ['', 'zh-CN'],
  ['en', 'en'],
  ['en-GB,en;q=0.9', 'en'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
  ['en;q=0.3, zh;q=0.7', 'zh-CN'],
  ['en, zh', 'zh-CN'],
  ['fr', 'zh-CN'],
  ['en;q=0', 'zh-CN'],
  ['en;q=nonsense', 'zh-CN'],
] as const)('%s asks for %s', (header, locale) => {
  expect(localeOf(header)).toBe(locale);
});
