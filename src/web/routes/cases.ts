import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isPersonal } from '../../access/relation.ts';
import { listAuthoritiesFor } from '../../app/authority/list-authorities-for.ts';
import type { CaseActInput } from '../../app/cases/act-on-case.ts';
import { actOnCase } from '../../app/cases/act-on-case.ts';
import type { AppContext } from '../../app/context.ts';
import { addEvidence } from '../../app/evidence/add-evidence.ts';
import { readEvidence } from '../../app/evidence/read-evidence.ts';
import type { MyCase } from '../../app/mine/my-case.ts';
import { getMyCase } from '../../app/mine/my-case.ts';
import type { CaseAct } from '../../domain/cases/case-transitions.ts';
import { RefusalError } from '../../domain/refusal.ts';
import type { Locale } from '../../locales/index.ts';
import { findText, t } from '../../locales/index.ts';
import type { FormState, Typed } from '../form.ts';
import { EMPTY_FORM, readForm, refusedForm } from '../form.ts';
import { paths } from '../paths.ts';
import { casePage, draftCheck, draftFiles } from '../present/case-page.ts';
import { escalationParts, NO_ESCALATION } from '../present/escalation.ts';
import type { Frame } from '../present/frame.ts';
import { carrierName } from '../present/frame.ts';
import type { Web } from '../render.ts';
import { requireActor, show } from '../visit.ts';
import { askerOf, frameOf, freshFormKey } from './asking.ts';
import { addKeptCaseRoutes, showKeptCase } from './kept-case.ts';
import { addOpenCaseRoutes } from './open-case.ts';
import { sendFile } from './send-file.ts';
import { readUpload } from './upload.ts';

type ByCase = { Params: { caseId: string } };
type ByEvidence = { Params: { caseId: string; evidenceId: string } };
type SimpleAct = Extract<CaseAct, 'submit' | 'say' | 'give_material' | 'withdraw' | 'confirm_back' | 'report_not_back'>;

/** What each act takes from its form, and which field its words stand in. */
const ACTS: Readonly<
  Record<SimpleAct, { readonly field: string | null; readonly command: (words: string) => CaseActInput }>
> = {
  submit: { field: null, command: () => ({ do: 'case.submit' }) },
  say: { field: 'words', command: (words) => ({ do: 'case.say', words }) },
  give_material: { field: 'give_words', command: (words) => ({ do: 'case.give_material', words }) },
  withdraw: { field: null, command: () => ({ do: 'case.withdraw' }) },
  confirm_back: { field: null, command: () => ({ do: 'case.confirm_back' }) },
  report_not_back: { field: 'not_back_words', command: (words) => ({ do: 'case.report_not_back', words }) },
};
/** Words without which the act says nothing. */
const NEEDS_WORDS: readonly SimpleAct[] = ['say', 'report_not_back'];

