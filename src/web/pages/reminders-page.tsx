import type { FormState } from '../form.ts';
import { PublicLayout } from '../layout/public-layout.tsx';
import { paths } from '../paths.ts';
import { Button } from '../pieces/button.tsx';
import { ErrorSummary } from '../pieces/error-summary.tsx';
import { CheckField, Field } from '../pieces/field.tsx';
import { Form } from '../pieces/form.tsx';
import { useText } from '../pieces/page.ts';

/** Reminders for one's own calendar, so that a number is not flagged again. Nothing is kept. */
export function RemindersPage({ form }: { readonly form: FormState }) {
  const say = useText();
  const { typed, errors } = form;
  return (
    <PublicLayout
      title={say('reminders.title')}
      description={say('reminders.lead')}
      back={{ href: paths.guide('other', 'prevention'), label: say('guides.prevention') }}
    >
      <h1>{say('reminders.title')}</h1>
      <p>{say('reminders.lead')}</p>
      <ErrorSummary errors={Object.entries(errors).map(([field, text]) => ({ field, text }))} />
      <Form action={paths.remindersFile} method="get">
        <Field
          id="bill_day"
          label={say('reminders.bill')}
          hint={say('reminders.bill_hint')}
          inputMode="numeric"
          optional
          size={4}
          value={typed.bill_day}
          error={errors.bill_day}
        />
        <Field
          id="id_expiry"
          type="date"
          label={say('reminders.id')}
          hint={say('reminders.id_hint')}
          optional
          value={typed.id_expiry}
          error={errors.id_expiry}
        />
        <Field
          id="work_from"
          type="date"
          label={say('reminders.work')}
          hint={say('reminders.work_hint')}
          optional
          value={typed.work_from}
          error={errors.work_from}
        />
        <CheckField id="use" label={say('reminders.use')} checked={typed.use === 'yes'} />
        <CheckField id="labels" label={say('reminders.labels')} checked={typed.labels === 'yes'} />
        <CheckField id="look_up" label={say('reminders.look_up')} checked={typed.look_up === 'yes'} />
        <Button look="primary" wide>
          {say('reminders.go')}
        </Button>
      </Form>
      <p class="soft">{say('reminders.note')}</p>
    </PublicLayout>
  );
}
