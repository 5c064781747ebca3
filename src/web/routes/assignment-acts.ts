import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { handOver } from '../../app/assignment/hand-over.ts';
import { actOnCase } from '../../app/cases/act-on-case.ts';
import type { AppContext } from '../../app/context.ts';
import type { Side } from '../../domain/cases/claim.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import type { FormState } from '../form.ts';
import { readForm, refusedForm } from '../form.ts';
import { paths } from '../paths.ts';
import { ASSIGNMENT_ACTS } from '../present/assignee.ts';
import { askerOf } from './asking.ts';

type ByCase = { Params: { caseId: string } };
type ShowCase = (
  request: FastifyRequest,
  reply: FastifyReply,
  caseId: string,
  form: FormState,
  status?: number,
) => Promise<unknown>;

/** Claiming, taking over, putting back and handing over a case, from the page of the case on either side. */
export function addAssignmentActs(app: FastifyInstance, ctx: AppContext, side: Side, showCase: ShowCase): void {
  const [pathOf, one] =
    side === 'desk' ? [paths.deskCaseAct, paths.deskCase] : [paths.authorityCaseAct, paths.authorityCase];
  for (const act of ASSIGNMENT_ACTS) {
    app.get<ByCase>(pathOf(':caseId', act), async (request, reply) => reply.redirect(one(request.params.caseId), 303));

    app.post<ByCase>(pathOf(':caseId', act), async (request, reply) => {
      const { caseId } = request.params;
      const typed = readForm(request);
      try {
        const asker = askerOf(request, typed);
        if (act === 'hand_over') {
          if (!typed.to) throw new RefusalError(refusal('case.whom_missing', {}, '/to'));
          await handOver(ctx, asker, caseId, typed.to);
        } else await actOnCase(ctx, asker, caseId, { do: `case.${act}` });
      } catch (error) {
        return showCase(request, reply, caseId, refusedForm(request.visit.locale, typed, error), 422);
      }
      // Words that came along stand in their fields again.
      if (Object.keys(typed).some((name) => name.endsWith('_words')))
        return showCase(request, reply, caseId, { typed, errors: {} });
      return reply.redirect(`${one(caseId)}?done=${act}`, 303);
    });
  }
}
