import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../../app/context.ts';
import { maskedNumbers } from '../../../app/desk/masked.ts';
import { countRules } from '../../../app/flags/count-rules.ts';
import { listFlags } from '../../../app/flags/list-flags.ts';
import { actOnLift } from '../../../app/lifts/act-on-lift.ts';
import { getLift } from '../../../app/lifts/get-lift.ts';
import { getMyFlag } from '../../../app/mine/my-flag.ts';
import { CAUSES } from '../../../domain/flags/words.ts';
import { t } from '../../../locales/index.ts';
import type { FormState } from '../../form.ts';
import { EMPTY_FORM, readForm, refusedForm } from '../../form.ts';
import { paths } from '../../paths.ts';
import { deskFlagPage } from '../../present/desk-case.ts';
import { flagList, ruleList } from '../../present/desk-lists.ts';
import type { Web } from '../../render.ts';
import { show } from '../../visit.ts';
import { askerOf, freshFormKey } from '../asking.ts';
import { doneIn, oneOf, openDesk, textOf } from './desk-frame.ts';
import { savedAbove } from './filters.ts';

type ByFlag = { Params: { flagId: string } };
type ByLift = { Params: { liftId: string } };

/** Flags of the carrier, one flag whole, and what became of each rule's flags. */
export function addDeskFlagRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  app.get(paths.deskFlags, async (request, reply) => {
    const frame = await openDesk(ctx, request);
    const { items, next } = await listFlags(ctx, askerOf(request), {
      status: oneOf(request, 'status', ['active', 'lifting', 'lifted', 'detached']),
      cause: oneOf(request, 'cause', CAUSES),
      ruleId: textOf(request, 'rule'),
      cursor: textOf(request, 'cursor'),
    });
    const numbers = await maskedNumbers(
      ctx,
      items.map((item) => item.numberId),
    );
    const saved = await savedAbove(ctx, request, 'flags', items.length);
    const props = { ...flagList(frame, items, numbers, next), saved, done: doneIn(request) };
    return show(web, request, reply, 'deskList', props);
  });

  app.get<ByFlag>(paths.deskFlag(':flagId'), (request, reply) =>
    showFlag(request, reply, request.params.flagId, EMPTY_FORM),
  );

  app.post<ByLift>(paths.deskLift(':liftId'), async (request, reply) => {
    const typed = readForm(request);
    const { locale } = request.visit;
    const { liftId } = request.params;
    const { lift } = await getLift(ctx, askerOf(request), liftId);
    const flagId = lift.flagIds[0] ?? '';
    if ((typed.why ?? '').trim() === '')
      return showFlag(request, reply, flagId, { typed, errors: { why: t(locale, 'case.words_missing') } }, 422);
    try {
      await actOnLift(ctx, askerOf(request, typed), liftId, { do: 'accept_lift_failure', why: typed.why ?? '' });
      return await reply.redirect(`${paths.deskFlag(flagId)}?done=accept_failure`, 303);
    } catch (error) {
      return showFlag(request, reply, flagId, refusedForm(locale, typed, error), 422);
    }
  });

  app.get(paths.deskRules, async (request, reply) => {
    const frame = await openDesk(ctx, request);
    return show(web, request, reply, 'deskList', ruleList(frame, await countRules(ctx, askerOf(request))));
  });

  async function showFlag(request: FastifyRequest, reply: FastifyReply, flagId: string, form: FormState, status = 200) {
    const frame = await openDesk(ctx, request);
    const found = await getMyFlag(ctx, askerOf(request), flagId);
    const more = { form, formKey: freshFormKey(ctx), done: doneIn(request) };
    return show(web, request, reply, 'deskFlag', deskFlagPage(frame, found, more), status);
  }
}
