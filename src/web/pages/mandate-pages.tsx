import { FILE_LIMIT_BYTES } from '../../app/evidence/file-limits.ts';
import type { FormState } from '../form.ts';
import { MineLayout } from '../layout/mine-layout.tsx';
import { paths } from '../paths.ts';
import { Button, LinkButton } from '../pieces/button.tsx';
import { Card } from '../pieces/card.tsx';
import { ErrorSummary } from '../pieces/error-summary.tsx';
import { ChoiceField, Field, type Option, SelectField } from '../pieces/field.tsx';
import { FileDrop } from '../pieces/file-drop.tsx';
import { Form } from '../pieces/form.tsx';
import { Notice } from '../pieces/notice.tsx';
import { useText } from '../pieces/page.ts';
import type { MandateCard, MandateDetail } from '../present/mandates.ts';
import { useMineTabs } from './mine-page.tsx';

export type MandatesPageProps = {
  readonly given: readonly MandateCard[];
  readonly received: readonly MandateCard[];
  readonly papers: readonly { readonly id: string; readonly when: string; readonly status: string }[];
  readonly mayGive: boolean;
  readonly form: FormState;
  readonly done: string | null;
};

/** Whom one lets act, for whom one acts, and the two ways to begin. */
export function MandatesPage({ given, received, papers, mayGive, form, done }: MandatesPageProps) {
  const say = useText();
  const { typed, errors } = form;
  return (
    <MineLayout
      title={say('mandate.title')}
      tabs={useMineTabs('mandates')}
      back={{ href: paths.mine, label: say('mine.title') }}
    >
      <Errors form={form} />
      {done && (
        <Notice tone="done" live>
          {done}
        </Notice>
      )}
      <h1>{say('mandate.title')}</h1>
      <p>{say('mandate.lead')}</p>
      <Cards title={say('mandate.given')} none={say('mandate.given_none')} cards={given} />
      {mayGive && (
        <LinkButton href={paths.mandateNew} look="primary">
          {say('mandate.give')}
        </LinkButton>
      )}
      <Cards title={say('mandate.received')} none={say('mandate.received_none')} cards={received} />
      <Card title={say('mandate.accept_title')}>
        <p>{say('mandate.accept_body')}</p>
        <Form action={paths.mandateAccept}>
          <Field id="code" label={say('mandate.code')} autoComplete="off" value={typed.code} error={errors.code} />
          <Field
            id="name"
            label={say('mandate.your_name')}
            autoComplete="name"
            value={typed.name}
            error={errors.name}
          />
          <Button look="primary">{say('mandate.accept')}</Button>
        </Form>
      </Card>
      <Card title={say('mandate.paper_title')}>
        <p>{say('mandate.paper_body')}</p>
        <ul>
          {papers.map(({ id, when, status }) => (
            <li key={id}>
              <span class="num">{when}</span> {status}
            </li>
          ))}
        </ul>
        <p>
          <a href={paths.letter('authorisation')}>{say('mandate.paper_letter')}</a> ·{' '}
          <a href={paths.mandatePaper}>{say('mandate.paper_go')}</a>
        </p>
      </Card>
    </MineLayout>
  );
}

