import type { FormState } from '../form.ts';
import { MineLayout } from '../layout/mine-layout.tsx';
import { paths } from '../paths.ts';
import { ClockBadge, type ClockBadgeProps } from '../pieces/clock-badge.tsx';
import { ErrorSummary } from '../pieces/error-summary.tsx';
import { FlagCard, type FlagCardProps } from '../pieces/flag-card.tsx';
import { LawLink, type LawLinkProps } from '../pieces/law-link.tsx';
import { LiftProgress, type LiftProgressProps } from '../pieces/lift-progress.tsx';
import { MeasureGrid, type MeasureGridProps } from '../pieces/measure-grid.tsx';
import { NextStep, type NextStepProps } from '../pieces/next-step.tsx';
import { NotBackForm } from '../pieces/not-back-form.tsx';
import { Notice } from '../pieces/notice.tsx';
import { useText } from '../pieces/page.ts';
import { ReasonsSheet, type ReasonsSheetProps } from '../pieces/reasons-sheet.tsx';
import { useMineTabs } from './mine-page.tsx';

export type FlagPageProps = {
  card: FlagCardProps;
  grid: MeasureGridProps;
  next: Omit<NextStepProps, 'children'> & { plain?: boolean };
  /** Shown under the next step where money is asked for. */
  warnsOfFraud: boolean;
  reasons: ReasonsSheetProps | null;
  lift: LiftProgressProps | null;
  clocks: readonly ClockBadgeProps[];
  /** Set while the person may still say that service is not back. */
  notBack: { liftId: string; formKey: string; form: FormState } | null;
  notBackSaid: boolean;
  /** How the look at papers before a journey stands. */
  precheck: { readonly words: string; readonly href: string } | null;
  breaches: string | null;
  laws: readonly LawLinkProps[];
};

/** One flag: the next step, how far the lift is, and the whole statement of reasons. */
export function FlagPage(props: FlagPageProps) {
  const { card, grid, next, warnsOfFraud, reasons, lift, clocks, notBack, notBackSaid, breaches, laws } = props;
  const say = useText();
  const { plain, ...step } = next;
  return (
    <MineLayout title={card.title} tabs={useMineTabs(null)} back={{ href: paths.mine, label: say('mine.title') }}>
      {notBack && (
        <ErrorSummary
          errors={Object.entries(notBack.form.errors).map(([field, text]) => ({
            field: field === 'form' ? undefined : field,
            text,
          }))}
        />
      )}
      <h1>{card.title}</h1>
      {plain ? <NextStep {...step}>{<span />}</NextStep> : <NextStep {...step} />}
      {warnsOfFraud && <Notice tone="danger">{say('flag.remind.scam')}</Notice>}
      {props.precheck && (
        <Notice tone="info">
          {props.precheck.words} <a href={props.precheck.href}>{say('precheck.flag_link')}</a>
        </Notice>
      )}
      {breaches && <Notice tone="danger">{breaches}</Notice>}
      {lift && <LiftProgress {...lift} />}
      {notBackSaid && <Notice tone="info">{say('lift.not_back_done')}</Notice>}
      {notBack && (
        <NotBackForm
          action={paths.notBack(notBack.liftId)}
          formKey={notBack.formKey}
          form={notBack.form}
          body={say('lift.not_back_body')}
          open={Object.keys(notBack.form.errors).length > 0}
        />
      )}
      {clocks.map((clock) => (
        <ClockBadge key={clock.title + clock.due} {...clock} />
      ))}
      <MeasureGrid {...grid} />
      {reasons ? <ReasonsSheet {...reasons} /> : <FlagCard {...card} />}
      {laws.length > 0 && (
        <section class="grid gap-2">
          <h2>{say('flag.complain_title')}</h2>
          {laws.map((law) => (
            <LawLink key={law.article} {...law} />
          ))}
        </section>
      )}
    </MineLayout>
  );
}
