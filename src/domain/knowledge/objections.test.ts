import { describe, expect, it } from 'vitest';
import { TABLES } from '../../../knowledge/index.ts';
import { PERIODS } from '../../../knowledge/periods.ts';
import type { KnowledgeTables } from './knowledge.ts';
import { objectToKnowledge } from './objections.ts';

const TODAY = '2026-11-23';
const object = (change: Partial<KnowledgeTables>) => objectToKnowledge({ ...TABLES, ...change }, PERIODS, TODAY);
/** The table with its first row changed, as data that no compiler saw. */
const first = <Row>(rows: readonly Row[], change: Readonly<Record<string, unknown>>) =>
  rows.map((row, at) => (at === 0 ? { ...row, ...change } : row)) as Row[];
const said = (zh: string) => ({ 'zh-CN': zh, en: 'Call' });

describe('the tables as they are', () => {
  it('have nothing against them', () => {
    expect(objectToKnowledge(TABLES, PERIODS, TODAY)).toEqual([]);
  });
});

describe('tampered tables are refused', () => {
  it('without source, day or confidence', () => {
    expect(object({ laws: first(TABLES.laws, { source: ' ' }) })).toEqual(['law AF-4 names no source']);
    expect(object({ scams: first(TABLES.scams, { checked: undefined }) })[0]).toContain('which day');
    expect(object({ tips: first(TABLES.tips, { checked: '2026-13-01' }) })[0]).toContain('which day');
    expect(object({ carriers: first(TABLES.carriers, { confidence: undefined }) })[0]).toContain('how sure');
    expect(object({ carriers: first(TABLES.carriers, { confidence: 'certain' }) })[0]).toContain('how sure');
  });

  it('when checked on a day to come', () => {
    expect(object({ living: first(TABLES.living, { checked: '2026-11-24' }) })[0]).toContain('still to come');
  });

  it('with words missing in one language, also within a part', () => {
    expect(object({ steps: first(TABLES.steps, { why: { 'zh-CN': '好', en: ' ' } }) })[0]).toContain(
      'no words for why',
    );
    const shops = { promised: said('好'), seen: { 'zh-CN': '', en: 'none' } };
    expect(object({ carriers: first(TABLES.carriers, { shops }) })[0]).toContain('shops.seen');
  });

  it('with two rows of one name, across both tables of law too', () => {
    expect(object({ channels: [...TABLES.channels, ...TABLES.channels.slice(0, 1)] })[0]).toContain('twice');
    expect(object({ background: [...TABLES.background, ...TABLES.laws.slice(0, 1)] })[0]).toContain('twice');
  });

  it('with references that lead nowhere', () => {
    const missing = 'which there is not';
    expect(object({ laws: first(TABLES.laws, { periods: ['carrier.replies'] }) })[0]).toBe(
      `law AF-4 refers to the period carrier.replies, ${missing}`,
    );
    expect(object({ routes: first(TABLES.routes, { steps: ['pay_nobody'] }) })[0]).toContain(missing);
    expect(object({ channels: first(TABLES.channels, { after: ['ministry'] }) })[0]).toContain(missing);
    expect(object({ carriers: first(TABLES.carriers, { hotline: '10087' }) })[0]).toContain(missing);
    expect(object({ segments: first(TABLES.segments, { carrierId: 'starlight' }) })[0]).toContain(missing);
    expect(object({ remedies: first(TABLES.remedies, { materials: ['blood_test'] }) })[0]).toContain(missing);
    expect(object({ readyWords: first(TABLES.readyWords, { laws: ['AF-99'] }) })[0]).toContain(missing);
    expect(object({ labelServices: first(TABLES.labelServices, { papers: ['fee'] }) })[0]).toContain(missing);
    expect(objectToKnowledge(TABLES, [], TODAY)[0]).toContain('refers to the period');
  });

  it('when a word of the domain has no row', () => {
    expect(object({ causes: TABLES.causes.slice(1) })).toEqual(['no cause tells about arrears']);
    expect(object({ synonyms: TABLES.synonyms.slice(1) })).toEqual(['no synonyms tells about A1']);
    expect(object({ remedies: TABLES.remedies.slice(1) })).toEqual(['no remedy tells about repay']);
  });

  it('when a text names a phone number or an address of its own', () => {
    for (const invented of ['12399', '13800138000', '4008000000', '010-12399', '10699001']) {
      expect(object({ steps: first(TABLES.steps, { say: said(`请打 ${invented} 解封`) }) })[0], invented).toContain(
        `names ${invented}, which no channel has`,
      );
    }
    expect(object({ living: first(TABLES.living, { how: said('打开 open10086.com') }) })[0]).toContain('open10086.com');
  });

  it('but not for sums, days, years and numbers that a channel has', () => {
    const harmless = '2026 年罚 10000 元，满 120 天，十二点前打 10086，见 wap.10086.cn，第 12345 条';
    expect(object({ steps: first(TABLES.steps, { say: said(harmless) }) })).toEqual([]);
  });

  it('when lifting is to cost anything', () => {
    expect(object({ routes: first(TABLES.routes, { costFen: 4900 }) })[0]).toContain('nothing is ever charged');
    expect(object({ labelServices: first(TABLES.labelServices, { costFen: 2600 }) })[0]).toContain('charged');
  });

  it('with a period without source', () => {
    const periods = first(PERIODS, { source: '' });
    expect(objectToKnowledge(TABLES, periods, TODAY)).toEqual(['period carrier.reply names no source']);
  });
});
