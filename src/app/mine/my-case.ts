import { lastSeen } from '../../access/relation.ts';
import type { Case } from '../../domain/cases/case.ts';
import { isSelfKept } from '../../domain/cases/self-kept.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import type { ConsentKind } from '../../domain/consents/consent.ts';
import type { NumberState } from '../../domain/journal/state.ts';
import { findLine } from '../../domain/journal/state.ts';
import type { Carrier } from '../../store/carriers.ts';
import type { ReadEntry } from '../../store/timeline.ts';
import { listEntries } from '../../store/timeline.ts';
import type { Asker } from '../asker.ts';
import type { CaseView } from '../cases/case-view.ts';
import { viewCase } from '../cases/case-view.ts';
import { listAgreed } from '../consents/consents.ts';
import type { AppContext } from '../context.ts';
import { findRepresentatives } from '../mandates/find-representatives.ts';
import { noteAccess } from '../note-access.ts';
import { notFound, numberHolding, readVisible } from '../on-number.ts';
import type { FlagGrounds } from './my-flag.ts';
import { carrierOf, groundsOf } from './my-flag.ts';

/** A case with everything that was said and done in it, as its person sees it. */
export type MyCase = {
  readonly view: CaseView;
  readonly carrier: Carrier | null;
  /** The person keeps it, because no carrier is connected. */
  readonly kept: boolean;
  /** Periods on it that ran out unmet, in the order in which they did. */
  readonly late: readonly Clock[];
  readonly grounds: Readonly<Record<string, FlagGrounds>>;
  /** Kinds of sensitive papers that the case's person has agreed to. */
  readonly agreed: readonly ConsentKind[];
  /** In their order, with the words of both sides opened. */
  readonly entries: readonly ReadEntry[];
  /** Accounts that acted for the person. */
  readonly representatives: ReadonlySet<string>;
};

/** More entries than any case can honestly have. */
const ENTRIES_AT_MOST = 2_000;

export async function getMyCase(ctx: AppContext, asker: Asker, caseId: string): Promise<MyCase> {
  const numberId = numberHolding('case', caseId);
  const state = await readVisible(ctx, asker, numberId);
  const caseFile = state.cases[caseId];
  if (!caseFile) throw notFound();
  await noteAccess(ctx, asker, numberId, 'case');
  const view = viewCase(state, caseFile, asker.actor, ctx.clock.now());
  const request = { limit: ENTRIES_AT_MOST, unseal: true, caseId };
  const [entries, carrier, agreed] = await Promise.all([
    listEntries(ctx.pool, ctx.sealer, numberId, request),
    carrierOf(ctx, state, caseFile.line),
    listAgreed(ctx, state, caseFile.line, asker),
  ]);
  const line = findLine(state, caseFile.line);
  const seen = entries.filter(({ seq }) => seq <= lastSeen(caseFile, asker.actor));
  return {
    view,
    carrier,
    kept: isSelfKept(state, caseFile),
    agreed,
    late: lateClocks(state, caseFile),
    grounds: Object.fromEntries(view.flags.map(({ flag }) => [flag.flagId, groundsOf(state, flag)])),
    entries: seen,
    representatives: line
      ? await findRepresentatives(ctx, line, [caseFile.openedBy, ...seen.map(({ actor }) => actor)])
      : new Set(),
  };
}

/** The clocks over a case and its lifts that ran out, the first to run out in front. */
export function lateClocks(state: NumberState, { caseId, liftIds }: Case): Clock[] {
  const subjects = [caseId, ...liftIds];
  return Object.values(state.clocks)
    .filter((clock) => clock.status === 'breached' && subjects.includes(clock.subject.id))
    .toSorted((a, b) => (a.endedSeq ?? 0) - (b.endedSeq ?? 0));
}
