import type { FormState } from '../form.ts';
import { PublicLayout } from '../layout/public-layout.tsx';
import { paths } from '../paths.ts';
import { Button, LinkButton } from '../pieces/button.tsx';
import { ErrorSummary } from '../pieces/error-summary.tsx';
import { CheckField, ChoiceField, Field, type Option, SelectField } from '../pieces/field.tsx';
import { Form } from '../pieces/form.tsx';
import { useText } from '../pieces/page.ts';

export type KeepPageProps = {
  readonly carriers: readonly Option[];
  readonly codes: readonly Option[];
  readonly functions: readonly Option[];
  readonly form: FormState;
  readonly formKey: string;
  readonly today: string;
};

/** What a record of one's own begins with: six short answers. */
export function KeepPage({ carriers, codes, functions, form, formKey, today }: KeepPageProps) {
  const say = useText();
  const { typed, errors } = form;
  return (
    <PublicLayout title={say('keep.title')} back={{ href: paths.home, label: say('triage.again') }} indexed={false}>
      <h1>{say('keep.title')}</h1>
      <p>{say('keep.lead')}</p>
      <ErrorSummary
        errors={Object.entries(errors).map(([field, text]) => ({ field: field === 'form' ? undefined : field, text }))}
      />
      <Form action={paths.keep} idempotencyKey={formKey}>
        <Field
          id="mobile_number"
          type="tel"
          inputMode="tel"
          label={say('keep.number')}
          value={typed.mobile_number}
          error={errors.mobile_number}
        />
        <SelectField id="carrier_id" label={say('keep.carrier')} options={carriers} value={typed.carrier_id} />
        <SelectField id="code" label={say('keep.code')} options={codes} value={typed.code} />
        <ChoiceField
          id="functions"
          label={say('keep.functions')}
          many
          optional
          options={functions}
          value={typed.functions?.split(',')}
          error={errors.functions}
        />
        <Field id="since" type="date" label={say('keep.since')} value={typed.since ?? today} error={errors.since} />
        <Field
          id="opened_at"
          type="date"
          optional
          label={say('keep.opened')}
          value={typed.opened_at}
          error={errors.opened_at}
        />
        <CheckField
          id="holder"
          label={say('keep.holder')}
          checked={typed.holder === 'yes' || typed.since === undefined}
        />
        <Button look="primary" wide>
          {say('keep.submit')}
        </Button>
      </Form>
    </PublicLayout>
  );
}

/** The code that leads back, shown this once. */
export function ReturnCodePage({ returnCode, next }: { returnCode: string; next: string }) {
  const say = useText();
  return (
    <PublicLayout title={say('code.title')} indexed={false}>
      <h1>{say('code.title')}</h1>
      <p class="num text-2xl break-words border-2 border-teal p-4" data-code>
        <b>{returnCode}</b>
      </p>
      <p>{say('code.lead')}</p>
      <p>{say('code.copy')}</p>
      <LinkButton href={next} look="primary" wide>
        {say('code.next')}
      </LinkButton>
    </PublicLayout>
  );
}
