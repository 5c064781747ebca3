import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isPersonal } from '../../access/relation.ts';
import type { AppContext } from '../../app/context.ts';
import { getLift } from '../../app/lifts/get-lift.ts';
import { reportNotBack } from '../../app/lifts/report-not-back.ts';
import { getMyFlag } from '../../app/mine/my-flag.ts';
import { countMyUnread, readMyInbox } from '../../app/mine/my-inbox.ts';
import { showMyNumbers } from '../../app/mine/my-numbers.ts';
import { findOwnOrganisation } from '../../app/organisations/own-organisation.ts';
import { t } from '../../locales/index.ts';
import type { FormState } from '../form.ts';
import { EMPTY_FORM, readForm, refusedForm } from '../form.ts';
import { paths } from '../paths.ts';
import { clockBadge, isOpenDoor } from '../present/clocks.ts';
import { flagNext } from '../present/flag-next.ts';
import { flagCard, gridOf, reasonsSheet } from '../present/flags.ts';
import { listOf } from '../present/frame.ts';
import { lawLink } from '../present/laws.ts';
import { liftProgress } from '../present/lifts.ts';
import { numberCard } from '../present/numbers.ts';
import { precheckLine } from '../present/prechecks.ts';
import type { Web } from '../render.ts';
import { requireActor, show } from '../visit.ts';
import { askerOf, frameOf, freshFormKey } from './asking.ts';

/** The person's numbers, messages, flags and lifts. Staff have a desk of their own. */
export function addMineRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  app.get(paths.mine, async (request, reply) => {
    const { role } = requireActor(request);
    if (role === 'admin') return reply.redirect(paths.deskHolds, 303);
    if (await findOwnOrganisation(ctx, askerOf(request))) return reply.redirect(paths.organisation, 303);
    if (!isPersonal(role)) return reply.redirect(role === 'officer' ? paths.authority : paths.desk, 303);
    const asker = askerOf(request);
    const [numbers, unread] = await Promise.all([showMyNumbers(ctx, asker), countMyUnread(ctx, asker)]);
    const cards = numbers.map((one) => numberCard(frameOf(ctx, request, one.carrier), one));
    const { done } = request.query as { done?: string };
    const said = done === 'withdraw' || done === 'forget' ? t(request.visit.locale, `case.done.${done}`) : undefined;
    return show(web, request, reply, 'mine', { numbers: cards, unread, done: said });
  });

  app.get(paths.inbox, async (request, reply) => {
    const { cursor } = request.query as { cursor?: string };
    const inbox = await readMyInbox(ctx, askerOf(request), request.visit.locale, { cursor, limit: 20 });
    const lines = inbox.items.map(({ item, subject, text }) => ({
      id: item.noticeId,
      subject,
      text,
      at: item.issuedAt,
      unread: item.readAt === null,
      href: paths[item.subject.kind](item.subject.id),
      about: item.subject.kind,
    }));
    return show(web, request, reply, 'inbox', {
      lines,
      next: inbox.next,
      begun: cursor !== undefined,
      unread: inbox.unread,
    });
  });

  app.get<{ Params: { flagId: string } }>(paths.flag(':flagId'), async (request, reply) =>
    showFlag(request, reply, request.params.flagId),
  );

  app.get<{ Params: { liftId: string } }>(paths.lift(':liftId'), async (request, reply) =>
    showLift(request, reply, request.params.liftId, EMPTY_FORM),
  );

  app.get<{ Params: { liftId: string } }>(paths.notBack(':liftId'), async (request, reply) =>
    reply.redirect(paths.lift(request.params.liftId), 303),
  );

  app.post<{ Params: { liftId: string } }>(paths.notBack(':liftId'), async (request, reply) => {
    const { liftId } = request.params;
    const typed = readForm(request);
    const words = typed.not_back_words ?? '';
    if (words.trim() === '') {
      const errors = { not_back_words: t(request.visit.locale, 'lift.not_back_words') };
      return showLift(request, reply, liftId, { typed, errors }, 422);
    }
    try {
      const { caseFile } = await reportNotBack(ctx, askerOf(request, typed), liftId, words);
      return reply.redirect(`${paths.case(caseFile.caseId)}?done=not_back`, 303);
    } catch (error) {
      return showLift(
        request,
        reply,
        liftId,
        refusedForm(request.visit.locale, typed, error, { '/words': 'not_back_words' }),
        422,
      );
    }
  });

  async function showFlag(request: FastifyRequest, reply: FastifyReply, flagId: string) {
    const { locale } = request.visit;
    const found = await getMyFlag(ctx, askerOf(request), flagId);
    const frame = frameOf(ctx, request, found.carrier);
    const { view, grounds, lift, clocks } = found;
    const mayReport = lift?.acts.includes('report_not_back') ?? false;
    const breaches = view.flag.breaches.map((one) => t(locale, `spared.${one.split(':')[1] as 'emergency'}`));
    const fraud = view.flag.cause === 'suspicion' || view.flag.cause === 'silent' || view.flag.cause === 'violation';
    return show(web, request, reply, 'flag', {
      card: flagCard(frame, view),
      grid: gridOf(view.flag),
      next: flagNext(frame, found),
      warnsOfFraud: view.owedFen > 0 && view.flag.status === 'active',
      reasons: reasonsSheet(frame, view, grounds),
      lift: lift ? liftProgress(frame, lift) : null,
      clocks: clocks
        .filter((clock) => clock.subject.kind !== 'lift_step' && !isOpenDoor(clock))
        .map((clock) => clockBadge(frame, clock)),
      notBack: lift && mayReport ? { liftId: lift.lift.liftId, formKey: freshFormKey(ctx), form: EMPTY_FORM } : null,
      notBackSaid: lift !== null && lift.lift.notBackAt !== null,
      precheck: precheckLine(frame, found.caseFile),
      breaches: breaches.length > 0 ? t(locale, 'flag.breach', { list: listOf(locale, [...new Set(breaches)]) }) : null,
      laws: (fraud ? (['AF-32c', 'TR-39', 'UA-10'] as const) : (['TR-39', 'UA-10'] as const)).map((id) =>
        lawLink(locale, id),
      ),
    });
  }

  async function showLift(request: FastifyRequest, reply: FastifyReply, liftId: string, form: FormState, status = 200) {
    const { locale } = request.visit;
    const asker = askerOf(request);
    const view = await getLift(ctx, asker, liftId);
    const { carrier } = await getMyFlag(ctx, asker, view.lift.flagIds[0] ?? '');
    const frame = frameOf(ctx, request, carrier);
    const back = view.status === 'completed';
    return show(
      web,
      request,
      reply,
      'lift',
      {
        liftId,
        lift: liftProgress(frame, view),
        next: back
          ? { title: t(locale, 'flag.next.lifted'), body: t(locale, 'flag.next.lifted_body') }
          : { title: t(locale, 'flag.next.lifting'), body: t(locale, 'flag.next.lifting_body') },
        clocks: view.clocks.map((clock) => clockBadge(frame, clock)),
        mayReport: view.acts.includes('report_not_back'),
        reported: view.lift.notBackAt !== null,
        form,
        formKey: freshFormKey(ctx),
      },
      status,
    );
  }
}
