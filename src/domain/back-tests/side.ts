import { MISJUDGED_MS } from '../flags/again.ts';
import type { Cause } from '../flags/words.ts';
import { REASON_CODES } from '../flags/words.ts';
import type { Fact } from '../numbers/fact.ts';
import { owedFen } from '../numbers/fact.ts';
import type { LineFacts } from '../policies/fields.ts';
import type { PolicyRule } from '../policies/policy.ts';
import type { Money } from './money.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const YEAR_MS = 365 * DAY_MS;
const NONE: readonly string[] = [];
const NO_FLAGS: LineFacts['flagsBefore'] = {};

/** A flag in a back-test: what the guard and the lift ask of it. Times in milliseconds since the epoch. */
export type TestFlag = {
  readonly line: number;
  readonly cause: Cause;
  readonly ruleId: string | null;
  readonly placed: number;
  readonly billIds: readonly string[];
  readonly contractIds: readonly string[];
  /** A passed real-person check lifts it. */
  readonly verifies: boolean;
  readonly expires: number;
  /** Of a flag that really stood when the period began. */
  readonly realId: string | null;
  lifted: number;
  misjudged: boolean;
};

/** What is known of a number besides its flags, the same under any table. */
export type Known = {
  readonly money: Money;
  /** Contracts that were settled, each by `settledKey`. */
  readonly settled: ReadonlySet<string>;
  /** When the last real-person check of each line was passed. */
  readonly passed: ReadonlyMap<number, number>;
};

/** Never: a flag that still stands. */
export const STANDS = Number.POSITIVE_INFINITY;

/** The flag that a rule places on a fact, as `reasonsFromRule` would write it. */
export function flagOf(rule: PolicyRule, line: number, fact: Fact, at: number): TestFlag {
  const billId = rule.lift === 'paid' && 'billId' in fact ? fact.billId : null;
  return {
    line,
    cause: REASON_CODES[rule.code].cause,
    ruleId: rule.ruleId,
    placed: at,
    billIds: billId === null ? NONE : [billId],
    contractIds: rule.lift === 'settled' && 'contractId' in fact ? [fact.contractId] : NONE,
    verifies: rule.lift === 'verified',
    expires: rule.lift === 'expires' ? expiryOf(rule, at) : STANDS,
    realId: null,
    lifted: STANDS,
    misjudged: false,
  };
}

/** A rule with an end for each measure lifts with the last one; one without any lifts a day after the first. */
function expiryOf({ measures, graceDays = 0 }: PolicyRule, at: number): number {
  const effect = at + graceDays * DAY_MS;
  let last = 0;
  for (const { afterDays = 0, days } of measures)
    if (days !== null) last = Math.max(last, effect + (afterDays + days) * DAY_MS);
  return last > 0 ? last : effect + ((measures[0]?.afterDays ?? 0) + 1) * DAY_MS;
}

/** Whether the record shows what lifts a flag (`conditionMet`). */
export function isMet(flag: TestFlag, { money, settled, passed }: Known): boolean {
  if (flag.billIds.length > 0) return flag.billIds.every((id) => isPaid(money, id));
  if (flag.contractIds.length > 0) return flag.contractIds.every((id) => settled.has(settledKey(flag.line, id)));
  return flag.verifies && (passed.get(flag.line) ?? Number.NEGATIVE_INFINITY) >= flag.placed;
}

/** A contract belongs to the holder of one line. */
export function settledKey(line: number, contractId: string): string {
  return `${line} ${contractId}`;
}

/** What comes of a rule that fires: a flag, nothing, or a human who has to look. */
export type Standing = 'placed' | 'nothing' | 'asks_human';

/** The guard against flagging twice (`flagsAgain`), on flags of a back-test. */
export function guard(flags: readonly TestFlag[], found: TestFlag, fact: Fact): Standing {
  const { line, ruleId, placed: at } = found;
  const begins = fact.kind === 'usage_observed' ? at - fact.windowHours * HOUR_MS : at;
  let misjudged = false;
  for (const flag of flags) {
    if (flag.line !== line || flag.ruleId !== ruleId) continue;
    if (flag.lifted === STANDS) return 'nothing';
    if (begins < flag.lifted || sharesMatter(flag, fact)) return 'nothing';
    misjudged ||= flag.misjudged && at < flag.lifted + MISJUDGED_MS;
  }
  return misjudged ? 'asks_human' : 'placed';
}

function sharesMatter({ billIds, contractIds }: TestFlag, fact: Fact): boolean {
  if ('billId' in fact && fact.billId !== null && billIds.includes(fact.billId)) return true;
  return 'contractId' in fact && contractIds.includes(fact.contractId);
}

/** Lifts what ran out by now, each at its own end. */
export function expire(flags: readonly TestFlag[], now: number): void {
  for (const flag of flags) if (flag.lifted === STANDS && flag.expires <= now) flag.lifted = flag.expires;
}

/** Lifts what a fact meets the condition of. */
export function settle(flags: readonly TestFlag[], line: number, known: Known, now: number): void {
  for (const flag of flags) if (flag.line === line && flag.lifted === STANDS && isMet(flag, known)) flag.lifted = now;
}

/** Flags of each cause in the year before, as `lineFacts` counts them. */
export function countBefore(flags: readonly TestFlag[], line: number, now: number): LineFacts['flagsBefore'] {
  if (flags.length === 0) return NO_FLAGS;
  const counts: { [C in Cause]?: number } = {};
  for (const { line: of, cause, placed, misjudged } of flags) {
    if (of !== line || misjudged || placed >= now || placed < now - YEAR_MS) continue;
    counts[cause] = (counts[cause] ?? 0) + 1;
  }
  return counts;
}

/** Whether a flag of this cause stands on the line. */
export function stands(flags: readonly TestFlag[], line: number, cause: Cause): boolean {
  return flags.some((flag) => flag.line === line && flag.cause === cause && flag.lifted === STANDS);
}

function isPaid({ bills }: Money, billId: string): boolean {
  const bill = bills[billId];
  return bill === undefined || owedFen(bill) === 0;
}