function Cards({ title, none, cards }: { title: string; none: string; cards: readonly MandateCard[] }) {
  return (
    <Card title={title}>
      {cards.length === 0 ? (
        <p class="soft">{none}</p>
      ) : (
        <ul>
          {cards.map(({ href, who, line, status }) => (
            <li key={href} class="border-t border-line py-3">
              <p>
                <a href={href}>{who}</a>
              </p>
              <p class="soft num">
                {line} · {status}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

export type MandateTermsProps = {
  readonly numbers: readonly Option[];
  readonly kinds: readonly Option[];
  readonly acts: readonly Option[];
  readonly form: FormState;
};

/** What the person lets somebody do: for which number, what, how long. */
export function MandateNewPage({ numbers, kinds, acts, form }: MandateTermsProps) {
  const say = useText();
  const { typed, errors } = form;
  return (
    <MineLayout
      title={say('mandate.give')}
      tabs={useMineTabs('mandates')}
      back={{ href: paths.mandates, label: say('mandate.title') }}
    >
      <Errors form={form} />
      <h1>{say('mandate.give')}</h1>
      <p>{say('mandate.give_lead')}</p>
      <Form action={paths.mandateNew}>
        <SelectField
          id="number_id"
          label={say('mandate.number')}
          options={numbers}
          value={typed.number_id}
          error={errors.number_id}
        />
        <Terms kinds={kinds} acts={acts} form={form} />
        <Button look="primary" wide>
          {say('mandate.next_sign')}
        </Button>
      </Form>
      <Notice tone="info">{say('mandate.never')}</Notice>
    </MineLayout>
  );
}

function Terms({ kinds, acts, form: { typed, errors } }: Pick<MandateTermsProps, 'kinds' | 'acts' | 'form'>) {
  const say = useText();
  return (
    <>
      <ChoiceField
        id="kind"
        label={say('mandate.kind')}
        options={kinds}
        value={typed.kind ? [typed.kind] : []}
        error={errors.kind}
      />
      <ChoiceField
        id="acts"
        label={say('mandate.acts')}
        many
        options={acts}
        value={(typed.acts ?? acts.map(({ value }) => value).join(',')).split(',')}
        error={errors.acts}
      />
      <Field
        id="days"
        label={say('mandate.days')}
        hint={say('mandate.days_hint')}
        inputMode="numeric"
        size={4}
        value={typed.days ?? '30'}
        error={errors.days}
      />
      <Field
        id="fee_yuan"
        label={say('mandate.fee')}
        hint={say('mandate.fee_hint')}
        inputMode="decimal"
        size={8}
        value={typed.fee_yuan ?? '0'}
        error={errors.fee_yuan}
      />
    </>
  );
}

export type MandateSignProps = {
  readonly terms: readonly string[];
  readonly hidden: Readonly<Record<string, string>>;
  readonly sentBy: 'mail' | 'sms' | 'return_code';
  readonly form: FormState;
};

/** The terms once more, and the signature. */
export function MandateSignPage({ terms, hidden, sentBy, form }: MandateSignProps) {
  const say = useText();
  return (
    <MineLayout
      title={say('mandate.sign')}
      tabs={useMineTabs('mandates')}
      back={{ href: paths.mandates, label: say('mandate.title') }}
    >
      <Errors form={form} />
      <h1>{say('mandate.sign')}</h1>
      <ul>
        {terms.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{say(`mandate.sent.${sentBy}`)}</p>
      <Form action={paths.mandateSign} hidden={hidden}>
        <Field
          id="code"
          label={say('mandate.signing_code')}
          autoComplete="one-time-code"
          value={form.typed.code}
          error={form.errors.code}
        />
        <Button look="primary" wide>
          {say('mandate.sign_go')}
        </Button>
      </Form>
    </MineLayout>
  );
}

/** The code to hand over, shown this once. */
export function MandateOfferPage({ code }: { readonly code: string }) {
  const say = useText();
  return (
    <MineLayout
      title={say('mandate.offer')}
      tabs={useMineTabs('mandates')}
      back={{ href: paths.mandates, label: say('mandate.title') }}
    >
      <h1>{say('mandate.offer')}</h1>
      <p class="num text-2xl break-words border-2 border-teal p-4" data-code>
        <b>{code}</b>
      </p>
      <p>{say('mandate.offer_body')}</p>
      <LinkButton href={paths.mandates}>{say('mandate.title')}</LinkButton>
    </MineLayout>
  );
}

/** One mandate: its terms, every act under it, and its end. */
export function MandatePage({ title, terms, acts, mayRevoke, action, side, done }: MandateDetail) {
  const say = useText();
  return (
    <MineLayout
      title={title}
      tabs={useMineTabs('mandates')}
      back={{ href: paths.mandates, label: say('mandate.title') }}
    >
      {done && (
        <Notice tone="done" live>
          {done}
        </Notice>
      )}
      <h1>{title}</h1>
      <Card title={say('mandate.terms')}>
        <ul>
          {terms.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Card>
      {mayRevoke && (
        <Card title={say(`mandate.revoke_title.${side}`)}>
          <p>{say('mandate.revoke_body')}</p>
          <Form action={action}>
            <Button look="danger">{say(`mandate.revoke.${side}`)}</Button>
          </Form>
        </Card>
      )}
      <Card title={say('mandate.log')}>
        {acts.length === 0 && <p class="soft">{say('mandate.log_none')}</p>}
        <ol>
          {acts.map(({ id, when, what, words }) => (
            <li key={id} class="border-t border-line py-3">
              <p>
                <b>{what}</b> <span class="soft num">{when}</span>
              </p>
              {words && <p class="break-words">{words}</p>}
            </li>
          ))}
        </ol>
      </Card>
    </MineLayout>
  );
}

export type MandatePaperProps = Pick<MandateTermsProps, 'kinds' | 'acts' | 'form'> & {
  readonly carriers: readonly Option[];
};

/** For whoever acts for somebody who cannot sign with a code. */
export function MandatePaperPage({ carriers, kinds, acts, form }: MandatePaperProps) {
  const say = useText();
  const { typed, errors } = form;
  return (
    <MineLayout
      title={say('mandate.paper_title')}
      tabs={useMineTabs('mandates')}
      back={{ href: paths.mandates, label: say('mandate.title') }}
    >
      <Errors form={form} />
      <h1>{say('mandate.paper_title')}</h1>
      <p>{say('mandate.paper_lead')}</p>
      <Form action={paths.mandatePaper} files>
        <SelectField id="carrier_id" label={say('mandate.carrier')} options={carriers} value={typed.carrier_id} />
        <Field
          id="mobile_number"
          type="tel"
          inputMode="tel"
          label={say('mandate.paper_number')}
          value={typed.mobile_number}
          error={errors.mobile_number}
        />
        <Field id="principal" label={say('mandate.principal_name')} value={typed.principal} error={errors.principal} />
        <Field
          id="representative"
          label={say('mandate.your_name')}
          value={typed.representative}
          error={errors.representative}
        />
        <Terms kinds={kinds} acts={acts} form={form} />
        <FileDrop id="file" label={say('mandate.paper_file')} maxBytes={FILE_LIMIT_BYTES} error={errors.file} />
        <Button look="primary" wide>
          {say('mandate.paper_send')}
        </Button>
      </Form>
    </MineLayout>
  );
}

function Errors({ form }: { form: FormState }) {
  return (
    <ErrorSummary
      errors={Object.entries(form.errors).map(([field, text]) => ({
        field: field === 'form' ? undefined : field,
        text,
      }))}
    />
  );
}
