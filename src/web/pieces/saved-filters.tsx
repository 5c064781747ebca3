import { paths } from '../paths.ts';
import { Button } from './button.tsx';
import { CheckField, Field } from './field.tsx';
import { Form } from './form.tsx';
import { Notice } from './notice.tsx';
import { useText } from './page.ts';
import type { Tab } from './tabs.tsx';
import { Tabs } from './tabs.tsx';

export type SavedFiltersProps = {
  /** The whole list first, then one's own, then those that colleagues share. */
  tabs: readonly Tab[];
  /** What to know of the one that is open: that it is gone, or what of it is. */
  notes: readonly string[];
  /** What the address filters by, to be kept; null where nothing is filtered, or it has a name already. */
  unsaved: Readonly<Record<string, string>> | null;
  manageHref: string;
};

/** Filters that were kept, each a link with how many it holds now. */
export function SavedFilters({ tabs, notes }: SavedFiltersProps) {
  const say = useText();
  return (
    <>
      {tabs.length > 1 && (
        <div class="saved-filters">
          <Tabs items={tabs} label={say('filter.bar')} />
        </div>
      )}
      {notes.map((note) => (
        <Notice key={note} tone="info">
          {note}
        </Notice>
      ))}
    </>
  );
}

/** Whether there is anything to save or to manage. */
export function maySaveFilter({ tabs, unsaved }: SavedFiltersProps): boolean {
  return unsaved !== null || tabs.length > 1;
}

/** Gives the present filter a name. */
export function SaveFilter({ tabs, unsaved, manageHref }: SavedFiltersProps) {
  const say = useText();
  return (
    <>
      {unsaved && (
        <details>
          <summary>{say('filter.save')}</summary>
          <Form
            action={paths.deskFilters}
            hidden={{ step: 'save', ...unsaved }}
            class="form"
            label={say('filter.save')}
          >
            <FilterNameFields />
            <Button>{say('filter.keep')}</Button>
          </Form>
        </details>
      )}
      {tabs.length > 1 && <a href={manageHref}>{say('filter.manage')}</a>}
    </>
  );
}

export type FilterNameProps = {
  /** Sets the fields of one form apart from those of another on the page. */
  of?: string | undefined;
  name?: string | undefined;
  shared?: boolean | undefined;
  error?: string | undefined;
  sharedError?: string | undefined;
};

/** The fields of a filter's name and whom it is for. */
export function FilterNameFields({ of, name, shared, error, sharedError }: FilterNameProps) {
  const say = useText();
  const id = (field: string) => (of ? `${field}-${of}` : field);
  return (
    <>
      <Field
        id={id('name')}
        label={say('filter.name')}
        hint={of ? undefined : say('filter.name_hint')}
        autoComplete="off"
        size={24}
        value={name}
        error={error}
      />
      <CheckField id={id('shared')} label={say('filter.shared')} checked={shared} error={sharedError} />
    </>
  );
}
