import type { Instant } from '../time.ts';
import { FACT_NAMES, type FactName, type Facts } from './letter.ts';

/** Something that was read, recorded or told, and when the person said that it is so; null while they have not. */
export type ToldFact = { readonly value: string; readonly confirmedAt: Instant | null };

/** The facts that a letter may use: what nobody confirmed is not among them, whoever suggested it. */
export function confirmedFacts(told: Readonly<Partial<Record<FactName, ToldFact>>>): Facts {
  return Object.fromEntries(
    FACT_NAMES.flatMap((name) => {
      const fact = told[name];
      return fact && fact.confirmedAt !== null ? [[name, fact.value]] : [];
    }),
  );
}
