import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../app/context.ts';
import type { Answer, FourAnswers } from '../../domain/triage/four-questions.ts';
import { ANSWERS, QUESTIONS, readFourAnswers } from '../../domain/triage/four-questions.ts';
import { paths } from '../paths.ts';
import { lawLink } from '../present/laws.ts';
import type { Web } from '../render.ts';
import { show } from '../visit.ts';

/** The pages anybody may read. The answers stand in the address: nothing is kept, and the way back loses nothing. */
export function addPublicRoutes(app: FastifyInstance, _ctx: AppContext, web: Web): void {
  app.get(paths.home, async (request, reply) => {
    const given = answersIn(request.query as Record<string, unknown>);
    return show(web, request, reply, 'home', { answers: given });
  });

  app.get(paths.check, async (request, reply) => {
    const given = answersIn(request.query as Record<string, unknown>);
    const answers: FourAnswers = { out: 'unsure', in: 'unsure', sms: 'unsure', data: 'unsure', ...given };
    const laws = (['AF-32c', 'TR-39', 'UA-10'] as const).map((id) => lawLink(request.visit.locale, id));
    return show(web, request, reply, 'check', { answers, triage: readFourAnswers(answers), laws });
  });
}

/** What the address answers; anything else is as good as no answer. */
function answersIn(query: Record<string, unknown>): Partial<FourAnswers> {
  return Object.fromEntries(
    QUESTIONS.flatMap((question) => {
      const given = query[question];
      return ANSWERS.includes(given as Answer) ? [[question, given as Answer]] : [];
    }),
  );
}
