import { describe, expect, it } from 'vitest';
import { AGENT, HOLDER, REVIEWER, World } from '../../../test/support/world.ts';
import type { Case, PaperResult } from './case.ts';
import type { CaseCommand } from './commands.ts';
import { acceptedPapers } from './precheck.ts';

const caseOf = (world: World) => Object.values(world.state.cases)[0] as Case;
type Papers = Readonly<Record<string, PaperResult>>;

function asked(papers: readonly string[] = ['id_card', 'work_proof']): World {
  const world = new World().opened().suspected().appealed();
  return world.do(HOLDER, ask(world, papers));
}
function ask(world: World, papers: readonly string[]): CaseCommand {
  return { do: 'case.ask_precheck', caseId: caseOf(world).caseId, papers, words: '够吗？' };
}
function answer(world: World, papers: Papers, more: Partial<Record<'words' | 'hall', string>> & object = {}) {
  const judged = Object.entries(papers).map(([material, result]) => ({ material, result, words: '看过' }));
  return {
    do: 'case.answer_precheck',
    caseId: caseOf(world).caseId,
    enough: judged.every(({ result }) => result === 'good'),
    papers: judged,
    originals: [],
    hall: '',
    words: '',
    ...more,
  } as CaseCommand;
}
const codeOf = (outcome: ReturnType<World['try']>) => (outcome.ok ? 'ok' : outcome.refusal.code);
const GOOD = { id_card: 'good', work_proof: 'good' } as const;

describe('an answer on papers before a journey', () => {
  it.each<[string, Papers, object, string]>([
    ['leaves a paper out', { id_card: 'good' }, {}, 'precheck.not_judged'],
    ['says enough with one that is not', { ...GOOD, work_proof: 'wrong' }, { enough: true }, 'precheck.contradicts'],
    ['says not yet with all good', GOOD, { enough: false }, 'precheck.contradicts'],
    ['wants an original of none that was looked at', GOOD, { originals: ['contract'] }, 'precheck.unknown_original'],
    [
      'does not say what is wrong with one',
      GOOD,
      {
        enough: false,
        papers: [
          { material: 'id_card', result: 'good', words: '' },
          { material: 'work_proof', result: 'unreadable', words: ' ' },
        ],
      },
      'precheck.word_missing',
    ],
    [
      'judges one twice',
      GOOD,
      { papers: ['id_card', 'id_card', 'work_proof'].map((material) => ({ material, result: 'good', words: '' })) },
      'precheck.judged_twice',
    ],
    ['is good for all', GOOD, { originals: ['id_card'] }, 'ok'],
    ['names one more that is missing', { ...GOOD, contract: 'missing' }, {}, 'ok'],
  ])('that %s', (_, papers, more, code) => {
    const world = asked();
    const before = world.state;
    expect(codeOf(world.try(AGENT, answer(world, papers, more)))).toBe(code);
    if (code !== 'ok') expect(world.state).toEqual(before);
  });

  it('is given once, by the desk, and only while somebody waits', () => {
    const world = asked();
    expect(codeOf(world.try(HOLDER, answer(world, GOOD)))).toBe('case.not_your_act');
    expect(codeOf(world.try(HOLDER, ask(world, ['id_card'])))).toBe('precheck.asked_already');
    world.do(AGENT, answer(world, GOOD));
    expect(codeOf(world.try(AGENT, answer(world, GOOD)))).toBe('precheck.none_open');
  });

  it('needs something to look at', () => {
    const world = new World().opened().suspected().appealed();
    expect(codeOf(world.try(HOLDER, ask(world, [])))).toBe('precheck.papers_missing');
  });

  it('starts and stops no clock', () => {
    const world = new World().opened().suspected().appealed();
    const before = world.state.clocks;
    world.do(HOLDER, ask(world, ['id_card'])).do(AGENT, answer(world, { id_card: 'good' }));
    expect(world.state.clocks).toEqual(before);
  });

  it('ends with the case', () => {
    const world = asked();
    world.do(HOLDER, { do: 'case.withdraw', caseId: caseOf(world).caseId });
    expect(codeOf(world.try(AGENT, answer(world, GOOD)))).toBe('case.wrong_state');
    expect(codeOf(world.try(HOLDER, ask(world, ['id_card'])))).toBe('case.wrong_state');
  });
});

