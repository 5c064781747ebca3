import fc from 'fast-check';
import { expect, it } from 'vitest';
import { camelKeys, snakeKeys } from './wire.ts';

it('renames keys at every depth and leaves values alone', () => {
  const inside = { caseId: 'case_a_1', liftFlagIds: ['flag_b_2'], move: { dueAt: null, ifMissed: 'notify_someone' } };
  const wire = {
    case_id: 'case_a_1',
    lift_flag_ids: ['flag_b_2'],
    move: { due_at: null, if_missed: 'notify_someone' },
  };
  expect(snakeKeys(inside)).toEqual(wire);
  expect(camelKeys(wire)).toEqual(inside);
});

it('comes back the same for any key of ours', () => {
  const word = fc.stringMatching(/^[a-z]{1,6}$/);
  const key = fc
    .tuple(word, fc.array(word, { maxLength: 3 }))
    .map(([first, rest]) => first + rest.map((one) => one.charAt(0).toUpperCase() + one.slice(1)).join(''));
  fc.assert(
    fc.property(fc.dictionary(key, fc.jsonValue({ maxDepth: 0 })), (value) => {
      expect(camelKeys(snakeKeys(value))).toEqual(value);
    }),
  );
});
