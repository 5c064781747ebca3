import { relationTo, visibleState } from '../../access/relation.ts';
import { isOpenCase } from '../../domain/cases/case-transitions.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import type { Actor } from '../../domain/journal/actor.ts';
import type { NumberState } from '../../domain/journal/state.ts';
import { isInFlight } from '../../domain/lifts/lift.ts';
import type { Line } from '../../domain/numbers/line.ts';
import type { Carrier } from '../../store/carriers.ts';
import { findCarrier } from '../../store/carriers.ts';
import type { Asker } from '../asker.ts';
import type { CaseView } from '../cases/case-view.ts';
import { viewCase } from '../cases/case-view.ts';
import type { AppContext } from '../context.ts';
import type { FlagView } from '../flags/flag-view.ts';
import { viewFlag } from '../flags/flag-view.ts';
import type { LiftView } from '../lifts/lift-view.ts';
import { viewLift } from '../lifts/lift-view.ts';
import { noteAccess } from '../note-access.ts';
import { myNumberIds } from '../numbers/list-my-numbers.ts';
import type { Standing } from '../numbers/standing-view.ts';
import { viewStanding } from '../numbers/standing-view.ts';
import { readState } from '../on-number.ts';
import { lateClocks } from './my-case.ts';

/** One number of a person's: where it stands, and everything under way. */
export type MyNumber = {
  readonly numberId: string;
  /** E.164; null when the link to the digits was shredded. */
  readonly digits: string | null;
  readonly carrier: Carrier | null;
  readonly line: Line;
  readonly relation: 'holder' | 'user' | 'former' | 'representative';
  readonly standing: Standing;
  /** Open cases and those that the person can still act on, newest first. */
  readonly cases: readonly (CaseView & { readonly late: readonly Clock[] })[];
  /** Lifts under way that no case follows, newest first. */
  readonly lifts: readonly LiftView[];
  /** Flags that do not bear on the line any more, newest first. */
  readonly past: readonly FlagView[];
  /** What the person told of the same number themselves, joined to this line since they proved to be its holder. */
  readonly told: MyNumber | null;
};

/** Every number of the asker's, the open lines first. Refused for whoever is nobody's holder or user. */
export async function showMyNumbers(ctx: AppContext, asker: Asker): Promise<MyNumber[]> {
  const numberIds = await myNumberIds(ctx, asker);
  const digits = await ctx.numbers.digitsOf(numberIds);
  await Promise.all(numberIds.map((id) => noteAccess(ctx, asker, id, 'numbers')));
  const found = await Promise.all(
    numberIds.map(async (numberId) => {
      const state = await readState(ctx, numberId);
      return viewNumber(ctx, state, asker.actor, digits.get(numberId) ?? null);
    }),
  );
  return together(found.filter((one) => one !== null));
}

/** What was told stands with the carrier's line it was joined to, and not by itself any more. */
function together(numbers: readonly MyNumber[]): MyNumber[] {
  const joins = (told: MyNumber, placed: MyNumber) =>
    told.line.joinedTo?.numberId === placed.numberId && told.line.joinedTo.line === placed.line.line;
  return numbers
    .filter((one) => !numbers.some((other) => joins(one, other)))
    .map((one) => ({ ...one, told: numbers.find((other) => joins(other, one)) ?? null }));
}

async function viewNumber(
  ctx: AppContext,
  state: NumberState,
  actor: Actor,
  digits: string | null,
): Promise<MyNumber | null> {
  const now = ctx.clock.now();
  const seen = visibleState(state, actor);
  const standing = viewStanding(seen, actor, now);
  if (!standing) return null;
  const { line } = standing;
  // What its person deleted is not shown again.
  if (line.origin === 'reported' && line.closedAt !== null) return null;
  const cases = Object.values(seen.cases)
    .filter((one) => one.line === line.line)
    .map((one) => ({ ...viewCase(seen, one, actor, now), late: lateClocks(seen, one) }))
    .filter(({ caseFile, acts }) => isOpenCase(caseFile.status) || acts.length > 0);
  const lifts = Object.values(seen.lifts).filter(
    (one) => one.line === line.line && isInFlight(one) && one.caseId === null,
  );
  const past = Object.values(seen.flags).filter(
    (flag) => flag.line === line.line && (flag.status === 'lifted' || flag.status === 'detached'),
  );
  return {
    numberId: state.numberId,
    digits,
    carrier: await findCarrier(ctx.pool, line.carrierId),
    line,
    relation: relationOf(seen, line, actor),
    standing,
    cases: cases.toReversed(),
    lifts: lifts.map((one) => viewLift(seen, one, actor)).toReversed(),
    past: past.map((flag) => viewFlag(seen, flag, actor)).toReversed(),
    told: null,
  };
}

function relationOf(state: NumberState, line: Line, actor: Actor): MyNumber['relation'] {
  if (relationTo(state, line, actor) === 'representative') return 'representative';
  if (line.closedAt !== null) return 'former';
  return line.holderId === actor.personId ? 'holder' : 'user';
}
