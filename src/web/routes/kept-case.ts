import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { knowledge } from '../../../knowledge/index.ts';
import { actOnCase } from '../../app/cases/act-on-case.ts';
import { calendarFile } from '../../app/cases/case-calendar.ts';
import type { AppContext } from '../../app/context.ts';
import { getMyCase } from '../../app/mine/my-case.ts';
import { forgetReport } from '../../app/numbers/forget-report.ts';
import type { Counterpart, Gist, Way } from '../../domain/cases/correspondence.ts';
import { COUNTERPARTS, GISTS, WAYS } from '../../domain/cases/correspondence.ts';
import type { RecordContact } from '../../domain/cases/record.ts';
import { endOfDay, isPlainDate } from '../../domain/clocks/plain-date.ts';
import { instantFromMs, isInstant, msOf } from '../../domain/time.ts';
import { t } from '../../locales/index.ts';
import type { FormState, Typed } from '../form.ts';
import { readForm, refusedForm } from '../form.ts';
import { paths } from '../paths.ts';
import { caseDates, keptCasePage } from '../present/kept-case.ts';
import type { Web } from '../render.ts';
import { requireActor, show } from '../visit.ts';
import { askerOf, frameOf, freshFormKey } from './asking.ts';

type ByCase = { Params: { caseId: string } };
type Found = Awaited<ReturnType<typeof getMyCase>>;

const SHANGHAI_MS = 8 * 3_600_000;

/** What only a case that its person keeps has: recording contacts, its dates as a calendar, everything in one file. */
export function addKeptCaseRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  app.get<ByCase>(paths.caseAct(':caseId', 'record'), async (request, reply) =>
    reply.redirect(paths.case(request.params.caseId), 303),
  );

  app.post<ByCase>(paths.caseAct(':caseId', 'record'), async (request, reply) => {
    const { caseId } = request.params;
    const { locale } = request.visit;
    const typed = readForm(request);
    const at = momentOf(typed.at ?? '');
    if (at === null) return refused({ typed, errors: { at: t(locale, 'kept.bad_time') } });
    try {
      await actOnCase(ctx, askerOf(request, typed), caseId, contactOf(typed, at));
      return reply.redirect(`${paths.case(caseId)}?done=record`, 303);
    } catch (error) {
      return refused(refusedForm(locale, typed, error));
    }

    async function refused(form: FormState) {
      return showKeptCase(ctx, web, request, reply, await getMyCase(ctx, askerOf(request), caseId), form, 422);
    }
  });

  app.get<ByCase>(paths.caseForget(':caseId'), async (request, reply) =>
    reply.redirect(paths.case(request.params.caseId), 303),
  );

  app.post<ByCase>(paths.caseForget(':caseId'), async (request, reply) => {
    const { caseId } = request.params;
    const typed = readForm(request);
    if (typed.sure === 'yes') {
      await forgetReport(ctx, askerOf(request), caseId);
      return reply.redirect(`${paths.mine}?done=forget`, 303);
    }
    const found = await getMyCase(ctx, askerOf(request), caseId);
    const errors = { sure: t(request.visit.locale, 'kept.forget_sure_missing') };
    return showKeptCase(ctx, web, request, reply, found, { typed, errors }, 422);
  });

  app.get<ByCase>(paths.caseCalendar(':caseId'), async (request, reply) => {
    const found = await getMyCase(ctx, askerOf(request), request.params.caseId);
    const file = calendarFile(caseDates(frameOf(ctx, request, found.carrier), found), request.visit.now);
    return reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', `attachment; filename="qingbiao-${found.view.caseFile.reference}.ics"`)
      .send(file);
  });

  app.get<ByCase>(paths.caseExport(':caseId'), async (request, reply) => {
    const { view, entries, late } = await getMyCase(ctx, askerOf(request), request.params.caseId);
    return reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="qingbiao-${view.caseFile.reference}.json"`)
      .send(JSON.stringify({ case: view.caseFile, flags: view.flags, clocks: view.clocks, late, entries }, null, 2));
  });
}

/** The page of a case that its person keeps. */
export async function showKeptCase(
  ctx: AppContext,
  web: Web,
  request: FastifyRequest,
  reply: FastifyReply,
  found: Found,
  form: FormState,
  status = 200,
) {
  const frame = frameOf(ctx, request, found.carrier);
  const done = (request.query as Typed).done !== undefined;
  const more = { form, formKey: freshFormKey(ctx), done };
  return show(
    web,
    request,
    reply,
    'keptCase',
    keptCasePage(frame, requireActor(request), found, knowledge, more),
    status,
  );
}

function contactOf(typed: Typed, at: string): Omit<RecordContact, 'caseId'> {
  const listed = (text: string | undefined) => (text ?? '').split(',').filter((one) => one !== '');
  const promised = typed.promised_for ?? '';
  return {
    do: 'case.record',
    way: WAYS.find((one): one is Way => one === typed.way) ?? 'call',
    counterpart: COUNTERPARTS.find((one): one is Counterpart => one === typed.counterpart) ?? 'carrier',
    gist: GISTS.find((one): one is Gist => one === typed.gist) ?? 'other',
    flagIds: listed(typed.flag_ids),
    at,
    promisedFor: isPlainDate(promised) ? endOfDay(promised) : null,
    materials: listed(typed.materials),
    ticket: typed.ticket ?? '',
    spokeWith: typed.spoke_with ?? '',
    words: typed.words ?? '',
  };
}

/** A date and time as a field gives it, meant in Shanghai. */
function momentOf(text: string): string | null {
  const instant = `${text.slice(0, 16)}:00.000Z`;
  return isInstant(instant) ? instantFromMs(msOf(instant) - SHANGHAI_MS) : null;
}
