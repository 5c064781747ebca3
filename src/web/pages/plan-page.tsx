import { PublicLayout } from '../layout/public-layout.tsx';
import { paths } from '../paths.ts';
import { Button, LinkButton } from '../pieces/button.tsx';
import { Card } from '../pieces/card.tsx';
import { type Option, SelectField } from '../pieces/field.tsx';
import { Form } from '../pieces/form.tsx';
import { Icon } from '../pieces/icon.tsx';
import { Notice } from '../pieces/notice.tsx';
import { useText } from '../pieces/page.ts';
import { Phone } from '../pieces/phone.tsx';
import { PlanSteps } from '../pieces/plan-steps.tsx';
import { withQuery } from '../pieces/query.ts';
import type { PlanView } from '../present/plan.ts';

export type PlanPageProps = { readonly plan: PlanView; readonly carriers: readonly Option[] };

/** The plan: today first, then each step with its reason, its words and its door. */
export function PlanPage({ plan, carriers }: PlanPageProps) {
  const say = useText();
  const { today, steps, papers, next, labels } = plan;
  return (
    <PublicLayout
      title={say('plan.page_title')}
      back={{ href: paths.home, label: say('triage.again') }}
      indexed={false}
    >
      <h1>{say('plan.page_title')}</h1>
      {!plan.scam && <p>{say('plan.kind', { name: plan.name })}</p>}
      {plan.urgent.length > 0 && (
        <Notice tone="danger" title={say(plan.scam ? 'triage.title.scam' : 'triage.swap_title')}>
          <PlanSteps steps={plan.urgent} />
        </Notice>
      )}
      {plan.honest && (
        <Notice tone="attention" title={say('plan.honest_title')}>
          <p>{say('plan.honest_body')}</p>
        </Notice>
      )}
      {plan.scam ? (
        <p>{say('plan.after_scam')}</p>
      ) : (
        <dl class="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
          {plan.facts.map(({ label, value }) => (
            <>
              <dt class="soft">{label}</dt>
              <dd>{value}</dd>
            </>
          ))}
        </dl>
      )}
      {plan.situations.length > 0 && (
        <Card title={say('plan.situations')}>
          <ul class="grid gap-2">
            {plan.situations.map(({ label, note }) => (
              <li key={label}>
                <b>{label}</b> {note}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {!plan.scam && <Doors plan={plan} carriers={carriers} />}
      <LinkButton href={withQuery(paths.keep, { code: plan.code })} look="primary" wide>
        {say('keep.from_plan')}
      </LinkButton>
      {today.length > 0 && (
        <Card title={say('plan.today')}>
          <ul class="grid gap-3">
            {today.map(({ id, title, why }) => (
              <li key={id}>
                <b>{title}</b>
                <p class="soft">{why}</p>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <h2>{say('plan.steps')}</h2>
      <PlanSteps steps={steps} />
      {labels.length > 0 && <Labels labels={labels} />}
      {papers.length > 0 && <Papers papers={papers} papersHref={plan.papersHref} />}
      {plan.letters.length > 0 && (
        <section>
          <h2>{say('letters.title')}</h2>
          <ul class="grid gap-2 mt-2">
            {plan.letters.map(({ kind, name }) => (
              <li key={kind}>
                <a href={withQuery(paths.letter(kind), { code: plan.code })}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <h2>{say('plan.next')}</h2>
      <PlanSteps steps={next} />
      {plan.alternatives.length > 0 && (
        <section>
          <h2>{say('plan.others')}</h2>
          <ul class="grid gap-2 mt-2">
            {plan.alternatives.map(({ code, name, feels, time }) => (
              <li key={code}>
                <a href={withQuery(paths.plan, { code })}>{name}</a> <span class="soft">{feels}</span>
                <p class="soft">
                  {say('plan.seen')}: {time}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>
        <a href={paths.reminders}>{say('reminders.title')}</a>
      </p>
      <section>
        <h2>{say('plan.warnings')}</h2>
        <ul class="grid gap-3 mt-2">
          {plan.warnings.map(({ claim, truth }) => (
            <li key={claim}>
              <p class="soft">{say('plan.warning_claim', { claim })}</p>
              <p>{truth}</p>
            </li>
          ))}
        </ul>
      </section>
    </PublicLayout>
  );
}

/** The carrier's own doors, once it is known which one; a number tells at most a hint, since numbers can be ported. */
function Doors({ plan, carriers }: PlanPageProps) {
  const say = useText();
  const { carrier } = plan;
  return (
    <Card title={carrier ? say('plan.doors', { carrier: carrier.name }) : say('plan.which_carrier')}>
      {carrier && (
        <>
          {carrier.phones.map(({ number, label }) => (
            <Phone key={number} number={number} label={label} />
          ))}
          <p>{carrier.online}</p>
          <p class="soft">{[carrier.app, carrier.site].filter(Boolean).join(' · ')}</p>
          <p class="soft">{carrier.shops}</p>
          <p class="soft">{carrier.source}</p>
        </>
      )}
      <Form action={paths.plan} method="get" hidden={{ code: plan.code }}>
        <SelectField id="carrier" label={say('plan.my_carrier')} options={carriers} value={carrier?.carrierId} />
        <Button>{say('plan.show_doors')}</Button>
      </Form>
    </Card>
  );
}

function Papers({ papers, papersHref }: Pick<PlanView, 'papers' | 'papersHref'>) {
  const say = useText();
  return (
    <section>
      <h2>{say('plan.papers')}</h2>
      <ul class="grid gap-3 mt-2">
        {papers.map(({ name, why, instead, replaces }) => (
          <li key={name} class="flex gap-3">
            <Icon name="paper" />
            <div>
              <b>{name}</b>
              {replaces && <span class="soft"> {say('plan.paper_replaces', { name: replaces })}</span>}
              <p class="soft">{why}</p>
              {instead && <p class="soft">{instead}</p>}
            </div>
          </li>
        ))}
      </ul>
      <p class="soft mt-2">{say('plan.papers_note')}</p>
      <p class="mt-2">
        <a href={papersHref}>{say('papers.link')}</a>
      </p>
    </section>
  );
}

function Labels({ labels }: Pick<PlanView, 'labels'>) {
  const say = useText();
  return (
    <section>
      <h2>{say('plan.labels')}</h2>
      <ul class="grid gap-3 mt-2">
        {labels.map(({ name, site, time, note }) => (
          <li key={name}>
            <b>{name}</b> {site && <span class="num break-all">{site}</span>} <span class="soft">{time}</span>
            {note && <p class="soft">{note}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
