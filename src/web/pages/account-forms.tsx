import type { FormState } from '../form.ts';
import { PublicLayout } from '../layout/public-layout.tsx';
import { paths } from '../paths.ts';
import { Button } from '../pieces/button.tsx';
import { Card } from '../pieces/card.tsx';
import { ErrorSummary } from '../pieces/error-summary.tsx';
import { Field } from '../pieces/field.tsx';
import { Form } from '../pieces/form.tsx';
import { useText } from '../pieces/page.ts';

/** The two ways back: the code that was written down, and the mail. */
export function AccountForms({ form, next, mail }: { form: FormState; next: string | null; mail: boolean }) {
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
    </>
  );
}

/** The code from the mail. */
export function MailCodePage({ form, next }: { form: FormState; next: string | null }) {
  const say = useText();
  const { typed, errors } = form;
  const mail = typed.mail ?? '';
  return (
    <PublicLayout
      title={say('signin.mail_code')}
      back={{ href: paths.signIn, label: say('signin.title') }}
      indexed={false}
    >
      <h1>{say('signin.mail_code')}</h1>
      <ErrorSummary errors={Object.entries(errors).map(([field, text]) => ({ field, text }))} />
      <p>{say('signin.mail_code_body', { mail })}</p>
      <Form action={paths.signInMailCode} hidden={next ? { mail, next } : { mail }}>
        <Field
          id="code"
          label={say('signin.mail_code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          value={typed.code}
          error={errors.code}
        />
        <Button look="primary" wide>
          {say('signin.mail_enter')}
        </Button>
      </Form>
    </PublicLayout>
  );
}
