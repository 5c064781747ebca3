import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REGULATOR } from '../../../seed/city.ts';
import { AGENT, DAY, HOLDER, NEXT_HOLDER, REVIEWER, STRANGER, SYSTEM, World } from '../../../test/support/world.ts';
import { actsOnCase, actsOnFlag } from '../../access/acts.ts';
import { objectToCommand } from '../../access/command.ts';
import { visibleState } from '../../access/relation.ts';
import type { Actor } from '../journal/actor.ts';
import type { Command } from '../journal/command.ts';
import { asOf } from '../journal/decide.ts';
import type { MandateCommand } from './commands.ts';
import type { MandateAct } from './mandate.ts';
import { MANDATE_ACTS } from './mandate.ts';

const DAUGHTER: Actor = { ...STRANGER, id: 'daughter', personId: 'daughter' };
type Grant = Extract<MandateCommand, { do: 'grant_mandate' }>;
const GRANT: Grant = {
  do: 'grant_mandate',
  principalId: 'lin',
  representativeId: 'daughter',
  kind: 'relative',
  acts: [...MANDATE_ACTS],
  days: 30,
  feeFen: 0,
  signed: 'code',
  paperSha256: null,
  representativeName: '女儿',
};

/** As access and the domain answer together. */
function refused(world: World, by: Actor, command: Command): string | null {
  const state = asOf(world.state, world.env(by));
  return objectToCommand(state, command, by, world.now)?.code ?? world.refusalOf(by, command);
}

const flagged = () => new World().opened().suspected();
const openCase = (world: World): Command => ({
  do: 'open_case',
  flagIds: Object.keys(world.state.flags),
  remedy: 'appeal',
  reference: 'R',
  statement: '替母亲申诉。',
});

describe('giving a mandate', () => {
  it.each([
    ['by somebody else', {}, STRANGER, 'access.not_found'],
    ['for another person of flesh', { principalId: 'other' }, HOLDER, 'access.denied'],
    ['to oneself', { representativeId: 'lin' }, HOLDER, 'mandate.not_yourself'],
    ['without acts', { acts: [] }, HOLDER, 'mandate.acts_missing'],
    ['for no day', { days: 0 }, HOLDER, 'mandate.term_out_of_range'],
    ['for more than a year', { days: 366 }, HOLDER, 'mandate.term_out_of_range'],
    ['for a relative’s fee', { feeFen: 1 }, HOLDER, 'mandate.fee_not_allowed'],
    ['on paper by the person alone', { signed: 'paper', paperSha256: 'a' }, HOLDER, 'access.denied'],
    ['on paper without the paper', { signed: 'paper' }, AGENT, 'mandate.paper_missing'],
  ] as const)('%s is refused', (_how, change, by, code) => {
    expect(refused(flagged(), by, { ...GRANT, ...change } as Command)).toBe(code);
  });

  it('to a lawyer may cost what is stated, and paper that an agent checked is as good as a code', () => {
    const world = flagged();
    expect(refused(world, HOLDER, { ...GRANT, kind: 'lawyer', feeFen: 200_000 })).toBeNull();
    expect(refused(world, AGENT, { ...GRANT, signed: 'paper', paperSha256: 'a'.repeat(64) })).toBeNull();
  });

  it('twice to the same person is refused while the first is live', () => {
    const world = flagged().do(HOLDER, GRANT);
    expect(world.refusalOf(HOLDER, GRANT)).toBe('mandate.live_already');
  });
});

