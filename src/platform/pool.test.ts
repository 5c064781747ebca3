import { expect, test } from 'vitest';
import { instantOfText } from './pool.ts';
import { statement } from './statement.ts';

test.each([
  ['2026-11-23 04:12:01.123456+00', '2026-11-23T04:12:01.123Z'],
  ['2026-11-23 04:12:01.9999+00', '2026-11-23T04:12:01.999Z'],
  ['2026-11-23 04:12:01.1+00', '2026-11-23T04:12:01.100Z'],
  ['2026-11-23 04:12:01+00', '2026-11-23T04:12:01.000Z'],
])('the database prints %s for %s', (text, instant) => {
  expect(instantOfText(text)).toBe(instant);
});

test.each(['infinity', '2026-11-23 12:12:01+08', '0044-03-15 00:00:00+00 BC', '10000-01-01 00:00:00+00'])(
  '%s is no instant',
  (text) => {
    expect(() => instantOfText(text)).toThrow(RangeError);
  },
);

test('one statement name stands for one text', () => {
  const find = statement('test.find', 'select $1');
  expect(find('a')).toEqual({ name: 'test.find', text: 'select $1', values: ['a'] });
  expect(() => statement('test.find', 'select $2')).toThrow(/test\.find/);
  expect(() => statement('n'.repeat(64), 'select 1')).toThrow(/cut/);
});
