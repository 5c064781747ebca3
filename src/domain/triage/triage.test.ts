import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { triage } from '../../../knowledge/triage/index.ts';
import { LONGEST_TEXT } from './triage.ts';
import type { Verdict } from './verdict.ts';

type Own = { id: string; text: string; expect: 'status' | 'scam' | 'ordinary'; causes_ok: string[] };
const textsOf = (file: string) =>
  readFileSync(join(import.meta.dirname, '../../../test/triage', file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Own);
const OWN = textsOf('own-texts.jsonl');

const read = (text: string) => triage({ text });
const causes = ({ causes: ranked }: Verdict) => ranked.map(({ cause }) => cause);

describe('texts of our own', () => {
  it.each(OWN.filter((one) => one.expect === 'scam'))('$id is a scam: $text', ({ text }) => {
    expect(read(text)).toMatchObject({ genuineness: 'scam', causes: [] });
  });

  it.each(OWN.filter((one) => one.expect === 'ordinary'))('$id raises no alarm: $text', ({ text }) => {
    const verdict = read(text);
    expect(verdict.genuineness).not.toBe('scam');
    expect(verdict.causes).toEqual([]);
  });

  it.each(OWN.filter((one) => one.expect === 'status'))('$id names its cause: $text', ({ text, causes_ok }) => {
    expect(
      causes(read(text))
        .slice(0, 2)
        .filter((cause) => causes_ok.includes(cause)),
    ).not.toEqual([]);
  });
});

describe('texts that no wording was taken from', () => {
  const HELD = textsOf('held-texts.jsonl');
  const of = (expected: Own['expect']) => HELD.filter((one) => one.expect === expected);

  it('never calls a scam genuine and raises no alarm over an ordinary text', () => {
    expect(of('scam').filter(({ text }) => read(text).genuineness === 'genuine')).toEqual([]);
    expect(of('ordinary').filter(({ text }) => causes(read(text)).length > 0)).toEqual([]);
  });

  it('reads most of them right', () => {
    const found = of('scam').filter(({ text }) => read(text).genuineness === 'scam');
    const named = of('status').filter(({ text, causes_ok }) =>
      causes(read(text))
        .slice(0, 2)
        .some((cause) => causes_ok.includes(cause)),
    );
    expect(found.length / of('scam').length).toBeGreaterThan(0.9);
    expect(named.length / of('status').length).toBeGreaterThan(0.85);
  });
});

describe('a verdict', () => {
  it('keeps it open where nobody said which reason it was', () => {
    const several = read('您的号码因以下原因之一被停机：1.欠费；2.实名信息不全；3.被举报骚扰；4.长期未使用。');
    expect(several.told).toBe('one_of_several');
    expect(read('您的手机已停机。')).toMatchObject({ told: 'not_told', status: 'in_effect' });
    expect(causes(read('您的手机已停机。'))[0]).toBe('unknown');
  });

  it('says which functions are off, whether already, and by when something is asked', () => {
    const verdict = read('【中国联通】您的号码因投诉现已限制主叫及短信功能，请于7日内到营业厅办理，逾期停机。');
    expect(verdict).toMatchObject({ status: 'in_effect', layer: 'service', imposedBy: 'carrier_rules' });
    expect(verdict.measures).toEqual(expect.arrayContaining(['voice_out', 'sms_out']));
    expect(verdict.deadlines).toMatchObject([{ text: '7日内', iso: 'P7D' }]);
    expect(verdict.asks).toContain('visit_shop');
  });

  it('shows its words at their places in the text as it was given', () => {
    const text = '  【中国移动】 您的号码 已 停 机，原因：欠 费 38元  ';
    for (const { start, end, says } of read(text).evidence) {
      const words = text.slice(start, end).replaceAll(' ', '');
      if (says === 'cause.arrears') expect(words).toContain('欠费');
      if (says === 'state.stop') expect(words).toContain('停');
    }
    expect(read(text).evidence.map(({ says }) => says)).toEqual(
      expect.arrayContaining(['cause.arrears', 'state.stop']),
    );
  });

  it('puts the bank first when a phone goes dead while money moves', () => {
    const answers = { out: 'no', in: 'no', sms: 'no', data: 'no' } as const;
    const text = '【招商银行】您账户1234支出人民币9800元';
    expect(triage({ text, answers }).danger).toBe('sim_swap');
    expect(read(text).danger).toBeNull();
    expect(read('我手机突然没信号，银行app提示有一笔转账').danger).toBe('sim_swap');
  });

  it('knows the same words in the other script, in full width, with pictures and signs between', () => {
    for (const text of [
      '您的手機因欠費已停機',
      '您的手机因欠－费已停＊机',
      '您的📱手机因欠​费已停😭机',
      '您的手机 因 欠 费 已 停 机',
    ])
      expect(causes(read(text))[0], text).toBe('arrears');
  });

  it('tells what stood in the way of reading', () => {
    expect(read(' \n\t ').trouble).toBe('empty');
    expect(read('停机'.repeat(LONGEST_TEXT)).trouble).toBe('too_long');
    expect(read('😀😀😀').trouble).toBe('empty');
    expect(read('Ваш номер заблокирован').trouble).toBe('unknown_language');
  });

  it('holds for any text: spans lie inside it, scores fall, and spaces around change nothing', () => {
    const pieces = fc.constantFrom(...OWN.map(({ text }) => text), '停机', '【', '】', '\ud83d', '\u0000', ' ', 'URL');
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(pieces, { maxLength: 4 }).map((some) => some.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const verdict = read(text);
        for (const { start, end } of [...verdict.evidence, ...verdict.deadlines]) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        const scores = verdict.causes.map(({ score }) => score);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
        if (verdict.genuineness !== 'cannot_tell') expect(verdict.grounds).not.toEqual([]);
        const { evidence: _, deadlines: __, ...rest } = verdict;
        if (text.length < LONGEST_TEXT) expect(read(`  ${text}\n`)).toMatchObject(JSON.parse(JSON.stringify(rest)));
      }),
      { numRuns: 600, seed: 20261123 },
    );
  });

  it('sees a demand behind a warning against others', () => {
    const text = '【工信部】携号转网请认准官方渠道，谨防诈骗。请提供短信验证码给客服。';
    expect(read(text).grounds).not.toContain('text.no_link');
    expect(read(text).genuineness).not.toBe('genuine');
    expect(read('【工信部】谨防诈骗，不要提供短信验证码给客服。').genuineness).toBe('genuine');
  });

  it('calls nothing genuine that asks for what no office asks for, whatever stands around it', () => {
    const demands = fc.constantFrom(
      '请将资金转入安全账户核查',
      '请按9转人工客服',
      '回复HK+新卡号升级',
      '请提供短信验证码给客服',
      '请点击 http://10086-vip.top 办理',
      '请下载会议软件并共享屏幕',
      '请加客服微信 kf88888 办理',
    );
    const around = fc.constantFrom(...OWN.filter((one) => one.expect !== 'scam').map(({ text }) => text));
    fc.assert(
      fc.property(around, demands, around, (before, demand, after) => {
        expect(read(`${before}${demand}。${after}`).genuineness).not.toBe('genuine');
      }),
      { numRuns: 4_000, seed: 20261123 },
    );
  });
});
