import { PAPER_RESULTS } from '../../domain/cases/case.ts';
import type { FormState } from '../form.ts';
import { paths } from '../paths.ts';
import { Button } from '../pieces/button.tsx';
import { Card } from '../pieces/card.tsx';
import type { Option } from '../pieces/field.tsx';
import { ChoiceField, Field, SelectField, TextArea } from '../pieces/field.tsx';
import { Form } from '../pieces/form.tsx';
import { Notice } from '../pieces/notice.tsx';
import { useText } from '../pieces/page.ts';

export type DeskPrecheckProps = {
  readonly caseId: string;
  /** The request that waits for this reader's answer. */
  readonly open: {
    readonly asked: string;
    readonly words: string;
    readonly papers: readonly { readonly code: string; readonly name: string; readonly file: string }[];
    /** Papers that the person did not name. */
    readonly others: readonly Option[];
    /** What is said of papers again and again. */
    readonly phrases: readonly Option[];
  } | null;
  /** Papers that bind the desk, because it accepted them. */
  readonly accepted: readonly Option[];
  readonly boundTitle: string;
  readonly boundBody: string;
  readonly form: FormState;
  readonly formKey: string;
};

/** At the desk and at the hall: what was accepted before the person came, and the papers that wait to be looked at. */
export function DeskPrecheck({ caseId, open, accepted, boundTitle, boundBody, form, formKey }: DeskPrecheckProps) {
  const say = useText();
  const { typed, errors } = form;
  return (
    <>
      {accepted.length > 0 && (
        <Notice tone="done" title={boundTitle}>
          {boundBody}
        </Notice>
      )}
      {open && (
        <Card title={say('desk.precheck.title')}>
          <p class="soft">{open.asked}</p>
          {open.words && <p class="whitespace-pre-line">{open.words}</p>}
          <p>{say('desk.precheck.how')}</p>
          <Form action={paths.deskCaseAct(caseId, 'answer_precheck')} idempotencyKey={`${formKey}-answer-precheck`}>
            <div id="precheck" class="stack">
              {open.papers.map(({ code, name, file }) => (
                <div key={code} class="grid gap-2">
                  <ChoiceField
                    id={`result_${code}`}
                    label={name}
                    hint={file}
                    inline
                    value={[typed[`result_${code}`] ?? '']}
                    options={PAPER_RESULTS.map((one) => ({ value: one, label: say(`precheck.result.${one}`) }))}
                  />
                  <SelectField
                    id={`phrase_${code}`}
                    label={say('desk.precheck.phrase', { paper: name })}
                    placeholder=""
                    value={typed[`phrase_${code}`]}
                    options={open.phrases}
                  />
                  <Field
                    id={`word_${code}`}
                    label={say('desk.precheck.own', { paper: name })}
                    optional
                    value={typed[`word_${code}`]}
                    maxLength={300}
                  />
                </div>
              ))}
            </div>
            {open.others.length > 0 && (
              <ChoiceField
                id="lacking"
                label={say('desk.precheck.lacking')}
                many
                optional
                value={typed.lacking?.split(',') ?? []}
                options={open.others}
              />
            )}
            <ChoiceField
              id="originals"
              label={say('desk.precheck.originals')}
              many
              optional
              value={typed.originals?.split(',') ?? []}
              options={open.papers.map(({ code, name }) => ({ value: code, label: name }))}
              error={errors.originals}
            />
            <Field
              id="hall"
              label={say('desk.precheck.hall')}
              hint={say('desk.precheck.hall_hint')}
              optional
              value={typed.hall}
              error={errors.hall}
              maxLength={400}
            />
            <TextArea
              id="precheck_words"
              label={say('desk.precheck.words')}
              optional
              rows={2}
              value={typed.precheck_words}
              error={errors.precheck_words}
              maxLength={2000}
            />
            <p class="btn-row">
              <Button name="enough" value="yes" look="secondary" icon="check">
                {say('desk.precheck.say_enough')}
              </Button>
              <Button name="enough" value="no" look="secondary">
                {say('desk.precheck.say_lacking')}
              </Button>
            </p>
          </Form>
        </Card>
      )}
    </>
  );
}
