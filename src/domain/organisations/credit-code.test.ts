import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCreditCode } from './credit-code.ts';

const KNOWN = '91350100M000100Y43';
const SIGNS = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const codeOf = (typed: string) => {
  const reading = readCreditCode(typed);
  return reading.ok ? reading.code : reading.refusal.code;
};

it('takes the sample of the standard, however it is spaced or written', () => {
  for (const typed of [KNOWN, KNOWN.toLowerCase(), '９１３５０１００ M000100Y-43', ' 9135 0100 M000 100Y43 '])
    expect(codeOf(typed)).toBe(KNOWN);
});

it('says what is wrong: length, a sign that there is not, the check', () => {
  expect(codeOf('')).toBe('organisation.code_length');
  expect(codeOf(KNOWN.slice(1))).toBe('organisation.code_length');
  expect(codeOf(KNOWN.replace('M', 'O'))).toBe('organisation.code_sign');
  expect(codeOf(`${KNOWN.slice(0, 17)}4`)).toBe('organisation.code_check');
});

it('notices any one sign that is another', () => {
  fc.assert(
    fc.property(fc.nat(17), fc.constantFrom(...SIGNS), (at, sign) => {
      fc.pre(KNOWN[at] !== sign);
      expect(codeOf(KNOWN.slice(0, at) + sign + KNOWN.slice(at + 1))).toBe('organisation.code_check');
    }),
    { seed: 20261123 },
  );
});
