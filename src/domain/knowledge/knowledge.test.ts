import { describe, expect, it } from 'vitest';
import { knowledge, TABLES } from '../../../knowledge/index.ts';
import { ruleBook } from '../../../knowledge/rule-book.ts';
import type { ReasonCode } from '../flags/words.ts';
import { firstDoor, REASON_CODES } from '../flags/words.ts';
import { namedRows, wordsOf } from './rows.ts';

const ROWS = namedRows(TABLES).map(({ id, row }) => ({
  id,
  text: wordsOf(row)
    .map(({ words }) => words['zh-CN'])
    .join('\n'),
}));
const naming = (part: string) => ROWS.filter(({ text }) => text.includes(part));
const channelsOf = (steps: readonly string[]) =>
  steps.flatMap((id) => knowledge.steps.get(id)?.channels ?? []).map((id) => knowledge.channels.get(id));

describe('what is known', () => {
  it('cannot be changed while it runs', () => {
    expect(Object.isFrozen(knowledge)).toBe(true);
    expect(() => {
      (TABLES.channels[0] as { site: string }).site = 'open10086.com';
    }).toThrow(TypeError);
    expect(() => (TABLES.laws as unknown[]).push({})).toThrow(TypeError);
  });

  it('is found by its id, also a rule of the background', () => {
    expect(knowledge.laws.get('AF-32c')?.article).toBe('第32条第3款');
    expect(knowledge.laws.get('UA-15')?.periods).toEqual(['miit.forward']);
    expect(knowledge.carriers.get('china-unicom')?.hotline).toBe('10010');
  });

  it('has every period that people and authorities count by', () => {
    const wanted =
      'carrier.reply carrier.restoreAfterPay carrier.reopen miit.accept miit.forward miit.carrierFeedback miit.answer miit.mediate user.appealLimit.fee user.appealLimit.other user.realPerson credit.objection credit.complaint credit.keep admin.reconsider admin.sue admin.sueAfterReconsider civil.limitation arrears.suspend arrears.terminate jp.term.criminal jp.term.determined jp.term.cap jp.appeal';
    expect(wanted.split(' ').filter((id) => !ruleBook.periods.has(id))).toEqual([]);
  });

  it('says what it could not confirm wherever a period has no length', () => {
    const unknown = [...TABLES.laws, ...TABLES.background].filter(({ periods = [] }) =>
      periods.some((id) => ruleBook.periods.get(id)?.length === null),
    );
    expect(unknown.map(({ lawId }) => lawId)).toEqual(['JP-14-16']);
    for (const law of unknown) expect(law.unsure?.['zh-CN']).toContain('没有查到');
  });
});

