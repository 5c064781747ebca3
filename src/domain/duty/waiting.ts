/** How many waits were so long, in tenths of a day: `answered` ended with an answer, `open` lasted at least so long. */
export type Waits = { readonly tenths: number; readonly answered: number; readonly open: number };

/** A quantile in days, one decimal. `atLeast`: too few were answered to say more than that it is no less. */
export type Quantile = { readonly days: number; readonly atLeast: boolean };

/**
 * The time by which a share `p` of all duties was answered, by the product-limit estimate of Kaplan and Meier: one that is
 * still open counts as "longer than until now", so silence makes the figure longer and never disappears from it. Where the
 * curve stands at exactly the wanted share between two answers, their midpoint is taken; without open ones and with p = 0.5
 * that is the ordinary median. Null without any wait.
 */
export function waitQuantile(waits: readonly Waits[], p: number): Quantile | null {
  const steps = mergeWaits(waits).toSorted((a, b) => a.tenths - b.tenths);
  const last = steps.at(-1);
  if (!last) return null;
  let atRisk = steps.reduce((sum, { answered, open }) => sum + answered + open, 0);
  let unanswered = 1;
  let plateau: number | null = null;
  for (const { tenths, answered, open } of steps) {
    if (plateau !== null && answered > 0) return { days: inDays((plateau + tenths) / 2), atLeast: false };
    // An answer and a look at the same tenth of a day: the answer came first.
    if (answered > 0) unanswered *= 1 - answered / atRisk;
    atRisk -= answered + open;
    if (plateau !== null || unanswered > 1 - p + ROUNDING) continue;
    if (unanswered < 1 - p - ROUNDING) return { days: inDays(tenths), atLeast: false };
    plateau = tenths;
  }
  // Whoever is left is still open.
  return { days: inDays(plateau ?? last.tenths), atLeast: true };
}

/** Products of fractions miss their exact value by so little. */
const ROUNDING = 1e-9;

function inDays(tenths: number): number {
  return Math.round(tenths) / 10;
}

/** Waits of the same length together: an open one must not leave the count before an answer after the same time. */
function mergeWaits(waits: readonly Waits[]): Waits[] {
  const byLength = new Map<number, Waits>();
  for (const { tenths, answered, open } of waits) {
    if (answered + open === 0) continue;
    const known = byLength.get(tenths);
    byLength.set(tenths, {
      tenths,
      answered: answered + (known?.answered ?? 0),
      open: open + (known?.open ?? 0),
    });
  }
  return [...byLength.values()];
}
