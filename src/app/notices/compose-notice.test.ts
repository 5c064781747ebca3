import { expect, it } from 'vitest';
import { CARRIER } from '../../../seed/city.ts';
import { AGENT, HOLDER, SYSTEM, World } from '../../../test/support/world.ts';
import { LOCALES } from '../../locales/index.ts';
import { composeNotice } from './compose-notice.ts';

it.each(LOCALES)('every notice of a lived-through number reads without a gap in %s', (locale) => {
  const world = new World().opened().inArrears().suspected().appealed().pays(100, 'p1').pays(8700, 'p2');
  const [lift] = Object.values(world.state.lifts);
  world.do(SYSTEM, { do: 'confirm_lift', liftId: lift?.liftId ?? '', system: 'switch' });
  const facts = {
    state: world.state,
    mobile: '+8615400000001',
    carrierName: CARRIER.nameZh,
    link: 'https://example.com/x',
  };
  const words = Object.values(world.state.notices).map((notice) => composeNotice(locale, notice, facts));
  expect(words.length).toBeGreaterThanOrEqual(5);
  for (const { subject, text, short } of words) {
    expect(`${subject} ${text} ${short}`).not.toMatch(/[{}]|—|undefined/);
    expect(text).toContain('https://example.com/x');
  }
});

it.each([
  ['zh-CN', '机主身份证原件、工作证明'],
  ['en', "The holder's original ID card, Proof of work"],
] as const)('papers go by their names in %s', (locale, names) => {
  const world = new World().opened().suspected().appealed();
  const [caseFile] = Object.values(world.state.cases);
  const caseId = caseFile?.caseId ?? '';
  const papers = ['id_card', 'work_proof'];
  world.do(HOLDER, { do: 'case.ask_precheck', caseId, papers, words: '' });
  const judged = papers.map((material) => ({ material, result: 'good', words: '' }) as const);
  world.do(AGENT, {
    do: 'case.answer_precheck',
    caseId,
    enough: true,
    papers: judged,
    originals: [],
    hall: '',
    words: '',
  });
  world.do(AGENT, { do: 'case.ask_material', caseId, materials: papers, words: '', changed: '过期了' });
  const facts = { state: world.state, mobile: '+8615400000001', carrierName: CARRIER.nameZh, link: 'x' };
  for (const kind of ['precheck_enough', 'precheck_set_aside', 'material_asked']) {
    const notice = Object.values(world.state.notices).find((one) => one.kind === kind);
    expect(notice && composeNotice(locale, notice, facts).text, kind).toContain(names);
  }
});
