import type { LiftView } from '../../app/lifts/lift-view.ts';
import { t } from '../../locales/index.ts';
import type { LiftProgressProps } from '../pieces/lift-progress.tsx';
import type { Frame } from './frame.ts';
import { systemName } from './frame.ts';

/** How far a lift is, system by system. */
export function liftProgress({ locale }: Frame, { lift, status }: LiftView): LiftProgressProps {
  return {
    status,
    because: t(locale, `lift.because.${lift.because}`),
    orderedAt: lift.orderedAt,
    completedAt: lift.completedAt,
    steps: lift.steps.map((step) => ({
      name: systemName(locale, step.system),
      status: step.status,
      attempts: step.attempts,
    })),
  };
}
