import type { LiftCommand } from '../../domain/lifts/commands.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { command, notFound, numberHolding } from '../on-number.ts';
import type { LiftView } from './lift-view.ts';
import { viewLift } from './lift-view.ts';

type OpenToPeople = Exclude<LiftCommand, { readonly do: 'send_lift' | 'report_lift_not_back' }>;
/** A command on a lift without its id. */
export type LiftActInput = OpenToPeople extends infer C ? (C extends unknown ? Omit<C, 'liftId'> : never) : never;

/** Confirms, fails or gives up a lift, and answers with the lift as it is then. */
export async function actOnLift(ctx: AppContext, asker: Asker, liftId: string, act: LiftActInput): Promise<LiftView> {
  const numberId = numberHolding('lift', liftId);
  const whole = { ...act, liftId } as LiftCommand;
  return command(ctx, asker, { numberId, command: whole, purpose: act.do }, ({ state }) => {
    const lift = state.lifts[liftId];
    if (!lift) throw notFound();
    return viewLift(state, lift, asker.actor);
  });
}
