import { msOf } from '../../domain/time.ts';
import { formatMoment, formatTimeLeft, timeLeft } from '../../platform/locale.ts';
import { Icon, type IconName } from './icon.tsx';
import { LawLink, type LawLinkProps } from './law-link.tsx';
import { usePage, useText } from './page.ts';

export type ClockState = 'running' | 'short' | 'late' | 'met' | 'ended' | 'provisional' | 'paused';
export type ClockBadgeProps = {
  state: ClockState;
  /** What must happen: 运营商答复申诉. */
  title: string;
  /** When the period began and when it ends, RFC 3339 UTC. */
  start: string;
  due: string;
  /** When it was met, or no longer called for. */
  endedAt?: string | undefined;
  /** Who must act; `you` is the reader. */
  party: 'you' | { name: string };
  rule?: LawLinkProps | undefined;
  /** What happens when nothing is done by then. */
  ifMissed?: string | undefined;
  pausedBecause?: string | undefined;
  /** Where anyone can see how the date was reckoned. */
  href?: string | undefined;
};

const ICONS: Record<ClockState, IconName> = {
  running: 'clock',
  short: 'clock',
  late: 'alert',
  met: 'check',
  ended: 'dash',
  provisional: 'question',
  paused: 'pause',
};

/** Nothing is waited for any more. */
function isOver(state: ClockState): state is 'met' | 'ended' {
  return state === 'met' || state === 'ended';
}

function share(now: string, start: string, due: string): number {
  const whole = msOf(due) - msOf(start);
  const left = msOf(due) - msOf(now);
  return whole <= 0 ? 0 : Math.min(1, Math.max(0, left / whole));
}

function Ring({ state, start, due }: Pick<ClockBadgeProps, 'state' | 'start' | 'due'>) {
  const { now } = usePage();
  const say = useText();
  const left = timeLeft(now, due);
  const [figure, unit] =
    left.days > 0
      ? ([left.days, 'days'] as const)
      : left.hours > 0
        ? ([left.hours, 'hours'] as const)
        : ([left.minutes, 'minutes'] as const);
  const over = isOver(state);
  const still = over || state === 'paused';
  const part = over || state === 'late' ? 1 : share(now, start, due);
  return (
    <span class="clock-ring" aria-hidden="true">
      <svg viewBox="0 0 48 48" aria-hidden="true" focusable="false">
        <circle class="clock-track" cx="24" cy="24" r="21" />
        <circle
          class="clock-arc"
          cx="24"
          cy="24"
          r="21"
          pathLength={100}
          stroke-dasharray={`${Math.round(part * 100)} 100`}
        />
      </svg>
      {still ? (
        <Icon name={ICONS[state]} />
      ) : (
        <span class="clock-figure">
          <b>{figure}</b>
          <span>{say(`piece.time.unit_${unit}`)}</span>
        </span>
      )}
    </span>
  );
}

/** Who must act, until when, by which rule, and what happens otherwise. */
export function ClockBadge(props: ClockBadgeProps) {
  const { state, title, due, endedAt, party, rule, ifMissed, pausedBecause, href } = props;
  const { locale, now } = usePage();
  const say = useText();
  const told = state === 'running' || state === 'short' || state === 'late' || state === 'provisional';
  const explained = href || rule || ifMissed || pausedBecause || state === 'provisional';
  return (
    <section
      class={`clock clock-${state}`}
      data-island={told ? 'countdown' : undefined}
      data-due={told ? due : undefined}
    >
      <Ring {...props} />
      <div class="clock-words">
        <p class="clock-title">{title}</p>
        <p class="clock-left">
          <Icon name={ICONS[state]} />
          <span data-left>{told ? formatTimeLeft(locale, timeLeft(now, due)) : say(`piece.clock.${state}`)}</span>
          {(state === 'short' || state === 'provisional') && (
            <span class="clock-state">{say(`piece.clock.${state}`)}</span>
          )}
        </p>
        <p class="clock-who">
          {isOver(state) && endedAt ? (
            <span class="num">{say(`piece.clock.${state}_at`, { at: formatMoment(locale, endedAt, now) })}</span>
          ) : (
            <>
              <span>
                {party === 'you' ? say('piece.clock.your_move') : say('piece.clock.waiting_for', { party: party.name })}
              </span>
              {state !== 'paused' && (
                <time class="num" dateTime={due}>
                  {say('piece.clock.by', { due: formatMoment(locale, due, now) })}
                </time>
              )}
            </>
          )}
        </p>
      </div>
      {explained && (
        <details class="clock-more">
          <summary>
            {say('piece.clock.rule')}
            <Icon name="down" class="turn" />
          </summary>
          <div class="clock-why">
            {state === 'provisional' && <p>{say('piece.clock.provisional_note')}</p>}
            {pausedBecause && <p>{say('piece.clock.pause_note', { reason: pausedBecause })}</p>}
            {ifMissed && (
              <p>
                <b>{say('piece.clock.if_missed')}</b>
                <br />
                {ifMissed}
              </p>
            )}
            {rule && <LawLink {...rule} />}
            {href && (
              <p>
                <a href={href}>{say('clock.how')}</a>
              </p>
            )}
          </div>
        </details>
      )}
    </section>
  );
}

/** One line of a clock for dense tables. */
export function ClockLine({ state, due }: Pick<ClockBadgeProps, 'state' | 'due'>) {
  const { locale, now } = usePage();
  const say = useText();
  const told = !isOver(state) && state !== 'paused';
  return (
    <span class={`clock-line clock-${state}`}>
      <Icon name={ICONS[state]} />
      <time class="num" dateTime={due} title={formatMoment(locale, due)}>
        {told ? formatTimeLeft(locale, timeLeft(now, due)) : say(`piece.clock.${state}`)}
      </time>
    </span>
  );
}
