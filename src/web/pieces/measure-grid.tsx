import { formatMoment } from '../../platform/locale.ts';
import { Icon, type IconName } from './icon.tsx';
import { usePage, useText } from './page.ts';

export const LINE_FUNCTIONS = ['voice_out', 'voice_in', 'sms_out', 'sms_in', 'data', 'new_business'] as const;
export type LineFunctionName = (typeof LINE_FUNCTIONS)[number];
export type FunctionState = 'on' | 'off' | 'partly' | 'unknown';
export type MeasureGridProps = {
  states: Readonly<Record<LineFunctionName, FunctionState>>;
  /** When a measure ends by itself, RFC 3339 UTC. */
  until?: Readonly<Partial<Record<LineFunctionName, string>>> | undefined;
  compact?: boolean | undefined;
};

const ICONS: Record<LineFunctionName, IconName> = {
  voice_out: 'phone_out',
  voice_in: 'phone_in',
  sms_out: 'message_out',
  sms_in: 'message_in',
  data: 'data',
  new_business: 'new_business',
};
const SIGNS: Record<FunctionState, IconName> = { on: 'check', off: 'cross', partly: 'dash', unknown: 'question' };

/** What the number can and cannot do now: filled is off, outlined works, as the flag is. */
export function MeasureGrid({ states, until, compact }: MeasureGridProps) {
  const { locale, now } = usePage();
  const say = useText();
  return (
    <ul class={compact ? 'measures measures-compact' : 'measures'} aria-label={say('piece.measures.caption')}>
      {LINE_FUNCTIONS.map((name) => {
        const state = states[name];
        const end = until?.[name];
        return (
          <li key={name} class={`measure measure-${state}`}>
            <Icon name={ICONS[name]} class="measure-icon" />
            <span class="measure-name">{say(`function.${name}`)}</span>
            <span class="measure-state">
              <Icon name={SIGNS[state]} />
              {say(`function.state.${state}`)}
            </span>
            {end && !compact && (
              <span class="measure-until num">{say('function.until', { until: formatMoment(locale, end, now) })}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
