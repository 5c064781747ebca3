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
import { Qr } from '../pieces/qr.tsx';
import { faultsOf } from './account-forms.tsx';

export type StaffSignInPageProps = {
  form: FormState;
  next: string | null;
  origin: string;
  /** The organisation's own provider. */
  provider: { readonly name: string; readonly href: string } | null;
};

/** The door of staff: their organisation's provider, a passkey, or staff code and app. */
export function StaffSignInPage({ form, next, origin, provider }: StaffSignInPageProps) {
  const say = useText();
  const { typed, errors } = form;
  const hidden: Readonly<Record<string, string>> = next ? { next } : {};
  return (
    <PublicLayout
      title={say('door.staff_title')}
      back={{ href: paths.signIn, label: say('door.people_link') }}
      indexed={false}
    >
      <h1>{say('door.staff_title')}</h1>
      <ErrorSummary errors={faultsOf(form)} />
      <p>{say('door.staff_body')}</p>
      {provider && (
        <Card title={say('door.provider_title')}>
          <LinkButton href={provider.href} look="primary">
            {say('door.provider_go', { name: provider.name })}
          </LinkButton>
        </Card>
      )}
      <PasskeyForm
        title={say('door.passkey_title')}
        body={say('door.passkey_body')}
        action={paths.signInPasskey}
        options={paths.signInPasskeyOptions}
        ceremony="use"
        origin={origin}
        hidden={{ ...hidden, staff: 'yes' }}
        label={say('door.passkey_go')}
      />
      <Card title={say('door.staff_code_title')}>
        <Form action={paths.signInStaffCode} hidden={hidden}>
          <Field
            id="code"
            label={say('door.staff_code')}
            hint={say('door.staff_code_hint')}
            autoComplete="off"
            value={typed.code}
            error={errors.code}
          />
          <TotpField label={say('door.totp')} error={errors.totp} />
          <Button look={provider ? 'secondary' : 'primary'}>{say('door.enter')}</Button>
        </Form>
      </Card>
    </PublicLayout>
  );
}

/** Six digits that are good for half a minute: never filled in again. */
export function TotpField({ label, error }: { label: string; error: string | undefined }) {
  return (
    <Field
      id="totp"
      label={label}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={12}
      size={10}
      error={error}
    />
  );
}

export type EnrolPageProps = { name: string; invitation: string; origin: string; form: FormState };

/** What somebody invited chooses between. */
export function EnrolPage({ name, invitation, origin, form }: EnrolPageProps) {
  const say = useText();
  return (
    <PublicLayout title={say('enrol.title')} indexed={false}>
      <h1>{say('enrol.title')}</h1>
      <ErrorSummary errors={faultsOf(form)} />
      <p>{say('enrol.lead', { name })}</p>
      <PasskeyForm
        title={say('enrol.passkey_title')}
        body={say('enrol.passkey_body')}
        action={paths.enrolPasskey(invitation)}
        options={paths.enrolPasskeyOptions(invitation)}
        ceremony="add"
        origin={origin}
        label={say('enrol.passkey_go')}
        look="primary"
      />
      <Card title={say('enrol.app_title')}>
        <p>{say('enrol.app_body')}</p>
        <LinkButton href={paths.enrolApp(invitation)}>{say('enrol.app_go')}</LinkButton>
      </Card>
    </PublicLayout>
  );
}

export type EnrolAppPageProps = { invitation: string; uri: string; typed: string; form: FormState };

/** The picture for the authenticator app, and the first code of it. */
export function EnrolAppPage({ invitation, uri, typed, form }: EnrolAppPageProps) {
  const say = useText();
  return (
    <PublicLayout title={say('enrol.app_title')} back={{ href: paths.enrol(invitation) }} indexed={false}>
      <h1>{say('enrol.app_title')}</h1>
      <ErrorSummary errors={faultsOf(form)} />
      <Card title={say('enrol.scan_title')}>
        <p>{say('enrol.scan_body')}</p>
        <p class="num break-words" data-secret>
          <b>{typed}</b>
        </p>
        <Qr text={uri} title={say('enrol.picture')} />
      </Card>
      <Form action={paths.enrolApp(invitation)}>
        <TotpField label={say('enrol.totp')} error={form.errors.totp} />
        <Button look="primary" wide>
          {say('enrol.totp_go')}
        </Button>
      </Form>
    </PublicLayout>
  );
}

/** A code that is shown this once. */
export function ShownOncePage({
  title,
  lead,
  code,
  next,
}: {
  title: string;
  lead: string;
  code: string;
  next: { readonly href: string; readonly label: string };
}) {
  return (
    <PublicLayout title={title} indexed={false}>
      <h1>{title}</h1>
      <p class="num text-2xl break-words border-2 border-teal p-4" data-code>
        <b>{code}</b>
      </p>
      <p>{lead}</p>
      <LinkButton href={next.href} look="primary" wide>
        {next.label}
      </LinkButton>
    </PublicLayout>
  );
}
