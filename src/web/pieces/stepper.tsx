import { Icon } from './icon.tsx';
import { useText } from './page.ts';

export type StepperProps = {
  at: number;
  /** Left out when later questions depend on the answers. */
  all?: number | undefined;
  backHref?: string | undefined;
  /** Where the answers wait when the person leaves now. */
  laterHref?: string | undefined;
};

/** Where one is in a flow of single questions, with the way back. Every answer so far is kept by the server. */
export function Stepper({ at, all, backHref, laterHref }: StepperProps) {
  const say = useText();
  return (
    <div class="stepper">
      <p class="stepper-row">
        {backHref && (
          <a class="with-icon" href={backHref}>
            <Icon name="left" />
            {say('piece.stepper.back')}
          </a>
        )}
        <span class="soft num">{all ? say('piece.stepper.at', { at, all }) : say('piece.stepper.of', { at })}</span>
        {laterHref && <a href={laterHref}>{say('piece.stepper.later')}</a>}
      </p>
      {all && (
        <div class="stepper-bar" aria-hidden="true">
          {Array.from({ length: all }, (_, step) => (
            <span key={step} class={step < at - 1 ? 'step-done' : step === at - 1 ? 'step-now' : undefined} />
          ))}
        </div>
      )}
    </div>
  );
}
