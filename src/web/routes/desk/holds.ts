import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { holdScope, isRefusal } from '../../../access/lists.ts';
import type { AppContext } from '../../../app/context.ts';
import { findCarrierOf } from '../../../app/desk/find-carrier.ts';
import { maskedNumbers } from '../../../app/desk/masked.ts';
import { staffNames } from '../../../app/desk/staff-names.ts';
import type { HoldView } from '../../../app/holds/holds.ts';
import { endHold, listMyHolds, placeHold } from '../../../app/holds/holds.ts';
import { resolveScope } from '../../../app/holds/resolve-scope.ts';
import { RefusalError } from '../../../domain/refusal.ts';
import { HOLD_GROUNDS } from '../../../domain/retention/hold.ts';
import type { Locale } from '../../../locales/index.ts';
import { t } from '../../../locales/index.ts';
import { formatMoment } from '../../../platform/locale.ts';
import type { FormState } from '../../form.ts';
import { EMPTY_FORM, readForm, refusedForm } from '../../form.ts';
import { paths } from '../../paths.ts';
import { carrierName } from '../../present/frame.ts';
import type { Web } from '../../render.ts';
import { requireActor, show } from '../../visit.ts';
import { askerOf, freshFormKey } from '../asking.ts';
import { doneIn, oneOf, textOf } from './desk-frame.ts';

type ById = { Params: { holdId: string } };

/** Legal holds at a carrier: an administrator places and ends them, an auditor looks on. */
export function addDeskHoldRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  app.get(paths.deskHolds, (request, reply) => showHolds(request, reply, EMPTY_FORM));

  app.post(paths.deskHolds, async (request, reply) => {
    const typed = readForm(request);
    const asker = askerOf(request, typed);
    try {
      requireScope(request);
      const { numberId, caseIds } = await resolveScope(ctx, asker, {
        mobileNumber: typed.mobile_number ?? '',
        references: (typed.references ?? '').split(/[,，、\s]+/).filter((one) => one !== ''),
      });
      const ground = HOLD_GROUNDS.find((one) => one === typed.ground) ?? 'court';
      await placeHold(ctx, asker, numberId, { ground, caseIds, why: typed.why ?? '' });
      return await reply.redirect(`${paths.deskHolds}?done=hold_placed`, 303);
    } catch (error) {
      return showHolds(request, reply, refusedForm(request.visit.locale, typed, error), 422);
    }
  });

  app.get<ById>(paths.deskHoldEnd(':holdId'), async (_request, reply) => reply.redirect(paths.deskHolds, 303));

  app.post<ById>(paths.deskHoldEnd(':holdId'), async (request, reply) => {
    const typed = readForm(request);
    const { holdId } = request.params;
    const field = `end_why-${holdId}`;
    try {
      await endHold(ctx, askerOf(request, typed), holdId, typed[field] ?? typed.words ?? '');
      return await reply.redirect(`${paths.deskHolds}?done=hold_ended`, 303);
    } catch (error) {
      if (error instanceof RefusalError && error.refusal.code.startsWith('access.')) throw error;
      return showHolds(request, reply, refusedForm(request.visit.locale, typed, error, { '/why': field }), 422);
    }
  });

  async function showHolds(request: FastifyRequest, reply: FastifyReply, form: FormState, status = 200) {
    const { locale } = request.visit;
    const carrierId = requireScope(request);
    const ended = oneOf(request, 'ended', ['yes']) !== undefined;
    const { items, next } = await listMyHolds(ctx, askerOf(request), { ended, cursor: textOf(request, 'cursor') });
    const [numbers, nameOf, carrier] = await Promise.all([
      maskedNumbers(
        ctx,
        items.map((item) => item.numberId),
      ),
      staffNames(
        ctx,
        items.map((item) => item.placedBy),
      ),
      findCarrierOf(ctx, carrierId),
    ]);
    const props = {
      carrier: carrierName(locale, carrier),
      holds: items.map((item) => holdLine(locale, item, numbers.get(item.numberId) ?? '', nameOf(item.placedBy))),
      ended,
      next,
      mayPlace: requireActor(request).role === 'admin',
      grounds: HOLD_GROUNDS.map((value) => ({ value, label: t(locale, `hold.ground.${value}`) })),
      done: doneIn(request),
      form,
      formKey: freshFormKey(ctx),
    };
    return show(web, request, reply, 'deskHolds', props, status);
  }
}

function requireScope(request: FastifyRequest): string {
  const scope = holdScope(requireActor(request));
  if (isRefusal(scope)) throw new RefusalError(scope);
  return scope.carrierId;
}

function holdLine(locale: Locale, item: HoldView, number: string, who: string) {
  const at = formatMoment(locale, item.placedAt);
  return {
    id: item.holdId,
    number,
    ground: t(locale, `hold.ground.${item.ground}`),
    scope: item.caseIds ? t(locale, 'desk.hold.cases', { n: item.caseIds.length }) : t(locale, 'desk.hold.all'),
    when: item.endedAt
      ? t(locale, 'desk.hold.until', { from: at, to: formatMoment(locale, item.endedAt), who })
      : t(locale, 'desk.hold.since', { at, who }),
    why: item.why,
  };
}
