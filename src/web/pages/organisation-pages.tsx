import type { FormState } from '../form.ts';
import { MineLayout } from '../layout/mine-layout.tsx';
import { paths } from '../paths.ts';
import { Button, LinkButton } from '../pieces/button.tsx';
import { Card } from '../pieces/card.tsx';
import { Empty } from '../pieces/empty.tsx';
import { ErrorSummary } from '../pieces/error-summary.tsx';
import type { Option } from '../pieces/field.tsx';
import { CheckField, ChoiceField, Field, TextArea } from '../pieces/field.tsx';
import { Form } from '../pieces/form.tsx';
import { Notice } from '../pieces/notice.tsx';
import { usePage, useText } from '../pieces/page.ts';
import { withQuery } from '../pieces/query.ts';
import { type CaseStatus, StatusPill } from '../pieces/status-pill.tsx';
import { Pager, Table } from '../pieces/table.tsx';
import { faultsOf } from './account-forms.tsx';

export type OrganisationRow = {
  readonly id: string;
  readonly number: string;
  readonly marks: string;
  readonly cases: readonly { readonly href: string; readonly reference: string; readonly status: CaseStatus }[];
};
export type OrganisationPageProps = {
  readonly rows: readonly OrganisationRow[];
  readonly flagged: boolean;
  readonly next: string | null;
  /** The organisation's own account says who acts for it. */
  readonly owner: boolean;
  readonly done: string | null;
  readonly form: FormState;
  readonly formKey: string;
};

/** The numbers of an organisation, and one form for those that were ticked. */
export function OrganisationPage({ rows, flagged, next, owner, done, form, formKey }: OrganisationPageProps) {
  const { query } = usePage();
  const say = useText();
  return (
    <MineLayout title={say('organisation.title')} tabs={useOrganisationTabs('numbers', owner)}>
      {done && (
        <Notice tone="done" live>
          {done}
        </Notice>
      )}
      <ErrorSummary errors={faultsOf(form)} />
      <h1>{say('organisation.title')}</h1>
      <p>{say('organisation.lead', { n: rows.length })}</p>
      <p>
        <a href={flagged ? withQuery(paths.organisation, { all: 'yes' }) : paths.organisation}>
          {say(flagged ? 'organisation.all' : 'organisation.flagged')}
        </a>
      </p>
      {rows.length === 0 && <Empty title={say('organisation.title')} body={say('organisation.empty')} />}
      {rows.length > 0 && (
        <Form action={paths.organisationCases} idempotencyKey={formKey}>
          <Table
            caption={say('organisation.title')}
            selectName="number_ids"
            selected={form.typed.number_ids?.split(',')}
            columns={[
              { key: 'number', label: say('organisation.number'), main: true },
              { key: 'marks', label: say('organisation.marks') },
              { key: 'cases', label: say('organisation.cases') },
            ]}
            rows={rows.map((row) => ({
              id: row.id,
              cells: {
                number: <span class="num">{row.number}</span>,
                marks: row.marks,
                cases:
                  row.cases.length === 0
                    ? '—'
                    : row.cases.map((one) => (
                        <a key={one.href} class="num" href={one.href}>
                          {one.reference} <StatusPill kind="case" status={one.status} />
                        </a>
                      )),
              },
            }))}
          />
          <CheckField
            id="whole"
            label={say('organisation.whole')}
            checked={form.typed.whole === 'yes'}
            error={form.errors.number_ids}
          />
          <TextArea
            id="statement"
            label={say('organisation.statement')}
            hint={say('organisation.statement_hint')}
            value={form.typed.statement}
            error={form.errors.statement}
            rows={4}
            maxLength={2000}
          />
          <Button look="primary" icon="send">
            {say('organisation.send')}
          </Button>
        </Form>
      )}
      {(next || query.cursor) && <Pager next={next ?? undefined} begun={query.cursor !== undefined} />}
    </MineLayout>
  );
}

export type OrganisationResultProps = {
  readonly owner: boolean;
  readonly opened: number;
  readonly rows: readonly {
    readonly id: string;
    readonly number: string;
    readonly href: string | null;
    readonly said: string;
  }[];
};

/** What came of one form for many numbers, number by number. */
export function OrganisationResultPage({ owner, opened, rows }: OrganisationResultProps) {
  const say = useText();
  return (
    <MineLayout title={say('organisation.result_title')} tabs={useOrganisationTabs(null, owner)}>
      <h1>{say('organisation.result_title')}</h1>
      <Notice tone={opened > 0 ? 'done' : 'attention'} live>
        {say('organisation.result', { opened, refused: rows.length - opened })}
      </Notice>
      <ul>
        {rows.map((row) => (
          <li key={row.id} class="border-t border-line py-3">
            <b class="num">{row.number}</b> {row.href ? <a href={row.href}>{row.said}</a> : row.said}
          </li>
        ))}
      </ul>
      <LinkButton href={paths.organisation}>{say('organisation.back')}</LinkButton>
    </MineLayout>
  );
}

export type MembersPageProps = {
  readonly members: readonly {
    readonly id: string;
    readonly name: string;
    readonly role: string;
    readonly state: string;
    readonly mayEnd: boolean;
  }[];
  readonly roles: readonly Option[];
  /** A code just made; it is shown once. */
  readonly code: string | null;
  readonly done: string | null;
  readonly form: FormState;
};

/** Who acts for the organisation, and the way to appoint somebody. */
export function MembersPage({ members, roles, code, done, form }: MembersPageProps) {
  const say = useText();
  const { typed, errors } = form;
  return (
    <MineLayout title={say('organisation.members')} tabs={useOrganisationTabs('members', true)}>
      {done && (
        <Notice tone="done" live>
          {done}
        </Notice>
      )}
      {code && (
        <Notice tone="attention" title={say('organisation.code_title')} live>
          <p class="num">
            <b>{code}</b>
          </p>
          <p>{say('organisation.code_body')}</p>
        </Notice>
      )}
      <ErrorSummary errors={faultsOf(form)} />
      <h1>{say('organisation.members')}</h1>
      <p>{say('organisation.members_lead')}</p>
      {members.length === 0 && <p class="soft">{say('organisation.members_none')}</p>}
      {members.map((one) => (
        <Card key={one.id} title={one.name}>
          <p>{one.role}</p>
          <p class="soft num">{one.state}</p>
          {one.mayEnd && (
            <Form action={paths.organisationMemberEnd(one.id)}>
              <Button>{say('organisation.end')}</Button>
            </Form>
          )}
        </Card>
      ))}
      <Card title={say('organisation.appoint_title')}>
        <Form action={paths.organisationMembers}>
          <ChoiceField
            id="role"
            label={say('organisation.role')}
            options={roles}
            value={[typed.role ?? 'clerk']}
            error={errors.role}
          />
          <Field
            id="days"
            label={say('organisation.days')}
            inputMode="numeric"
            size={5}
            value={typed.days ?? '180'}
            error={errors.days}
          />
          <Button look="primary">{say('organisation.appoint')}</Button>
        </Form>
      </Card>
    </MineLayout>
  );
}

function useOrganisationTabs(current: 'numbers' | 'members' | null, owner: boolean) {
  const say = useText();
  return [
    { label: say('organisation.title'), href: paths.organisation, current: current === 'numbers' },
    ...(owner
      ? [{ label: say('organisation.members'), href: paths.organisationMembers, current: current === 'members' }]
      : []),
    { label: say('mine.inbox'), href: paths.inbox, current: false },
    { label: say('mandate.tab'), href: paths.mandates, current: false },
    { label: say('data.title'), href: paths.data, current: false },
  ];
}
