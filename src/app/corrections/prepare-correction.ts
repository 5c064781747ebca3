import { ownLineOf } from '../../domain/corrections/commands.ts';
import type { CorrectionSubject } from '../../domain/corrections/correction.ts';
import { CORRECTION_SUBJECTS } from '../../domain/corrections/correction.ts';
import type { KnownFact } from '../../domain/numbers/fact.ts';
import type { Line } from '../../domain/numbers/line.ts';
import { maskMobile } from '../../domain/numbers/mobile-number.ts';
import type { Carrier } from '../../store/carriers.ts';
import { findCarrier } from '../../store/carriers.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { notFound, readVisible } from '../on-number.ts';
import { requirePerson } from '../own-person.ts';

/** What the person may ask to have put right on one of their lines. */
export type Correctable = {
  readonly masked: string;
  readonly origin: Line['origin'];
  readonly carrier: Carrier | null;
  readonly subjects: readonly CorrectionSubject[];
  /** Newest first. */
  readonly facts: readonly KnownFact[];
};

export async function prepareCorrection(ctx: AppContext, asker: Asker, numberId: string): Promise<Correctable> {
  const personId = requirePerson(asker);
  const state = await readVisible(ctx, asker, numberId);
  const line = ownLineOf(state, personId);
  if (!line) throw notFound();
  const digits = (await ctx.numbers.digitsOf([numberId])).get(numberId);
  const facts = state.facts.filter((one) => one.line === line.line).toReversed();
  const fits: Readonly<Partial<Record<CorrectionSubject, boolean>>> = {
    not_holder: line.holderId === personId,
    not_user: line.userId === personId,
    i_am_holder: line.holderId !== personId,
    i_am_user: line.userId !== personId,
    fact: facts.length > 0,
  };
  return {
    masked: digits === undefined ? '' : maskMobile(digits),
    origin: line.origin,
    carrier: await findCarrier(ctx.pool, line.carrierId),
    subjects: CORRECTION_SUBJECTS.filter((subject) => fits[subject] ?? true),
    facts,
  };
}
