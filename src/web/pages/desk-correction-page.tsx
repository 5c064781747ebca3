import type { FormState } from '../form.ts';
import { Button } from '../pieces/button.tsx';
import { Card } from '../pieces/card.tsx';
import { ErrorSummary } from '../pieces/error-summary.tsx';
import { ChoiceField, TextArea } from '../pieces/field.tsx';
import { Form } from '../pieces/form.tsx';
import { useText } from '../pieces/page.ts';
import { faultsOf } from './account-forms.tsx';
import { DeskFrame } from './desk-frame.tsx';

export type DeskCorrectionProps = {
  readonly carrier: string;
  readonly number: string;
  readonly action: string;
  readonly what: string;
  readonly words: string;
  readonly state: string;
  readonly fact: string | null;
  /** What "corrected" brings about. */
  readonly effect: string;
  readonly answer: string | null;
  readonly mayAnswer: boolean;
  readonly form: FormState;
  readonly formKey: string;
};

const OUTCOMES = ['corrected', 'refused'] as const;

/** A request for correction at the desk: what is asked, and the answer with its reasons. */
export function DeskCorrectionPage(props: DeskCorrectionProps) {
  const { carrier, number, action, what, words, state, fact, effect, answer, mayAnswer, form, formKey } = props;
  const say = useText();
  const { typed, errors } = form;
  return (
    <DeskFrame title={say('desk.correction.title', { number })} carrier={carrier}>
      <ErrorSummary errors={faultsOf(form)} />
      <div class="grid gap-4 max-w-3xl">
        <Card title={say('desk.correction.asks')}>
          <p>
            <b>{what}</b>
          </p>
          <p class="whitespace-pre-line">{words}</p>
          {fact && (
            <>
              <h3>{say('desk.correction.fact')}</h3>
              <p class="num">{fact}</p>
            </>
          )}
          <p class="soft num">{state}</p>
        </Card>
        {answer && (
          <Card title={say('desk.correction.answer')}>
            <p class="whitespace-pre-line">{answer}</p>
          </Card>
        )}
        {mayAnswer && (
          <Card title={say('desk.correction.answer')}>
            <p>{effect}</p>
            <Form action={action} idempotencyKey={formKey}>
              <ChoiceField
                id="outcome"
                label={say('desk.correction.outcome')}
                error={errors.outcome}
                value={typed.outcome ? [typed.outcome] : []}
                options={OUTCOMES.map((value) => ({ value, label: say(`desk.correction.${value}`) }))}
              />
              <TextArea
                id="words"
                label={say('desk.correction.words')}
                hint={say('desk.correction.words_hint')}
                value={typed.words}
                error={errors.words}
                rows={4}
                maxLength={4000}
              />
              <Button look="primary">{say('desk.correction.send')}</Button>
            </Form>
          </Card>
        )}
      </div>
    </DeskFrame>
  );
}
