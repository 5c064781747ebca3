import { withFlags } from '../flags/evolve.ts';
import type { NewEntry } from '../journal/entry.ts';
import type { Reducers } from '../journal/evolve.ts';
import type { NumberState } from '../journal/state.ts';
import type { Lift, LiftStep } from './lift.ts';

type StepKinds = 'lift.sent' | 'lift.confirmed' | 'lift.failed' | 'lift.silent';
type Kinds = StepKinds | 'lift.ordered' | 'lift.completed' | 'lift.abandoned' | 'lift.not_back';

export const liftReducers: Reducers<Kinds> = {
  'lift.ordered': (state, entry) => {
    const { systems, ...data } = entry.data;
    const steps = systems.map(
      (system) => ({ system, status: 'ordered', attempts: 0, sentAt: null, sentSeq: null, code: null }) as const,
    );
    const lift: Lift = {
      ...data,
      line: entry.line,
      orderedAt: entry.recordedAt,
      orderedSeq: entry.seq,
      steps,
      completedAt: null,
      abandonedAt: null,
      notBackAt: null,
    };
    const next = { ...state, lifts: { ...state.lifts, [lift.liftId]: lift } };
    return withFlags(next, lift.flagIds, { status: 'lifting', liftedBecause: lift.because });
  },

  'lift.sent': (state, entry) =>
    withStep(state, entry, (step) => ({
      status: 'sent',
      attempts: entry.data.attempt,
      sentAt: step.sentAt ?? entry.recordedAt,
      sentSeq: step.sentSeq ?? entry.seq,
      code: null,
    })),
  'lift.confirmed': (state, entry) => withStep(state, entry, () => ({ status: 'confirmed', code: null })),
  'lift.failed': (state, entry) => withStep(state, entry, () => ({ status: 'failed', code: entry.data.code })),
  'lift.silent': (state, entry) => withStep(state, entry, () => ({ status: 'silent' })),

  'lift.completed': (state, entry) => {
    const next = withLift(state, entry.data.liftId, { completedAt: entry.recordedAt });
    return withFlags(next, state.lifts[entry.data.liftId]?.flagIds ?? [], {
      status: 'lifted',
      liftedAt: entry.recordedAt,
    });
  },

  'lift.abandoned': (state, entry) => {
    const next = withLift(state, entry.data.liftId, { abandonedAt: entry.recordedAt });
    return withFlags(next, state.lifts[entry.data.liftId]?.flagIds ?? [], { status: 'active', liftedBecause: null });
  },

  'lift.not_back': (state, entry) => withLift(state, entry.data.liftId, { notBackAt: entry.recordedAt }),
};

function withLift(state: NumberState, liftId: string, change: Partial<Lift>): NumberState {
  const lift = state.lifts[liftId];
  return lift ? { ...state, lifts: { ...state.lifts, [liftId]: { ...lift, ...change } } } : state;
}

function withStep(
  state: NumberState,
  entry: NewEntry<StepKinds>,
  change: (step: LiftStep) => Partial<LiftStep>,
): NumberState {
  const { liftId, system } = entry.data;
  const steps = state.lifts[liftId]?.steps.map((step) =>
    step.system === system ? { ...step, ...change(step) } : step,
  );
  return steps ? withLift(state, liftId, { steps }) : state;
}
