import { expect, it } from 'vitest';
import { CARRIER } from '../../../seed/city.ts';
import { SYSTEM, World } from '../../../test/support/world.ts';
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
