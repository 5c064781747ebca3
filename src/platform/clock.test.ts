import { expect, test } from 'vitest';
import { isInstant } from '../domain/time.ts';
import { createOffsetClock, createStillClock, systemClock } from './clock.ts';

const START = '2026-11-23T04:12:01.123Z';

test('the machine says the time in the one spelling of an instant', () => {
  expect(isInstant(systemClock.now())).toBe(true);
});

test('a still clock moves only when told, and never back', () => {
  const clock = createStillClock(START);
  expect([clock.now(), clock.now()]).toEqual([START, START]);
  clock.advance(1000);
  expect(clock.now()).toBe('2026-11-23T04:12:02.123Z');
  clock.moveTo('2026-12-01T00:00:00.000Z');
  expect(clock.now()).toBe('2026-12-01T00:00:00.000Z');
  expect(() => clock.moveTo(START)).toThrow(/backwards/);
  expect(() => clock.advance(-1)).toThrow(/backwards/);
});

test('an offset clock runs with its base, ahead of it', () => {
  const base = createStillClock(START);
  const clock = createOffsetClock(base);
  clock.moveTo('2026-11-24T04:12:01.123Z');
  base.advance(5);
  expect(clock.now()).toBe('2026-11-24T04:12:01.128Z');
  clock.advance(2);
  expect(clock.now()).toBe('2026-11-24T04:12:01.130Z');
  expect(() => clock.moveTo(START)).toThrow(/backwards/);
});
