import { mayBulk } from '../../access/bulk.ts';
import { objectToPlaceholders } from '../../domain/cases/reason-words.ts';
import type { Cause } from '../../domain/flags/words.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { newId } from '../../platform/ids.ts';
import type { ReasonTemplate } from '../../store/reason-templates.ts';
import { addTemplate, listTemplates } from '../../store/reason-templates.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { notFound } from '../on-number.ts';
import { requireDesk } from '../pages.ts';

export type { ReasonTemplate } from '../../store/reason-templates.ts';

export type TemplateInput = {
  readonly cause: Cause | null;
  readonly name: string;
  readonly words: string;
  /** The version that is edited; left out for a new template. */
  readonly edits?: { readonly templateId: string; readonly version: number } | undefined;
};

/** The newest version of each template of reasons of the asker's carrier. */
export async function listReasonTemplates(ctx: AppContext, asker: Asker): Promise<ReasonTemplate[]> {
  return listTemplates(ctx.pool, requireDesk(asker.actor));
}

/** Keeps a template, or the next version of one; older versions stay. Words that name what no record is asked for are refused. */
export async function saveReasonTemplate(ctx: AppContext, asker: Asker, input: TemplateInput): Promise<ReasonTemplate> {
  const carrierId = requireDesk(asker.actor);
  if (!mayBulk(asker.actor, 'decide')) throw new RefusalError(refusal('access.denied'));
  const { cause, name, words, edits } = input;
  if (words.trim() === '') throw new RefusalError(refusal('case.reasons_missing', {}, '/words'));
  const refused = objectToPlaceholders(words);
  if (refused) throw new RefusalError(refused);
  const savedAt = ctx.clock.now();
  const newest = edits && (await listTemplates(ctx.pool, carrierId)).find((one) => one.templateId === edits.templateId);
  if (edits && !newest) throw notFound();
  const one: ReasonTemplate = {
    templateId: newest?.templateId ?? newId('template', savedAt, ctx.random),
    version: edits ? edits.version + 1 : 1,
    carrierId,
    cause,
    name,
    words,
    savedBy: asker.actor.id,
    savedAt,
  };
  const stale = newest !== undefined && edits !== undefined && newest.version !== edits.version;
  if (stale || !(await addTemplate(ctx.pool, one))) throw new RefusalError(refusal('template.changed_meanwhile'));
  return one;
}
