import type { FormState } from '../form.ts';
import { PublicLayout } from '../layout/public-layout.tsx';
import { paths } from '../paths.ts';
import { Button } from '../pieces/button.tsx';
import { Card } from '../pieces/card.tsx';
import { ErrorSummary } from '../pieces/error-summary.tsx';
import { Field } from '../pieces/field.tsx';
import { Form } from '../pieces/form.tsx';
import { useText } from '../pieces/page.ts';
import { PasskeyForm } from '../pieces/passkey-form.tsx';

export type Door = {
  readonly form: FormState;
  readonly next: string | null;
  /** Whether this site can send mail, and text messages. */
  readonly mail: boolean;
  readonly sms: boolean;
  /** Where passkeys of this site work. */
  readonly origin: string;
};

/** What is wrong, by field; the whole form's faults belong to none. */
export function faultsOf({ errors }: FormState) {
  return Object.entries(errors).map(([field, text]) => ({ field: field === 'form' ? undefined : field, text }));
}

/** The ways back of people: the code that was written down, a passkey, another phone, mail. */
export function AccountForms({ form, next, mail, sms, origin }: Door) {
  const say = useText();
  const { typed, errors } = form;
  const hidden: Readonly<Record<string, string>> = next ? { next } : {};
  return (
    <>
      <Card title={say('signin.back_title')}>
        <p>{say('signin.back_body')}</p>
        <Form action={paths.signInCode} hidden={hidden}>
          <Field
            id="code"
            label={say('signin.code')}
            hint={say('signin.code_hint')}
            autoComplete="off"
            value={typed.code}
            error={errors.code}
          />
          <Button look="primary">{say('signin.code_go')}</Button>
        </Form>
      </Card>
      <PasskeyForm
        title={say('door.passkey_title')}
        body={say('door.passkey_body')}
        action={paths.signInPasskey}
        options={paths.signInPasskeyOptions}
        ceremony="use"
        origin={origin}
        hidden={hidden}
        label={say('door.passkey_go')}
      />
      {sms && (
        <Card title={say('door.sms_title')}>
          <p>{say('door.sms_body')}</p>
          <Form action={paths.signInSms} hidden={hidden}>
            <Field
              id="phone"
              type="tel"
              inputMode="tel"
              autoComplete="off"
              label={say('door.phone')}
              value={typed.phone}
              error={errors.phone}
            />
            <Button>{say('door.sms_go')}</Button>
          </Form>
        </Card>
      )}
      {mail && (
        <Card title={say('signin.mail_title')}>
          <p>{say('signin.mail_body')}</p>
          <Form action={paths.signInMail} hidden={hidden}>
            <Field
              id="mail"
              type="email"
              inputMode="email"
              autoComplete="email"
              label={say('signin.mail')}
              value={typed.mail}
              error={errors.mail}
            />
            <Button>{say('signin.mail_go')}</Button>
          </Form>
        </Card>
      )}
      <p>
        <a href={next ? `${paths.signInStaff}?next=${encodeURIComponent(next)}` : paths.signInStaff}>
          {say('door.staff_link')}
        </a>
      </p>
    </>
  );
}

export type SentCodePageProps = {
  readonly title: string;
  readonly words: string;
  readonly back: { readonly href: string; readonly label: string };
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly button: string;
  readonly form: FormState;
};

/** The code that was sent, wherever it went. */
export function SentCodePage({ title, words, back, action, hidden, button, form }: SentCodePageProps) {
  const say = useText();
  return (
    <PublicLayout title={title} back={back} indexed={false}>
      <h1>{title}</h1>
      <ErrorSummary errors={faultsOf(form)} />
      <p>{words}</p>
      <Form action={action} hidden={hidden}>
        <Field
          id="code"
          label={say('door.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          value={form.typed.code}
          error={form.errors.code}
        />
        <Button look="primary" wide>
          {button}
        </Button>
      </Form>
    </PublicLayout>
  );
}
