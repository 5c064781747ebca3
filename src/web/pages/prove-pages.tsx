import type { FormState } from '../form.ts';
import { PublicLayout } from '../layout/public-layout.tsx';
import { paths } from '../paths.ts';
import { Button, LinkButton } from '../pieces/button.tsx';
import { Card } from '../pieces/card.tsx';
import { ErrorSummary } from '../pieces/error-summary.tsx';
import { Field } from '../pieces/field.tsx';
import { Form } from '../pieces/form.tsx';
import { useText } from '../pieces/page.ts';
import { PasskeyForm } from '../pieces/passkey-form.tsx';
import { faultsOf } from './account-forms.tsx';
import { TotpField } from './staff-sign-in-pages.tsx';

export type ProvePageProps = {
  act: string;
  minutes: number;
  origin: string;
  form: FormState;
  ways: {
    readonly demo: string | null;
    readonly passkey: boolean;
    readonly totp: boolean;
    readonly provider: { readonly name: string; readonly href: string } | null;
    readonly returnCode: boolean;
    readonly mail: string | null;
    readonly phone: string | null;
  };
};

/** Before a weighty act: show once more that it is you, by any way that you have. */
export function ProvePage({ act, minutes, origin, form, ways }: ProvePageProps) {
  const say = useText();
  const { demo, passkey, totp, provider, returnCode, mail, phone } = ways;
  const hidden = { act };
  // The first way there is stands out.
  const appLook = demo || passkey ? 'secondary' : 'primary';
  const sendable = mail !== null || phone !== null;
  const none = !demo && !passkey && !totp && !provider && !returnCode && !sendable;
  return (
    <PublicLayout title={say('prove.title')} indexed={false}>
      <h1>{say('prove.title')}</h1>
      <ErrorSummary errors={faultsOf(form)} />
      <p>{say('prove.lead', { minutes })}</p>
      {none && <p>{say('prove.nothing')}</p>}
      {demo && (
        <Card title={say('prove.demo_title')}>
          <p>{say('prove.demo_body')}</p>
          <Form action={paths.proveDemo} hidden={hidden}>
            <Button look="primary">{say('prove.demo_go', { name: demo })}</Button>
          </Form>
        </Card>
      )}
      {provider && (
        <Card title={say('door.provider_title')}>
          <LinkButton href={provider.href}>{say('prove.provider_go', { name: provider.name })}</LinkButton>
        </Card>
      )}
      {passkey && (
        <PasskeyForm
          title={say('door.passkey_title')}
          action={paths.provePasskey}
          options={paths.signInPasskeyOptions}
          ceremony="use"
          origin={origin}
          hidden={hidden}
          label={say('prove.passkey_go')}
          look={demo ? 'secondary' : 'primary'}
        />
      )}
      {totp && (
        <Card title={say('enrol.app_title')}>
          <Form action={paths.proveTotp} hidden={hidden}>
            <TotpField label={say('door.totp')} error={form.errors.totp} />
            <Button look={appLook}>{say('prove.totp_go')}</Button>
          </Form>
        </Card>
      )}
      {sendable && (
        <Card title={say('prove.send_title')}>
          <Form action={paths.proveSend} hidden={hidden}>
            {phone && (
              <Button name="kind" value="sms">
                {say('prove.send_sms', { to: phone })}
              </Button>
            )}
            {mail && (
              <Button name="kind" value="mail">
                {say('prove.send_mail', { to: mail })}
              </Button>
            )}
          </Form>
        </Card>
      )}
      {returnCode && (
        <Card title={say('prove.code_title')}>
          <Form action={paths.proveCode} hidden={hidden}>
            <Field
              id="code"
              label={say('signin.code')}
              hint={say('signin.code_hint')}
              autoComplete="off"
              value={form.typed.code}
              error={form.errors.code}
            />
            <Button>{say('prove.totp_go')}</Button>
          </Form>
        </Card>
      )}
    </PublicLayout>
  );
}

export type ResumePageProps = {
  path: string;
  fields: Readonly<Record<string, string>>;
  /** What was written in whole sentences, so that it is known again. */
  words: readonly string[];
};

/** The act that waited, with everything that was typed. */
export function ResumePage({ path, fields, words }: ResumePageProps) {
  const say = useText();
  return (
    <PublicLayout title={say('resume.title')} indexed={false}>
      <h1>{say('resume.title')}</h1>
      <p>{say('resume.lead')}</p>
      {words.map((text) => (
        <blockquote key={text} class="card whitespace-pre-wrap break-words">
          {text}
        </blockquote>
      ))}
      <Form action={path} hidden={fields}>
        <Button look="primary" wide>
          {say('resume.go')}
        </Button>
      </Form>
    </PublicLayout>
  );
}
