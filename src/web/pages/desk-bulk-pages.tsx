import type { FormState } from '../form.ts';
import { paths } from '../paths.ts';
import { Button } from '../pieces/button.tsx';
import { Card } from '../pieces/card.tsx';
import { Empty } from '../pieces/empty.tsx';
import { ErrorSummary } from '../pieces/error-summary.tsx';
import type { Option } from '../pieces/field.tsx';
import { ChoiceField, SelectField, TextArea } from '../pieces/field.tsx';
import type { Filter } from '../pieces/filter-bar.tsx';
import { FilterBar } from '../pieces/filter-bar.tsx';
import { Form } from '../pieces/form.tsx';
import { Notice } from '../pieces/notice.tsx';
import { useText } from '../pieces/page.ts';
import type { SavedFiltersProps } from '../pieces/saved-filters.tsx';
import { maySaveFilter, SavedFilters, SaveFilter } from '../pieces/saved-filters.tsx';
import { Table } from '../pieces/table.tsx';
import { faultsOf } from './account-forms.tsx';
import { DeskFrame } from './desk-frame.tsx';

type Cells<Key extends string> = {
  readonly id: string;
  readonly href?: string;
  readonly cells: Readonly<Record<Key, string>>;
};

export type DeskBulkProps = {
  readonly carrier: string;
  readonly filters: readonly Filter[];
  readonly saved: SavedFiltersProps | undefined;
  readonly rows: readonly Cells<'reference' | 'number' | 'status' | 'remedy' | 'due'>[];
  /** That the filter holds more than is listed. */
  readonly more: string | null;
  /** Where the form posts: the address of this very list. */
  readonly action: string;
  readonly which: readonly Option[];
  readonly mayDecide: boolean;
  readonly rules: readonly Option[];
  readonly placeholders: string;
  readonly templates: readonly { readonly name: string; readonly href: string }[];
  readonly past: readonly Cells<'what' | 'when' | 'by' | 'status'>[];
  readonly form: FormState;
  readonly done: string | null;
};

/** Choosing cases by filter and by hand, and what to do with all of them. */
export function DeskBulkPage(props: DeskBulkProps) {
  const { carrier, filters, saved, rows, more, action, which, past, form, done } = props;
  const say = useText();
  const columns = (['reference', 'number', 'status', 'remedy', 'due'] as const).map((key) => ({
    key,
    label: say(`desk.col.${key}`),
    main: key === 'reference',
  }));
  return (
    <DeskFrame title={say('bulk.title')} carrier={carrier} hint={say('bulk.hint')} done={done}>
      <ErrorSummary errors={faultsOf(form)} />
      {saved && <SavedFilters {...saved} />}
      <FilterBar filters={filters} />
      {saved && maySaveFilter(saved) && (
        <div class="save-filter">
          <SaveFilter {...saved} />
        </div>
      )}
      {rows.length === 0 && <Empty title={say('bulk.title')} body={say('bulk.none')} />}
      {rows.length > 0 && (
        <Form action={action} hidden={{ step: 'preview' }} class="desk-bulk" label={say('bulk.title')}>
          <p class="soft desk-keys">{say('bulk.keys')}</p>
          <Table
            caption={say('bulk.title')}
            columns={columns}
            rows={rows}
            selectName="case_ids"
            selected={form.typed.case_ids?.split(',')}
          />
          {more && <p class="soft">{more}</p>}
          <Card title={say('bulk.what')}>
            <ChoiceField
              id="which"
              label={say('bulk.which')}
              options={which}
              value={[form.typed.which ?? 'ticked']}
              error={form.errors.which}
            />
            <What {...props} />
            <Button look="primary">{say('bulk.look')}</Button>
          </Card>
        </Form>
      )}
      {past.length > 0 && (
        <Card title={say('bulk.past')}>
          <Table
            caption={say('bulk.past')}
            columns={(['what', 'when', 'by', 'status'] as const).map((key) => ({
              key,
              label: say(`bulk.col.${key}`),
              main: key === 'what',
            }))}
            rows={past}
          />
        </Card>
      )}
    </DeskFrame>
  );
}

function What({ mayDecide, rules, placeholders, templates, form }: DeskBulkProps) {
  const say = useText();
  const { typed, errors } = form;
  const acts = (mayDecide ? (['order_lift', 'decide'] as const) : (['order_lift'] as const)).map((act) => ({
    value: act,
    label: say(`bulk.act.${act}`),
    hint: say(`bulk.act.${act}.hint`),
  }));
  return (
    <>
      <ChoiceField
        id="act"
        label={say('bulk.act')}
        options={acts}
        value={[typed.act ?? (mayDecide ? 'decide' : 'order_lift')]}
        error={errors.act}
      />
      {mayDecide && (
        <>
          <SelectField
            id="finding"
            label={say('desk.act.finding')}
            placeholder=""
            value={typed.finding}
            error={errors.finding}
            options={(['misjudged', 'condition_met', 'grounded'] as const).map((one) => ({
              value: one,
              label: say(`desk.act.finding.${one}`),
            }))}
          />
          <SelectField
            id="rule_relied"
            label={say('desk.act.rule')}
            placeholder=""
            value={typed.rule_relied}
            error={errors.rule_relied}
            options={rules}
          />
          <p>
            <a href={paths.deskTemplates}>{say('template.manage')}</a>
          </p>
          {templates.length > 0 && (
            <div>
              <p>{say('bulk.templates')}</p>
              <ul>
                {templates.map(({ name, href }) => (
                  <li key={href}>
                    <a href={href}>{name}</a>
                  </li>
                ))}
              </ul>
            </div>
          )}
          <TextArea
            id="words"
            label={say('bulk.words')}
            hint={say('bulk.words_hint', { names: placeholders })}
            value={typed.words}
            error={errors.words}
            rows={4}
            maxLength={4000}
          />
        </>
      )}
    </>
  );
}

