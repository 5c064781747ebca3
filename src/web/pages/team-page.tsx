import type { ComponentChildren } from 'preact';
import type { FormState } from '../form.ts';
import { Button } from '../pieces/button.tsx';
import { Card } from '../pieces/card.tsx';
import { ErrorSummary } from '../pieces/error-summary.tsx';
import { Field, type Option, SelectField } from '../pieces/field.tsx';
import { Form } from '../pieces/form.tsx';
import { Icon } from '../pieces/icon.tsx';
import { useText } from '../pieces/page.ts';
import { Table } from '../pieces/table.tsx';
import type { TakeNextProps } from '../pieces/take-next.tsx';
import { TakeNext } from '../pieces/take-next.tsx';
import { faultsOf } from './account-forms.tsx';
import { AuthorityFrame } from './authority-frame.tsx';
import { DeskFrame } from './desk-frame.tsx';

export type TeamRow = {
  readonly id: string;
  /** The queue cut down to these cases. */
  readonly href: string;
  readonly name: string;
  readonly role: string;
  readonly cases: number;
  readonly left: readonly number[];
  readonly age: readonly number[];
  readonly late: boolean;
  readonly next: string;
  readonly oldest: string;
  readonly away: string | null;
};
export type TeamPageProps = {
  readonly side: 'desk' | 'authority';
  readonly house: string;
  readonly rows: readonly TeamRow[];
  /** Null for whoever only looks. */
  readonly takeNext: TakeNextProps | null;
  readonly absence: {
    readonly action: string;
    readonly mine: readonly { readonly id: string; readonly label: string }[];
    readonly deputies: readonly Option[];
  } | null;
  readonly form: FormState;
  readonly formKey: string;
  readonly done: string | null;
};

const LEFT = ['late', 'within_day', 'within_three', 'within_week', 'later', 'undated'] as const;
const AGE = ['age_week', 'age_half_month', 'age_month', 'age_more'] as const;

/** Who has how much on their hands, how much lawful time is left, how old it is, and one's own absence. */
export function TeamPage(props: TeamPageProps) {
  const { rows, takeNext, absence, form } = props;
  const say = useText();
  const errors = faultsOf(form);
  return (
    <Frame {...props}>
      <ErrorSummary errors={errors} />
      {takeNext && <TakeNext {...takeNext} />}
      <TeamTable title={say('team.by_left')} of="left" last="next" rows={rows} />
      <TeamTable title={say('team.by_age')} of="age" last="oldest" rows={rows} />
      {absence && <Absences {...props} absence={absence} />}
    </Frame>
  );
}

function TeamTable({
  title,
  of,
  last,
  rows,
}: {
  title: string;
  of: 'left' | 'age';
  last: 'next' | 'oldest';
  rows: readonly TeamRow[];
}) {
  const say = useText();
  const names = of === 'left' ? LEFT : AGE;
  const cases = sum(rows.map((row) => row.cases));
  const counts = names.map((_, index) => sum(rows.map((row) => row[of][index] ?? 0)));
  return (
    <section class="team-section">
      <h2>{title}</h2>
      <Table<string>
        caption={title}
        columns={[
          { key: 'name', label: say('team.name'), main: true },
          { key: 'cases', label: say('team.cases'), numeric: true },
          ...names.map((name) => ({ key: name, label: say(`team.${name}`), numeric: true })),
          { key: 'last', label: say(`team.${last}`) },
        ]}
        rows={[
          ...rows.map((row) => ({
            id: row.id,
            href: row.href,
            late: of === 'left' && row.late,
            cells: cellsOf(names, row[of], row.cases, <Who {...row} />, row[last]),
          })),
          { id: 'all', cells: cellsOf(names, counts, cases, <b>{say('team.all')}</b>, '') },
        ]}
      />
    </section>
  );
}

function cellsOf(
  names: readonly string[],
  counts: readonly number[],
  cases: number,
  name: ComponentChildren,
  last: string,
): Record<string, ComponentChildren> {
  return {
    name,
    cases,
    ...Object.fromEntries(
      names.map((one, index) => [one, <Count key={one} count={counts[index] ?? 0} late={one === 'late'} />]),
    ),
    last: <span class="num">{last}</span>,
  };
}

function Who({ name, role, away }: TeamRow) {
  return (
    <>
      {name}
      {role && <span class="team-role soft"> · {role}</span>}
      {away && <span class="team-away soft">{away}</span>}
    </>
  );
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, one) => all + one, 0);
}

function Count({ count, late }: { count: number; late: boolean }) {
  if (count === 0) return <span class="faint">0</span>;
  return late ? (
    <b class="team-late">
      <Icon name="alert" />
      {count}
    </b>
  ) : (
    <span>{count}</span>
  );
}

function Absences({ absence, form, formKey }: TeamPageProps & { absence: NonNullable<TeamPageProps['absence']> }) {
  const say = useText();
  const { typed, errors } = form;
  return (
    <Card title={say('team.my_absence')}>
      {absence.mine.map(({ id, label }) => (
        <Form key={id} action={absence.action} class="btn-row" hidden={{ absence_id: id }} label={label}>
          <span>{label}</span>
          <Button>{say('team.come_back')}</Button>
        </Form>
      ))}
      <Form
        action={absence.action}
        class="form team-absence"
        idempotencyKey={`${formKey}-away`}
        label={say('team.my_absence')}
      >
        <Field id="from" type="date" label={say('team.from')} value={typed.from} error={errors.from} />
        <Field id="until" type="date" label={say('team.until')} value={typed.until} error={errors.until} />
        <SelectField
          id="deputy_id"
          label={say('team.deputy_label')}
          options={absence.deputies}
          placeholder={say('team.no_deputy')}
          value={typed.deputy_id}
          error={errors.deputy_id}
        />
        <Button>{say('team.go_away')}</Button>
      </Form>
    </Card>
  );
}

function Frame({ side, house, done, children }: TeamPageProps & { children: ComponentChildren }) {
  const say = useText();
  const shown = { title: say('team.title'), hint: say('team.lead'), done };
  return side === 'desk' ? (
    <DeskFrame {...shown} carrier={house}>
      {children}
    </DeskFrame>
  ) : (
    <AuthorityFrame {...shown} body={house}>
      {children}
    </AuthorityFrame>
  );
}
