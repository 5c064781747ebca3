import { mayBulk } from '../../access/bulk.ts';
import { objectToPlaceholders } from '../../domain/cases/reason-words.ts';
import type { Cause } from '../../domain/flags/words.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { newId } from '../../platform/ids.ts';
import type { ReasonTemplate } from '../../store/reason-templates.ts';
import { addTemplate, listTemplates, listTemplateVersions } from '../../store/reason-templates.ts';
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

/** A template in its newest version, with the versions before it. */
export type TemplateHistory = { readonly newest: ReasonTemplate; readonly older: readonly ReasonTemplate[] };

/** All templates of the asker's carrier with their versions, those out of use at the end. */
export async function listTemplateHistories(ctx: AppContext, asker: Asker): Promise<TemplateHistory[]> {
  const byId = Map.groupBy(
    await listTemplateVersions(ctx.pool, requireDesk(asker.actor)),
    ({ templateId }) => templateId,
  );
  return [...byId.values()]
    .flatMap(([newest, ...older]) => (newest ? [{ newest, older }] : []))
    .toSorted(
      (a, b) =>
        Number(a.newest.retired) - Number(b.newest.retired) ||
        (a.newest.name < b.newest.name ? -1 : a.newest.name > b.newest.name ? 1 : 0),
    );
}

const NAME_LIMIT = 80;

/** Why these words cannot be a template; null when they can. */
export function objectToTemplate({ name, words }: Pick<TemplateInput, 'name' | 'words'>): Refusal | null {
  if (name.trim() === '') return refusal('template.name_missing', {}, '/name');
  if (name.length > NAME_LIMIT) return refusal('request.text_too_long', { limit: NAME_LIMIT }, '/name');
  if (words.trim() === '') return refusal('case.reasons_missing', {}, '/words');
  return objectToPlaceholders(words);
}

/** Keeps a template, or the next version of one; older versions stay. Words that name what no record is asked for are refused. */
export async function saveReasonTemplate(ctx: AppContext, asker: Asker, input: TemplateInput): Promise<ReasonTemplate> {
  const carrierId = requireWriter(asker);
  const { cause, name, words, edits } = input;
  const refused = objectToTemplate(input);
  if (refused) throw new RefusalError(refused);
  const newest = edits && (await requireNewest(ctx, carrierId, edits));
  return keep(ctx, asker, {
    templateId: newest?.templateId ?? newId('template', ctx.clock.now(), ctx.random),
    version: newest ? newest.version + 1 : 1,
    carrierId,
    cause,
    name: name.trim(),
    words,
    retired: false,
  });
}

/** Takes a template out of use: it is offered no more, and its versions stay to be read. */
export async function retireReasonTemplate(
  ctx: AppContext,
  asker: Asker,
  edits: NonNullable<TemplateInput['edits']>,
): Promise<ReasonTemplate> {
  const newest = await requireNewest(ctx, requireWriter(asker), edits);
  return keep(ctx, asker, { ...newest, version: newest.version + 1, retired: true });
}

function requireWriter({ actor }: Asker): string {
  const carrierId = requireDesk(actor);
  if (!mayBulk(actor, 'decide')) throw new RefusalError(refusal('access.denied'));
  return carrierId;
}

/** The template as it was looked at; refused when it changed since. */
async function requireNewest(ctx: AppContext, carrierId: string, edits: NonNullable<TemplateInput['edits']>) {
  const newest = (await listTemplates(ctx.pool, carrierId)).find((one) => one.templateId === edits.templateId);
  if (!newest) throw notFound();
  if (newest.version !== edits.version) throw new RefusalError(refusal('template.changed_meanwhile'));
  return newest;
}

async function keep(
  ctx: AppContext,
  asker: Asker,
  one: Omit<ReasonTemplate, 'savedBy' | 'savedAt'>,
): Promise<ReasonTemplate> {
  const saved = { ...one, savedBy: asker.actor.id, savedAt: ctx.clock.now() };
  if (!(await addTemplate(ctx.pool, saved))) throw new RefusalError(refusal('template.changed_meanwhile'));
  return saved;
}
