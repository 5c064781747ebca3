import { shareOf } from '../duty/share.ts';

/** How far two shares of the same things lie apart, in points of share; at 95 %. */
export type Difference = { readonly difference: number; readonly low: number; readonly high: number };

/**
 * Newcombe's interval for the difference of two shares that were taken of the same things (method 10 of "Improved
 * confidence intervals for the difference between binomial proportions based on paired data", 1998): Wilson intervals of
 * each, drawn together by how much the two agree. Null where there is nothing to take a share of.
 *
 * @param both things that both say yes to; `first` and `second`: only one does; `all`: however many there are
 */
export function differenceOf({
  both,
  first,
  second,
  all,
}: {
  readonly both: number;
  readonly first: number;
  readonly second: number;
  readonly all: number;
}): Difference | null {
  const [a, b] = [shareOf(both + first, all), shareOf(both + second, all)];
  if (!a || !b) return null;
  const agreement = agreementOf(both, first, second, all - both - first - second);
  const reach = (down: number, up: number) => Math.sqrt(Math.max(0, down ** 2 - 2 * agreement * down * up + up ** 2));
  const difference = b.share - a.share;
  return {
    difference,
    low: difference - reach(b.share - b.low, a.high - a.share),
    high: difference + reach(b.high - b.share, a.share - a.low),
  };
}

/** The correlation of two yes-or-no answers, corrected for continuity as Newcombe does. */
function agreementOf(both: number, first: number, second: number, neither: number): number {
  const margins = (both + first) * (second + neither) * (both + second) * (first + neither);
  if (margins === 0) return 0;
  const all = both + first + second + neither;
  const cross = both * neither - first * second;
  const corrected = cross > all / 2 ? cross - all / 2 : Math.min(cross, 0);
  return corrected / Math.sqrt(margins);
}
