import type { FormState } from '../form.ts';
import { paths } from '../paths.ts';
import { Button, LinkButton } from '../pieces/button.tsx';
import { Card } from '../pieces/card.tsx';
import { ErrorSummary } from '../pieces/error-summary.tsx';
import { CheckField, ChoiceField, Field, type Option, SelectField } from '../pieces/field.tsx';
import { Form } from '../pieces/form.tsx';
import { useText } from '../pieces/page.ts';
import { DeskFrame } from './desk-frame.tsx';

export type PolicyRulePageProps = {
  readonly carrier: string;
  readonly title: string;
  readonly policyId: string;
  readonly version: string;
  readonly rule: string;
  /** The name of the row when the form was opened: another row in its place is not written over. */
  readonly was: string;
  readonly lines: number;
  readonly kinds: readonly Option[];
  readonly codes: readonly Option[];
  readonly fields: readonly Option[];
  readonly ops: readonly Option[];
  readonly functions: readonly Option[];
  readonly laws: readonly Option[];
  readonly lifts: readonly Option[];
  readonly remedies: readonly Option[];
  readonly papers: readonly Option[];
  readonly form: FormState;
  readonly formKey: string;
};

/** One row of a draft as a form: every cell in words, nothing to program. */
export function PolicyRulePage(props: PolicyRulePageProps) {
  const { carrier, title, policyId, version, rule, was, form, formKey } = props;
  const say = useText();
  const { typed, errors } = form;
  const list = Object.entries(errors).map(([field, text]) => ({ field: field === 'form' ? undefined : field, text }));
  const chosen = (name: string) => (typed[name] ?? '').split(',');
  const field = (id: string) => ({ id, value: typed[id], error: errors[id] });
  return (
    <DeskFrame title={title} carrier={carrier}>
      <ErrorSummary errors={list} />
      <Form
        action={paths.deskPolicyRule(policyId, version, rule)}
        hidden={{
          act: 'save',
          was,
          law_before: typed['law_before'] ?? '',
          article_before: typed['article_before'] ?? '',
        }}
        idempotencyKey={formKey}
        class="form policy-form"
      >
        <Card>
          <Field {...field('rule_id')} label={say('policy.row.name')} hint={say('policy.row.name_hint')} size={24} />
          <SelectField {...field('code')} label={say('policy.row.code')} options={props.codes} />
          <SelectField {...field('on')} label={say('policy.row.on')} options={props.kinds} />
          <ChoiceField
            id="by"
            label={say('policy.row.by')}
            value={chosen('by')}
            options={(['rule', 'human'] as const).map((one) => ({ value: one, label: say(`policy.row.by.${one}`) }))}
          />
        </Card>
        <Card title={say('policy.row.when')}>
          <p class="soft">{say('policy.row.when_hint')}</p>
          {Array.from({ length: props.lines }, (_, at) => (
            <div class="policy-line" key={at}>
              <SelectField
                {...field(`field_${at}`)}
                label={say('policy.row.field')}
                options={props.fields}
                placeholder="—"
              />
              <SelectField {...field(`op_${at}`)} label={say('policy.row.op')} options={props.ops} />
              <Field {...field(`value_${at}`)} label={say('policy.row.value')} size={10} />
            </div>
          ))}
        </Card>
        <Card title={say('policy.row.measures')}>
          <p class="soft">{say('policy.row.measures_hint')}</p>
          {props.functions.map(({ value, label }) => (
            <div class="policy-line" key={value}>
              <CheckField
                id={`off_${value}`}
                label={say('policy.row.off', { function: label })}
                checked={typed[`off_${value}`] === 'yes'}
              />
              <Field {...field(`after_${value}`)} label={say('policy.row.after')} inputMode="numeric" size={5} />
              <Field {...field(`days_${value}`)} label={say('policy.row.days')} inputMode="numeric" size={5} />
            </div>
          ))}
          <Field {...field('grace_days')} label={say('policy.row.grace')} inputMode="numeric" size={5} optional />
          <Field {...field('review_days')} label={say('policy.row.review')} inputMode="numeric" size={5} optional />
        </Card>
        <Card title={say('policy.row.ground')}>
          <ChoiceField
            id="ground"
            label={say('policy.row.ground')}
            value={chosen('ground')}
            inline
            options={(['law', 'contract'] as const).map((one) => ({
              value: one,
              label: say(`policy.row.ground.${one}`),
            }))}
          />
          <SelectField {...field('law')} label={say('policy.row.law')} options={props.laws} placeholder="—" />
          <Field {...field('document')} label={say('policy.row.document')} optional />
          <Field {...field('clause')} label={say('policy.row.clause')} optional />
        </Card>
        <Card title={say('policy.row.lift')}>
          <SelectField {...field('lift')} label={say('policy.row.lift')} options={props.lifts} />
          <ChoiceField
            id="remedies"
            label={say('policy.row.remedies')}
            value={chosen('remedies')}
            many
            options={props.remedies}
          />
          <ChoiceField
            id="papers"
            label={say('policy.row.papers')}
            value={chosen('papers')}
            many
            optional
            options={props.papers}
          />
        </Card>
        <div class="policy-acts">
          <Button look="primary">{say('policy.save')}</Button>
          <LinkButton look="quiet" href={paths.deskPolicy(policyId, version)}>
            {say('layout.back')}
          </LinkButton>
        </div>
      </Form>
    </DeskFrame>
  );
}
