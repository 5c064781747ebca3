import type { FormState } from '../form.ts';
import { paths } from '../paths.ts';
import { Button, LinkButton } from '../pieces/button.tsx';
import { Card } from '../pieces/card.tsx';
import { ErrorSummary } from '../pieces/error-summary.tsx';
import { Field, type Option, SelectField, TextArea } from '../pieces/field.tsx';
import { Form } from '../pieces/form.tsx';
import { Icon } from '../pieces/icon.tsx';
import { Notice } from '../pieces/notice.tsx';
import { useText } from '../pieces/page.ts';
import type { RuleWords } from '../present/policy-words.ts';
import { faultsOf } from './account-forms.tsx';
import { DeskFrame } from './desk-frame.tsx';

export type TriedLine = {
  readonly fact: string;
  readonly at: string | null;
  readonly verdict: string;
  readonly flags: boolean;
  readonly rules: readonly {
    readonly ruleId: string;
    readonly holds: boolean;
    readonly conditions: readonly { readonly holds: boolean; readonly text: string; readonly saw: string }[];
  }[];
};

export type PolicyPageProps = {
  readonly carrier: string;
  readonly title: string;
  readonly standings: readonly string[];
  readonly note: string;
  readonly draft: boolean;
  readonly mayDraft: boolean;
  readonly mayPublish: boolean;
  readonly policyId: string;
  readonly version: string;
  readonly responsibleBody: string;
  readonly findings: readonly { readonly text: string; readonly row: number | null }[];
  readonly rules: readonly (RuleWords & { readonly findings: readonly string[] })[];
  readonly examples: readonly Option[];
  readonly changes: { readonly title: string; readonly lines: readonly string[] } | null;
  readonly tried: readonly TriedLine[] | null;
  readonly kinds: readonly Option[];
  readonly fields: readonly { readonly id: string; readonly label: string; readonly hint: string }[];
  readonly form: FormState;
  readonly formKey: string;
  readonly done: string | null;
};

