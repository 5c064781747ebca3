import type { Clock } from '../../domain/clocks/clock.ts';
import { msOf } from '../../domain/time.ts';
import type { Locale } from '../../locales/index.ts';
import { findText, t } from '../../locales/index.ts';
import { paths } from '../paths.ts';
import type { ClockBadgeProps, ClockState } from '../pieces/clock-badge.tsx';
import type { Frame } from './frame.ts';
import { lastMoment } from './frame.ts';
import { periodLaw } from './laws.ts';

/** A clock is short when less than a fifth of it is left, or less than a day. */
const SHORT_SHARE = 0.2;
const SHORT_MS = 24 * 3_600_000;

/** A clock as its badge shows it: who, until when, by which rule, and what happens otherwise. */
export function clockBadge(frame: Frame, clock: Clock): ClockBadgeProps {
  const { locale, rules, side } = frame;
  const rule = rules.periods.get(clock.ruleId);
  // What happens otherwise is worded for the person; the desk has its own list of what is late.
  const missed = side === 'person' ? findText(locale, `missed.${clock.ruleId}`) : undefined;
  const ours = rule?.confidence === 'ours' ? t(locale, 'period.ours.note') : undefined;
  const note = [missed, ours].filter((one) => one !== undefined).join(' ');
  return {
    state: stateOf(frame, clock),
    title: clockTitle(frame, clock.ruleId),
    start: clock.startedAt,
    due: lastMoment(clock.dueAt),
    ...(clock.endedAt === null || clock.status === 'breached' ? {} : { endedAt: clock.endedAt }),
    party: clock.binds === side ? 'you' : { name: partyName(frame, clock) },
    rule: rule && periodLaw(locale, rule),
    ...(note === '' ? {} : { ifMissed: note }),
    ...(clock.status === 'paused' ? { pausedBecause: groundWords(locale, clock) } : {}),
    href: paths.clock(clock.clockId),
  };
}

/** A period in which somebody may go further but need not: no move is waited for, so nothing counts down. */
export function isOpenDoor({ ruleId }: Clock): boolean {
  return ruleId.startsWith('user.appealLimit.');
}

function groundWords(locale: Locale, { events }: Clock): string {
  const ground = events.findLast(({ what }) => what === 'paused')?.ground ?? '';
  return findText(locale, `ground.${ground}`) ?? ground;
}

function partyName({ locale, carrier }: Frame, { binds }: Clock): string {
  if (binds === 'carrier') return carrier;
  return binds === 'person' ? t(locale, 'entry.who.person') : t(locale, `party.${binds}`);
}

/** What a period waits for, in words. */
export function clockTitle({ locale, carrier, side }: Frame, ruleId: string): string {
  const forDesk = side === 'desk' ? findText(locale, `period.${ruleId}.desk`) : undefined;
  return forDesk ?? findText(locale, `period.${ruleId}.title`, { carrier }) ?? t(locale, 'period.other.title');
}

function stateOf({ now }: Frame, clock: Clock): ClockState {
  if (clock.status === 'paused') return 'paused';
  if (clock.status === 'met') return 'met';
  if (clock.status === 'cancelled') return 'ended';
  if (clock.status === 'breached' || now >= clock.dueAt) return 'late';
  if (clock.provisional) return 'provisional';
  const left = msOf(clock.dueAt) - msOf(now);
  const whole = msOf(clock.dueAt) - msOf(clock.startedAt);
  return left < SHORT_MS && left < whole * SHORT_SHARE ? 'short' : 'running';
}

/** How pressing a date is in a list. */
export function lineState(dueAt: string, now: string): 'late' | 'short' | 'running' {
  if (dueAt <= now) return 'late';
  return msOf(dueAt) - msOf(now) < SHORT_IN_LISTS_MS ? 'short' : 'running';
}

const SHORT_IN_LISTS_MS = 48 * 3_600_000;
