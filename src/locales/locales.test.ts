import { describe, expect, test } from 'vitest';
import { areas, dictionaries, findText, hasText, t } from './index.ts';

function slots(text: string): string[] {
  return [...new Set([...text.matchAll(/\{([a-z_]+)/g)].map((match) => match[1] ?? ''))].sort();
}

describe('dictionaries', () => {
  test('no key stands in two areas', () => {
    const keys = Object.values(areas).flatMap((area) => Object.keys(area['zh-CN']));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  test('every area is part of the dictionaries, in both languages', () => {
    const missing = Object.values(areas)
      .flatMap((area) => [...Object.keys(area['zh-CN']), ...Object.keys(area.en)])
      .filter((key) => !hasText(key) || !dictionaries.en[key]);
    expect(missing).toEqual([]);
  });

  test('Chinese speaks to everybody with the same word', () => {
    expect(Object.entries(dictionaries['zh-CN']).filter(([, text]) => text.includes('您'))).toEqual([]);
  });

  test('both languages take the same data', () => {
    const unequal = Object.entries(dictionaries['zh-CN']).filter(
      ([key, text]) => hasText(key) && slots(text).join() !== slots(dictionaries.en[key]).join(),
    );
    expect(unequal).toEqual([]);
  });

  test('every brace is a slot that gets filled', () => {
    const left = Object.values(dictionaries)
      .flatMap((all) => Object.entries(all))
      .filter(([, text]) => /[{}]/.test(text.replaceAll(/\{[a-z_]+(?:\|[^|}]*\|[^}]*)?\}/g, '')));
    expect(left).toEqual([]);
  });
});

describe('t', () => {
  test('fills names and chooses the word by number', () => {
    expect(t('zh-CN', 'piece.time.days_left', { n: 3 })).toBe('还剩 3 天');
    expect(t('en', 'piece.time.days_left', { n: 1 })).toBe('1 day left');
    expect(t('en', 'piece.time.days_left', { n: 3 })).toBe('3 days left');
  });

  test('leaves a slot visible when its value is missing at run time', () => {
    expect(findText('zh-CN', 'piece.time.days_left', {})).toBe('还剩 {n} 天');
  });

  test('an unknown key has no text', () => {
    expect(findText('en', 'toString')).toBeUndefined();
  });
});
