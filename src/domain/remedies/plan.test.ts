import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knowledge, TABLES } from '../../../knowledge/index.ts';
import { CAUSES } from '../flags/words.ts';
import type { PlanInput } from './plan.ts';
import { makePlan } from './plan.ts';

const plan = (input: Partial<PlanInput>) =>
  makePlan(knowledge, { causes: [], danger: null, off: true, situations: [], ...input });
const ids = (steps: readonly { stepId: string }[]) => steps.map(({ stepId }) => stepId);

describe('a plan', () => {
  it('freezes the bank before anything else when a SIM may have been stolen', () => {
    expect(ids(plan({ danger: 'sim_swap' }).urgent)).toEqual(['freeze_bank']);
  });

  it('leaves a scam alone before anything else, and only then looks at the number', () => {
    const { urgent, steps } = plan({ scam: true, off: false });
    expect(ids(urgent)).toEqual(['scam_leave', 'scam_done', 'scam_report']);
    expect(ids(steps)).toEqual(['check_balance', 'ask_reason']);
  });

  it('asks for the reason first when nobody gave one', () => {
    const { code, steps } = plan({ causes: ['unknown'] });
    expect(code).toBe('Z0');
    expect(ids(steps)).toEqual(['check_balance', 'ask_reason', 'demand_reasons', 'verify_online']);
  });

  it('keeps the second cause as another way', () => {
    expect(plan({ causes: ['suspicion', 'arrears'] }).alternatives.map(({ code }) => code)).toEqual(['A1']);
  });

  it('exchanges papers for who the person is, and says what they replace', () => {
    const { papers, steps } = plan({ causes: ['suspicion'], situations: ['foreigner'] });
    expect(papers[0]).toMatchObject({ material: { materialId: 'passport' }, replaces: 'id_card' });
    expect(ids(steps)).not.toContain('verify_online');
    expect(ids(plan({ causes: ['suspicion'], situations: ['lost_id'] }).steps)[0]).toBe('temporary_id');
  });

  it('does not help who lent the card to claim a mistake', () => {
    const lent = plan({ causes: ['suspicion'], situations: ['lent'] });
    expect(lent.honestWay).toBe(true);
    expect(ids(lent.steps)[0]).toBe('stop_lending');
    expect([...ids(lent.steps), ...ids(lent.next)]).not.toContain('demand_reasons');
    expect(ids(lent.next)).not.toContain('complain_carrier');
  });

  it('lives the day without the number only while it is off', () => {
    expect(ids(plan({ off: true }).today)).toContain('emergency_works');
    expect(plan({ off: false }).today).toEqual([]);
  });

  it('for any causes and circumstances: steps once each, no charge, no check by another, police orders never to the regulator', () => {
    const circumstances = fc.subarray(TABLES.situations.map(({ situationId }) => situationId));
    fc.assert(
      fc.property(fc.subarray([...CAUSES]), circumstances, fc.boolean(), (causes, situations, off) => {
        const made = plan({ causes, situations, off });
        expect(new Set(ids(made.steps)).size).toBe(made.steps.length);
        expect(made.steps.length).toBeGreaterThan(0);
        expect(made.route.costFen).toBe(0);
        if (made.route.code === 'E1') expect(ids(made.next)).not.toContain('appeal_regulator');
        if (situations.includes('other_holder'))
          expect(made.papers.map(({ material }) => material.materialId)).toContain('holder_present');
      }),
      { numRuns: 300, seed: 20261123 },
    );
  });
});
