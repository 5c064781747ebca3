import { currentLine } from '../../domain/journal/state.ts';
import type { Fact, KnownFact } from '../../domain/numbers/fact.ts';
import type { Evaluation } from '../../domain/policies/compile.ts';
import { evaluatePolicy } from '../../domain/policies/compile.ts';
import type { LineFacts } from '../../domain/policies/fields.ts';
import { lineFacts } from '../../domain/policies/line-facts.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { refuseEvenly } from '../evenly.ts';
import { noteAccess } from '../note-access.ts';
import { resolveNumber } from '../numbers/resolve-number.ts';
import { readVisible } from '../on-number.ts';
import { getPolicy } from './read-policies.ts';
import type { PolicyName } from './write-policy.ts';

export type Tried = Evaluation & { readonly fact: Fact; readonly line: LineFacts; readonly at: string | null };

/** What a table would do with a fact that somebody thought up. Nothing is written down. */
export async function tryFact(
  ctx: AppContext,
  asker: Asker,
  name: PolicyName,
  given: { readonly fact: Fact; readonly line: LineFacts },
): Promise<Tried> {
  const { policy } = await getPolicy(ctx, asker, name.policyId, name.version);
  return { ...given, at: null, ...evaluatePolicy(policy, given.fact, given.line) };
}

/** What a table would have done with the facts of a number of the carrier's, newest first. The reading is written down. */
export async function tryNumber(ctx: AppContext, asker: Asker, name: PolicyName, mobile: string): Promise<Tried[]> {
  const { policy } = await getPolicy(ctx, asker, name.policyId, name.version);
  const state = await refuseEvenly(async () => {
    const numberId = await resolveNumber(ctx, { mobileNumber: mobile });
    const seen = await readVisible(ctx, asker, numberId);
    await noteAccess(ctx, asker, numberId, 'standing');
    return seen;
  });
  const line = currentLine(state)?.line;
  const known = state.facts.filter((one) => one.line === line).toReversed();
  return known.map(({ fact, line: of, at }: KnownFact) => {
    const seen = lineFacts(state, of, at);
    return { fact, line: seen, at, ...evaluatePolicy(policy, fact, seen) };
  });
}
