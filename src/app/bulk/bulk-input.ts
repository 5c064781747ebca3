import { mayBulk } from '../../access/bulk.ts';
import type { Finding } from '../../domain/cases/case.ts';
import { objectToPlaceholders } from '../../domain/cases/reason-words.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import type { Asker } from '../asker.ts';

/** What is to be done to each case of many. */
export type BulkInput =
  | { readonly act: 'order_lift' }
  | { readonly act: 'decide'; readonly finding: Finding; readonly ruleRelied: string; readonly words: string };

/** Throws when the asker may not order this, or the order itself lacks something. */
export function demandBulk({ actor }: Asker, input: BulkInput): void {
  if (!mayBulk(actor, input.act)) throw new RefusalError(refusal('access.denied'));
  if (input.act !== 'decide') return;
  if (input.words.trim() === '') throw new RefusalError(refusal('case.reasons_missing', {}, '/words'));
  if (input.ruleRelied.trim() === '') throw new RefusalError(refusal('case.rule_missing', {}, '/rule_relied'));
  const refused = objectToPlaceholders(input.words);
  if (refused) throw new RefusalError(refused);
}
