import { describe, expect, it } from 'vitest';
import { letterBook } from '../../../knowledge/letters/index.ts';
import type { Cause } from '../flags/words.ts';
import { composeLetter } from './compose.ts';
import type { Facts, Letter, LetterRequest } from './letter.ts';

const full: Facts = {
  name: '林小雨',
  mobile_number: '+8613800138000',
  carrier: '示例通信有限公司',
  what_happened: '送外卖时连续打了很多电话',
  complained_on: '2026-11-04',
  reply: '没有答复',
  credit_entry: '2025年3月逾期一期',
};
const request = (rest: Partial<LetterRequest>): LetterRequest => ({
  kind: 'carrier_complaint',
  facts: full,
  date: '2026-11-23',
  reference: '346-7A9-CDE',
  ...rest,
});
const write = (rest: Partial<LetterRequest>): Letter => {
  const result = composeLetter(request(rest), letterBook);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.letter;
};
const refused = (rest: Partial<LetterRequest>) => {
  const result = composeLetter(request(rest), letterBook);
  return result.ok ? null : result.refusal;
};
const refusalOf = (rest: Partial<LetterRequest>) => refused(rest)?.code ?? null;
const allText = (letter: Letter) =>
  [...letter.paragraphs.map(({ text }) => text), ...letter.requests, ...letter.enclosures].join('\n');

describe('the right door in the right order', () => {
  it('sends what the police ordered to the police', () => {
    const to = (cause: Cause) => refusalOf({ kind: 'regulator_complaint', cause });
    expect(to('ordered')).toBe('letter.police_first');
    expect(to('suspicion')).toBeNull();
    expect(write({ cause: 'ordered' }).requests.join()).toContain('公安机关');
  });

  it('sends to the carrier before the regulator', () => {
    const { complained_on: _, ...before } = full;
    expect(refusalOf({ kind: 'regulator_complaint', facts: before })).toBe('letter.carrier_first');
    expect(refusalOf({ kind: 'regulator_complaint', facts: { ...before, complained_on: '  ' } })).toBe(
      'letter.carrier_first',
    );
  });
});

describe('the time that the carrier has', () => {
  const kind = 'regulator_complaint';
  const told = (complained_on: string, reply?: string) => {
    const { reply: _, ...rest } = full;
    return { kind, facts: { ...rest, complained_on, ...(reply ? { reply } : {}) } } as const;
  };

  it('runs out before the regulator is asked, unless the carrier has answered', () => {
    expect(refused(told('2026-11-08'))).toEqual({
      code: 'letter.carrier_has_time',
      data: { days: 15, until: '2026-11-23' },
      pointer: '/facts/reply',
    });
    expect(refusalOf(told('2026-11-07'))).toBeNull();
    expect(refusalOf(told('2026-11-22', '系统判定，不能恢复'))).toBeNull();
    expect(refusalOf(told('上个星期'))).toBeNull();
  });

  it.each(['没有答复', '还没有收到任何答复', '至今未回复', '一直不理我', 'No reply yet'])(
    'is not cut short by the answer “%s”',
    (reply) => expect(refusalOf(told('2026年11月20日', reply))).toBe('letter.carrier_has_time'),
  );
});

describe('an objection to a credit entry', () => {
  const kind = 'credit_objection';

  it('names the entry and needs the word that it is wrong', () => {
    const { credit_entry: _, ...nothing } = full;
    expect(refused({ kind, facts: nothing, claimsMisjudged: true })).toEqual({
      code: 'letter.credit_entry_first',
      data: {},
      pointer: '/facts/credit_entry',
    });
    expect(refusalOf({ kind })).toBe('letter.credit_entry_correct');
    expect(refusalOf({ kind, claimsMisjudged: false })).toBe('letter.credit_entry_correct');
    expect(allText(write({ kind, claimsMisjudged: true }))).toContain('2025年3月逾期一期');
  });

  it('is open to who lent the card: a wrong entry stays wrong', () => {
    expect(refusalOf({ kind, claimsMisjudged: true, admitsLending: true })).toBeNull();
  });
});

describe('a day in a letter', () => {
  it('is one that the calendar has, and has come or is still to come as the letter needs it', () => {
    const code = (facts: Facts, rest: Partial<LetterRequest> = {}) =>
      refused({ facts: { ...full, ...facts }, ...rest });
    expect(code({ since: '2026-02-30' })).toEqual({ code: 'letter.no_such_day', data: {}, pointer: '/facts/since' });
    expect(code({ complained_on: '2026/11/24' })?.code).toBe('letter.day_ahead');
    expect(code({ opened_on: '2026年12月1日' })?.pointer).toBe('/facts/opened_on');
    expect(code({ mandate_until: '2026-11-22' }, { kind: 'authorisation' })?.code).toBe('letter.day_past');
    expect(code({ mandate_until: '2026-11-23' }, { kind: 'authorisation' })).toBeNull();
  });

  it.each(['2026-11-03', '2026/11/3', '2026.11.03', '2026年11月3日', '2026年11月3号'])('reads %s alike', (since) => {
    const text = allText(write({ facts: { ...full, since } }));
    expect(text).toContain('自2026年11月3日起');
  });
});

describe('who admits lending the card', () => {
  const admitted = { admitsLending: true } as const;

  it.each(['carrier_complaint', 'regulator_complaint', 'label_appeal'] as const)(
    'gets no %s that claims a mistake',
    (kind) => {
      expect(refusalOf({ ...admitted, kind })).toBe('letter.lending_admitted');
      expect(refusalOf({ ...admitted, kind, claimsMisjudged: true })).toBe('letter.lending_admitted');
      expect(allText(write({ ...admitted, kind, claimsMisjudged: false }))).not.toMatch(
        /误判|恢复上述号码|恢复服务，并/,
      );
    },
  );

  it('cannot claim it in own words either', () => {
    const facts = { ...full, what_happened: '我从来没有把卡借给别人，这是系统误判' };
    expect(refusalOf({ ...admitted, facts, kind: 'demand_for_reasons' })).toBe('letter.lending_admitted');
    const quoted = { ...full, message_text: '如系误判，请联系我们。' };
    expect(refusalOf({ ...admitted, facts: quoted, kind: 'demand_for_reasons' })).toBeNull();
  });

  it('may still ask for reasons and give an undertaking that denies nothing', () => {
    expect(write({ ...admitted, kind: 'demand_for_reasons' }).kind).toBe('demand_for_reasons');
    expect(write({ kind: 'undertaking' }).paragraphs.map(({ id }) => id)).toContain('no_admission');
    expect(write({ ...admitted, kind: 'undertaking' }).paragraphs.map(({ id }) => id)).not.toContain('no_admission');
  });
});
