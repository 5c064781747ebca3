import type { FormState } from '../form.ts';
import { paths } from '../paths.ts';
import { Button } from '../pieces/button.tsx';
import { Card } from '../pieces/card.tsx';
import { Empty } from '../pieces/empty.tsx';
import { ErrorSummary } from '../pieces/error-summary.tsx';
import type { Option } from '../pieces/field.tsx';
import { Field, SelectField, TextArea } from '../pieces/field.tsx';
import { Form } from '../pieces/form.tsx';
import { usePage, useText } from '../pieces/page.ts';
import { withQuery } from '../pieces/query.ts';
import { Pager } from '../pieces/table.tsx';
import { faultsOf } from './account-forms.tsx';
import { DeskFrame } from './desk-frame.tsx';

export type DeskHold = {
  readonly id: string;
  readonly number: string;
  readonly ground: string;
  readonly scope: string;
  readonly when: string;
  readonly why: string;
};
export type DeskHoldsProps = {
  readonly carrier: string;
  readonly holds: readonly DeskHold[];
  readonly ended: boolean;
  readonly next: string | null;
  /** Only an administrator places and ends them. */
  readonly mayPlace: boolean;
  readonly grounds: readonly Option[];
  readonly done: string | null;
  readonly form: FormState;
  readonly formKey: string;
};

/** Legal holds: which stand, over what and why; placing one and ending one. */
export function DeskHoldsPage(props: DeskHoldsProps) {
  const { carrier, holds, ended, next, mayPlace, grounds, done, form, formKey } = props;
  const { query } = usePage();
  const say = useText();
  const { typed, errors } = form;
  return (
    <DeskFrame title={say('desk.hold.title')} carrier={carrier} hint={say('desk.hold.hint')} done={done}>
      <ErrorSummary errors={faultsOf(form)} />
      <div class="grid gap-4 max-w-3xl">
        {mayPlace && !ended && (
          <Card title={say('desk.hold.place')}>
            <Form action={paths.deskHolds} idempotencyKey={`${formKey}-place`}>
              <Field
                id="mobile_number"
                label={say('desk.hold.number')}
                type="tel"
                inputMode="tel"
                autoComplete="off"
                size={16}
                value={typed.mobile_number}
                error={errors.mobile_number}
              />
              <SelectField
                id="ground"
                label={say('desk.hold.ground')}
                options={grounds}
                value={typed.ground}
                error={errors.ground}
              />
              <Field
                id="references"
                label={say('desk.hold.scope')}
                hint={say('desk.hold.scope_hint')}
                optional
                autoComplete="off"
                value={typed.references}
                error={errors.references}
              />
              <TextArea
                id="why"
                label={say('desk.hold.why')}
                hint={say('desk.hold.why_hint')}
                value={typed.why}
                error={errors.why}
                rows={3}
                maxLength={2000}
              />
              <Button look="primary">{say('desk.hold.send')}</Button>
            </Form>
          </Card>
        )}
        <p>
          <a href={ended ? paths.deskHolds : withQuery(paths.deskHolds, { ended: 'yes' })}>
            {say(ended ? 'desk.hold.see_standing' : 'desk.hold.see_ended')}
          </a>
        </p>
        {holds.length === 0 && (
          <Empty title={say('desk.hold.title')} body={say(ended ? 'desk.hold.none_ended' : 'desk.hold.none')} />
        )}
        {holds.map(({ id, number, ground, scope, when, why }) => (
          <Card key={id} title={`${number} · ${ground}`}>
            <p>{scope}</p>
            <p class="whitespace-pre-line">{why}</p>
            <p class="soft num">{when}</p>
            {mayPlace && !ended && (
              <Form action={paths.deskHoldEnd(id)} idempotencyKey={`${formKey}-${id}`}>
                <Field
                  id={`end_why-${id}`}
                  label={say('desk.hold.end_why')}
                  value={typed[`end_why-${id}`]}
                  error={errors[`end_why-${id}`]}
                  maxLength={500}
                />
                <Button>{say('desk.hold.end')}</Button>
              </Form>
            )}
          </Card>
        ))}
        {(next || query.cursor) && <Pager next={next ?? undefined} begun={query.cursor !== undefined} />}
      </div>
    </DeskFrame>
  );
}
