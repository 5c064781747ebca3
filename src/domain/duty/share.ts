/** The standard normal quantile that leaves 2.5 % on either side. */
const Z = 1.959963984540054;

/** A share of a whole, with the Wilson score interval at 95 %: what the true share may be, given so few. */
export type Share = { readonly share: number; readonly low: number; readonly high: number };

/** `part` of `whole`; null where there is nothing to take a share of. */
export function shareOf(part: number, whole: number): Share | null {
  if (whole === 0) return null;
  const share = part / whole;
  const square = (Z * Z) / whole;
  const middle = (share + square / 2) / (1 + square);
  const reach = (Z / (1 + square)) * Math.sqrt((share * (1 - share)) / whole + square / (4 * whole));
  return { share, low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) };
}
