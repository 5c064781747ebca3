import type { Case } from '../../domain/cases/case.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import type { Flag } from '../../domain/flags/flag.ts';
import type { NumberState } from '../../domain/journal/state.ts';
import { findLine } from '../../domain/journal/state.ts';
import type { Bill, KnownFact } from '../../domain/numbers/fact.ts';
import type { Carrier } from '../../store/carriers.ts';
import { findCarrier } from '../../store/carriers.ts';
import type { Asker } from '../asker.ts';
import { runningClocks } from '../clock-view.ts';
import type { AppContext } from '../context.ts';
import type { FlagView } from '../flags/flag-view.ts';
import { viewFlag } from '../flags/flag-view.ts';
import type { LiftView } from '../lifts/lift-view.ts';
import { viewLift } from '../lifts/lift-view.ts';
import { notFound, numberHolding, readVisible } from '../on-number.ts';

/** What is needed to say in words why a flag stands. */
export type FlagGrounds = { readonly facts: readonly KnownFact[]; readonly bills: readonly Bill[] };

/** A flag with what its reasons rely on and everything that hangs on it. */
export type MyFlag = {
  readonly view: FlagView;
  readonly grounds: FlagGrounds;
  readonly carrier: Carrier | null;
  /** The case that deals with it: the open one, else the newest. */
  readonly caseFile: Case | null;
  /** Its newest lift. */
  readonly lift: LiftView | null;
  readonly clocks: readonly Clock[];
};

/** One flag as its person sees it. */
export async function getMyFlag(ctx: AppContext, asker: Asker, flagId: string): Promise<MyFlag> {
  const state = await readVisible(ctx, asker, numberHolding('flag', flagId));
  const flag = state.flags[flagId];
  if (!flag) throw notFound();
  const view = viewFlag(state, flag, asker.actor);
  const cases = Object.values(state.cases).filter((one) => one.flagIds.includes(flagId));
  const caseFile = state.cases[view.caseId ?? ''] ?? cases.at(-1) ?? null;
  const lift = Object.values(state.lifts).findLast((one) => one.flagIds.includes(flagId));
  return {
    view,
    grounds: groundsOf(state, flag),
    carrier: await carrierOf(ctx, state, flag.line),
    caseFile,
    lift: lift ? viewLift(state, lift, asker.actor) : null,
    clocks: runningClocks(state, [flagId, view.caseId ?? '', view.liftId ?? '']),
  };
}

/** The facts and bills that the reasons of a flag name. The state keeps the latest facts only; older ones are missing here. */
export function groundsOf(state: NumberState, flag: Flag): FlagGrounds {
  const { factIds, liftCondition } = flag.reasons;
  const billIds = liftCondition?.kind === 'paid' ? liftCondition.billIds : [];
  return {
    facts: state.facts.filter((known) => factIds.includes(known.factId)),
    bills: billIds.flatMap((id) => state.bills[id] ?? []),
  };
}

export async function carrierOf(ctx: AppContext, state: NumberState, lineNumber: number): Promise<Carrier | null> {
  const line = findLine(state, lineNumber);
  return line ? findCarrier(ctx.pool, line.carrierId) : null;
}
