import type { FormState } from '../form.ts';
import { paths } from '../paths.ts';
import { Button } from '../pieces/button.tsx';
import { Card } from '../pieces/card.tsx';
import { ErrorSummary } from '../pieces/error-summary.tsx';
import { Field, SelectField } from '../pieces/field.tsx';
import { Form } from '../pieces/form.tsx';
import { Notice } from '../pieces/notice.tsx';
import { useText } from '../pieces/page.ts';
import { faultsOf } from './account-forms.tsx';
import { DeskFrame } from './desk-frame.tsx';

export type SearchHit = {
  readonly id: string;
  readonly number: string;
  readonly holder: string;
  readonly facts: readonly string[];
  readonly cases: readonly { readonly id: string; readonly words: string }[];
  /** Digits and name, whole: only after they were asked for. */
  readonly whole: string | null;
};
export type DeskSearchProps = {
  readonly carrier: string;
  readonly purposes: readonly { readonly value: string; readonly label: string }[];
  /** Null before anything was looked for. */
  readonly hits: readonly SearchHit[] | null;
  readonly mayUnmask: boolean;
  readonly form: FormState;
};

/** One search for numbers, cases and holders; what is found stays masked until somebody asks for more, with a reason. */
export function DeskSearchPage({ carrier, purposes, hits, mayUnmask, form }: DeskSearchProps) {
  const say = useText();
  const { typed, errors } = form;
  const kept = { text: typed.text ?? '', purpose: typed.purpose ?? '' };
  return (
    <DeskFrame title={say('search.title')} carrier={carrier} hint={say('search.hint')}>
      <ErrorSummary errors={faultsOf(form)} />
      <div class="grid gap-4 max-w-3xl">
        <Form action={paths.deskSearch} label={say('search.title')}>
          <Field
            id="text"
            label={say('search.text')}
            hint={say('search.text_hint')}
            value={typed.text}
            error={errors.text}
            autoComplete="off"
            maxLength={100}
          />
          <SelectField
            id="purpose"
            label={say('search.purpose')}
            placeholder={say('search.choose')}
            options={purposes}
            value={typed.purpose}
            error={errors.purpose}
          />
          <Button look="primary" icon="search">
            {say('search.go')}
          </Button>
        </Form>
        {hits && hits.length === 0 && <Notice tone="info">{say('search.none')}</Notice>}
        {hits && hits.length > 0 && <h2>{say('search.found', { count: hits.length })}</h2>}
        {hits?.map((hit) => (
          <Card key={hit.id} title={`${hit.number} · ${hit.holder}`}>
            {hit.whole && (
              <Notice tone="attention" title={say('search.whole')}>
                <span class="num">{hit.whole}</span>
              </Notice>
            )}
            <p class="soft">{hit.facts.join(' · ')}</p>
            <ul>
              {hit.cases.map((one) => (
                <li key={one.id}>
                  <a href={paths.deskCase(one.id)}>{one.words}</a>
                </li>
              ))}
            </ul>
            <p>
              <a href={paths.deskTimeline(hit.id)}>{say('search.timeline')}</a>
            </p>
            {mayUnmask && !hit.whole && (
              <Form action={paths.deskSearch} hidden={{ ...kept, unmask: hit.id }} class="form">
                <Button>{say('search.unmask')}</Button>
                <p class="soft">{say('search.unmask_hint')}</p>
              </Form>
            )}
          </Card>
        ))}
      </div>
    </DeskFrame>
  );
}
