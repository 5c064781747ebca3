import type { BackTestStatus } from '../../domain/back-tests/back-test.ts';
import type { Drawing } from '../charts/draw.ts';
import type { FormState } from '../form.ts';
import { paths } from '../paths.ts';
import { Button } from '../pieces/button.tsx';
import { Card } from '../pieces/card.tsx';
import { Empty } from '../pieces/empty.tsx';
import { ErrorSummary } from '../pieces/error-summary.tsx';
import type { Option } from '../pieces/field.tsx';
import { Field, SelectField } from '../pieces/field.tsx';
import type { Download, FigureNumbers } from '../pieces/figures.tsx';
import { Downloads, Figure, FigureSection, Swatch } from '../pieces/figures.tsx';
import { Form } from '../pieces/form.tsx';
import { Notice } from '../pieces/notice.tsx';
import { usePage, useText } from '../pieces/page.ts';
import { Pager, Table } from '../pieces/table.tsx';
import { faultsOf } from './account-forms.tsx';
import { DeskFrame } from './desk-frame.tsx';

type Cells = Readonly<Record<'period' | 'against' | 'status' | 'flagged' | 'by', string>>;
export type BackTestsPageProps = {
  readonly carrier: string;
  readonly policyId: string;
  readonly version: string;
  readonly title: string;
  readonly rows: readonly { readonly id: string; readonly href: string; readonly cells: Cells }[];
  readonly next: string | null;
  /** What to compare with; null for whoever may not begin one. */
  readonly against: readonly Option[] | null;
  readonly form: FormState;
  readonly formKey: string;
};

const RENEWS_S = 3;

/** The back-tests of one version, and the form for another. */
export function BackTestsPage(props: BackTestsPageProps) {
  const { carrier, policyId, version, title, rows, next, against, form } = props;
  const { query } = usePage();
  const say = useText();
  const columns = (['period', 'against', 'status', 'flagged', 'by'] as const).map((key) => ({
    key,
    label: say(`back_test.col.${key}`),
    main: key === 'period',
  }));
  return (
    <DeskFrame title={title} carrier={carrier} hint={say('back_test.hint')}>
      <ErrorSummary errors={faultsOf(form)} />
      <p>
        <a href={paths.deskPolicy(policyId, version)}>{say('back_test.back', { version })}</a>
      </p>
      <div class="grid gap-4 max-w-4xl">
        {against && <NewTest {...props} against={against} />}
        {rows.length === 0 ? (
          <Empty title={say('back_test.none')} body={say('back_test.none_body')} />
        ) : (
          <Table caption={title} columns={columns} rows={rows} />
        )}
        {(next || query.cursor) && <Pager next={next ?? undefined} begun={query.cursor !== undefined} />}
      </div>
    </DeskFrame>
  );
}

function NewTest({ policyId, version, against, form, formKey }: BackTestsPageProps & { against: readonly Option[] }) {
  const say = useText();
  const { typed, errors } = form;
  return (
    <Card title={say('back_test.new')}>
      <Form action={paths.deskBackTests(policyId, version)} idempotencyKey={formKey}>
        <Field
          id="from_day"
          type="date"
          label={say('back_test.from')}
          value={typed['from_day']}
          error={errors['from_day']}
        />
        <Field
          id="until_day"
          type="date"
          label={say('back_test.until')}
          hint={say('back_test.until_hint')}
          value={typed['until_day']}
          error={errors['until_day']}
        />
        <SelectField
          id="against"
          label={say('back_test.against')}
          options={against}
          value={typed['against']}
          error={errors['against']}
        />
        <Button look="primary">{say('back_test.start')}</Button>
        <p class="soft">{say('back_test.start_hint')}</p>
      </Form>
    </Card>
  );
}

export type BackTestSection = {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly drawing: Drawing | null;
  readonly table: FigureNumbers;
  readonly downloads: readonly Download[];
};
export type BackTestPageProps = {
  readonly carrier: string;
  readonly id: string;
  readonly policyId: string;
  readonly version: string;
  readonly title: string;
  readonly hint: string;
  readonly status: BackTestStatus;
  readonly statusWords: string;
  readonly fault: string | null;
  /** Of the numbers, in percent. */
  readonly part: number;
  readonly progress: string;
  readonly pace: string | null;
  readonly mayCancel: boolean;
  readonly summary: string;
  readonly totals: readonly {
    readonly key: 'base' | 'draft' | 'spared' | 'new';
    readonly label: string;
    readonly value: string;
    readonly more: string | null;
  }[];
  readonly difference: string | null;
  readonly outcomes: { readonly title: string; readonly drawing: Drawing | null };
  readonly sections: readonly BackTestSection[];
  readonly changes: { readonly label: string; readonly href: string } | null;
  readonly downloads: readonly Download[];
  readonly how: readonly string[];
  readonly formKey: string;
  readonly done: string | null;
};

