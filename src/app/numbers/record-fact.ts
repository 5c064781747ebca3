import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Fact } from '../../domain/numbers/fact.ts';
import type { Instant } from '../../domain/time.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { command } from '../on-number.ts';
import type { NumberName } from './resolve-number.ts';
import { resolveNumber } from './resolve-number.ts';

export type FactInput = {
  readonly name: NumberName;
  /** The carrier's own id of the fact: its name for good. */
  readonly sourceId: string;
  readonly at: Instant;
  readonly fact: Fact;
};

/** What one fact came to: null where the same bill or payment was known already. */
export type RecordedFact = {
  readonly numberId: string;
  readonly factId: string | null;
  readonly flagIds: readonly string[];
  readonly liftIds: readonly string[];
};

/**
 * Records a fact once under the carrier's own id of it, however often it is told; the same id with other words is refused
 * with `request.key_reused`. Flags and lifts that it calls for are in the same append.
 */
export async function recordFact(
  ctx: AppContext,
  asker: Asker,
  { name, sourceId, at, fact }: FactInput,
): Promise<RecordedFact> {
  const numberId = await resolveNumber(ctx, name);
  const requestHash = hash('sha256', canonicalize({ fact, at }) ?? '', 'hex');
  const named = { ...asker, sourceId, key: { key: `fact:${fact.kind}:${sourceId}`, requestHash } };
  const recording = { do: 'record_fact', fact, at } as const;
  return command(ctx, named, { numberId, command: recording, purpose: recording.do }, ({ entries }) => {
    const done: { numberId: string; factId: string | null; flagIds: string[]; liftIds: string[] } = {
      numberId,
      factId: null,
      flagIds: [],
      liftIds: [],
    };
    for (const entry of entries) {
      if (entry.kind === 'fact.recorded') done.factId = entry.data.factId;
      else if (entry.kind === 'flag.placed') done.flagIds.push(entry.data.flagId);
      else if (entry.kind === 'lift.ordered') done.liftIds.push(entry.data.liftId);
    }
    return done;
  });
}
