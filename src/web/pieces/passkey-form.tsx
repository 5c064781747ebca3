import { Button, type ButtonLook } from './button.tsx';
import { Card } from './card.tsx';
import { Form } from './form.tsx';
import { useText } from './page.ts';

export type PasskeyFormProps = {
  action: string;
  /** Where the browser asks what to ask the device. */
  options: string;
  ceremony: 'add' | 'use';
  /** Where passkeys of this site work. */
  origin: string;
  label: string;
  hidden?: Readonly<Record<string, string>> | undefined;
  look?: ButtonLook | undefined;
  /** Makes it a card of its own. */
  title?: string | undefined;
  body?: string | undefined;
};

/** A button that asks the device; the place stays empty until script has run. */
export function PasskeyForm(props: PasskeyFormProps) {
  const { action, options, ceremony, origin, label, hidden, look, title, body } = props;
  const say = useText();
  const asked = (
    <>
      <Form action={action} hidden={{ ...hidden, step: '', response: '' }}>
        <Button look={look}>{label}</Button>
      </Form>
      <p data-line role="status" hidden />
    </>
  );
  return (
    <div
      hidden
      data-island="passkey"
      data-options={options}
      data-ceremony={ceremony}
      data-origin={origin}
      data-say-wait={say('door.passkey_wait')}
      data-say-stopped={say('door.passkey_stopped')}
      data-say-unknown={say('door.passkey_unknown')}
      data-say-address={say('door.passkey_address', { origin })}
    >
      {title ? (
        <Card title={title}>
          {body && <p>{body}</p>}
          {asked}
        </Card>
      ) : (
        asked
      )}
    </div>
  );
}
