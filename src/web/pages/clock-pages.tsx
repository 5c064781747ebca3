import type { FormState } from '../form.ts';
import { PublicLayout } from '../layout/public-layout.tsx';
import { paths } from '../paths.ts';
import { Button } from '../pieces/button.tsx';
import { ClockBadge } from '../pieces/clock-badge.tsx';
import { ErrorSummary } from '../pieces/error-summary.tsx';
import { Field, type Option, SelectField } from '../pieces/field.tsx';
import { Form } from '../pieces/form.tsx';
import { Icon } from '../pieces/icon.tsx';
import { LawLink } from '../pieces/law-link.tsx';
import { Notice } from '../pieces/notice.tsx';
import { useText } from '../pieces/page.ts';
import { withQuery } from '../pieces/query.ts';
import type { DateResult, LedgerView, RuleGroup } from '../present/clock-pages.ts';

export type ClocksPageProps = {
  readonly form: FormState;
  readonly rules: readonly Option[];
  readonly units: readonly Option[];
  readonly provinces: readonly Option[];
  readonly result: DateResult | null;
  readonly groups: readonly RuleGroup[];
};

/** Any date of the law reckoned in the open, and every period with its source. */
export function ClocksPage({ form, rules, units, provinces, result, groups }: ClocksPageProps) {
  const say = useText();
  const { typed, errors } = form;
  return (
    <PublicLayout
      title={say('clock.page.title')}
      description={say('clock.page.lead')}
      back={{ href: paths.guides, label: say('guides.title') }}
    >
      <h1>{say('clock.page.title')}</h1>
      <p>{say('clock.page.lead')}</p>
      <ErrorSummary
        errors={Object.entries(errors).map(([field, text]) => ({ field: field === 'form' ? undefined : field, text }))}
      />
      {result && (
        <section class="ledger" aria-live="polite">
          <p class="ledger-due">
            <span>{say('clock.page.due')}</span>
            <b class="num">{result.due}</b>
            {result.reminds && <span>{result.reminds}</span>}
          </p>
          {result.provisional && <Notice tone="attention">{say('step.provisional')}</Notice>}
          <Steps steps={result.steps} />
          {result.law && <LawLink {...result.law} />}
        </section>
      )}
      <Form action={paths.clocks} method="get">
        <SelectField id="rule" label={say('clock.page.rule')} options={rules} value={typed.rule} error={errors.rule} />
        <Field
          id="length"
          label={say('clock.page.length')}
          hint={say('clock.page.length_hint')}
          inputMode="numeric"
          optional
          value={typed.length}
          error={errors.length}
          size={6}
        />
        <SelectField id="unit" label={say('clock.page.unit')} options={units} value={typed.unit} error={errors.unit} />
        <Field
          id="from"
          type="date"
          label={say('clock.page.from')}
          hint={say('clock.page.from_hint')}
          value={typed.from}
          error={errors.from}
        />
        <SelectField
          id="province"
          label={say('clock.page.province')}
          options={provinces}
          value={typed.province}
          error={errors.province}
        />
        <Button look="primary">{say('clock.page.go')}</Button>
      </Form>
      {groups.map(({ heading, rules: some }) => (
        <details key={heading} class="ledger-group">
          <summary>
            <h2>{heading}</h2>
            <Icon name="down" class="turn" />
          </summary>
          <ul class="ledger-rules">
            {some.map(({ ruleId, title, length, starts, law, provinces: local }) => (
              <li key={ruleId} id={ruleId}>
                <p>
                  <a href={withQuery(paths.clocks, { rule: ruleId })}>{title}</a>
                </p>
                <p>
                  <b>{length}</b> <span class="soft">{starts}</span>
                </p>
                {local.map((line) => (
                  <p key={line} class="soft">
                    {line}
                  </p>
                ))}
                {law ? <LawLink {...law} /> : <p class="soft">{say('confidence.ours')}</p>}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </PublicLayout>
  );
}

/** One clock: until when, and how anyone can reckon it. */
export function LedgerPage({ title, badge, steps, law, json, back }: LedgerView) {
  const say = useText();
  return (
    <PublicLayout title={title} back={back} indexed={false}>
      <h1>{title}</h1>
      <ClockBadge {...badge} />
      <section class="ledger">
        <h2>{say('clock.ledger')}</h2>
        <Steps steps={steps} />
        {law && <LawLink {...law} />}
        <p class="soft">{say('clock.ledger_note')}</p>
        <p>
          <a href={json}>{say('clock.json')}</a> · <a href={paths.clocks}>{say('clock.page.title')}</a>
        </p>
      </section>
    </PublicLayout>
  );
}

function Steps({ steps }: { steps: readonly string[] }) {
  return (
    <ol class="ledger-steps">
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}
