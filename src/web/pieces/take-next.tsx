import { Button } from './button.tsx';
import { Form } from './form.tsx';
import { useText } from './page.ts';

export type TakeNextProps = { action: string; formKey: string };

/** Takes on the most pressing case that nobody works on, and opens it. */
export function TakeNext({ action, formKey }: TakeNextProps) {
  const say = useText();
  return (
    <Form action={action} class="btn-row" idempotencyKey={`${formKey}-next`}>
      <Button look="primary">{say('team.take_next')}</Button>
      <span class="soft">{say('team.take_next_hint')}</span>
    </Form>
  );
}
