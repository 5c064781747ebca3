import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { openCase } from '../../app/cases/open-case.ts';
import type { AppContext } from '../../app/context.ts';
import { getMyCase } from '../../app/mine/my-case.ts';
import { getMyFlag } from '../../app/mine/my-flag.ts';
import { isOpenCase } from '../../domain/cases/case-transitions.ts';
import type { Remedy } from '../../domain/flags/words.ts';
import { REMEDIES } from '../../domain/flags/words.ts';
import type { Locale } from '../../locales/index.ts';
import { findText, t } from '../../locales/index.ts';
import type { FormState, Typed } from '../form.ts';
import { EMPTY_FORM, readForm, refusedForm } from '../form.ts';
import { paths } from '../paths.ts';
import type { Web } from '../render.ts';
import { show } from '../visit.ts';
import { askerOf, freshFormKey } from './asking.ts';

/** Long enough for a whole story, short enough for a form. */
const STATEMENT_LIMIT = 4_000;

type ByFlag = { Params: { flagId: string } };

/** Beginning a case, one question at a time. The first answer travels in the address; the second makes the draft, which keeps the rest. */
export function addOpenCaseRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  app.get<ByFlag>(paths.openCase(':flagId'), async (request, reply) => {
    const { flagId } = request.params;
    const query = request.query as Typed;
    const { caseFile, view } = await getMyFlag(ctx, askerOf(request), flagId);
    if (caseFile && isOpenCase(caseFile.status)) return reply.redirect(paths.case(caseFile.caseId), 303);
    if (!view.acts.includes('open_case')) return reply.redirect(paths.flag(flagId), 303);
    const ways = view.flag.reasons.remedies;
    if (query.step !== 'words') return showWays(request, reply, flagId, ways, { typed: query, errors: {} });
    const remedy = ways.find((one) => one === query.remedy);
    if (!remedy) {
      const errors = { remedy: t(request.visit.locale, 'case.way_missing') };
      return showWays(request, reply, flagId, ways, { typed: query, errors }, 422);
    }
    return showWords(request, reply, flagId, remedy, await wordsBefore(request, query.from));
  });

  app.post<ByFlag>(paths.openCase(':flagId'), async (request, reply) => {
    const { flagId } = request.params;
    const { locale } = request.visit;
    const typed = readForm(request);
    const remedy = REMEDIES.find((one) => one === typed.remedy) ?? 'appeal';
    const fault = faultIn(locale, typed.statement ?? '');
    if (fault) return showWords(request, reply, flagId, remedy, { typed, errors: { statement: fault } }, 422);
    try {
      const view = await openCase(ctx, askerOf(request, typed), {
        flagIds: [flagId],
        remedy,
        statement: typed.statement?.trim() ?? '',
      });
      return reply.redirect(`${paths.case(view.caseFile.caseId)}?step=files`, 303);
    } catch (error) {
      return showWords(
        request,
        reply,
        flagId,
        remedy,
        refusedForm(locale, typed, error, { '/flag_ids': 'form', '/remedy': 'form' }),
        422,
      );
    }
  });

  /** What was written in a draft that is being rewritten. */
  async function wordsBefore(request: FastifyRequest, caseId: string | undefined): Promise<FormState> {
    if (!caseId) return EMPTY_FORM;
    const { entries } = await getMyCase(ctx, askerOf(request), caseId);
    const statement = entries.find((entry) => entry.kind === 'case.opened')?.personal?.statement;
    return { typed: statement === undefined ? {} : { statement }, errors: {} };
  }

  function showWays(
    request: FastifyRequest,
    reply: FastifyReply,
    flagId: string,
    remedies: readonly Remedy[],
    form: FormState,
    status = 200,
  ) {
    const { locale } = request.visit;
    const ways = remedies.map((value) => ({
      value,
      label: wayWords(locale, value),
      hint: findText(locale, `case.way.${value}.hint`),
    }));
    return show(web, request, reply, 'caseWay', { flagId, ways, form }, status);
  }

  function showWords(
    request: FastifyRequest,
    reply: FastifyReply,
    flagId: string,
    remedy: Remedy,
    form: FormState,
    status = 200,
  ) {
    const way = wayWords(request.visit.locale, remedy);
    return show(
      web,
      request,
      reply,
      'caseWords',
      { flagId, remedy, way, limit: STATEMENT_LIMIT, form, formKey: freshFormKey(ctx) },
      status,
    );
  }
}

/** A remedy as the person picked it. */
export function wayWords(locale: Locale, remedy: Remedy): string {
  return findText(locale, `case.way.${remedy}`) ?? t(locale, `word.remedy.${remedy}`);
}

function faultIn(locale: Locale, statement: string): string | null {
  if (statement.trim() === '') return t(locale, 'case.words_missing_form');
  return statement.length > STATEMENT_LIMIT ? t(locale, 'case.words_too_long', { limit: STATEMENT_LIMIT }) : null;
}
