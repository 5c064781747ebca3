import { lastDecision } from '../cases/case.ts';
import { caseAllows } from '../cases/case-transitions.ts';
import type { Flag, LiftedBecause } from '../flags/flag.ts';
import { flagAllows } from '../flags/flag.ts';
import { PRODUCT } from '../journal/actor.ts';
import type { Draft } from '../journal/draft.ts';
import { issueNotice } from '../notices/issue.ts';
import type { NoticeKind } from '../notices/notice.ts';
import type { Instant } from '../time.ts';

type Order = {
  readonly flags: readonly Flag[];
  readonly because: LiftedBecause;
  readonly caseId: string | null;
  /** When the condition was met. */
  readonly since: Instant;
  readonly again?: boolean;
  /** What people are told, where it is another thing than that a lift was ordered. */
  readonly tell?: NoticeKind;
};

/** Orders a lift from every system that carries out one of the measures, and moves the cases that waited for it. */
export function orderLift(draft: Draft, order: Order): void {
  const flags = order.flags.filter((flag) => flagAllows(flag.status, order.again ? 'order_again' : 'order_lift'));
  const first = flags[0];
  if (!first) return;
  const liftId = draft.nextId('lift');
  const flagIds = flags.map((flag) => flag.flagId);
  draft.add(
    'lift.ordered',
    {
      liftId,
      flagIds,
      because: order.because,
      caseId: order.caseId,
      since: order.since,
      systems: systemsFor(draft, flags),
    },
    { line: first.line },
  );
  moveCases(draft, liftId, flagIds);
  const told = order.tell ?? 'lift_ordered';
  issueNotice(draft, first.line, told, { kind: 'lift', id: liftId }, { because: order.because });
}

function systemsFor(draft: Draft, flags: readonly Flag[]): string[] {
  const systems = draft.env.carrier?.systems;
  if (!systems) return ['carrier'];
  return [
    ...new Set(flags.flatMap((flag) => flag.reasons.measures.map((measure) => systems[measure.function]))),
  ].toSorted();
}

/** A case whose every flag is being lifted needs no answer any more; a partly granted one goes on with what was granted. */
function moveCases(draft: Draft, liftId: string, flagIds: readonly string[]): void {
  for (const { caseId, status, line, ...caseFile } of Object.values(draft.state.cases)) {
    if (!caseFile.flagIds.some((id) => flagIds.includes(id))) continue;
    const decided = lastDecision({ caseId, status, line, ...caseFile })?.liftFlagIds ?? [];
    const awaited = decided.length > 0 && status === 'partly' ? decided : caseFile.flagIds;
    const allLifting = awaited.every((id) => draft.state.flags[id]?.status !== 'active');
    if (!allLifting) continue;
    if (status === 'draft') draft.add('case.withdrawn', { caseId, because: 'condition_met' }, { line, actor: PRODUCT });
    else if (caseAllows(status, 'begin_lift')) draft.add('case.lifting', { caseId, liftId }, { line, actor: PRODUCT });
  }
}
