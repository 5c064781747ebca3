import { expect, it } from 'vitest';
import { findUnstorable } from './storable-text.ts';

it('finds text that cannot be kept, wherever it stands, and says where', () => {
  expect(findUnstorable({ a: ['好', { 'b/c': 'x\u0000' }] })).toBe('/a/1/b~1c');
  expect(findUnstorable({ a: 'half \ud83d' })).toBe('/a');
  expect(findUnstorable({ values: { '\udc00': 1 } })).toBe('/values');
  expect(findUnstorable('\u0000')).toBe('');
});

it('lets whole signs of every script pass', () => {
  expect(findUnstorable({ words: '王𠮷😀\u200d\n\t', n: 1, nothing: null, list: [true] })).toBeNull();
});
