import { expect, it } from 'vitest';
import { RefusalError } from '../domain/refusal.ts';
import { readInstant } from './instants.ts';

it.each([
  ['2026-11-23T12:12:01+08:00', '2026-11-23T04:12:01.000Z'],
  ['2026-11-23T04:12:01.1239Z', '2026-11-23T04:12:01.123Z'],
  ['2026-11-23T00:00:00-05:30', '2026-11-23T05:30:00.000Z'],
])('%s is %s', (given, instant) => {
  expect(readInstant(given, '/at')).toBe(instant);
});

it.each([
  '2026-11-23T12:12:01',
  '2026-02-30T00:00:00Z',
  '2026-11-23',
  'yesterday',
  '2026-11-23T25:00:00Z',
  '0001-01-01T00:00:00+08:00',
  '9999-12-31T23:59:59-08:00',
])('%s is refused at its field', (given) => {
  const read = () => readInstant(given, '/at');
  expect(read).toThrow(RefusalError);
  expect(read).toThrow(
    expect.objectContaining({ refusal: expect.objectContaining({ code: 'request.bad_instant', pointer: '/at' }) }),
  );
});
