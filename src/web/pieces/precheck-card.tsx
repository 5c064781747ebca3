import type { FormState } from '../form.ts';
import { Button } from './button.tsx';
import { Card } from './card.tsx';
import type { Option } from './field.tsx';
import { ChoiceField, TextArea } from './field.tsx';
import { Form } from './form.tsx';
import { Icon } from './icon.tsx';
import { Notice } from './notice.tsx';
import { useText } from './page.ts';

export type PrecheckResult = {
  readonly enough: boolean;
  readonly title: string;
  readonly papers: readonly {
    readonly name: string;
    readonly good: boolean;
    readonly result: string;
    readonly words: string;
  }[];
  readonly words: string;
  readonly notes: readonly string[];
  /** Accepted papers that were turned down after all. */
  readonly turned: readonly { readonly what: string; readonly why: string }[];
};
export type PrecheckCardProps = {
  readonly waiting: { readonly title: string; readonly body: string } | null;
  readonly latest: PrecheckResult | null;
  readonly earlier: readonly PrecheckResult[];
  readonly ask: {
    readonly action: string;
    readonly options: readonly Option[];
    readonly ticked: readonly string[];
    readonly label: string;
  } | null;
  readonly time: string;
  readonly form: FormState;
  readonly formKey: string;
};

/** Papers looked at before a journey: what the carrier said of each, and how to ask. */
export function PrecheckCard({ waiting, latest, earlier, ask, time, form, formKey }: PrecheckCardProps) {
  const say = useText();
  return (
    <div id="precheck">
      <Card title={say('precheck.title')}>
        {waiting && (
          <Notice tone="info" title={waiting.title}>
            <p>{waiting.body}</p>
            <p class="soft">{time}</p>
          </Notice>
        )}
        {latest && <Result {...latest} />}
        {ask && latest?.enough && (
          <details class="summary-link" open={Object.keys(form.errors).length > 0}>
            <summary>{say('precheck.more')}</summary>
            <Ask {...ask} time={time} form={form} formKey={formKey} />
          </details>
        )}
        {ask && !latest?.enough && <Ask {...ask} time={time} form={form} formKey={formKey} />}
        {earlier.length > 0 && (
          <details class="summary-link">
            <summary>{say('precheck.earlier')}</summary>
            {earlier.map((one) => (
              <Result key={one.title} {...one} />
            ))}
          </details>
        )}
      </Card>
    </div>
  );
}

type AskProps = NonNullable<PrecheckCardProps['ask']> & Pick<PrecheckCardProps, 'time' | 'form' | 'formKey'>;

function Ask({ action, options, ticked, label, time, form, formKey }: AskProps) {
  const say = useText();
  return (
    <Form action={action} idempotencyKey={`${formKey}-precheck`}>
      <p>{say('precheck.why')}</p>
      <ChoiceField
        id="papers"
        label={say('precheck.papers')}
        many
        options={options}
        value={form.typed.papers?.split(',') ?? ticked}
        error={form.errors.papers}
      />
      <TextArea
        id="precheck_words"
        label={say('precheck.words')}
        optional
        rows={2}
        value={form.typed.precheck_words}
        error={form.errors.precheck_words}
        maxLength={2000}
      />
      <Button look="secondary" icon="send">
        {label}
      </Button>
      <p class="soft">{time}</p>
    </Form>
  );
}

function Result({ enough, title, papers, words, notes, turned }: PrecheckResult) {
  return (
    <Notice tone={enough ? 'done' : 'attention'} title={title}>
      <div class="grid gap-2">
        <ul class="grid gap-1">
          {papers.map((paper) => (
            <li key={paper.name} class="with-icon">
              <Icon name={paper.good ? 'check' : 'alert'} />
              <span>
                <b>{paper.name}</b> {paper.result}
                {paper.words && <span class="block soft whitespace-pre-line">{paper.words}</span>}
              </span>
            </li>
          ))}
        </ul>
        {words && <p class="whitespace-pre-line">{words}</p>}
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
        {turned.map(({ what, why }) => (
          <p key={what}>
            <b>{what}</b>
            <br />
            {why}
          </p>
        ))}
      </div>
    </Notice>
  );
}
