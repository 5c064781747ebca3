import { describe, expect, it } from 'vitest';
import { knowledge, TABLES } from '../../../knowledge/index.ts';
import { REASON_CODES } from '../flags/words.ts';
import type { KnowledgeTables } from './knowledge.ts';
import { objectToKnowledge } from './objections.ts';

const TODAY = '2026-11-23';
const tampered = (change: Partial<KnowledgeTables>) => objectToKnowledge({ ...TABLES, ...change }, TODAY);
const first = <T>(rows: readonly T[], change: Partial<T>) =>
  rows.map((row, at) => (at === 0 ? { ...row, ...change } : row));

describe('the tables', () => {
  it('have nothing against them', () => {
    expect(objectToKnowledge(TABLES, TODAY)).toEqual([]);
  });

  it('are refused without source, with a day to come, with a word missing, with a twin or a dangling reference', () => {
    expect(tampered({ laws: first(TABLES.laws, { source: ' ' }) })[0]).toContain('names no source');
    expect(tampered({ laws: first(TABLES.laws, { checked: '2027-01-01' }) })[0]).toContain('still to come');
    expect(tampered({ steps: first(TABLES.steps, { why: { 'zh-CN': '好', en: '' } }) })[0]).toContain(
      'no words for why',
    );
    expect(tampered({ channels: [...TABLES.channels, ...TABLES.channels.slice(0, 1)] })[0]).toContain('twice');
    expect(tampered({ routes: first(TABLES.routes, { steps: ['pay_nobody'] }) })[0]).toContain('pay_nobody');
    const invented = { 'zh-CN': '请打 12399 解封', en: 'Call' };
    expect(tampered({ steps: first(TABLES.steps, { say: invented }) })[0]).toContain('12399');
  });

  it('have a way out for every reason code, and none of them costs anything', () => {
    expect([...knowledge.routes.keys()].toSorted()).toEqual(Object.keys(REASON_CODES).toSorted());
    expect(new Set([...TABLES.routes, ...TABLES.labelServices].map(({ costFen }) => costFen))).toEqual(new Set([0]));
  });
});

describe('what the first article got wrong', () => {
  it('sends telecom to the carrier and then to 12300, and banks alone to 12378', () => {
    const bank = knowledge.channels.get('bank-complaints');
    expect(bank?.phones).toEqual(['12378']);
    expect(bank?.refuses?.['zh-CN']).toContain('电信');
    const used = TABLES.steps.filter((step) => step.channels?.includes('bank-complaints'));
    expect(used).toEqual([]);
    for (const { code, refused } of TABLES.routes.filter((route) => (refusedBy(route.refused) ?? -1) >= 0)) {
      expect(refused.indexOf('complain_carrier'), code).toBeLessThan(refused.indexOf('appeal_regulator'));
    }
  });

  it('keeps 12381 for questions, and says what enters a credit record', () => {
    expect(knowledge.channels.get('miit-line')?.refuses?.['zh-CN']).toContain('复机');
    expect(knowledge.warnings.get('credit_harm')?.truth['zh-CN']).toContain('联合惩戒名单会进');
  });

  it('sends police orders to the police only', () => {
    for (const code of ['E1', 'E2'] as const) {
      const route = knowledge.routes.get(code);
      expect([...(route?.steps ?? []), ...(route?.refused ?? [])]).not.toContain('appeal_regulator');
      expect(route?.steps).toContain('ask_orderer');
    }
  });
});

function refusedBy(steps: readonly string[]): number {
  return steps.indexOf('appeal_regulator');
}
