import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mayBulk } from '../../../access/bulk.ts';
import type { TemplateInput } from '../../../app/bulk/reason-templates.ts';
import {
  listTemplateHistories,
  objectToTemplate,
  retireReasonTemplate,
  saveReasonTemplate,
} from '../../../app/bulk/reason-templates.ts';
import type { AppContext } from '../../../app/context.ts';
import { staffNames } from '../../../app/desk/staff-names.ts';
import { CAUSES } from '../../../domain/flags/words.ts';
import { RefusalError, refusal } from '../../../domain/refusal.ts';
import type { FormState, Typed } from '../../form.ts';
import { EMPTY_FORM, readForm, refusedForm } from '../../form.ts';
import { paths } from '../../paths.ts';
import { exampleOf, templatesPage } from '../../present/templates.ts';
import type { Web } from '../../render.ts';
import { requireActor, show } from '../../visit.ts';
import { askerOf } from '../asking.ts';
import { doneIn, openDesk, textOf } from './desk-frame.ts';

/** Templates of reasons: reading for everybody at the desk, writing for those who decide. */
export function addDeskTemplateRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  app.get(paths.deskTemplates, (request, reply) => showTemplates(request, reply, EMPTY_FORM));

  app.post(paths.deskTemplates, async (request, reply) => {
    const typed = readForm(request);
    const { locale } = request.visit;
    try {
      const asker = askerOf(request, typed);
      if (!mayBulk(asker.actor, 'decide')) throw new RefusalError(refusal('access.denied'));
      if (typed.step === 'retire') {
        await retireReasonTemplate(ctx, asker, {
          templateId: typed.template_id ?? '',
          version: Number(typed.version),
        });
        return await reply.redirect(`${paths.deskTemplates}?done=template_retired`, 303);
      }
      const input = inputOf(typed);
      if (typed.step === 'preview') {
        const refused = objectToTemplate(input);
        if (refused) throw new RefusalError(refused);
        const form = { typed, errors: {} };
        return await showTemplates(request, reply, form, { preview: exampleOf(locale, input.words) });
      }
      await saveReasonTemplate(ctx, asker, input);
      return await reply.redirect(`${paths.deskTemplates}?done=template_saved`, 303);
    } catch (error) {
      if (error instanceof RefusalError && error.refusal.code.startsWith('access.')) throw error;
      return showTemplates(request, reply, refusedForm(locale, typed, error), { status: 422 });
    }
  });

  async function showTemplates(
    request: FastifyRequest,
    reply: FastifyReply,
    form: FormState,
    { status = 200, preview = null }: { status?: number; preview?: string | null } = {},
  ) {
    const frame = await openDesk(ctx, request);
    const asker = askerOf(request);
    const all = await listTemplateHistories(ctx, asker);
    const nameOf = await staffNames(
      ctx,
      all.flatMap(({ newest, older }) => [newest, ...older].map(({ savedBy }) => savedBy)),
    );
    const wanted = form.typed.template_id ?? textOf(request, 'edit');
    const editing = all.find(({ newest }) => newest.templateId === wanted && !newest.retired);
    const more = {
      mayWrite: mayBulk(requireActor(request), 'decide'),
      nameOf,
      cause: textOf(request, 'cause'),
      editing: form.typed.step === 'retire' ? undefined : editing,
    };
    const props = { ...templatesPage(frame, all, more), preview, form, done: doneIn(request) };
    return show(web, request, reply, 'deskTemplates', props, status);
  }
}

function inputOf({ template_id: templateId, version, cause, name = '', words = '' }: Typed): TemplateInput {
  const edits = templateId ? { templateId, version: Number(version) } : undefined;
  return { cause: CAUSES.find((one) => one === cause) ?? null, name, words, edits };
}
