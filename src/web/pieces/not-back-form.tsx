import type { FormState } from '../form.ts';
import { Button } from './button.tsx';
import { TextArea } from './field.tsx';
import { Form } from './form.tsx';
import { Icon } from './icon.tsx';
import { useText } from './page.ts';

export type NotBackFormProps = {
  action: string;
  formKey: string;
  form: FormState;
  body: string;
  open?: boolean | undefined;
};

/** "Service is not back": folded away until somebody needs it, one box to say what does not work. */
export function NotBackForm({ action, formKey, form, body, open }: NotBackFormProps) {
  const say = useText();
  return (
    <details class="card" id="not-back" open={open}>
      <summary class="flex items-center justify-between">
        <b>{say('lift.not_back_title')}</b>
        <Icon name="down" class="turn" />
      </summary>
      <p>{body}</p>
      <Form action={action} idempotencyKey={formKey}>
        <TextArea
          id="not_back_words"
          label={say('lift.not_back_words')}
          hint={say('lift.not_back_hint')}
          value={form.typed.not_back_words}
          error={form.errors.not_back_words}
          rows={3}
          maxLength={2000}
        />
        <Button look="secondary" wide>
          {say('lift.not_back_send')}
        </Button>
      </Form>
    </details>
  );
}
