import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isPersonal } from '../../access/relation.ts';
import type { AppContext } from '../../app/context.ts';
import { answerCorrection } from '../../app/corrections/answer-correction.ts';
import { askCorrection } from '../../app/corrections/ask-correction.ts';
import { prepareCorrection } from '../../app/corrections/prepare-correction.ts';
import { getCorrection, listCorrections } from '../../app/corrections/view-correction.ts';
import { maskedNumbers } from '../../app/desk/masked.ts';
import { factWords } from '../../app/numbers/fact-words.ts';
import { CORRECTION_OUTCOMES, CORRECTION_SUBJECTS } from '../../domain/corrections/correction.ts';
import { t } from '../../locales/index.ts';
import { formatDayOf } from '../../platform/locale.ts';
import type { FormState } from '../form.ts';
import { EMPTY_FORM, readForm, refusedForm } from '../form.ts';
import { paths } from '../paths.ts';
import { correctionEffect, correctionLine } from '../present/corrections.ts';
import { carrierName } from '../present/frame.ts';
import type { Web } from '../render.ts';
import { requireActor, show } from '../visit.ts';
import { askerOf, freshFormKey } from './asking.ts';
import { openDesk } from './desk/desk-frame.ts';

type ByNumber = { Params: { numberId: string } };
type ById = { Params: { correctionId: string } };

/** Having what is kept put right: the person asks, the carrier's desk answers. */
export function addCorrectionRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  app.get<ByNumber>(paths.correct(':numberId'), (request, reply) => showAsking(request, reply, EMPTY_FORM));

  app.post<ByNumber>(paths.correct(':numberId'), async (request, reply) => {
    const typed = readForm(request);
    const { locale } = request.visit;
    const { numberId } = request.params;
    const asker = askerOf(request, typed);
    const subject = CORRECTION_SUBJECTS.find((one) => one === typed.subject);
    if (!subject) {
      const errors = { subject: t(locale, 'correction.subject') };
      return showAsking(request, reply, { typed, errors }, 422);
    }
    try {
      const given = { subject, factId: typed.fact_id || null, words: typed.words ?? '' };
      const { outcome } = await askCorrection(ctx, asker, numberId, given);
      // Whoever is no person of the line any more reads nothing of it.
      if (outcome !== null) return reply.redirect(`${paths.data}?done=corrected`, 303);
      return reply.redirect(`${paths.correct(numberId)}?done=asked`, 303);
    } catch (error) {
      return showAsking(request, reply, refusedForm(locale, typed, error), 422);
    }
  });

  app.get<ById>(paths.correction(':correctionId'), async (request, reply) => {
    const { role } = requireActor(request);
    const { correctionId } = request.params;
    const { numberId } = await getCorrection(ctx, askerOf(request), correctionId);
    const to = isPersonal(role) ? `${paths.correct(numberId)}#${correctionId}` : paths.deskCorrection(correctionId);
    return reply.redirect(to, 303);
  });

  app.get<ById>(paths.deskCorrection(':correctionId'), (request, reply) => showAnswering(request, reply, EMPTY_FORM));

  app.post<ById>(paths.deskCorrection(':correctionId'), async (request, reply) => {
    const typed = readForm(request);
    const { locale } = request.visit;
    const asker = askerOf(request, typed);
    const outcome = CORRECTION_OUTCOMES.find((one) => one === typed.outcome);
    if (!outcome) {
      const errors = { outcome: t(locale, 'desk.correction.outcome') };
      return showAnswering(request, reply, { typed, errors }, 422);
    }
    try {
      await answerCorrection(ctx, asker, request.params.correctionId, { outcome, words: typed.words ?? '' });
      return reply.redirect(`${paths.deskAttention}?done=correction`, 303);
    } catch (error) {
      return showAnswering(request, reply, refusedForm(locale, typed, error), 422);
    }
  });

  async function showAsking(request: FastifyRequest<ByNumber>, reply: FastifyReply, form: FormState, status = 200) {
    const { locale, now } = request.visit;
    const { numberId } = request.params;
    const asker = askerOf(request);
    const { masked, carrier, origin, subjects, facts } = await prepareCorrection(ctx, asker, numberId);
    const asked = await listCorrections(ctx, asker, numberId);
    const { done } = request.query as { done?: string };
    const props = {
      number: masked,
      action: paths.correct(numberId),
      carrier: origin === 'reported' ? null : carrierName(locale, carrier),
      subjects: subjects.map((value) => ({ value, label: t(locale, `correction.subject.${value}`) })),
      facts: facts.map(({ factId, fact, at }) => ({
        value: factId,
        label: `${formatDayOf(locale, at, now)} ${factWords(locale, fact)}`,
      })),
      asked: asked.map((one) => correctionLine(locale, one)),
      done: done === 'asked' ? t(locale, 'correction.done') : null,
      form,
      formKey: freshFormKey(ctx),
    };
    return show(web, request, reply, 'correct', props, status);
  }

  async function showAnswering(request: FastifyRequest<ById>, reply: FastifyReply, form: FormState, status = 200) {
    const { carrier, locale } = await openDesk(ctx, request);
    const { correctionId } = request.params;
    const one = await getCorrection(ctx, askerOf(request), correctionId);
    const { what, words, state, fact, answer } = correctionLine(locale, one);
    const props = {
      ...{ carrier, what, words, state, fact, answer },
      number: (await maskedNumbers(ctx, [one.numberId])).get(one.numberId) ?? '',
      action: paths.deskCorrection(correctionId),
      effect: correctionEffect(locale, one),
      mayAnswer: one.mayAnswer,
      form,
      formKey: freshFormKey(ctx),
    };
    return show(web, request, reply, 'deskCorrection', props, status);
  }
}
