import type { FormState } from '../form.ts';
import { PublicLayout } from '../layout/public-layout.tsx';
import { paths } from '../paths.ts';
import { Button } from '../pieces/button.tsx';
import { Card } from '../pieces/card.tsx';
import { ErrorSummary } from '../pieces/error-summary.tsx';
import { Field } from '../pieces/field.tsx';
import { Form } from '../pieces/form.tsx';
import { Notice } from '../pieces/notice.tsx';
import { useText } from '../pieces/page.ts';
import { PasskeyForm } from '../pieces/passkey-form.tsx';
import { faultsOf } from './account-forms.tsx';

export type SessionLine = { id: string; title: string; about: readonly string[]; current: boolean; isKey: boolean };
export type PasskeyLine = { id: string; title: string; about: readonly string[] };
export type MySignInPageProps = {
  sessions: readonly SessionLine[];
  passkeys: readonly PasskeyLine[];
  /** Null for staff, whose ways an operator sets up. */
  addresses: {
    readonly mail: string | null;
    readonly phone: string | null;
    readonly canMail: boolean;
    readonly canText: boolean;
  } | null;
  /** Numbers of theirs, to show that they are. */
  numbers: readonly { readonly label: string; readonly href: string }[];
  origin: string;
  home: { readonly href: string; readonly label: string };
  form: FormState;
  done: string | null;
};

/** Where one is signed in, and by what one comes back. */
export function MySignInPage({ sessions, passkeys, addresses, numbers, origin, home, form, done }: MySignInPageProps) {
  const say = useText();
  const others = sessions.some((one) => !one.current && !one.isKey);
  return (
    <PublicLayout title={say('mysignin.title')} back={home} indexed={false}>
      <h1>{say('mysignin.title')}</h1>
      {done && (
        <Notice tone="done" live>
          {done}
        </Notice>
      )}
      <ErrorSummary errors={faultsOf(form)} />
      <p>{say('mysignin.lead')}</p>
      <Card title={say('mysignin.sessions')}>
        <ul>
          {sessions.map((one) => (
            <SessionItem key={one.id} session={one} />
          ))}
        </ul>
        {others && (
          <Form action={paths.mySignInEndOthers}>
            <Button>{say('mysignin.end_others')}</Button>
          </Form>
        )}
      </Card>
      <Card title={say('mysignin.passkeys')}>
        {passkeys.length === 0 && <p>{say('mysignin.no_passkeys')}</p>}
        <ul>
          {passkeys.map(({ id, title, about }) => (
            <li key={id} class="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line py-3">
              <span>
                <b>{title}</b>
                {about.map((line) => (
                  <span key={line} class="block soft num">
                    {line}
                  </span>
                ))}
              </span>
              <Form action={paths.mySignInForget} hidden={{ passkey: id }} class="">
                <Button look="quiet">{say('mysignin.forget')}</Button>
              </Form>
            </li>
          ))}
        </ul>
        <PasskeyForm
          action={paths.mySignInPasskey}
          options={paths.mySignInPasskeyOptions}
          ceremony="add"
          origin={origin}
          label={say('mysignin.add_passkey')}
        />
      </Card>
      {numbers.length > 0 && (
        <Card title={say('holder.title')}>
          <ul>
            {numbers.map(({ label, href }) => (
              <li key={href} class="py-2">
                <a class="num" href={href}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {addresses ? <Addresses {...addresses} form={form} /> : <p>{say('mysignin.staff_ways')}</p>}
    </PublicLayout>
  );
}

function SessionItem({ session: { id, title, about, current, isKey } }: { session: SessionLine }) {
  const say = useText();
  return (
    <li class="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line py-3">
      <span>
        <b>{title}</b>
        {current && <span class="soft"> · {say('mysignin.this_one')}</span>}
        {about.map((line) => (
          <span key={line} class="block soft num">
            {line}
          </span>
        ))}
      </span>
      {!current && (
        <Form action={paths.mySignInEnd} hidden={{ session: id }} class="">
          <Button look="quiet">{say(isKey ? 'mysignin.end_key' : 'mysignin.end')}</Button>
        </Form>
      )}
    </li>
  );
}

function Addresses({
  mail,
  phone,
  canMail,
  canText,
  form,
}: NonNullable<MySignInPageProps['addresses']> & { form: FormState }) {
  const say = useText();
  const { typed, errors } = form;
  return (
    <>
      <Card title={say('mysignin.addresses')}>
        <p>{say('mysignin.addresses_body')}</p>
        {mail && <p class="num">{say('mysignin.bound_mail', { mail })}</p>}
        {phone && <p class="num">{say('mysignin.bound_phone', { phone })}</p>}
        {!mail && !phone && <p class="soft">{say('mysignin.none_bound')}</p>}
        {canText && (
          <Form action={paths.mySignInBind} hidden={{ kind: 'sms' }}>
            <Field
              id="phone"
              type="tel"
              inputMode="tel"
              autoComplete="off"
              label={say('door.phone')}
              value={typed.phone}
              error={errors.phone}
            />
            <Button>{say('mysignin.bind_phone')}</Button>
          </Form>
        )}
        {canMail && (
          <Form action={paths.mySignInBind} hidden={{ kind: 'mail' }}>
            <Field
              id="mail"
              type="email"
              inputMode="email"
              autoComplete="email"
              label={say('signin.mail')}
              value={typed.mail}
              error={errors.mail}
            />
            <Button>{say('mysignin.bind_mail')}</Button>
          </Form>
        )}
      </Card>
      <Card title={say('mysignin.code')}>
        <p>{say('mysignin.code_body')}</p>
        <Form action={paths.mySignInReturnCode}>
          <Button>{say('mysignin.code_go')}</Button>
        </Form>
      </Card>
    </>
  );
}
