import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../app/context.ts';
import { acceptMandate } from '../../app/mandates/accept-mandate.ts';
import { listConnectedCarriers } from '../../app/mandates/connected-carriers.ts';
import { getMandate, listMyMandates, revokeMandate } from '../../app/mandates/my-mandates.ts';
import { offerMandate, readTerms, tryTerms } from '../../app/mandates/offer-mandate.ts';
import { handInPaper, listMyPapers } from '../../app/mandates/papers.ts';
import { sendSigningCode } from '../../app/mandates/prove-self.ts';
import { showMyNumbers } from '../../app/mine/my-numbers.ts';
import { maskMobile } from '../../domain/numbers/mobile-number.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { findText, t } from '../../locales/index.ts';
import { formatMoment, formatPhone } from '../../platform/locale.ts';
import type { FormState, Typed } from '../form.ts';
import { EMPTY_FORM, formRefused, readForm, refusedForm } from '../form.ts';
import { paths } from '../paths.ts';
import { actOptions, kindOptions, mandateCard, mandateDetail, termLines } from '../present/mandates.ts';
import type { Web } from '../render.ts';
import { requireActor, show } from '../visit.ts';
import { askerOf, frameOf } from './asking.ts';
import { readUpload } from './upload.ts';

type ByMandate = { Params: { mandateId: string } };
const FIELDS = {
  '/fee_fen': 'fee_yuan',
  '/representative': 'form',
  '/principal_id': 'number_id',
  '/names': 'principal',
};

