import { lastSeen } from '../../access/relation.ts';
import type { LedgerStep } from '../../domain/clocks/due.ts';
import { ledgerOf } from '../../domain/clocks/ledger.ts';
import type { ActorRef } from '../../domain/journal/actor.ts';
import type { EntryKind } from '../../domain/journal/entry.ts';
import { findLine } from '../../domain/journal/state.ts';
import { peopleOf } from '../../domain/numbers/line.ts';
import type { MobileNumber } from '../../domain/numbers/mobile-number.ts';
import type { Instant } from '../../domain/time.ts';
import { findPerson } from '../../store/people.ts';
import { listEntries } from '../../store/timeline.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { noteAccess } from '../note-access.ts';
import { notFound, numberHolding, readVisible } from '../on-number.ts';
import type { CaseView } from './case-view.ts';
import { viewCase } from './case-view.ts';

/** Something said in a case: a statement, a message, the reasons of a decision, the name of a file. */
export type Said = {
  readonly seq: number;
  readonly kind: EntryKind;
  readonly at: Instant;
  readonly by: ActorRef;
  /** By field; empty where the words were forgotten. */
  readonly words: { readonly [field: string]: string };
};

/** A case with all that was said in it and whom it concerns. */
export type CaseFile = {
  readonly view: CaseView;
  readonly thread: readonly Said[];
  readonly people: readonly { readonly personId: string; readonly name: string }[];
  readonly mobileNumber: MobileNumber | null;
  /** By clock: how its due date came about. */
  readonly ledgers: { readonly [clockId: string]: readonly LedgerStep[] };
};

/** More than any case can hold: messages have no limit, so the newest page of a very long one is cut off here. */
const LONGEST = 1_000;

/** A case as its page needs it. Names and words are opened, and the reading is written down first. */
export async function getCaseFile(ctx: AppContext, asker: Asker, caseId: string): Promise<CaseFile> {
  const numberId = numberHolding('case', caseId);
  const state = await readVisible(ctx, asker, numberId);
  const caseFile = state.cases[caseId];
  const line = caseFile && findLine(state, caseFile.line);
  if (!line) throw notFound();
  await noteAccess(ctx, asker, numberId, 'case');
  const [entries, digits, people] = await Promise.all([
    listEntries(ctx.pool, ctx.sealer, numberId, { limit: LONGEST, unseal: true, caseId }),
    ctx.numbers.digitsOf([numberId]),
    Promise.all(peopleOf(line).map((personId) => findPerson(ctx.pool, ctx.sealer, personId))),
  ]);
  const view = viewCase(state, caseFile, asker.actor, ctx.clock.now());
  const ledgers = view.clocks.flatMap((clock) => {
    const ledger = ledgerOf(ctx.rules, state, clock, ctx.clock.now());
    return ledger ? [[clock.clockId, ledger] as const] : [];
  });
  return {
    view,
    ledgers: Object.fromEntries(ledgers),
    thread: entries
      .filter(({ words, seq }) => words !== 'none' && seq <= lastSeen(caseFile, asker.actor))
      .map(({ seq, kind, recordedAt, actor, personal }) => ({
        seq,
        kind,
        at: recordedAt,
        by: actor,
        words: personal ?? {},
      })),
    people: people.flatMap((person) => (person ? [{ personId: person.personId, name: person.name }] : [])),
    mobileNumber: digits.get(numberId) ?? null,
  };
}
