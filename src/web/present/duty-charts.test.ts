import { expect, it } from 'vitest';
import { percent } from './duty-charts.ts';

it.each([
  [0, '0%'],
  [0.001, '<1%'],
  [0.5, '50%'],
  // Its four decimals are 0.9350: the same words wherever the share stands.
  [0.93496, '94%'],
  [0.9349, '93%'],
  [0.999, '>99%'],
  [1, '100%'],
])('%d is said as %s', (share, text) => {
  expect(percent(share)).toBe(text);
});