describe('under a mandate', () => {
  it('she acts for her mother, who is told of each act', () => {
    const world = flagged().do(HOLDER, GRANT);
    expect(refused(world, DAUGHTER, openCase(world))).toBeNull();
    world.do(DAUGHTER, openCase(world));
    const { caseId } = world.only(world.state.cases);
    world.do(DAUGHTER, { do: 'case.submit', caseId });
    const told = Object.values(world.state.notices).filter(({ kind }) => kind === 'acted_for_you');
    expect(told.map(({ personId, values }) => [personId, values['act']])).toEqual([
      ['lin', 'open_case'],
      ['lin', 'submit'],
    ]);
    expect(world.entries.find(({ kind }) => kind === 'case.submitted')?.actor.id).toBe('daughter');
  });

  it('she sees the line without the letters to her mother, and nobody sees more because of it', () => {
    const world = flagged().do(HOLDER, GRANT);
    const seen = visibleState(world.state, DAUGHTER);
    expect(Object.keys(seen.flags)).toEqual(Object.keys(world.state.flags));
    expect(seen.notices).toEqual({});
    expect(visibleState(world.state, STRANGER).lines).toEqual([]);
  });

  it('what it does not name is neither offered nor accepted', () => {
    fc.assert(
      fc.property(fc.subarray([...MANDATE_ACTS], { minLength: 1 }), fc.boolean(), (acts: MandateAct[], late) => {
        const world = flagged()
          .do(HOLDER, { ...GRANT, acts })
          .appealed();
        if (late) world.wait(16 * DAY).sweep();
        const caseFile = world.only(world.state.cases);
        const offered = actsOnCase(world.state, caseFile, DAUGHTER, world.now);
        expect(offered.filter((act) => !(acts as readonly string[]).includes(act))).toEqual([]);
        const { caseId } = caseFile;
        const tried: Record<string, Command> = {
          say: { do: 'case.say', caseId, words: '好' },
          withdraw: { do: 'case.withdraw', caseId },
          escalate: { do: 'case.escalate', caseId, authority: REGULATOR, acceptedElsewhere: false, words: '' },
        };
        for (const [act, command] of Object.entries(tried))
          expect(refused(world, DAUGHTER, command) === null, act).toBe((offered as string[]).includes(act));
        const flag = world.only(world.state.flags);
        expect(actsOnFlag(world.state, flag, DAUGHTER).length > 0).toBe(false);
      }),
      { numRuns: 200, seed: 20261123 },
    );
  });

  it('she can give nobody else a mandate, and hand back her own', () => {
    const world = flagged().do(HOLDER, GRANT);
    const { mandateId } = world.only(world.state.mandates);
    expect(refused(world, DAUGHTER, { ...GRANT, principalId: 'daughter', representativeId: 'x' })).toBe(
      'access.not_found',
    );
    expect(refused(world, DAUGHTER, { do: 'revoke_mandate', mandateId })).toBeNull();
  });
});

describe('the end of a mandate', () => {
  const ends: Record<string, (world: World) => void> = {
    'taken back': (world) =>
      void world.do(HOLDER, { do: 'revoke_mandate', mandateId: world.only(world.state.mandates).mandateId }),
    'run out': (world) => void world.wait(30 * DAY),
    'closed line': (world) => void world.do(SYSTEM, { do: 'close_line', closedAt: world.now }),
  };

  it.each(Object.entries(ends))('%s: from that moment she sees and does nothing', (_how, end) => {
    const world = flagged().do(HOLDER, GRANT).appealed();
    const { caseId } = world.only(world.state.cases);
    end(world);
    const state = asOf(world.state, world.env(DAUGHTER));
    expect(visibleState(state, DAUGHTER).lines).toEqual([]);
    expect(refused(world, DAUGHTER, { do: 'case.say', caseId, words: '好' })).toBe('access.not_found');
    expect(world.sweep().only(world.state.mandates).status).not.toBe('live');
  });

  it('never carries over to the next holder’s line', () => {
    const world = flagged().do(HOLDER, GRANT);
    world.do(SYSTEM, { do: 'close_line', closedAt: world.now });
    world.do(SYSTEM, {
      do: 'open_line',
      origin: 'placed',
      kind: 'personal',
      carrierId: REVIEWER.carrierId ?? '',
      province: 'CN-ZJ',
      holderId: NEXT_HOLDER.personId,
      userId: null,
      openedAt: world.now,
    });
    expect(visibleState(world.state, DAUGHTER).lines).toEqual([]);
  });
});