describe('what the first article got wrong', () => {
  it('12378 is for banks and insurers: no step, no ladder and no other door leads a telecom matter there', () => {
    const bank = knowledge.channels.get('bank-complaints');
    expect(bank).toMatchObject({ phones: ['12378'], kind: 'finance' });
    expect(bank?.refuses?.['zh-CN']).toContain('电信');
    expect(TABLES.steps.filter(({ channels }) => channels?.includes('bank-complaints'))).toEqual([]);
    expect(TABLES.channels.filter(({ after = [] }) => after.includes('bank-complaints'))).toEqual([]);
    expect(naming('12378').map(({ id }) => id)).toEqual(['warning wrong_line']);
    for (const { code, steps, refused } of TABLES.routes.filter(({ code }) => !code.startsWith('B'))) {
      const kinds = channelsOf([...steps, ...refused]).map((one) => one?.kind);
      expect(kinds, code).not.toContain('finance');
    }
  });

  it('telecom goes to the carrier and then to 12300', () => {
    const appeal = knowledge.channels.get('appeal-centre');
    const carriers = TABLES.channels.filter(({ kind }) => kind.startsWith('carrier')).map(({ channelId }) => channelId);
    expect(appeal?.phones).toEqual(['12300']);
    expect([...(appeal?.after ?? [])].toSorted()).toEqual(carriers.toSorted());
    for (const { code, steps, refused } of TABLES.routes) {
      const way = [...steps, ...refused];
      const at = way.indexOf('appeal_regulator');
      if (at >= 0) expect(way.indexOf('complain_carrier'), code).toBeLessThan(at);
      if (at >= 0) expect(way, code).toContain('complain_carrier');
    }
    const shutting = TABLES.channels.filter(({ shuts = [] }) => shuts.includes('appeal-centre'));
    expect(shutting.map(({ channelId }) => channelId).toSorted()).toEqual(['city-line', 'consumer', 'court']);
  });

  it('12381 takes questions and sends genuine warnings, and restores nothing', () => {
    const line = knowledge.channels.get('miit-line');
    expect(line?.senders).toContain('12381');
    expect(line?.takes['zh-CN']).toContain('问政策');
    expect(line?.refuses?.['zh-CN']).toContain('复机');
    expect(TABLES.steps.filter(({ channels }) => channels?.includes('miit-line'))).toEqual([]);
  });

  it('a carrier’s flag by itself enters no credit record; a joint-punishment listing does', () => {
    expect(knowledge.warnings.get('credit_harm')?.truth['zh-CN']).toContain('本身不进征信');
    expect(knowledge.warnings.get('credit_harm')?.truth['zh-CN']).toContain('联合惩戒名单会进');
    expect(knowledge.laws.get('JP-credit')?.plain['zh-CN']).toContain('会进金融信用信息基础数据库');
    expect(knowledge.laws.get('CR-tel')?.plain['zh-CN']).toContain('不是自动的');
    expect(knowledge.scams.get('credit_threat')).toBeDefined();
  });

  it('lifting costs nothing anywhere', () => {
    const costs = [...TABLES.routes, ...TABLES.labelServices, ...TABLES.remedies].map(({ costFen }) => costFen);
    expect(new Set(costs)).toEqual(new Set([0]));
  });

  it('credit repair and paid unmarking are warned about; the third party to name is a lawyer or legal aid', () => {
    for (const id of ['credit_repair', 'paid_unmark', 'paid_unblock']) {
      expect(knowledge.warnings.get(id)?.truth['zh-CN'], id).toMatch(/免费|不收费/);
      expect(knowledge.scams.get(id)?.tell['zh-CN'], id).toMatch(/免费|不收费/);
    }
    expect(knowledge.scams.get('credit_repair')?.act['zh-CN']).toMatch(/律师.*12348/);
    expect(knowledge.channels.get('legal-aid')).toMatchObject({ kind: 'legal_aid', phones: ['12348'] });
    expect(knowledge.laws.get('LAW-13')?.plain['zh-CN']).toContain('法律援助');
  });

  it('police orders go to the police, and nothing else does', () => {
    const codes = Object.entries(REASON_CODES).filter(([, { imposedBy }]) => firstDoor(imposedBy) === 'police');
    expect(codes.map(([code]) => code)).toEqual(['E1', 'E2']);
    for (const [code] of codes) {
      const route = knowledge.routes.get(code as ReasonCode);
      const way = [...(route?.steps ?? []), ...(route?.refused ?? [])];
      expect(way).toContain('ask_orderer');
      expect(way).not.toContain('appeal_regulator');
      expect(way).not.toContain('complain_carrier');
    }
    for (const id of ['appeal-centre', 'administration'])
      expect(knowledge.channels.get(id)?.refuses?.['zh-CN']).toContain('公安机关要求');
    expect(knowledge.laws.get('JP-14-16')?.plain['zh-CN']).toContain('作出认定的公安机关');
  });

  it('a number that only sends messages is never given as one to call', () => {
    expect(knowledge.channels.get('one-card')).toMatchObject({ phones: [], senders: ['10699000'] });
  });

  it('no hours are promised where the law says "at once"', () => {
    expect(knowledge.laws.get('AF-32c')?.periods).toBeUndefined();
    expect(knowledge.laws.get('AF-32c')?.plain['zh-CN']).toContain('没有写几天');
  });

  it('every false claim that goes round is answered', () => {
    const claims =
      'wrong_line credit_harm credit_repair bank_papers invented_article service_solves_all thirty_sixty working_days fast_regulator parallel hours_in_law invented_amendment paid_unmark paid_unblock look_alike slow_top_up port_out always_five_years one_time_repair unmark_at_12321 prefix_tells admit_to_restore photo_by_chat sue_and_win blocked_everywhere old_numbers';
    expect(claims.split(' ').filter((id) => !knowledge.warnings.has(id))).toEqual([]);
  });
});
