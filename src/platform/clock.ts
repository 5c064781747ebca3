import { addMs, type Instant, instantFromMs, msOf } from '../domain/time.ts';

/** The one source of "now"; everything else takes an `Instant` as an argument. */
export type Clock = {
  now(): Instant;
  /** False once after the machine's clock leapt against its own uptime; absent where it cannot leap. */
  isSteady?(): boolean;
};

export type MovableClock = Clock & {
  /** Moves forward by so many milliseconds. */
  advance(ms: number): void;
  /** Moves to a moment at or after the present one. */
  moveTo(instant: Instant): void;
};

export const systemClock: Clock = {
  now: () => instantFromMs(Date.now()),
  isSteady: createLeapWatch(Date.now, () => performance.now()),
};

const LEAP_MS = 5 * 60_000;

/** Compares how far two sources of time, in milliseconds, have moved since the last look: true while they agree. */
export function createLeapWatch(wall: () => number, uptime: () => number): () => boolean {
  let ahead = wall() - uptime();
  return () => {
    const before = ahead;
    ahead = wall() - uptime();
    return Math.abs(ahead - before) < LEAP_MS;
  };
}

/** A clock that stands still until it is moved, for tests. */
export function createStillClock(start: Instant): MovableClock {
  let now = start;
  return {
    now: () => now,
    advance: (ms) => {
      now = later(now, addMs(now, ms));
    },
    moveTo: (instant) => {
      now = later(now, instant);
    },
  };
}

/** A clock that runs with another one, a movable distance ahead of it, for the demo. */
export function createOffsetClock(base: Clock, offsetMs = 0): MovableClock {
  let offset = offsetMs;
  const now = () => addMs(base.now(), offset);
  return {
    now,
    isSteady: () => base.isSteady?.() ?? true,
    advance: (ms) => {
      offset += msOf(later(now(), addMs(now(), ms))) - msOf(now());
    },
    moveTo: (instant) => {
      offset += msOf(later(now(), instant)) - msOf(now());
    },
  };
}

function later(from: Instant, to: Instant): Instant {
  if (msOf(to) < msOf(from)) throw new RangeError(`a clock does not run backwards (from ${from} to ${to})`);
  return to;
}
