import { expect, it } from 'vitest';
import { csvOf } from './csv.ts';

it('begins with a byte order mark and quotes as RFC 4180 has it', () => {
  expect(
    csvOf(
      ['名', 'n'],
      [
        ['青禾, "通信"', 3.5],
        [null, true],
      ],
    ),
  ).toBe('\ufeff名,n\r\n"青禾, ""通信""",3.5\r\n,true\r\n');
});

it.each(['=1+1', '+1', '-1', '@x', '\t=1', ' =1', '＝1', '\u200b=1', '\r=1'])(
  'keeps %j from being a formula',
  (text) => {
    expect(csvOf(['h'], [[text]])).toMatch(/\r\n"?'/);
  },
);

it('leaves numbers below nothing as numbers', () => {
  expect(csvOf(['h'], [[-1]])).toBe('\ufeffh\r\n-1\r\n');
});