export type DeskBulkPreviewProps = {
  readonly carrier: string;
  readonly what: string;
  readonly action: string;
  /** How the cases were selected, how many there were, and how long the list holds. */
  readonly facts: readonly string[];
  readonly can: readonly Cells<'reference' | 'number' | 'status' | 'words' | 'next'>[];
  readonly cannot: readonly Cells<'reference' | 'number' | 'status' | 'words' | 'next'>[];
  /** How many are left out for each reason. */
  readonly groups: readonly string[];
  readonly minutes: number;
  readonly formKey: string;
  /** Everything that was chosen and typed, to go on with. */
  readonly hidden: Readonly<Record<string, string>>;
};

/** What will happen to each case, before anything does. */
export function DeskBulkPreviewPage(props: DeskBulkPreviewProps) {
  const { carrier, what, action, facts, can, cannot, groups, minutes, formKey, hidden } = props;
  const say = useText();
  const columns = [
    { key: 'reference' as const, label: say('desk.col.reference'), main: true, narrow: true },
    { key: 'number' as const, label: say('desk.col.number'), narrow: true },
    { key: 'status' as const, label: say('desk.col.status'), narrow: true },
  ];
  const will = [...columns, { key: 'words' as const, label: say('bulk.col.will') }];
  const why = [
    ...columns,
    { key: 'words' as const, label: say('bulk.col.why') },
    { key: 'next' as const, label: say('bulk.col.next') },
  ];
  return (
    <DeskFrame title={say('bulk.preview')} carrier={carrier} hint={what}>
      <p>
        <a href={action}>{say('bulk.back')}</a>
      </p>
      <ul class="soft">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {can.length > 0 && (
        <Card title={say('bulk.can', { count: can.length })}>
          <Notice tone="attention">{say('bulk.window', { minutes })}</Notice>
          <Form action={action} hidden={hidden} idempotencyKey={formKey} class="form">
            <Button look="primary">{say('bulk.order', { count: can.length })}</Button>
          </Form>
          <Table caption={say('bulk.can', { count: can.length })} columns={will} rows={can} />
        </Card>
      )}
      {cannot.length > 0 && (
        <Card title={say('bulk.cannot', { count: cannot.length })}>
          <p class="soft">{say('bulk.cannot_hint')}</p>
          <Groups groups={groups} />
          <Table caption={say('bulk.cannot', { count: cannot.length })} columns={why} rows={cannot} />
        </Card>
      )}
    </DeskFrame>
  );
}

function Groups({ groups }: { readonly groups: readonly string[] }) {
  if (groups.length === 0) return null;
  return (
    <ul class="bulk-groups">
      {groups.map((group) => (
        <li key={group}>{group}</li>
      ))}
    </ul>
  );
}

export type DeskBulkActProps = {
  readonly carrier: string;
  readonly id: string;
  readonly what: string;
  readonly who: string;
  readonly state: string;
  readonly words: string | null;
  /** How the cases were selected. */
  readonly selected: string;
  readonly under: boolean;
  /** Of the cases, in percent. */
  readonly part: number;
  readonly progress: string;
  /** How many could not be done already when looked at. */
  readonly leftOut: string | null;
  readonly groups: readonly string[];
  readonly rows: readonly Cells<'reference' | 'status' | 'why' | 'next'>[];
  readonly fileHref: string;
  readonly mayUndo: boolean;
  readonly form: FormState;
  readonly done: string | null;
};

const RENEWS_S = 5;

/** One order for many: how far it is, what became of each case, and taking it back in time. */
export function DeskBulkActPage(props: DeskBulkActProps) {
  const { carrier, id, what, who, state, words, selected, under, part, progress, rows, mayUndo, form, done } = props;
  const { leftOut, groups, fileHref } = props;
  const say = useText();
  return (
    <DeskFrame title={what} carrier={carrier} hint={who} done={done} renews={under ? RENEWS_S : undefined}>
      <p>
        <a href={paths.deskBulk}>{say('bulk.back')}</a>
      </p>
      <ErrorSummary errors={faultsOf(form)} />
      <Card title={state}>
        <progress class="import-progress" max={100} value={part} aria-label={say('bulk.progress_label')} />
        <p class="num" data-said>
          {progress}
        </p>
        {leftOut && <p class="num">{leftOut}</p>}
        <Groups groups={groups} />
        <p class="soft">{selected}</p>
        {words && <p class="soft">{words}</p>}
        {mayUndo && (
          <Form action={paths.deskBulkAct(id)} class="form">
            <Button look="primary">{say('bulk.undo')}</Button>
          </Form>
        )}
      </Card>
      <p>
        <a href={fileHref} download>
          {say('bulk.download')}
        </a>
      </p>
      <Table
        caption={what}
        columns={[
          { key: 'reference', label: say('desk.col.reference'), main: true, narrow: true },
          { key: 'status', label: say('desk.col.status'), narrow: true },
          { key: 'why', label: say('bulk.col.why') },
          { key: 'next', label: say('bulk.col.next') },
        ]}
        rows={rows}
      />
    </DeskFrame>
  );
}
