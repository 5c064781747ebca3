import type { Cause, ReasonCode } from '../../domain/flags/words.ts';
import type { Facts } from '../../domain/letters/letter.ts';
import { FACT_NAMES } from '../../domain/letters/letter.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { toldFacts } from './complaint-letter.ts';
import { gatherCase } from './gather-case.ts';

/** What a case suggests for a letter's form. Nothing of it is in a letter before the person has seen and sent the form. */
export async function suggestFacts(
  ctx: AppContext,
  asker: Asker,
  caseId: string,
): Promise<{ readonly facts: Facts; readonly cause: Cause; readonly code: ReasonCode | null }> {
  // Letters are read by Chinese bodies, in whatever language the person reads the page.
  const gathered = await gatherCase(ctx, asker, caseId, 'zh-CN');
  const told = toldFacts(gathered);
  const flag = gathered.flags[0]?.flag;
  return {
    facts: Object.fromEntries(FACT_NAMES.flatMap((name) => (told[name] ? [[name, told[name].value]] : []))),
    cause: flag?.cause ?? 'unknown',
    code: flag?.reasons.code ?? null,
  };
}
