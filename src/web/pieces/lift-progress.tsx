import { formatMoment } from '../../platform/locale.ts';
import { usePage, useText } from './page.ts';
import { type LiftStatus, StatusPill } from './status-pill.tsx';

export type LiftProgressProps = {
  status: 'in_flight' | 'completed' | 'abandoned';
  /** Why it was ordered, in words. */
  because: string;
  /** RFC 3339 UTC. */
  orderedAt: string;
  completedAt: string | null;
  /** One for each system of the carrier that has to act. */
  steps: readonly { name: string; status: LiftStatus; attempts: number }[];
};

/** How far service is back, system by system: nothing is over until every one of them has confirmed. */
export function LiftProgress({ status, because, orderedAt, completedAt, steps }: LiftProgressProps) {
  const { locale, now } = usePage();
  const say = useText();
  const done = steps.filter((step) => step.status === 'confirmed').length;
  return (
    <section class="card">
      <header>
        <h2>{say('lift.title')}</h2>
        <span class="soft num">{say('lift.progress', { done, all: steps.length })}</span>
      </header>
      <div class="stepper-bar" aria-hidden="true">
        {steps.map((step) => (
          <span key={step.name} class={step.status === 'confirmed' ? 'step-done' : undefined} />
        ))}
      </div>
      <ul>
        {steps.map((step) => (
          <li key={step.name} class="border-t border-line py-3">
            <p class="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
              <b>{step.name}</b>
              <StatusPill kind="lift" status={step.status} />
            </p>
            {step.status === 'silent' && <p class="soft">{say('lift.silent_note')}</p>}
            {step.status === 'failed' && <p class="soft">{say('lift.failed_note')}</p>}
            {step.status !== 'confirmed' && step.attempts > 1 && (
              <p class="soft num">{say('lift.attempts', { n: step.attempts })}</p>
            )}
          </li>
        ))}
      </ul>
      <p class="soft num">{say('lift.ordered_at', { at: formatMoment(locale, orderedAt, now), because })}</p>
      {status === 'completed' && completedAt && (
        <p class="num">
          {say('lift.done')} · {formatMoment(locale, completedAt, now)}
        </p>
      )}
      {status === 'abandoned' && <p>{say('lift.given_up')}</p>}
    </section>
  );
}
