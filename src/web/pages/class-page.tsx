import type { FormState } from '../form.ts';
import { Button } from '../pieces/button.tsx';
import { Card } from '../pieces/card.tsx';
import { Empty } from '../pieces/empty.tsx';
import { ErrorSummary } from '../pieces/error-summary.tsx';
import { Field, TextArea } from '../pieces/field.tsx';
import type { FigureNumbers } from '../pieces/figures.tsx';
import { Numbers } from '../pieces/figures.tsx';
import type { Filter } from '../pieces/filter-bar.tsx';
import { FilterBar } from '../pieces/filter-bar.tsx';
import { Form } from '../pieces/form.tsx';
import { Lines } from '../pieces/lines.tsx';
import { Notice } from '../pieces/notice.tsx';
import { useText } from '../pieces/page.ts';
import type { Column, Row } from '../pieces/table.tsx';
import { Pager, Table } from '../pieces/table.tsx';
import { faultsOf } from './account-forms.tsx';
import { DeskFrame } from './desk-frame.tsx';

export type ClassPageProps = {
  carrier: string;
  title: string;
  hint: string;
  next: string;
  /** Flags in effect again although they were found misjudged; null where there are none. */
  standing: { title: string; href: string } | null;
  /** How to see how far a class is that is being worked on. A page that loads itself anew would take the place from under a reader. */
  reload: { label: string; href: string } | null;
  rule: { label: string; href: string };
  figures: readonly { label: string; value: string }[];
  waiting: number;
  mayAct: boolean;
  filters: readonly Filter[];
  columns: readonly Column<string>[];
  rows: readonly Row<string>[];
  nextCursor: string | null;
  begun: boolean;
  /** What the chosen rows may be moved to, by the part of the list that is shown. */
  picks: readonly ('take_out' | 'put_back')[];
  provinces: FigureNumbers;
  decisions: readonly string[];
  told: readonly string[];
  untold: readonly string[];
  hrefOf: { decide: string; drop: string; take_out: string; put_back: string };
  formKey: string;
  form: FormState;
  done: string | null;
};

/** The flags of one rule, decided together: what each is, what the decision does to it, and how far it is. */
export function ClassPage(props: ClassPageProps) {
  const {
    carrier,
    title,
    hint,
    next,
    standing,
    reload,
    rule,
    figures,
    provinces,
    decisions,
    told,
    untold,
    form,
    done,
  } = props;
  const say = useText();
  const errors = faultsOf(form);
  return (
    <DeskFrame title={title} carrier={carrier} hint={hint} done={done}>
      <ErrorSummary errors={errors} />
      <Notice tone="info">
        {next}
        {reload && (
          <p>
            <a href={reload.href}>{reload.label}</a>
          </p>
        )}
      </Notice>
      {standing && (
        <Notice tone="attention" title={standing.title}>
          <p>{say('class.standing.body')}</p>
          <p>
            <a href={standing.href}>{say('class.standing.link')}</a> · <a href={rule.href}>{rule.label}</a>
          </p>
        </Notice>
      )}
      <section class="duty-total learn-figures">
        <dl>
          {figures.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <span class="num">{value}</span>
              </dd>
            </div>
          ))}
        </dl>
        <p>
          <a href={rule.href}>{rule.label}</a>
        </p>
      </section>
      <Flags {...props} />
      {props.mayAct && <Decide {...props} />}
      {decisions.length > 0 && (
        <Card title={say('class.decisions.title')}>
          <Lines lines={decisions} />
        </Card>
      )}
      <Card title={say('class.provinces.title')}>
        <Numbers caption={say('class.provinces.title')} {...provinces} />
      </Card>
      <Card title={say('class.told.title')}>
        <Lines lines={told} />
        {untold.length > 0 && (
          <Notice tone="attention">
            <Lines lines={untold} />
          </Notice>
        )}
      </Card>
    </DeskFrame>
  );
}

function Flags({ filters, columns, rows, nextCursor, begun, picks, hrefOf, form, formKey }: ClassPageProps) {
  const say = useText();
  const caption = say('class.list.title');
  const table = (selectName?: string) => (
    <Table caption={caption} columns={columns} rows={rows} selectName={selectName} />
  );
  return (
    <Card title={caption}>
      <FilterBar filters={filters} />
      {rows.length === 0 ? (
        <Empty title={say('class.list.empty')} />
      ) : picks.length === 0 ? (
        table()
      ) : (
        <Form action={hrefOf.take_out} class="learn-pick" idempotencyKey={`${formKey}-pick`}>
          {table('flag_ids')}
          {picks.includes('take_out') && (
            <>
              <Field
                id="take_why"
                label={say('class.take_out.why')}
                value={form.typed['take_why']}
                error={form.errors['take_why']}
              />
              <Button>{say('class.take_out.act')}</Button>
            </>
          )}
          {picks.includes('put_back') && (
            <Button look="quiet" formAction={hrefOf.put_back}>
              {say('class.put_back.act')}
            </Button>
          )}
        </Form>
      )}
      {(nextCursor || begun) && <Pager next={nextCursor ?? undefined} begun={begun} />}
    </Card>
  );
}

function Decide({ waiting, hrefOf, form, formKey }: ClassPageProps) {
  const say = useText();
  const { typed, errors } = form;
  return (
    <div class="learn-forms">
      <Card title={say('class.preview.title')}>
        {waiting === 0 ? (
          <p>{say('class.preview.none')}</p>
        ) : (
          <>
            <p>{say('class.preview.body', { count: waiting })}</p>
            <Form action={hrefOf.decide} hidden={{ seen: String(waiting) }} idempotencyKey={`${formKey}-decide`}>
              <Field
                id="rule_relied"
                label={say('class.decide.rule')}
                maxLength={80}
                value={typed['rule_relied']}
                error={errors['rule_relied']}
              />
              <TextArea
                id="words"
                label={say('class.decide.words')}
                rows={4}
                value={typed['words']}
                error={errors['words']}
              />
              <Button look="primary">{say('class.decide.act', { count: waiting })}</Button>
            </Form>
          </>
        )}
      </Card>
      <Card title={say('class.drop.title')}>
        <Form action={hrefOf.drop} idempotencyKey={`${formKey}-drop`}>
          <Field
            id="drop_rule_relied"
            label={say('class.decide.rule')}
            maxLength={80}
            value={typed['drop_rule_relied']}
            error={errors['drop_rule_relied']}
          />
          <TextArea
            id="drop_words"
            label={say('class.drop.words')}
            rows={3}
            value={typed['drop_words']}
            error={errors['drop_words']}
          />
          <Button>{say('class.drop.act')}</Button>
        </Form>
      </Card>
    </div>
  );
}