/** Teal for who is spared, red for who is newly flagged: as the bars have it. */
const SWATCH = { base: null, draft: null, spared: 'on_time', new: 'unanswered' } as const;
const LEGEND = [
  { which: 'on_time', key: 'back_test.only_base' },
  { which: 'late', key: 'back_test.both' },
  { which: 'unanswered', key: 'back_test.only_draft' },
] as const;

/** One back-test: how far it is, whom the two tables would flag, and what became of the real flags. */
export function BackTestPage(props: BackTestPageProps) {
  const { carrier, policyId, version, title, hint, status, totals, sections, changes, done } = props;
  const say = useText();
  const running = status === 'running';
  return (
    <DeskFrame title={title} carrier={carrier} hint={hint} done={done} renews={running ? RENEWS_S : undefined}>
      <p>
        <a href={paths.deskBackTests(policyId, version)}>{say('back_test.to_list')}</a>
        {' · '}
        <a href={paths.deskPolicy(policyId, version)}>{say('back_test.back', { version })}</a>
      </p>
      {status !== 'done' && <Progress {...props} />}
      {!running && totals.length > 0 && (
        <>
          <Totals {...props} />
          {changes && (
            <p>
              <a href={changes.href}>{changes.label}</a>
            </p>
          )}
          <Outcomes {...props} />
          {sections.map((section) => (
            <Section key={section.id} {...section} />
          ))}
        </>
      )}
      {!running && <How {...props} />}
    </DeskFrame>
  );
}

function Progress({ id, status, statusWords, fault, part, progress, pace, mayCancel, formKey }: BackTestPageProps) {
  const say = useText();
  const running = status === 'running';
  if (!running)
    return (
      <Notice tone="attention" title={statusWords}>
        {fault ?? progress}
      </Notice>
    );
  return (
    <Card title={statusWords}>
      <progress class="import-progress" max={100} value={part} aria-label={say('back_test.progress_label')} />
      <p class="num" data-said>
        {progress}
      </p>
      {pace && <p class="soft num">{pace}</p>}
      <p class="soft">{say('back_test.renews')}</p>
      {mayCancel && (
        <Form action={paths.deskBackTestCancel(id)} idempotencyKey={formKey}>
          <Button look="danger">{say('back_test.cancel')}</Button>
        </Form>
      )}
    </Card>
  );
}

function Totals({ summary, totals, difference }: BackTestPageProps) {
  return (
    <section class="duty-total">
      <h2>{summary}</h2>
      <dl>
        {totals.map(({ key, label, value, more }) => (
          <div key={key}>
            <dt>
              {SWATCH[key] && <Swatch which={SWATCH[key]} />}
              {label}
            </dt>
            <dd>
              <span class="num">{value}</span>
              {more && <span class="soft">{more}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {difference && <p class="soft num">{difference}</p>}
    </section>
  );
}

function Outcomes({ outcomes: { title, drawing } }: BackTestPageProps) {
  const say = useText();
  return (
    <Card title={title}>
      <p class="soft">{say('back_test.outcomes.body')}</p>
      {drawing ? <Figure id="outcomes" drawing={drawing} /> : <p>{say('back_test.outcomes.none')}</p>}
    </Card>
  );
}

function Section(section: BackTestSection) {
  const say = useText();
  return <FigureSection {...section} legend={LEGEND.map(({ which, key }) => ({ which, label: say(key) }))} />;
}

function How({ how, pace, downloads, progress }: BackTestPageProps) {
  const say = useText();
  return (
    <Card title={say('back_test.how.title')}>
      <ul class="duty-how">
        {how.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p class="soft num">{[progress, pace].filter(Boolean).join(' · ')}</p>
      <h3>{say('back_test.all_data')}</h3>
      <Downloads downloads={downloads} of={say('back_test.all_data')} />
    </Card>
  );
}
