import type { StepView } from '../present/plan.ts';
import { Icon } from './icon.tsx';
import { useText } from './page.ts';
import { Phone } from './phone.tsx';

/** Numbered steps, each with its reason, its words, its door and its ground. */
export function PlanSteps({ steps }: { steps: readonly StepView[] }) {
  const say = useText();
  return (
    <ol class="plan-steps">
      {steps.map((step) => (
        <li key={step.id}>
          <h3>
            {step.title}
            {step.unsure && <span class="soft"> {say('plan.unverified')}</span>}
          </h3>
          <p>{step.why}</p>
          {step.say && (
            <figure>
              <figcaption class="soft">{say('plan.say')}</figcaption>
              <blockquote class="border-l-4 border-teal pl-4">{step.say}</blockquote>
            </figure>
          )}
          {step.phones.length > 0 && (
            <ul class="grid grid-cols-[repeat(auto-fit,minmax(min(100%,8em),1fr))] gap-x-4">
              {step.phones.map(({ number, label }) => (
                <li key={number}>
                  <Phone number={number} label={label} />
                </li>
              ))}
            </ul>
          )}
          <Grounds step={step} />
        </li>
      ))}
    </ol>
  );
}

/** Why a step is lawful and where it comes from, one tap away. */
function Grounds({ step }: { step: StepView }) {
  const say = useText();
  return (
    <details class="law">
      <summary>
        <Icon name="book" />
        <span>{step.laws[0]?.article ?? say('plan.grounds')}</span>
        <Icon name="down" class="turn" />
      </summary>
      <div class="law-body">
        {step.laws.map(({ article, plain }) => (
          <p key={article}>
            <b>{article}</b> {plain}
          </p>
        ))}
        <p class="law-meta">{step.source}</p>
      </div>
    </details>
  );
}
