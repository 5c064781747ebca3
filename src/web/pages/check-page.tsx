import type { ComponentChildren } from 'preact';
import type { FourAnswers, Triage } from '../../domain/triage/four-questions.ts';
import { QUESTIONS } from '../../domain/triage/four-questions.ts';
import { PublicLayout } from '../layout/public-layout.tsx';
import { paths } from '../paths.ts';
import { LinkButton } from '../pieces/button.tsx';
import { Card } from '../pieces/card.tsx';
import { Icon } from '../pieces/icon.tsx';
import { LawLink, type LawLinkProps } from '../pieces/law-link.tsx';
import { type FunctionState, MeasureGrid } from '../pieces/measure-grid.tsx';
import { NextStep } from '../pieces/next-step.tsx';
import { Notice } from '../pieces/notice.tsx';
import { usePage, useText } from '../pieces/page.ts';
import { Phone } from '../pieces/phone.tsx';
import { withQuery } from '../pieces/query.ts';

export type CheckPageProps = { answers: FourAnswers; triage: Triage; laws: readonly LawLinkProps[] };

const STATE: Record<FourAnswers['out'], FunctionState> = { yes: 'on', no: 'off', unsure: 'unknown' };
/** Service numbers of the four carriers (facts on law, 2.1). */
const CARRIERS = [
  { number: '10086', word: 'plan.mobile' },
  { number: '10010', word: 'plan.unicom' },
  { number: '10000', word: 'plan.telecom' },
  { number: '10099', word: 'plan.broadnet' },
] as const;
const STEPS = [1, 2, 3, 4] as const;

/** What the answers leave open, and what to do now, in order. It names no cause as found: nobody but the carrier knows. */
export function CheckPage({ answers, triage, laws }: CheckPageProps) {
  const { person } = usePage();
  const say = useText();
  const again = withQuery(paths.home, answers);
  if (triage.nothingKnown) return <TryFirst again={again} />;
  return (
    <PublicLayout title={say('check.title')} back={{ href: again, label: say('check.back') }} indexed={false}>
      <h1>{triage.allWorks ? say('check.works_title') : say('check.title')}</h1>
      {triage.allWorks && <p>{say('check.works_body')}</p>}
      <MeasureGrid
        states={{
          voice_out: STATE[answers.out],
          voice_in: STATE[answers.in],
          sms_out: STATE[answers.sms],
          sms_in: 'unknown',
          data: STATE[answers.data],
          new_business: 'unknown',
        }}
      />
      {triage.maybeStolen && <StolenFirst />}
      <NextStep title={say('plan.title')} body={say('plan.lead')}>
        <ul class="grid grid-cols-[repeat(auto-fit,minmax(min(100%,8em),1fr))] gap-x-4 [&_.phone-label]:text-inherit">
          {CARRIERS.map(({ number, word }) => (
            <li key={number}>
              <Phone number={number} label={say(word)} />
            </li>
          ))}
        </ul>
        <p>{say('plan.virtual')}</p>
      </NextStep>
      <Said />
      {triage.meanings.length > 0 && (
        <section>
          <h2>{say('check.fits_title')}</h2>
          <p class="mt-1">{say('check.fits_note')}</p>
          <ul class="mt-4 border-b border-line">
            {triage.meanings.map((meaning) => (
              <li key={meaning} class="border-t border-line">
                <details>
                  <summary class="flex items-center justify-between gap-3 py-3">
                    <b>{say(`meaning.${meaning}`)}</b>
                    <Icon name="down" class="turn" />
                  </summary>
                  <p class="soft pb-4">{say(`meaning.${meaning}.body`)}</p>
                </details>
              </li>
            ))}
          </ul>
        </section>
      )}
      <h2>{say('plan.steps_title')}</h2>
      <Steps>
        {STEPS.map((step) => (
          <li key={step}>
            <h3>{say(`plan.step_${step}`)}</h3>
            <p class="soft">{say(`plan.step_${step}_body`)}</p>
          </li>
        ))}
      </Steps>
      <Notice tone="danger" title={say('plan.scam_title')}>
        {say('plan.scam_body')}
      </Notice>
      {!person && (
        <Card title={say('plan.signin_title')}>
          <p>{say('plan.signin_body')}</p>
          <LinkButton href={paths.signIn} icon="user">
            {say('plan.signin')}
          </LinkButton>
        </Card>
      )}
      <div class="grid gap-2">
        {laws.map((law) => (
          <LawLink key={law.article} {...law} />
        ))}
      </div>
    </PublicLayout>
  );
}

/** A stolen SIM looks like a stopped one, and then every minute costs: this stands above everything else. */
function StolenFirst() {
  const say = useText();
  return (
    <Notice tone="danger" title={say('check.swap_title')}>
      <p>{say('check.swap_body')}</p>
      <Steps>
        {([1, 2, 3] as const).map((step) => (
          <li key={step}>{say(`check.swap_${step}`)}</li>
        ))}
      </Steps>
    </Notice>
  );
}

/** The very words to say, so that nobody has to find them on the phone. */
function Said() {
  const say = useText();
  return (
    <Card title={say('plan.ask_title')}>
      <blockquote class="border-l-4 border-teal pl-4">{say('plan.ask')}</blockquote>
      <p class="soft">{say('plan.ask_law')}</p>
      <blockquote class="border-l-4 border-line pl-4">{say('plan.ask_law_words')}</blockquote>
    </Card>
  );
}

function TryFirst({ again }: { again: string }) {
  const say = useText();
  return (
    <PublicLayout title={say('check.unknown_title')} back={{ href: again, label: say('check.back') }} indexed={false}>
      <h1>{say('check.unknown_title')}</h1>
      <p>{say('check.unknown_body')}</p>
      <Steps>
        {QUESTIONS.map((question) => (
          <li key={question}>{say(`check.try_${question}`)}</li>
        ))}
      </Steps>
      <LinkButton href={paths.home} look="primary" wide>
        {say('check.try_again')}
      </LinkButton>
      <StolenFirst />
    </PublicLayout>
  );
}

function Steps({ children }: { children: ComponentChildren }) {
  return <ol class="list-decimal pl-6 grid gap-3 mt-2 marker:font-semibold">{children}</ol>;
}
