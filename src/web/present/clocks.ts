import type { Clock } from '../../domain/clocks/clock.ts';
import { msOf } from '../../domain/time.ts';
import { findText, t } from '../../locales/index.ts';
import type { ClockBadgeProps, ClockState } from '../pieces/clock-badge.tsx';
import type { Frame } from './frame.ts';
import { lastMoment } from './frame.ts';
import { periodLaw } from './laws.ts';

/** A clock is short when less than a fifth of it is left, or less than a day. */
const SHORT_SHARE = 0.2;
const SHORT_MS = 24 * 3_600_000;

/** A clock as its badge shows it: who, until when, by which rule, and what happens otherwise. */
export function clockBadge(frame: Frame, clock: Clock): ClockBadgeProps {
  const { locale, carrier, rules } = frame;
  const rule = rules.periods.get(clock.ruleId);
  const missed = findText(locale, `missed.${clock.ruleId}`);
  const ours = rule?.confidence === 'ours' ? t(locale, 'period.ours.note') : undefined;
  const note = [missed, ours].filter((one) => one !== undefined).join(' ');
  return {
    state: stateOf(frame, clock),
    title: clockTitle(frame, clock.ruleId),
    start: clock.startedAt,
    due: lastMoment(clock.dueAt),
    party:
      clock.binds === 'person'
        ? 'you'
        : { name: clock.binds === 'carrier' ? carrier : t(locale, `party.${clock.binds}`) },
    rule: rule && periodLaw(locale, rule),
    ...(note === '' ? {} : { ifMissed: note }),
  };
}

/** What a period waits for, in words. */
export function clockTitle({ locale, carrier }: Frame, ruleId: string): string {
  return findText(locale, `period.${ruleId}.title`, { carrier }) ?? t(locale, 'period.other.title');
}

function stateOf({ now }: Frame, clock: Clock): ClockState {
  if (clock.status === 'met' || clock.status === 'cancelled') return 'met';
  if (clock.status === 'breached' || now >= clock.dueAt) return 'late';
  if (clock.provisional) return 'provisional';
  const left = msOf(clock.dueAt) - msOf(now);
  const whole = msOf(clock.dueAt) - msOf(clock.startedAt);
  return left < SHORT_MS && left < whole * SHORT_SHARE ? 'short' : 'running';
}
