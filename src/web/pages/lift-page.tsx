import type { FormState } from '../form.ts';
import { MineLayout } from '../layout/mine-layout.tsx';
import { paths } from '../paths.ts';
import { ClockBadge, type ClockBadgeProps } from '../pieces/clock-badge.tsx';
import { ErrorSummary } from '../pieces/error-summary.tsx';
import { LiftProgress, type LiftProgressProps } from '../pieces/lift-progress.tsx';
import { NextStep, type NextStepProps } from '../pieces/next-step.tsx';
import { NotBackForm } from '../pieces/not-back-form.tsx';
import { Notice } from '../pieces/notice.tsx';
import { useText } from '../pieces/page.ts';
import { faultsOf } from './account-forms.tsx';
import { useMineTabs } from './mine-page.tsx';

export type LiftPageProps = {
  liftId: string;
  lift: LiftProgressProps;
  next: Omit<NextStepProps, 'children'>;
  clocks: readonly ClockBadgeProps[];
  mayReport: boolean;
  reported: boolean;
  form: FormState;
  formKey: string;
};

/** How far service is back, and where to say that it is not. */
export function LiftPage({ liftId, lift, next, clocks, mayReport, reported, form, formKey }: LiftPageProps) {
  const say = useText();
  const errors = faultsOf(form);
  return (
    <MineLayout
      title={say('lift.page.title')}
      tabs={useMineTabs(null)}
      back={{ href: paths.mine, label: say('mine.title') }}
    >
      <ErrorSummary errors={errors} />
      <h1>{say('lift.page.title')}</h1>
      <NextStep {...next} />
      <LiftProgress {...lift} />
      {clocks.map((clock) => (
        <ClockBadge key={clock.title + clock.due} {...clock} />
      ))}
      {reported && <Notice tone="info">{say('lift.not_back_done')}</Notice>}
      {mayReport && (
        <NotBackForm
          action={paths.notBack(liftId)}
          formKey={formKey}
          form={form}
          body={say('lift.not_back_body')}
          open={errors.length > 0}
        />
      )}
    </MineLayout>
  );
}
