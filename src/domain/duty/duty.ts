/**
 * Periods by which the law binds a carrier to do something for a person. What a carrier promised beyond that, and the short
 * waits of our own machinery, are not among them; nor is the ninety days' rest of a number, which is a least and not a most.
 */
export const DUTIES = ['carrier.reply', 'miit.carrierFeedback', 'carrier.restoreAfterPay', 'carrier.reopen'] as const;
export type Duty = (typeof DUTIES)[number];

/**
 * What became of one duty. `unanswered`: the day passed and nothing has come to this day. `running`: the day is still ahead.
 * `ended_otherwise`: it ended without the carrier having had its whole time, such as a case withdrawn.
 */
export const DUTY_CLASSES = ['on_time', 'late', 'unanswered', 'running', 'ended_otherwise'] as const;
export type DutyClass = (typeof DUTY_CLASSES)[number];

/** What is known of a duty's clock: how it ended, whether its day is over, and when the answer came, if one did. */
export type DutyFacts = {
  readonly status: 'running' | 'paused' | 'met' | 'cancelled' | 'breached';
  readonly passed: boolean;
  readonly answer: 'in_time' | 'after' | 'none';
};

/** The class of a duty. The answer itself decides, not how the clock was closed: a case taken elsewhere ends a clock too. */
export function dutyClass({ status, passed, answer }: DutyFacts): DutyClass {
  if (answer === 'in_time') return 'on_time';
  if (answer === 'after') return 'late';
  if (status === 'breached') return 'unanswered';
  if (status === 'met' || status === 'cancelled') return 'ended_otherwise';
  return passed && status === 'running' ? 'unanswered' : 'running';
}

/** Duties by class. */
export type DutyCounts = { readonly [C in DutyClass]: number };

export const NO_DUTIES: DutyCounts = { on_time: 0, late: 0, unanswered: 0, running: 0, ended_otherwise: 0 };

/** Adds so many of one class. */
export function addDuties(counts: DutyCounts, which: DutyClass, count: number): DutyCounts {
  return { ...counts, [which]: counts[which] + count };
}

/** Those whose outcome is known; only they have a share. */
export function countedDuties({ on_time, late, unanswered }: DutyCounts): number {
  return on_time + late + unanswered;
}

/** Below this many a share says little, and the page says so. */
export const SMALL = 5;
