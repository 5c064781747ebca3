import type { Instant } from '../time.ts';

/** One holder's tenure of one number at one carrier. Flags belong to a line, so a recycled number begins clean. */
export type Line = {
  readonly line: number;
  readonly origin: 'placed' | 'reported';
  readonly kind: 'personal' | 'enterprise' | 'iot';
  readonly carrierId: string;
  /** ISO 3166-2 of the carrier company that runs the line, for instance `CN-HA`: provincial periods hang on it. */
  readonly province: string;
  readonly holderId: string | null;
  readonly userId: string | null;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
  /** Of a carrier's line: who proved to be its holder and has it joined to what they told. */
  readonly joinedBy?: string;
  /** Of a reported line: the carrier's line that it was joined to, once its person proved to be the holder. */
  readonly joinedTo?: { readonly numberId: string; readonly line: number };
};

/** Holder and user, each person once. */
export function peopleOf(line: Line): string[] {
  return [...new Set([line.holderId, line.userId])].filter((id) => id !== null);
}
