import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { escalateCase } from '../../app/authority/escalate-case.ts';
import { listAuthoritiesFor } from '../../app/authority/list-authorities-for.ts';
import type { AppContext } from '../../app/context.ts';
import { getMyCase } from '../../app/mine/my-case.ts';
import { t } from '../../locales/index.ts';
import type { FormState } from '../form.ts';
import { EMPTY_FORM, readForm, refusedForm } from '../form.ts';
import { paths } from '../paths.ts';
import { escalatePage } from '../present/escalation.ts';
import type { Web } from '../render.ts';
import { show } from '../visit.ts';
import { askerOf, frameOf, freshFormKey } from './asking.ts';

type ByCase = { Params: { caseId: string } };

/** The page on which a person hands a case to an authority. */
export function addEscalateRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  app.get<ByCase>(paths.caseAct(':caseId', 'escalate'), (request, reply) =>
    showEscalate(request, reply, request.params.caseId, EMPTY_FORM),
  );

  app.post<ByCase>(paths.caseAct(':caseId', 'escalate'), async (request, reply) => {
    const { caseId } = request.params;
    const { locale } = request.visit;
    const typed = readForm(request);
    const { authority_id: authorityId = '', accepted_elsewhere: elsewhere, words = '' } = typed;
    const errors = {
      ...(authorityId ? {} : { authority_id: t(locale, 'escalate.which_missing') }),
      ...(elsewhere === 'yes' || elsewhere === 'no'
        ? {}
        : { accepted_elsewhere: t(locale, 'escalate.elsewhere_missing') }),
    };
    if (Object.keys(errors).length > 0) return showEscalate(request, reply, caseId, { typed, errors }, 422);
    try {
      const input = { authorityId, acceptedElsewhere: elsewhere === 'yes', words };
      await escalateCase(ctx, askerOf(request, typed), caseId, input);
      return await reply.redirect(`${paths.case(caseId)}?done=escalate`, 303);
    } catch (error) {
      return showEscalate(request, reply, caseId, refusedForm(locale, typed, error), 422);
    }
  });

  async function showEscalate(
    request: FastifyRequest,
    reply: FastifyReply,
    caseId: string,
    form: FormState,
    status = 200,
  ) {
    const asker = askerOf(request);
    const found = await getMyCase(ctx, asker, caseId);
    // Who may not hand it over, or not yet, finds on the case what is open.
    if (form === EMPTY_FORM && !found.view.acts.includes('escalate')) return reply.redirect(paths.case(caseId), 303);
    const bodies = await listAuthoritiesFor(ctx, asker, caseId);
    const frame = frameOf(ctx, request, found.carrier);
    const props = escalatePage(frame, found, bodies, { form, formKey: freshFormKey(ctx) });
    return show(web, request, reply, 'escalate', props, status);
  }
}