/** A case of the person's: following it, acting on it, its files. */
export function addCaseRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  addOpenCaseRoutes(app, ctx, web);
  addKeptCaseRoutes(app, ctx, web);

  app.get<ByCase>(paths.case(':caseId'), async (request, reply) =>
    showCase(request, reply, request.params.caseId, EMPTY_FORM),
  );

  // A refused form answers under the address it was sent to; looking at that address again shows the case.
  for (const act of [...Object.keys(ACTS), 'add_evidence', 'rewrite', 'ask_precheck'])
    app.get<ByCase>(paths.caseAct(':caseId', act), async (request, reply) =>
      reply.redirect(paths.case(request.params.caseId), 303),
    );

  for (const act of Object.keys(ACTS) as SimpleAct[]) {
    app.post<ByCase>(paths.caseAct(':caseId', act), async (request, reply) => {
      const { caseId } = request.params;
      const { locale } = request.visit;
      const typed = readForm(request);
      const { field, command } = ACTS[act];
      const words = field ? (typed[field] ?? '') : '';
      if (field && words.trim() === '' && NEEDS_WORDS.includes(act))
        return showCase(request, reply, caseId, { typed, errors: { [field]: t(locale, 'case.words_missing') } }, 422);
      try {
        await actOnCase(ctx, askerOf(request, typed), caseId, command(words));
        return reply.redirect(afterAct(caseId, act, typed), 303);
      } catch (error) {
        return showCase(
          request,
          reply,
          caseId,
          refusedForm(locale, typed, error, field ? { '/words': field } : {}),
          422,
        );
      }
    });
  }

  app.post<ByCase>(paths.caseAct(':caseId', 'ask_precheck'), async (request, reply) => {
    const { caseId } = request.params;
    const typed = readForm(request);
    const papers = (typed.papers ?? '').split(',').filter((one) => one !== '');
    const words = typed.precheck_words ?? '';
    try {
      await actOnCase(ctx, askerOf(request, typed), caseId, { do: 'case.ask_precheck', papers, words });
      return reply.redirect(`${paths.case(caseId)}?done=ask_precheck#precheck`, 303);
    } catch (error) {
      const form = refusedForm(request.visit.locale, typed, error, { '/words': 'precheck_words' });
      return showCase(request, reply, caseId, form, 422);
    }
  });

  app.post<ByCase>(paths.caseAct(':caseId', 'rewrite'), async (request, reply) => {
    const { caseId } = request.params;
    const typed = readForm(request);
    const { view } = await getMyCase(ctx, askerOf(request), caseId);
    const { remedy, flagIds, evidence } = view.caseFile;
    if (evidence.length > 0) return reply.redirect(`${paths.case(caseId)}?step=check`, 303);
    await actOnCase(ctx, askerOf(request, typed), caseId, { do: 'case.withdraw' });
    return reply.redirect(`${paths.openCase(flagIds[0] ?? '')}?step=words&remedy=${remedy}&from=${caseId}`, 303);
  });

  app.post<ByCase>(paths.caseAct(':caseId', 'add_evidence'), async (request, reply) => {
    const { caseId } = request.params;
    const { typed, file } = await readUpload(request, reply);
    try {
      if (file instanceof RefusalError) throw file;
      // The same form with another file is another request.
      const sent = { ...typed, file: createHash('sha256').update(file.bytes).digest('hex') };
      const { caseView } = await addEvidence(ctx, askerOf(request, sent), caseId, {
        ...file,
        material: typed.material || null,
        consent: { agrees: typed.consent === 'yes', locale: request.visit.locale },
      });
      const step = caseView.caseFile.status === 'draft' ? 'step=files&' : '';
      return reply.redirect(`${paths.case(caseId)}?${step}done=add_evidence`, 303);
    } catch (error) {
      const form = refusedForm(request.visit.locale, typed, error);
      return showCase(request, reply, caseId, form, 422, 'files');
    }
  });

  app.get<ByEvidence>(paths.evidence(':caseId', ':evidenceId'), async (request, reply) => {
    const { caseId, evidenceId } = request.params;
    return sendFile(reply, await readEvidence(ctx, askerOf(request), caseId, evidenceId));
  });

  async function showCase(
    request: FastifyRequest,
    reply: FastifyReply,
    caseId: string,
    form: FormState,
    status = 200,
    at?: string,
  ) {
    const actor = requireActor(request);
    if (actor.role === 'officer') return reply.redirect(paths.authorityCase(caseId), 303);
    if (!isPersonal(actor.role)) return reply.redirect(paths.deskCase(caseId), 303);
    const found = await getMyCase(ctx, askerOf(request), caseId);
    if (found.kept) return showKeptCase(ctx, web, request, reply, found, form, status);
    const frame = frameOf(ctx, request, found.carrier);
    const query = request.query as Typed;
    const more = {
      form,
      formKey: freshFormKey(ctx),
      done: doneWords(request.visit.locale, query.done, found),
      material: query.material,
    };
    if (found.view.caseFile.status !== 'draft') {
      const props = casePage(frame, actor, found, { ...more, ...(await escalationOf(request, frame, found)) });
      return show(web, request, reply, 'case', props, status);
    }
    return (at ?? query.step) === 'files'
      ? show(web, request, reply, 'caseFiles', draftFiles(frame, actor, found, more), status)
      : show(web, request, reply, 'caseCheck', draftCheck(frame, actor, found, more), status);
  }

  async function escalationOf(request: FastifyRequest, frame: Frame, found: MyCase) {
    if (!concernsBodies(found.view)) return NO_ESCALATION;
    const bodies = await listAuthoritiesFor(ctx, askerOf(request), found.view.caseFile.caseId);
    return escalationParts(frame, found, bodies);
  }
}

/** What the case page says of bodies, once any has a part in the case or may have. */
function concernsBodies({ acts, caseFile }: MyCase['view']): boolean {
  return acts.includes('escalate') || caseFile.dealings.length > 0;
}

/** A withdrawn draft leaves nothing to look at; everything else comes back to the case. */
function afterAct(caseId: string, act: SimpleAct, typed: Typed): string {
  return act === 'withdraw' && typed.draft === 'yes'
    ? `${paths.mine}?done=withdraw`
    : `${paths.case(caseId)}?done=${act}`;
}

function doneWords(
  locale: Locale,
  done: string | undefined,
  found: Awaited<ReturnType<typeof getMyCase>>,
): string | null {
  if (!done) return null;
  const data = { carrier: carrierName(locale, found.carrier), reference: found.view.caseFile.reference };
  return findText(locale, `case.done.${done}`, data) ?? null;
}
