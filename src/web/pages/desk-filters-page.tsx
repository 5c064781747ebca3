import type { FormState } from '../form.ts';
import { paths } from '../paths.ts';
import { Button } from '../pieces/button.tsx';
import { Card } from '../pieces/card.tsx';
import { ErrorSummary } from '../pieces/error-summary.tsx';
import { Form } from '../pieces/form.tsx';
import { useText } from '../pieces/page.ts';
import { FilterNameFields } from '../pieces/saved-filters.tsx';
import { faultsOf } from './account-forms.tsx';
import { DeskFrame } from './desk-frame.tsx';

type Line = {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly list: string;
  readonly words: string;
  readonly count: string;
  readonly shared: boolean;
  /** Whose it is; null for one's own. */
  readonly who: string | null;
};
export type DeskFiltersProps = {
  readonly carrier: string;
  /** Where one came from, so that links lead back there. */
  readonly place: string;
  readonly backHref: string;
  /** A filter whose saving was refused, with what it filters by. */
  readonly saving: { readonly words: string; readonly hidden: Readonly<Record<string, string>> } | null;
  readonly own: readonly Line[];
  readonly colleagues: readonly Line[];
  readonly form: FormState;
  readonly done: string | null;
};

/** All filters that somebody kept, and those that colleagues share. */
export function DeskFiltersPage(props: DeskFiltersProps) {
  const { carrier, place, backHref, saving, own, colleagues, form, done } = props;
  const say = useText();
  const { typed, errors } = form;
  return (
    <DeskFrame title={say('filter.title')} carrier={carrier} hint={say('filter.hint')} done={done}>
      <ErrorSummary errors={faultsOf(form)} />
      <p>
        <a href={backHref}>{say('filter.back')}</a>
      </p>
      <div class="grid gap-4 max-w-3xl">
        {saving && (
          <Card title={say('filter.save')}>
            <p>{saving.words}</p>
            <Form action={paths.deskFilters} hidden={{ step: 'save', place, ...saving.hidden }}>
              <FilterNameFields
                name={typed.name}
                shared={typed.shared === 'yes'}
                error={errors.name}
                sharedError={errors.shared}
              />
              <Button look="primary">{say('filter.keep')}</Button>
            </Form>
          </Card>
        )}
        <Card title={say('filter.mine')}>
          {own.length === 0 && <p class="soft">{say('filter.none')}</p>}
          <ul class="filter-lines">
            {own.map((line) => (
              <li key={line.id}>
                <Head {...line} />
                <details open={typed.filter_id === line.id}>
                  <summary>{say('filter.acts')}</summary>
                  <Form
                    action={paths.deskFilters}
                    hidden={{ step: 'change', place, filter_id: line.id }}
                    class="filter-change"
                    label={line.name}
                  >
                    <FilterNameFields
                      of={line.id}
                      name={typed[`name-${line.id}`] ?? line.name}
                      shared={typed.filter_id === line.id ? typed[`shared-${line.id}`] === 'yes' : line.shared}
                      error={errors[`name-${line.id}`]}
                      sharedError={errors[`shared-${line.id}`]}
                    />
                    <Button>{say('filter.change')}</Button>
                  </Form>
                  <Form action={paths.deskFilters} hidden={{ step: 'delete', place, filter_id: line.id }} class="">
                    <Button>{say('filter.delete', { name: line.name })}</Button>
                  </Form>
                </details>
              </li>
            ))}
          </ul>
        </Card>
        <Card title={say('filter.colleagues')}>
          {colleagues.length === 0 && <p class="soft">{say('filter.none_shared')}</p>}
          <ul class="filter-lines">
            {colleagues.map((line) => (
              <li key={line.id}>
                <Head {...line} />
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </DeskFrame>
  );
}

function Head({ name, href, list, words, count, shared, who }: Line) {
  const say = useText();
  return (
    <p>
      <a href={href}>{name}</a> <span class="num">{count}</span>
      <br />
      <span class="soft">{[list, words, who ?? (shared && say('filter.shared_now'))].filter(Boolean).join(' · ')}</span>
    </p>
  );
}