/** Letting somebody act for one, acting for somebody, and the end of it. */
export function addMandateRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  app.get(paths.mandates, async (request, reply) => showList(request, reply, EMPTY_FORM));

  app.get(paths.mandateNew, async (request, reply) => showNew(request, reply, EMPTY_FORM));

  app.post(paths.mandateNew, async (request, reply) => {
    const typed = readForm(request);
    try {
      const { numberId, terms } = termsIn(typed);
      const asker = askerOf(request, typed);
      await tryTerms(ctx, asker, numberId, terms);
      const sentBy = await sendSigningCode(ctx, asker, request.visit.locale);
      return showSign(request, reply, { ...typed, sent_by: sentBy }, {});
    } catch (error) {
      return showNew(request, reply, refusedForm(request.visit.locale, typed, error, FIELDS), 422);
    }
  });

  app.post(paths.mandateSign, async (request, reply) => {
    const typed = readForm(request);
    const late = await app.limits.codes(request, reply);
    if (late) return showSign(request, reply, typed, formRefused(request.visit.locale, typed, late).errors, 429);
    try {
      const { numberId, terms } = termsIn(typed);
      const code = await offerMandate(ctx, askerOf(request), { numberId, terms, code: typed.code ?? '' });
      return show(web, request, reply, 'mandateOffer', { code });
    } catch (error) {
      return showSign(request, reply, typed, refusedForm(request.visit.locale, typed, error, FIELDS).errors, 422);
    }
  });

  app.post(paths.mandateAccept, async (request, reply) => {
    const typed = readForm(request);
    const late = await app.limits.codes(request, reply);
    if (late) return showList(request, reply, formRefused(request.visit.locale, typed, late), 429);
    try {
      const mandateId = await acceptMandate(ctx, askerOf(request), { code: typed.code ?? '', name: typed.name ?? '' });
      if (mandateId === null) return reply.redirect(`${paths.organisation}?done=appointed`, 303);
      return reply.redirect(`${paths.mandate(mandateId)}?done=accept`, 303);
    } catch (error) {
      return showList(request, reply, refusedForm(request.visit.locale, typed, error, FIELDS), 422);
    }
  });

  app.get(paths.mandatePaper, async (request, reply) => showPaper(request, reply, EMPTY_FORM));

  app.post(paths.mandatePaper, async (request, reply) => {
    const { typed, file } = await readUpload(request, reply);
    try {
      if (file instanceof RefusalError) throw file;
      const { terms } = termsIn(typed);
      const {
        carrier_id: carrierId = '',
        mobile_number: mobileNumber = '',
        principal = '',
        representative = '',
      } = typed;
      await handInPaper(ctx, askerOf(request, typed), {
        carrierId,
        mobileNumber,
        principal,
        representative,
        terms,
        file,
      });
      return reply.redirect(`${paths.mandates}?done=paper`, 303);
    } catch (error) {
      return showPaper(request, reply, refusedForm(request.visit.locale, typed, error, FIELDS), 422);
    }
  });

  for (const path of [paths.mandateSign, paths.mandateAccept])
    app.get(path, async (_request, reply) => reply.redirect(paths.mandates, 303));

  app.get<ByMandate>(paths.mandate(':mandateId'), async (request, reply) => {
    const actor = requireActor(request);
    const view = await getMandate(ctx, askerOf(request), request.params.mandateId);
    const frame = frameOf(ctx, request, null);
    return show(web, request, reply, 'mandate', mandateDetail(frame, actor, view, doneIn(request)));
  });

  app.post<ByMandate>(paths.mandate(':mandateId'), async (request, reply) => {
    const typed = readForm(request);
    await revokeMandate(ctx, askerOf(request, typed), request.params.mandateId);
    return reply.redirect(`${paths.mandates}?done=revoke`, 303);
  });

  async function showList(request: FastifyRequest, reply: FastifyReply, form: FormState, status = 200) {
    const { locale, now } = request.visit;
    requireActor(request);
    const asker = askerOf(request);
    const [{ given, received }, papers, numbers] = await Promise.all([
      listMyMandates(ctx, asker),
      listMyPapers(ctx, asker),
      ownNumbers(request),
    ]);
    return show(
      web,
      request,
      reply,
      'mandates',
      {
        given: given.map((one) => mandateCard(locale, one, now)),
        received: received.map((one) => mandateCard(locale, one, now)),
        papers: papers.map(({ paperId, status: of, createdAt, ground }) => ({
          id: paperId,
          when: formatMoment(locale, createdAt, now),
          status: [t(locale, `mandate.paper.${of}`), ground && findText(locale, `mandate.ground.${ground}`)]
            .filter(Boolean)
            .join(t(locale, 'mandate.because')),
        })),
        mayGive: numbers.length > 0,
        form,
        done: doneIn(request),
      },
      status,
    );
  }

  async function showNew(request: FastifyRequest, reply: FastifyReply, form: FormState, status = 200) {
    const { locale } = request.visit;
    const props = { numbers: await ownNumbers(request), kinds: kindOptions(locale), acts: actOptions(locale), form };
    return show(web, request, reply, 'mandateNew', props, status);
  }

  async function showSign(
    request: FastifyRequest,
    reply: FastifyReply,
    typed: Typed,
    errors: FormState['errors'],
    status = 200,
  ) {
    const { locale } = request.visit;
    const { numberId, terms } = termsIn(typed);
    const number = (await ownNumbers(request)).find(({ value }) => value === numberId)?.label ?? '';
    const { number_id = '', kind = '', acts = '', days = '', fee_yuan = '', sent_by = '' } = typed;
    const sentBy = sent_by === 'mail' || sent_by === 'sms' ? sent_by : 'return_code';
    return show(
      web,
      request,
      reply,
      'mandateSign',
      {
        terms: termLines(locale, terms, number),
        hidden: { number_id, kind, acts, days, fee_yuan, sent_by: sentBy },
        sentBy,
        form: { typed, errors },
      },
      status,
    );
  }

  async function showPaper(request: FastifyRequest, reply: FastifyReply, form: FormState, status = 200) {
    const { locale } = request.visit;
    requireActor(request);
    const carriers = (await listConnectedCarriers(ctx)).map(({ carrierId, nameZh, nameEn }) => ({
      value: carrierId,
      label: locale === 'en' ? nameEn : nameZh,
    }));
    const props = { carriers, kinds: kindOptions(locale), acts: actOptions(locale), form };
    return show(web, request, reply, 'mandatePaper', props, status);
  }

  /** The open lines that are the person's own: nobody hands on what they act on for somebody else. */
  async function ownNumbers(request: FastifyRequest) {
    const numbers = await showMyNumbers(ctx, askerOf(request));
    return numbers
      .filter(({ relation }) => relation === 'holder' || relation === 'user')
      .map(({ numberId, digits }) => ({ value: numberId, label: digits ? formatPhone(maskMobile(digits)) : '···' }));
  }
}

function termsIn(typed: Typed) {
  const days = Number(typed.days ?? '');
  const fee = Number(typed.fee_yuan || '0');
  if (!Number.isFinite(fee) || fee < 0 || fee > 10_000_000)
    throw new RefusalError(refusal('mandate.fee_not_allowed', {}, '/fee_fen'));
  const acts = (typed.acts ?? '').split(',');
  const terms = readTerms({ kind: typed.kind, acts, days, feeFen: Math.round(fee * 100) });
  return { numberId: typed.number_id ?? '', terms };
}

function doneIn(request: FastifyRequest): string | null {
  const { done } = request.query as { done?: string };
  return done ? (findText(request.visit.locale, `mandate.done.${done}`) ?? null) : null;
}
