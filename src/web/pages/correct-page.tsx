import type { FormState } from '../form.ts';
import { MineLayout } from '../layout/mine-layout.tsx';
import { paths } from '../paths.ts';
import { Button } from '../pieces/button.tsx';
import { Card } from '../pieces/card.tsx';
import { ErrorSummary } from '../pieces/error-summary.tsx';
import type { Option } from '../pieces/field.tsx';
import { ChoiceField, SelectField, TextArea } from '../pieces/field.tsx';
import { Form } from '../pieces/form.tsx';
import { Notice } from '../pieces/notice.tsx';
import { useText } from '../pieces/page.ts';
import { faultsOf } from './account-forms.tsx';
import { useMineTabs } from './mine-page.tsx';

export type CorrectPageProps = {
  readonly number: string;
  readonly action: string;
  /** Null where the person told of the number themselves. */
  readonly carrier: string | null;
  readonly subjects: readonly Option[];
  readonly facts: readonly Option[];
  readonly asked: readonly {
    readonly id: string;
    readonly what: string;
    readonly words: string;
    readonly state: string;
    readonly answer: string | null;
  }[];
  readonly done: string | null;
  readonly form: FormState;
  readonly formKey: string;
};

/** The person says what is wrong, and sees what came of what they said before. */
export function CorrectPage(props: CorrectPageProps) {
  const { number, action, carrier, subjects, facts, asked, done, form, formKey } = props;
  const say = useText();
  const { typed, errors } = form;
  return (
    <MineLayout
      title={say('correction.of_number', { number })}
      tabs={useMineTabs('data')}
      back={{ href: paths.data, label: say('data.title') }}
    >
      {done && (
        <Notice tone="done" live>
          {done}
        </Notice>
      )}
      <ErrorSummary errors={faultsOf(form)} />
      <h1>{say('correction.of_number', { number })}</h1>
      <p>{say('correction.lead')}</p>
      <p>{carrier === null ? say('correction.own') : say('correction.to_carrier', { carrier })}</p>
      {carrier !== null && <p class="soft">{say('correction.no_clock')}</p>}
      <Card>
        <Form action={action} idempotencyKey={formKey}>
          <ChoiceField
            id="subject"
            label={say('correction.subject')}
            options={subjects}
            error={errors.subject}
            value={typed.subject ? [typed.subject] : []}
          />
          {facts.length > 0 && (
            <SelectField
              id="fact_id"
              label={say('correction.fact')}
              hint={say('correction.fact_hint')}
              options={facts}
              placeholder={say('correction.fact_none')}
              value={typed.fact_id}
              error={errors.fact_id}
            />
          )}
          <TextArea
            id="words"
            label={say('correction.words')}
            value={typed.words}
            error={errors.words}
            rows={4}
            maxLength={2000}
          />
          <Button look="primary">{say('correction.send')}</Button>
        </Form>
      </Card>
      <Card title={say('correction.asked_before')}>
        {asked.length === 0 && <p class="soft">{say('correction.none')}</p>}
        {asked.map((one) => (
          <div key={one.id} id={one.id} class="border-t border-line py-3">
            <p>
              <b>{one.what}</b>
            </p>
            <p class="whitespace-pre-line">{one.words}</p>
            <p class="soft num">{one.state}</p>
            {one.answer && <p class="whitespace-pre-line">{say('correction.they_say', { words: one.answer })}</p>}
          </div>
        ))}
      </Card>
    </MineLayout>
  );
}
