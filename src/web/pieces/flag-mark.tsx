export type FlagMarkState = 'active' | 'lifting' | 'lifted' | 'detached';
export type FlagMarkProps = { state: FlagMarkState; class?: string | undefined };

const CLOTH = 'M6 4.8C9.5 3.2 12 6.4 19 4.8v9.2c-7 1.6-9.5-1.6-13 0z';
const NEAR_HALF = 'M6 4.8c1.75-.8 3.25-.4 5.4 0v9.2c-2.15-.4-3.65-.8-5.4 0z';

/** The motif: a flag filled while it stands, half filled while it is being lifted, outlined when it is off. */
export function FlagMark({ state, class: extra }: FlagMarkProps) {
  return (
    <svg
      class={`flag-mark flag-mark-${state}${extra ? ` ${extra}` : ''}`}
      width="20"
      height="20"
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path class="flag-mark-pole" d="M6 2.8v18.7" />
      <path class="flag-mark-cloth" d={CLOTH} transform={state === 'detached' ? 'translate(3 0)' : undefined} />
      {state === 'lifting' && <path class="flag-mark-half" d={NEAR_HALF} />}
    </svg>
  );
}
