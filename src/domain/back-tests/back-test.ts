import type { Policy } from '../policies/policy.ts';
import type { Instant } from '../time.ts';
import type { Figures } from './figures.ts';

export const BACK_TEST_STATUSES = ['running', 'cancelled', 'failed', 'done'] as const;
export type BackTestStatus = (typeof BACK_TEST_STATUSES)[number];

/** A rule table tried on the facts of a past period, beside another one. */
export type BackTest = {
  readonly backTestId: string;
  readonly carrierId: string;
  /** As it was when the test was asked for. */
  readonly draft: Policy;
  /** What it is compared with; null for no table at all. */
  readonly base: Policy | null;
  readonly from: Instant;
  readonly until: Instant;
  readonly status: BackTestStatus;
  readonly fault: string | null;
  readonly askedBy: string;
  readonly askedAt: Instant;
  readonly endedAt: Instant | null;
  /** All numbers up to this one are counted. */
  readonly afterNumber: string;
  readonly numbersAll: number;
  readonly workedMs: number;
  /** How many changes are kept to be listed; the figures count all of them. */
  readonly changesKept: number;
  readonly figures: Figures;
};

/** The longest period that is tried: what was flagged before was flagged by other habits. */
export const LONGEST_MS = 1096 * 86_400_000;
/** So many lines are listed one by one: more than anybody reads, few enough to be kept beside the journal. */
export const MOST_CHANGES = 50_000;
