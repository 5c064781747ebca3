import type { FormState } from '../form.ts';
import { MineLayout } from '../layout/mine-layout.tsx';
import { paths } from '../paths.ts';
import { Button } from '../pieces/button.tsx';
import { Card } from '../pieces/card.tsx';
import { ErrorSummary } from '../pieces/error-summary.tsx';
import { ChoiceField, type Option, TextArea } from '../pieces/field.tsx';
import { Form } from '../pieces/form.tsx';
import { Icon } from '../pieces/icon.tsx';
import { LawLink, type LawLinkProps } from '../pieces/law-link.tsx';
import { Notice } from '../pieces/notice.tsx';
import { useText } from '../pieces/page.ts';
import { faultsOf } from './account-forms.tsx';
import { useMineTabs } from './mine-page.tsx';

export type EscalatePageProps = {
  caseId: string;
  reference: string;
  carrier: string;
  /** Bodies that can be chosen now. */
  bodies: readonly Option[];
  /** Why others of the province cannot. */
  refused: readonly string[];
  why: string;
  /** By when the body must decide, or that nothing says so. */
  after: string | null;
  until: { day: string; law: LawLinkProps | null; href: string } | null;
  contents: readonly string[];
  laws: readonly LawLinkProps[];
  form: FormState;
  formKey: string;
};

/** The file, the body it goes to and by when, and one button that hands it over. */
export function EscalatePage(props: EscalatePageProps) {
  const { caseId, reference, carrier, bodies, form } = props;
  const say = useText();
  const errors = faultsOf(form);
  return (
    <MineLayout
      title={say('escalate.title')}
      tabs={useMineTabs(null)}
      back={{ href: paths.case(caseId), label: say('case.title', { reference }) }}
    >
      <ErrorSummary errors={errors} />
      <h1>{say('escalate.title')}</h1>
      <p>{say('escalate.lead', { carrier })}</p>
      {bodies.length === 0 ? <Notice tone="info">{say('escalate.none')}</Notice> : <Handing {...props} />}
      <Contents {...props} />
      {props.laws.map((law) => (
        <LawLink key={law.article} {...law} />
      ))}
    </MineLayout>
  );
}

function Handing({ caseId, bodies, refused, why, after, until, form, formKey }: EscalatePageProps) {
  const say = useText();
  const { typed, errors } = form;
  return (
    <Form action={paths.caseAct(caseId, 'escalate')} idempotencyKey={`${formKey}-escalate`} class="form escalate">
      <ChoiceField
        id="authority_id"
        label={say('escalate.which')}
        hint={why}
        error={errors.authority_id}
        value={typed.authority_id ? [typed.authority_id] : bodies.slice(0, 1).map(({ value }) => value)}
        options={bodies}
      />
      {refused.map((line) => (
        <p key={line} class="soft">
          {line}
        </p>
      ))}
      {until && <LastDay until={until} />}
      <ChoiceField
        id="accepted_elsewhere"
        label={say('escalate.elsewhere')}
        hint={say('escalate.elsewhere_hint')}
        error={errors.accepted_elsewhere}
        value={typed.accepted_elsewhere ? [typed.accepted_elsewhere] : []}
        inline
        options={[
          { value: 'no', label: say('escalate.elsewhere_no') },
          { value: 'yes', label: say('escalate.elsewhere_yes') },
        ]}
      />
      <TextArea
        id="words"
        label={say('escalate.words')}
        hint={say('escalate.words_hint')}
        optional
        error={errors.words}
        value={typed.words}
        rows={3}
        maxLength={4000}
      />
      {after && <p>{after}</p>}
      <Button look="primary" icon="send" wide>
        {say('escalate.send')}
      </Button>
    </Form>
  );
}

function LastDay({ until: { day, law, href } }: { until: NonNullable<EscalatePageProps['until']> }) {
  const say = useText();
  return (
    <section class="escalate-until">
      <p class="with-icon">
        <Icon name="clock" />
        <b class="num">{say('escalate.until', { by: day })}</b>
      </p>
      <p>
        {say('escalate.until_body')} <a href={href}>{say('clock.how')}</a>
      </p>
      {law && <LawLink {...law} />}
    </section>
  );
}

function Contents({ caseId, contents }: EscalatePageProps) {
  const say = useText();
  return (
    <Card title={say('escalate.contents')}>
      <ul class="grid gap-2">
        {contents.map((line) => (
          <li key={line} class="with-icon">
            <Icon name="check" />
            <span class="num">{line}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href={paths.caseFileZip(caseId)} download>
          {say('escalate.zip')}
        </a>
        <br />
        <span class="soft">{say('escalate.zip_note')}</span>
      </p>
    </Card>
  );
}
