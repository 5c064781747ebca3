import type { Clock } from '../../domain/clocks/clock.ts';
import type { LedgerStep } from '../../domain/clocks/due.ts';
import { ledgerOf } from '../../domain/clocks/ledger.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import type { Locale } from '../../locales/index.ts';
import { findText } from '../../locales/index.ts';
import { readSpokenReference } from '../../platform/ids.ts';
import { findCaseByReference } from '../../store/references.ts';
import type { AppContext } from '../context.ts';
import { notFound, readState } from '../on-number.ts';
import { ledgerWords } from './ledger-words.ts';

export type ExplainedClock = {
  readonly clockId: string;
  readonly title: string;
  readonly ruleId: string;
  readonly status: Clock['status'];
  readonly dueAt: string;
  readonly ledger: readonly LedgerStep[] | null;
  readonly text: readonly string[];
};

/** Every clock that ran over a case or its lifts, with its ledger, for the operator: no personal word is in it. */
export async function explainClocks(ctx: AppContext, spoken: string, locale: Locale): Promise<ExplainedClock[]> {
  const reference = readSpokenReference(spoken);
  if (reference === null) throw new RefusalError(refusal('case.reference_misread'));
  const place = await findCaseByReference(ctx.pool, reference);
  if (!place) throw notFound();
  const state = await readState(ctx, place.numberId);
  const caseFile = state.cases[place.caseId];
  const subjects = [place.caseId, ...(caseFile?.liftIds ?? [])];
  return Object.values(state.clocks)
    .filter(({ subject }) => subjects.includes(subject.id.split('/')[0] ?? ''))
    .map((clock) => {
      const { clockId, ruleId, status, dueAt } = clock;
      const ledger = ledgerOf(ctx.rules, state, clock, ctx.clock.now());
      const carrier = findText(locale, 'party.carrier') ?? '';
      const title = findText(locale, `period.${ruleId}.title`, { carrier }) ?? ruleId;
      return {
        clockId,
        title: `${title}  ${ruleId}  ${status}`,
        ruleId,
        status,
        dueAt,
        ledger,
        text: ledgerWords(locale, ledger ?? []),
      };
    });
}
