import { expect, it } from 'vitest';
import { ledgerWords } from './ledger-words.ts';

const START = { rule: 'desk_answer', version: '2', at: '2026-03-02T02:00:00Z' };

it('names the article a period rests on', () => {
  const [line] = ledgerWords('zh-CN', [{ step: 'start', values: { ...START, article: '第8条' } }]);
  expect(line).toContain('第 2 版，第8条。');
});

it('leaves no gap where a period rests on no article', () => {
  for (const locale of ['zh-CN', 'en'] as const) {
    const [line] = ledgerWords(locale, [{ step: 'start', values: { ...START, article: '' } }]);
    expect(line).toContain('desk_answer');
    expect(line).not.toMatch(/[，,]\s*[。.]/);
  }
});
