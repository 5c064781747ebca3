import { objectToCommand } from '../../access/command.ts';
import { fillWords, recordValues } from '../../domain/cases/reason-words.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import type { Asker } from '../asker.ts';
import { listReasonTemplates } from '../bulk/reason-templates.ts';
import type { AppContext } from '../context.ts';
import { notFound, numberHolding, readState } from '../on-number.ts';

/**
 * The words of a template with what the record of this case holds in them; nothing is decided by it. Refused for whoever
 * could not decide the case now, and where the record lacks a value.
 */
export async function fillReason(ctx: AppContext, asker: Asker, caseId: string, templateId: string): Promise<string> {
  const state = await readState(ctx, numberHolding('case', caseId));
  const deciding = {
    do: 'case.decide',
    caseId,
    finding: 'grounded',
    liftFlagIds: [],
    ruleRelied: '',
    words: '',
  } as const;
  const refused = objectToCommand(state, deciding, asker.actor, ctx.clock.now());
  if (refused) throw new RefusalError(refused);
  const caseFile = state.cases[caseId];
  if (!caseFile) throw notFound();
  const template = (await listReasonTemplates(ctx, asker)).find((one) => one.templateId === templateId);
  if (!template) throw new RefusalError(refusal('template.not_chosen', {}, '/template'));
  const filled = fillWords(template.words, recordValues(state, caseFile));
  if (!('words' in filled)) throw new RefusalError({ ...filled, pointer: '/template' });
  return filled.words;
}
