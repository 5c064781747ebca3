import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../src/store/canonical.ts';

test('every JSON value has the spelling of RFC 8785', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      expect(canonicalJson(value)).toBe(canonicalize(value));
    }),
    { numRuns: 500 },
  );
});

test.each([
  [{ b: 1, a: { 10: 1, 9: 2 } }, '{"a":{"10":1,"9":2},"b":1}'],
  [{ a: undefined, b: [undefined] }, '{"b":[null]}'],
  [[1e21, 1e-7, -0, 4.5], '[1e+21,1e-7,0,4.5]'],
  [{ '€': 1, '\r': 2, '\ufb33': 3, '😀': 4 }, '{"\\r":2,"€":1,"😀":4,"\ufb33":3}'],
])('%j', (value, text) => {
  expect(canonicalJson(value)).toBe(text);
});

test.each([[Number.NaN], [Number.POSITIVE_INFINITY], [() => 1], [undefined]])('%s cannot be said', (value) => {
  expect(() => canonicalJson(value)).toThrow(TypeError);
});
