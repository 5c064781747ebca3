import { expect, it } from 'vitest';
import type { Actor } from '../domain/journal/actor.ts';
import { addMs } from '../domain/time.ts';
import { stepUpObjection } from './step-up.ts';

const NOW = '2026-11-23T02:00:00.000Z';
const MINUTE_MS = 60_000;
const who = (role: Actor['role']): Actor => ({ id: 'x', role, carrierId: 'c', authorityId: null, personId: null });
const before = (minutes: number, by: string) => ({ at: addMs(NOW, -minutes * MINUTE_MS), by });
const code = (role: Actor['role'], proof: ReturnType<typeof before> | null, act = 'case.decide') =>
  stepUpObjection(who(role), proof, act, NOW)?.code;

it('asks staff for a fresh proof by something they hold, for ten minutes', () => {
  expect(code('reviewer', null)).toBe('access.step_up');
  for (const by of ['passkey', 'totp', 'oidc', 'demo']) {
    expect(code('reviewer', before(10, by)), by).toBeUndefined();
    expect(code('reviewer', before(10.001, by)), by).toBe('access.step_up');
  }
  for (const by of ['return_code', 'mail', 'sms']) expect(code('reviewer', before(0, by)), by).toBe('access.step_up');
});

it('takes from a person the ways by which people sign in', () => {
  for (const by of ['return_code', 'mail', 'sms', 'passkey'])
    expect(code('subscriber', before(1, by), 'change_sign_in'), by).toBeUndefined();
  expect(code('subscriber', before(11, 'mail'), 'change_sign_in')).toBe('access.step_up');
});

it('asks for nothing before ordinary acts, and nothing of machines', () => {
  expect(code('reviewer', null, 'case.say')).toBeUndefined();
  expect(code('system', null)).toBeUndefined();
  for (const act of ['case.settle', 'bulk', 'unmask', 'publish_policy', 'resume_rule'])
    expect(code('agent', null, act), act).toBe('access.step_up');
});