/** One version of a rule table: what it says, what stands against it, and what it would do. */
export function PolicyPage(props: PolicyPageProps) {
  const { carrier, title, standings, findings, rules, draft, changes, form, done, policyId, version } = props;
  const say = useText();
  const errors = faultsOf(form);
  return (
    <DeskFrame title={title} carrier={carrier} hint={standings.join(' · ')} done={done}>
      <ErrorSummary errors={errors} />
      {draft && findings.length === 0 && (
        <Notice tone="done">{say(props.mayPublish ? 'policy.clean_yours' : 'policy.clean')}</Notice>
      )}
      {findings.length > 0 && (
        <Notice tone="attention">
          <p>
            <b>{say('policy.findings', { n: findings.length })}</b>
          </p>
          <ul>
            {findings.map(({ text, row }) => (
              <li key={text}>{row === null ? text : <a href={`#rule-${row}`}>{text}</a>}</li>
            ))}
          </ul>
        </Notice>
      )}
      <p>
        <a href={paths.deskBackTests(policyId, version)}>{say('back_test.link')}</a>
        {!draft && (
          <>
            {' · '}
            <a href={paths.policy(policyId, version)}>{say('policy.public')}</a>
          </>
        )}
      </p>
      <div class="policy-columns">
        <div class="policy-main">
          {rules.map((rule, at) => (
            <RuleCard key={at} rule={rule} at={at} page={props} />
          ))}
          {props.mayDraft && <AddRule {...props} />}
        </div>
        <div class="policy-side">
          {changes && (
            <Card title={changes.title}>
              {changes.lines.length === 0 ? (
                <p>{say('policy.no_changes')}</p>
              ) : (
                <ul>
                  {changes.lines.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              )}
              {props.note !== '' && <p class="soft">{props.note}</p>}
            </Card>
          )}
          <TryCard {...props} />
          {props.mayDraft && <TableCard {...props} />}
          {draft && <PublishCard {...props} />}
        </div>
      </div>
    </DeskFrame>
  );
}

function RuleCard({ rule, at, page }: { rule: PolicyPageProps['rules'][number]; at: number; page: PolicyPageProps }) {
  const say = useText();
  const { policyId, version, mayDraft, formKey } = page;
  return (
    <div id={`rule-${at}`}>
      <Card title={say('policy.rule', { n: at + 1, name: rule.ruleId || say('policy.unnamed') })}>
        {rule.findings.map((text) => (
          <p key={text} class="field-error">
            <Icon name="alert" />
            <span>{text}</span>
          </p>
        ))}
        <dl class="policy-row">
          <dt>{say('policy.row.code')}</dt>
          <dd>{rule.cause}</dd>
          <dt>{say('policy.row.when')}</dt>
          <dd>
            {rule.on}
            <ul>
              {rule.when.map((one) => (
                <li key={one} class="num">
                  {one}
                </li>
              ))}
            </ul>
          </dd>
          <dt>{say('policy.row.by')}</dt>
          <dd>{say(rule.byHuman ? 'policy.row.by.human' : 'policy.row.by.rule')}</dd>
          <dt>{say('policy.row.measures')}</dt>
          <dd>
            <ul>
              {rule.measures.length === 0 && <li>—</li>}
              {rule.measures.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
            {rule.grace > 0 && <p>{say('policy.public.grace', { n: rule.grace })}</p>}
            {rule.review !== null && <p>{say('policy.public.review', { n: rule.review })}</p>}
          </dd>
          <dt>{say('policy.row.lift')}</dt>
          <dd>{rule.lift}</dd>
          <dt>{say('policy.row.remedies')}</dt>
          <dd>{rule.remedies.join(say('list.and'))}</dd>
          <dt>{say('policy.row.papers')}</dt>
          <dd>{rule.papers.length === 0 ? say('policy.public.no_papers') : rule.papers.join(say('list.and'))}</dd>
          <dt>{say('policy.row.ground')}</dt>
          <dd>{rule.ground || '—'}</dd>
        </dl>
        {mayDraft && (
          <div class="policy-acts">
            <LinkButton href={paths.deskPolicyRule(policyId, version, String(at))}>{say('policy.edit')}</LinkButton>
            <Form
              action={paths.deskPolicyRule(policyId, version, String(at))}
              class="inline-form"
              hidden={{ act: 'remove', was: rule.ruleId }}
              idempotencyKey={`${formKey}-remove-${at}`}
            >
              <Button look="quiet">{say('policy.remove')}</Button>
            </Form>
          </div>
        )}
      </Card>
    </div>
  );
}

function AddRule({ policyId, version, examples }: PolicyPageProps) {
  const say = useText();
  return (
    <Card title={say('policy.add')}>
      <Form action={paths.deskPolicyRule(policyId, version, 'new')} method="get">
        <SelectField
          id="from"
          label={say('policy.add_from')}
          options={[{ value: '', label: say('policy.add_blank') }, ...examples]}
        />
        <Button>{say('policy.add')}</Button>
      </Form>
    </Card>
  );
}

function TableCard({ policyId, version, responsibleBody, note, form, formKey }: PolicyPageProps) {
  const say = useText();
  return (
    <Card title={say('policy.table_words')}>
      <Form action={paths.deskPolicy(policyId, version)} idempotencyKey={formKey}>
        <Field
          id="responsible_body"
          label={say('policy.body')}
          hint={say('policy.body_hint')}
          value={form.typed['responsible_body'] ?? responsibleBody}
          error={form.errors['responsible_body']}
        />
        <TextArea
          id="note"
          label={say('policy.note')}
          optional
          rows={3}
          value={form.typed['note'] ?? note}
          error={form.errors['note']}
        />
        <Button>{say('policy.save')}</Button>
      </Form>
    </Card>
  );
}

function PublishCard({ policyId, version, mayPublish, findings, form, formKey }: PolicyPageProps) {
  const say = useText();
  return (
    <Card title={say('policy.publish_title')}>
      <p>{say('policy.publish_body')}</p>
      {mayPublish && findings.length === 0 ? (
        <Form action={paths.deskPolicyPublish(policyId, version)} idempotencyKey={`${formKey}-publish`}>
          <Field
            id="from_day"
            type="date"
            label={say('policy.from')}
            hint={say('policy.from_hint')}
            optional
            value={form.typed['from_day']}
            error={form.errors['from_day']}
          />
          <Button look="primary">{say('policy.publish')}</Button>
        </Form>
      ) : (
        <p class="soft">{mayPublish ? say('policy.findings', { n: findings.length }) : say('policy.publish_own')}</p>
      )}
    </Card>
  );
}

function TryCard({ policyId, version, tried, kinds, fields, form }: PolicyPageProps) {
  const say = useText();
  const { typed, errors } = form;
  return (
    <Card title={say('policy.try')}>
      <p class="soft">{say('policy.try_body')}</p>
      {tried && (
        <div aria-live="polite" id="tried">
          {tried.length === 0 && <p>{say('policy.try_none')}</p>}
          {tried.map((line, at) => (
            <TriedFact key={at} line={line} />
          ))}
        </div>
      )}
      <Form action={paths.deskPolicy(policyId, version)} hidden={{ act: 'try' }} label={say('policy.try')}>
        <Field
          id="mobile_number"
          type="tel"
          inputMode="tel"
          label={say('policy.try_number')}
          optional
          value={typed['mobile_number']}
          error={errors['mobile_number']}
        />
        <details class="law" open={(typed['kind'] ?? '') !== ''}>
          <summary>{say('policy.try_typed')}</summary>
          <div class="law-body">
            <SelectField
              id="kind"
              label={say('policy.try_kind')}
              options={kinds}
              placeholder="—"
              value={typed['kind']}
              error={errors['kind']}
            />
            {fields.map(({ id, label, hint }) => (
              <Field key={id} id={id} label={label} hint={hint} optional value={typed[id]} error={errors[id]} />
            ))}
            <Field
              id="tenure_days"
              label={say('value.tenureDays')}
              optional
              value={typed['tenure_days']}
              error={errors['tenure_days']}
            />
          </div>
        </details>
        <Button>{say('policy.try_go')}</Button>
      </Form>
    </Card>
  );
}

function TriedFact({ line }: { line: TriedLine }) {
  const say = useText();
  return (
    <details class="law" open={line.flags}>
      <summary>
        <span>
          <b>{line.verdict}</b> <span class="soft">{line.fact}</span>
          {line.at && <span class="soft num"> {line.at}</span>}
        </span>
      </summary>
      <div class="law-body">
        {line.rules.map(({ ruleId, conditions }) => (
          <div key={ruleId}>
            <p>
              <b>{ruleId}</b>
            </p>
            <ul class="policy-trace">
              {conditions.map(({ text, saw, holds }) => (
                <li key={text}>
                  <Icon name={holds ? 'check' : 'cross'} />
                  <span class="num">
                    {text}
                    {say('list.and')}
                    {saw}
                  </span>
                  <span class="soft">{say(holds ? 'policy.holds' : 'policy.fails')}</span>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </details>
  );
}
