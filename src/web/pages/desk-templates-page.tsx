import type { FormState } from '../form.ts';
import { paths } from '../paths.ts';
import { Button } from '../pieces/button.tsx';
import { Card } from '../pieces/card.tsx';
import { ErrorSummary } from '../pieces/error-summary.tsx';
import type { Option } from '../pieces/field.tsx';
import { Field, SelectField, TextArea } from '../pieces/field.tsx';
import { FilterBar } from '../pieces/filter-bar.tsx';
import { Form } from '../pieces/form.tsx';
import { Notice } from '../pieces/notice.tsx';
import { useText } from '../pieces/page.ts';
import { withQuery } from '../pieces/query.ts';
import { faultsOf } from './account-forms.tsx';
import { DeskFrame } from './desk-frame.tsx';

type Line = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly cause: string;
  readonly words: string;
  /** The words with values of an invented case in them. */
  readonly example: string;
  readonly told: string;
  readonly older: readonly { readonly version: number; readonly told: string; readonly words: string }[];
  readonly retired: boolean;
};
export type DeskTemplatesProps = {
  readonly carrier: string;
  readonly mayWrite: boolean;
  readonly causes: readonly Option[];
  readonly placeholders: readonly { readonly mark: string; readonly means: string; readonly example: string }[];
  /** Some are left out by the filter. */
  readonly filtered: boolean;
  readonly inUse: readonly Line[];
  readonly retired: readonly Line[];
  /** The template that is being changed, as it is now; null while a new one is written. */
  readonly editing: {
    readonly id: string;
    readonly version: number;
    readonly name: string;
    readonly cause: string;
    readonly words: string;
  } | null;
  /** What was typed, with values of an invented case in it. */
  readonly preview: string | null;
  readonly form: FormState;
  readonly done: string | null;
};

/** Reasons that a desk words again and again: reading, writing, changing and taking out of use. */
export function DeskTemplatesPage(props: DeskTemplatesProps) {
  const { carrier, mayWrite, causes, filtered, inUse, retired, form, done } = props;
  const say = useText();
  return (
    <DeskFrame title={say('template.title')} carrier={carrier} hint={say('template.hint')} done={done}>
      <ErrorSummary errors={faultsOf(form)} />
      <div class="grid gap-4 max-w-3xl">
        {mayWrite ? <Write {...props} /> : <p class="soft">{say('template.read_only')}</p>}
        <FilterBar
          filters={[
            {
              kind: 'select',
              name: 'cause',
              label: say('template.cause'),
              any: say('template.every'),
              options: [...causes],
            },
          ]}
        />
        <Card title={say('template.in_use')}>
          {inUse.length === 0 && <p class="soft">{say(filtered ? 'template.none_of_cause' : 'template.none')}</p>}
          <ul class="filter-lines">
            {inUse.map((line) => (
              <li key={line.id} id={line.id}>
                <One {...line} mayWrite={mayWrite} />
              </li>
            ))}
          </ul>
        </Card>
        {retired.length > 0 && (
          <Card title={say('template.retired')}>
            <ul class="filter-lines">
              {retired.map((line) => (
                <li key={line.id}>
                  <One {...line} mayWrite={false} />
                </li>
              ))}
            </ul>
          </Card>
        )}
      </div>
    </DeskFrame>
  );
}

function Write({ causes, placeholders, editing, preview, form }: DeskTemplatesProps) {
  const say = useText();
  const { typed, errors } = form;
  const hidden = editing ? { template_id: editing.id, version: String(editing.version) } : undefined;
  return (
    <Card title={editing ? say('template.change', { name: editing.name }) : say('template.write')}>
      {editing && (
        <p>
          <a href={paths.deskTemplates}>{say('template.write_new')}</a>
        </p>
      )}
      {preview !== null && (
        <Notice tone="info" live>
          <b>{say('template.preview_title')}</b>
          <br />
          <span class="whitespace-pre-line">{preview}</span>
        </Notice>
      )}
      <Form action={paths.deskTemplates} hidden={hidden}>
        <Field
          id="name"
          label={say('template.name')}
          hint={say('template.name_hint')}
          value={typed.name ?? editing?.name}
          error={errors.name}
          maxLength={80}
        />
        <SelectField
          id="cause"
          label={say('template.cause')}
          placeholder={say('template.any_cause')}
          options={causes}
          value={typed.cause ?? editing?.cause}
          error={errors.cause}
        />
        <TextArea
          id="words"
          label={say('template.words')}
          hint={say('template.words_hint')}
          value={typed.words ?? editing?.words}
          error={errors.words}
          rows={5}
          maxLength={4000}
        />
        <details class="summary-link">
          <summary>{say('template.placeholders')}</summary>
          <dl class="facts">
            {placeholders.map(({ mark, means, example }) => (
              <div key={mark}>
                <dt>
                  <code>{mark}</code>
                </dt>
                <dd>
                  {means} <span class="soft">{say('template.such_as', { example })}</span>
                </dd>
              </div>
            ))}
          </dl>
        </details>
        <p class="btn-row">
          <Button look="primary" name="step" value="save">
            {say(editing ? 'template.save_version' : 'template.save')}
          </Button>
          <Button name="step" value="preview">
            {say('template.preview')}
          </Button>
        </p>
      </Form>
    </Card>
  );
}

function One({ id, version, name, cause, words, example, told, older, mayWrite }: Line & { mayWrite: boolean }) {
  const say = useText();
  return (
    <>
      <p>
        <b>{name}</b> <span class="soft">{cause}</span>
        <br />
        <span class="whitespace-pre-line">{words}</span>
        <br />
        <span class="soft num">{told}</span>
      </p>
      {example !== words && (
        <details>
          <summary>{say('template.example')}</summary>
          <p class="whitespace-pre-line">{example}</p>
        </details>
      )}
      {older.length > 0 && (
        <details>
          <summary>{say('template.older', { count: older.length })}</summary>
          {older.map((one) => (
            <p key={one.version}>
              <span class="soft num">{one.told}</span>
              <br />
              <span class="whitespace-pre-line">{one.words}</span>
            </p>
          ))}
        </details>
      )}
      {mayWrite && (
        <div class="btn-row">
          <a href={withQuery(paths.deskTemplates, { edit: id })}>{say('template.edit')}</a>
          <Form
            action={paths.deskTemplates}
            hidden={{ step: 'retire', template_id: id, version: String(version) }}
            class=""
          >
            <Button look="quiet">{say('template.retire', { name })}</Button>
          </Form>
        </div>
      )}
    </>
  );
}
