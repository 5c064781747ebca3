import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letterBook } from '../../../knowledge/letters/index.ts';
import { CAUSES } from '../flags/words.ts';
import { composeLetter } from './compose.ts';
import { FACT_NAMES, type Facts, LETTER_KINDS, type Letter, type LetterRequest } from './letter.ts';
import { BLANK } from './text.ts';

const full: Facts = {
  name: '林小雨',
  id_tail: '0042',
  mobile_number: '+8613800138000',
  carrier: '示例通信有限公司',
  contact: 'lin@example.com',
  what_happened: '送外卖时连续打了很多电话',
  since: '2026-11-03',
  measures: '不能打电话，不能发短信',
  message_text: '您的号码存在异常，已暂停服务。',
  ticket: 'TS20261104001',
  complained_on: '2026-11-04',
  reply: '没有答复',
  work: '送外卖',
  credit_entry: '2025年3月逾期一期',
};
const request = (rest: Partial<LetterRequest>): LetterRequest => ({
  kind: 'carrier_complaint',
  facts: full,
  date: '2026-11-23',
  reference: 'QB-7K3M-9',
  ...rest,
});
const write = (rest: Partial<LetterRequest>): Letter => {
  const result = composeLetter(request(rest), letterBook);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.letter;
};
const refusalOf = (rest: Partial<LetterRequest>) => {
  const result = composeLetter(request(rest), letterBook);
  return result.ok ? null : result.refusal.code;
};
const allText = (letter: Letter) =>
  [
    letter.title,
    letter.addressee,
    ...letter.paragraphs.map(({ text }) => text),
    ...letter.requests,
    ...letter.enclosures,
    letter.signer,
    letter.cosigner?.name ?? '',
  ].join('\n');

describe('a letter', () => {
  it('says what was confirmed, with days in Chinese and the number as people dial it', () => {
    const letter = write({});
    expect(letter.addressee).toBe('示例通信有限公司');
    expect(letter.date).toBe('2026年11月23日');
    expect(letter.signer).toBe('林小雨');
    expect(letter.missing).toEqual([]);
    expect(allText(letter)).toContain('自2026年11月3日起，上述号码的服务受到限制，情况是：不能打电话，不能发短信。');
    expect(allText(letter)).toContain('移动电话号码13800138000的');
    expect(allText(letter)).not.toContain(BLANK);
  });

  it('cites only the articles its sentences rely on', () => {
    const articles = (rest: Partial<LetterRequest>) => write(rest).citations.map(({ article }) => article);
    expect(articles({ kind: 'demand_for_reasons', cause: 'suspicion' })).toContain(
      '《反电信网络诈骗法》第三十二条第三款',
    );
    expect(articles({ cause: 'arrears' })).toContain('《电信条例》第三十四条第四款');
    expect(articles({ cause: 'arrears' })).not.toContain('《反电信网络诈骗法》第三十二条第三款');
    expect(articles({ kind: 'credit_objection', claimsMisjudged: true })).toEqual(['《征信业管理条例》第二十五条']);
  });

  it.each(LETTER_KINDS)('%s leaves a blank for each fact it needs and names it', (kind) => {
    const { complained_on = '', credit_entry = '' } = full;
    const gates = { regulator_complaint: { complained_on }, credit_objection: { credit_entry } };
    const letter = write({
      kind,
      facts: kind in gates ? gates[kind as keyof typeof gates] : {},
      claimsMisjudged: true,
    });
    expect(letter.missing).toContain('name');
    expect(letter.signer).toBe(BLANK);
    for (const paragraph of letter.paragraphs)
      expect(paragraph.text.includes(BLANK)).toBe(paragraph.missing.length > 0);
    expect(allText(letter)).not.toMatch(/[{}]|undefined|null/);
  });

  it('contains no fact that was not given, and every fact it was given word for word', () => {
    const marks = Object.fromEntries(FACT_NAMES.map((fact, index) => [fact, `事实${index}号`])) as Facts;
    fc.assert(
      fc.property(
        fc.constantFrom(...LETTER_KINDS),
        fc.constantFrom(...CAUSES),
        fc.subarray([...FACT_NAMES]),
        fc.option(fc.boolean(), { nil: undefined }),
        (kind, cause, given, claimsMisjudged) => {
          const facts = Object.fromEntries(given.map((fact) => [fact, marks[fact]]));
          const rest = claimsMisjudged === undefined ? {} : { claimsMisjudged };
          const result = composeLetter(request({ kind, cause, facts, ...rest }), letterBook);
          if (!result.ok) return;
          const text = allText(result.letter);
          for (const fact of FACT_NAMES) if (!given.includes(fact)) expect(text).not.toContain(marks[fact]);
          for (const fact of result.letter.missing) expect(given).not.toContain(fact);
          expect(text.includes('误判') || text.includes('不符，请核查')).toBe(
            claimsMisjudged === true && ['carrier_complaint', 'regulator_complaint', 'label_appeal'].includes(kind),
          );
        },
      ),
    );
  });

  it('takes braces, line ends and control characters of a fact for what they are', () => {
    const letter = write({
      facts: { ...full, what_happened: '{name}\r\n第二行\u0000\u202e完。', carrier: ' \u0007 ' },
    });
    expect(letter.paragraphs.find(({ id }) => id === 'story')?.text).toBe('事情经过：{name}\n第二行完。');
    expect(letter.addressee).toBe(BLANK);
    expect(letter.missing).toEqual(['carrier']);
  });

  it('refuses a fact longer than a letter bears, and says which', () => {
    const result = composeLetter(request({ facts: { ...full, reply: '好'.repeat(2001) } }), letterBook);
    expect(result).toEqual({
      ok: false,
      refusal: { code: 'letter.too_long', data: { limit: 2000 }, pointer: '/facts/reply' },
    });
    expect(refusalOf({ facts: { ...full, reply: '😀'.repeat(2000) } })).toBeNull();
  });
});