describe('papers that were accepted', () => {
  const passed = () => {
    const world = asked();
    return world.do(AGENT, answer(world, GOOD));
  };

  it('are those of an answer of enough, and of no other', () => {
    expect(acceptedPapers(caseOf(passed()))).toEqual(['id_card', 'work_proof']);
    const world = asked();
    world.do(AGENT, answer(world, { id_card: 'good', work_proof: 'wrong' }));
    expect(acceptedPapers(caseOf(world))).toEqual([]);
  });

  it('are asked for again only with what has changed, and only those stop counting', () => {
    const world = passed();
    const { caseId } = caseOf(world);
    const again = { do: 'case.ask_material', caseId, materials: ['work_proof'], words: '请重交' } as const;
    expect(codeOf(world.try(AGENT, again))).toBe('precheck.changed_missing');
    world.do(AGENT, { ...again, changed: '单位已注销。' });
    expect(acceptedPapers(caseOf(world))).toEqual(['id_card']);
    expect(world.kinds()).toContain('case.precheck_set_aside');
  });

  it('do not stand in the way of asking for another one', () => {
    const world = passed();
    const other = {
      do: 'case.ask_material',
      caseId: caseOf(world).caseId,
      materials: ['contract'],
      words: '',
    } as const;
    expect(codeOf(world.try(AGENT, other))).toBe('ok');
    expect(world.kinds()).not.toContain('case.precheck_set_aside');
  });

  it('cannot be passed over in silence by a no', () => {
    const world = passed();
    const { caseId } = caseOf(world);
    world.do(REVIEWER, { do: 'case.start_review', caseId });
    const no = {
      do: 'case.decide',
      caseId,
      finding: 'grounded',
      liftFlagIds: [],
      ruleRelied: 'AF-32c',
      words: '维持。',
    } as const;
    expect(codeOf(world.try(REVIEWER, no))).toBe('precheck.papers_unsaid');
    const silent = { ...no, turnedDown: { materials: ['id_card'], changed: ' ' } };
    expect(codeOf(world.try(REVIEWER, silent))).toBe('precheck.changed_missing');
    const onOtherGrounds = new World().opened().suspected().appealed();
    onOtherGrounds.do(HOLDER, ask(onOtherGrounds, ['id_card'])).do(AGENT, answer(onOtherGrounds, { id_card: 'good' }));
    onOtherGrounds.do(REVIEWER, { do: 'case.start_review', caseId: caseOf(onOtherGrounds).caseId });
    const plain = { ...no, caseId: caseOf(onOtherGrounds).caseId, turnedDown: { materials: [], changed: '' } };
    expect(codeOf(onOtherGrounds.try(REVIEWER, plain))).toBe('ok');
    world.do(REVIEWER, { ...no, turnedDown: { materials: ['id_card'], changed: '证件昨天到期。' } });
    expect(acceptedPapers(caseOf(world))).toEqual(['work_proof']);
  });

  it('are judged anew only with a word on what has changed', () => {
    const world = passed();
    world.do(HOLDER, ask(world, ['id_card']));
    const papers = [{ material: 'id_card', result: 'missing', words: '' }];
    expect(codeOf(world.try(AGENT, answer(world, {}, { enough: false, papers } as object)))).toBe(
      'precheck.changed_missing',
    );
    const said = [{ material: 'id_card', result: 'missing', words: '证件已挂失' }];
    world.do(AGENT, answer(world, {}, { enough: false, papers: said } as object));
    expect(acceptedPapers(caseOf(world))).toEqual(['work_proof']);
  });
});
