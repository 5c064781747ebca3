/**
 * A sequential test of "this rule is overturned more often than is tolerated", valid at any moment of looking.
 *
 * The doubt about a rule is the likelihood of what was decided under rates worse than tolerated, averaged evenly over them, divided by
 * its likelihood under the tolerated rate p₀: E(k, n) = (1 − p₀)⁻¹ ∫_{p₀}^{1} p^k (1−p)^{n−k} dp / (p₀^k (1−p₀)^{n−k}) for k overturned of n.
 * While each decision overturns with a probability of at most p₀ given those before, E is a supermartingale that begins at
 * one; so it ever reaches 1/α with probability at most α (Ville's inequality), however often one looks and whenever one stops.
 */

/** At most this share of rules that are no worse than tolerated is ever called bad, in each run of the test. */
export const FALSE_ALARM = 0.01;
/** The doubt at which a rule is paused. */
export const ALARM = 1 / FALSE_ALARM;
/** The rate of overturns among decided appeals that a carrier may tolerate of a rule. */
export const TOLERATED = { least: 0.05, usual: 0.2, most: 0.5 } as const;
/** Before so many decisions nothing is concluded, however clear they look; it can only make alarms rarer. */
export const FEWEST = 5;

/** Decided appeals in the order of their first decision, each of another number. */
export type Tally = { readonly decided: number; readonly overturned: number };

/** The natural logarithm of the doubt. Zero before anything is decided; exact up to rounding. */
export function logDoubt({ decided: n, overturned: k }: Tally, tolerated: number): number {
  if (n === 0) return 0;
  return logCdf(k, n + 1, tolerated) - Math.log(n + 1) - Math.log1p(-tolerated) - logPmf(k, n, tolerated);
}

/** Whether the decisions so far say that the rule is bad. */
export function isBad(tally: Tally, tolerated: number): boolean {
  return tally.decided >= FEWEST && logDoubt(tally, tolerated) >= Math.log(ALARM);
}

export type DoubtPoint = Tally & { readonly logDoubt: number };

/** How the doubt went, decision by decision; of a long way so many points that its last and highest are among them. */
export function doubtPath(overturns: readonly boolean[], tolerated: number, most = 400): DoubtPoint[] {
  const every = Math.max(1, Math.ceil(overturns.length / most));
  const points: DoubtPoint[] = [];
  let overturned = 0;
  let highest: DoubtPoint | null = null;
  for (const [index, was] of overturns.entries()) {
    if (was) overturned += 1;
    const tally = { decided: index + 1, overturned };
    const point = { ...tally, logDoubt: logDoubt(tally, tolerated) };
    if (!highest || point.logDoubt > highest.logDoubt) highest = point;
    if ((index + 1) % every !== 0 && index + 1 !== overturns.length) continue;
    if (highest.decided !== point.decided && every > 1) points.push(highest);
    points.push(point);
    highest = null;
  }
  return points;
}

/** log P(X ≤ k) for X binomial(n, p), summed from the side on which terms fall off. */
function logCdf(k: number, n: number, p: number): number {
  if (k >= n) return 0;
  const odds = p / (1 - p);
  if (k < (n + 1) * p) return logPmf(k, n, p) + Math.log(sumOf((j) => (k - j) / ((n - k + j + 1) * odds)));
  const above = Math.exp(logPmf(k + 1, n, p)) * sumOf((j) => ((n - k - 1 - j) * odds) / (k + 2 + j));
  return Math.log1p(-Math.min(above, 1 - Number.EPSILON));
}

/** 1 + r₀ + r₀r₁ + …, each r the ratio of one term to the one before, until nothing more is added. */
function sumOf(ratio: (step: number) => number): number {
  let sum = 1;
  for (let [term, step] = [1, 0]; ; step += 1) {
    term *= ratio(step);
    if (term <= sum * Number.EPSILON) return sum;
    sum += term;
  }
}

function logPmf(k: number, n: number, p: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k) + k * Math.log(p) + (n - k) * Math.log1p(-p);
}

const SMALL = [0];
for (let n = 1; n < 32; n += 1) SMALL.push((SMALL[n - 1] ?? 0) + Math.log(n));

/** Stirling's series, to the last digits for what the table does not hold. */
function logFactorial(n: number): number {
  const known = SMALL[n];
  if (known !== undefined) return known;
  const square = n * n;
  const series = (1 / 12 - (1 / 360 - 1 / 1260 / square) / square) / n;
  return n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + series;
}
