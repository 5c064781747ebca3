import type { FormState } from '../form.ts';
import { paths } from '../paths.ts';
import { Button } from '../pieces/button.tsx';
import { Card } from '../pieces/card.tsx';
import type { ClockBadgeProps } from '../pieces/clock-badge.tsx';
import { ClockBadge } from '../pieces/clock-badge.tsx';
import { ErrorSummary } from '../pieces/error-summary.tsx';
import { TextArea } from '../pieces/field.tsx';
import type { FlagCardProps } from '../pieces/flag-card.tsx';
import { FlagCard } from '../pieces/flag-card.tsx';
import { Form } from '../pieces/form.tsx';
import type { LiftProgressProps } from '../pieces/lift-progress.tsx';
import { LiftProgress } from '../pieces/lift-progress.tsx';
import { useText } from '../pieces/page.ts';
import type { ReasonsSheetProps } from '../pieces/reasons-sheet.tsx';
import { ReasonsSheet } from '../pieces/reasons-sheet.tsx';
import { faultsOf } from './account-forms.tsx';
import { DeskFrame } from './desk-frame.tsx';

export type DeskFlagPageProps = {
  carrier: string;
  done: string | null;
  title: string;
  numberId: string;
  flag: FlagCardProps;
  reasons: ReasonsSheetProps | null;
  caseLink: { href: string; reference: string } | null;
  lift: { liftId: string; progress: LiftProgressProps; mayAcceptFailure: boolean } | null;
  clocks: readonly ClockBadgeProps[];
  form: FormState;
  formKey: string;
};

/** One flag at the desk: its whole statement, and how far each system is with its lift. */
export function DeskFlagPage(props: DeskFlagPageProps) {
  const { carrier, done, title, flag, reasons, caseLink, lift, clocks, form, numberId } = props;
  const say = useText();
  const errors = faultsOf(form);
  return (
    <DeskFrame title={say('desk.flag.title', { list: title })} carrier={carrier} done={done}>
      <ErrorSummary errors={errors} />
      <div class="desk-columns">
        <div class="stack">
          <FlagCard {...flag} />
          {caseLink && (
            <p>
              <a href={caseLink.href}>{say('desk.case.title', { reference: caseLink.reference })}</a>
            </p>
          )}
          <p>
            <a href={paths.deskTimeline(numberId)}>{say('desk.case.audit')}</a>
          </p>
        </div>
        <div class="stack">{reasons && <ReasonsSheet {...reasons} />}</div>
        <div class="stack">
          {clocks.map((clock) => (
            <ClockBadge key={clock.title + clock.due} {...clock} />
          ))}
          {lift && <LiftProgress {...lift.progress} />}
          {lift?.mayAcceptFailure && <AcceptFailure {...props} liftId={lift.liftId} />}
        </div>
      </div>
    </DeskFrame>
  );
}

function AcceptFailure({ liftId, form, formKey }: DeskFlagPageProps & { liftId: string }) {
  const say = useText();
  return (
    <Card title={say('desk.flag.accept_failure')}>
      <p>{say('desk.flag.accept_failure_body')}</p>
      <Form action={paths.deskLift(liftId)} idempotencyKey={`${formKey}-fail`}>
        <TextArea
          id="why"
          label={say('desk.flag.why')}
          error={form.errors.why}
          value={form.typed.why}
          rows={3}
          maxLength={2000}
        />
        <Button look="danger">{say('desk.flag.accept_failure_send')}</Button>
      </Form>
    </Card>
  );
}
