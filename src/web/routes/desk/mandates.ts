import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../../app/context.ts';
import {
  grantByPaper,
  listDeskPapers,
  PAPER_GROUNDS,
  readPaperFile,
  refusePaper,
} from '../../../app/mandates/papers.ts';
import { t } from '../../../locales/index.ts';
import { formatMoment } from '../../../platform/locale.ts';
import type { FormState } from '../../form.ts';
import { EMPTY_FORM, readForm, refusedForm } from '../../form.ts';
import { paths } from '../../paths.ts';
import { termLines } from '../../present/mandates.ts';
import type { Web } from '../../render.ts';
import { show } from '../../visit.ts';
import { askerOf } from '../asking.ts';
import { sendFile } from '../send-file.ts';
import { doneIn, openDesk } from './desk-frame.ts';

type ByPaper = { Params: { paperId: string } };

/** Mandates on paper at the carrier's desk. */
export function addDeskMandateRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  app.get(paths.deskMandates, async (request, reply) => showPapers(request, reply, EMPTY_FORM));

  app.get<ByPaper>(paths.deskMandate(':paperId'), async (_request, reply) => reply.redirect(paths.deskMandates, 303));

  app.get<ByPaper>(paths.deskMandateFile(':paperId'), async (request, reply) => {
    await openDesk(ctx, request);
    return sendFile(reply, await readPaperFile(ctx, askerOf(request), request.params.paperId));
  });

  app.post<ByPaper>(paths.deskMandate(':paperId'), async (request, reply) => {
    const typed = readForm(request);
    const { paperId } = request.params;
    const asker = askerOf(request, typed);
    try {
      if (typed.act === 'grant') await grantByPaper(ctx, asker, paperId);
      else await refusePaper(ctx, asker, paperId, PAPER_GROUNDS.find((one) => one === typed.ground) ?? 'unreadable');
      return reply.redirect(`${paths.deskMandates}?done=mandate_${typed.act === 'grant' ? 'granted' : 'refused'}`, 303);
    } catch (error) {
      return showPapers(request, reply, refusedForm(request.visit.locale, typed, error), 422);
    }
  });

  async function showPapers(request: FastifyRequest, reply: FastifyReply, form: FormState, status = 200) {
    const { carrier, locale, now } = await openDesk(ctx, request);
    const papers = await listDeskPapers(ctx, askerOf(request));
    return show(
      web,
      request,
      reply,
      'deskMandates',
      {
        carrier,
        papers: papers.map(({ paperId, createdAt, mobile, principal, representative, terms }) => ({
          id: paperId,
          when: formatMoment(locale, createdAt, now),
          number: mobile,
          principal,
          representative,
          terms: termLines(locale, terms, mobile),
        })),
        grounds: PAPER_GROUNDS.map((ground) => ({ value: ground, label: t(locale, `mandate.ground.${ground}`) })),
        done: doneIn(request),
        form,
      },
      status,
    );
  }
}
