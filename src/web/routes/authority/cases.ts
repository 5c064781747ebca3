import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { listColleagues, requireHouse } from '../../../app/assignment/house.ts';
import { getAuthorityCase } from '../../../app/authority/authority-case.ts';
import {
  AUTHORITY_STATUSES,
  listAuthorityCases,
  requireAuthority,
} from '../../../app/authority/list-authority-cases.ts';
import { listDealings } from '../../../app/authority/list-dealings.ts';
import type { CaseActInput } from '../../../app/cases/act-on-case.ts';
import { actOnCase } from '../../../app/cases/act-on-case.ts';
import type { AppContext } from '../../../app/context.ts';
import { findCarrierOf } from '../../../app/desk/find-carrier.ts';
import { maskedNumbers } from '../../../app/desk/masked.ts';
import { staffNames } from '../../../app/desk/staff-names.ts';
import { readEvidence } from '../../../app/evidence/read-evidence.ts';
import type { DeclineGround } from '../../../domain/cases/authority.ts';
import { DECLINE_GROUNDS } from '../../../domain/cases/authority.ts';
import { findText, t } from '../../../locales/index.ts';
import type { FormState, Typed } from '../../form.ts';
import { EMPTY_FORM, readForm, refusedForm } from '../../form.ts';
import { paths } from '../../paths.ts';
import { authorityCasePage, authorityQueue } from '../../present/authority.ts';
import { dealingList } from '../../present/dealings.ts';
import { carrierName } from '../../present/frame.ts';
import type { Web } from '../../render.ts';
import { requireActor, show } from '../../visit.ts';
import { askerOf, freshFormKey } from '../asking.ts';
import { addAssignmentActs } from '../assignment-acts.ts';
import { oneOf, textOf } from '../desk/desk-frame.ts';
import { sendFile } from '../send-file.ts';
import { openAuthority } from './authority-frame.ts';

type ByCase = { Params: { caseId: string } };
type ByEvidence = { Params: { caseId: string; evidenceId: string } };

const listIn = (text: string | undefined) => (text ?? '').split(',').filter((one) => one !== '');

/** What each act reads from its form; its words stand in the field of its name. */
const ACTS = {
  accept: () => ({ do: 'case.accept' }),
  decline: (typed) => ({
    do: 'case.decline',
    ground: typed.ground as DeclineGround,
    words: typed.decline_words ?? '',
  }),
  ask_carrier: (typed) => ({ do: 'case.ask_carrier', words: typed.ask_carrier_words ?? '' }),
  mediate: () => ({ do: 'case.mediate' }),
  settle: (typed) => ({
    do: 'case.settle',
    liftFlagIds: listIn(typed.lift_flag_ids),
    words: typed.settle_words ?? '',
  }),
  end_unsettled: (typed) => ({ do: 'case.end_unsettled', words: typed.end_unsettled_words ?? '' }),
  say: (typed) => ({ do: 'case.say', words: typed.say_words ?? '' }),
} satisfies Record<string, (typed: Typed) => CaseActInput>;
type Act = keyof typeof ACTS;

/** The body's queue by lawful time left, a file with everything in it, and the officers' acts on it. */
export function addAuthorityCaseRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  app.get(paths.authority, async (request, reply) => {
    const frame = await openAuthority(ctx, request);
    const status = oneOf(request, 'status', AUTHORITY_STATUSES);
    const { items, next } = await listAuthorityCases(ctx, askerOf(request), {
      ...(status ? { statuses: [status] } : {}),
      assignee: textOf(request, 'assignee'),
      cursor: textOf(request, 'cursor'),
    });
    const [names, nameOf, colleagues] = await Promise.all([
      namesOf(request, items),
      staffNames(
        ctx,
        items.map((item) => item.authorityAssignee),
      ),
      listColleagues(ctx, requireHouse(askerOf(request))),
    ]);
    return show(
      web,
      request,
      reply,
      'authorityList',
      authorityQueue(
        frame,
        items,
        { ...names, nameOf, colleagues, reader: requireActor(request), formKey: freshFormKey(ctx) },
        next,
      ),
    );
  });

  app.get(paths.authorityDealings, async (request, reply) => {
    const frame = await openAuthority(ctx, request);
    const { items, next } = await listDealings(ctx, askerOf(request), { cursor: textOf(request, 'cursor') });
    const names = await namesOf(request, items);
    return show(web, request, reply, 'authorityList', dealingList(frame, items, names, next));
  });

  app.get<ByCase>(paths.authorityCase(':caseId'), (request, reply) =>
    showCase(request, reply, request.params.caseId, EMPTY_FORM),
  );

  for (const act of Object.keys(ACTS) as Act[]) {
    // A refused form answers under the address it was sent to; looking at that address again shows the case.
    app.get<ByCase>(paths.authorityCaseAct(':caseId', act), async (request, reply) =>
      reply.redirect(paths.authorityCase(request.params.caseId), 303),
    );

    app.post<ByCase>(paths.authorityCaseAct(':caseId', act), async (request, reply) => {
      const { caseId } = request.params;
      const { locale } = request.visit;
      requireAuthority(requireActor(request));
      const typed = readForm(request);
      if (act === 'decline' && !DECLINE_GROUNDS.some((one) => one === typed.ground)) {
        const errors = { ground: t(locale, 'authority.act.ground_missing') };
        return showCase(request, reply, caseId, { typed, errors }, 422);
      }
      if (act === 'say' && !typed.say_words?.trim()) {
        const errors = { say_words: t(locale, 'case.words_missing') };
        return showCase(request, reply, caseId, { typed, errors }, 422);
      }
      try {
        await actOnCase(ctx, askerOf(request, typed), caseId, ACTS[act](typed));
        return await reply.redirect(`${paths.authorityCase(caseId)}?done=${act}`, 303);
      } catch (error) {
        return showCase(request, reply, caseId, refusedForm(locale, typed, error, { '/words': `${act}_words` }), 422);
      }
    });
  }

  addAssignmentActs(app, ctx, 'authority', showCase);

  app.get<ByEvidence>(paths.authorityEvidence(':caseId', ':evidenceId'), async (request, reply) => {
    requireAuthority(requireActor(request));
    const { caseId, evidenceId } = request.params;
    return sendFile(reply, await readEvidence(ctx, askerOf(request), caseId, evidenceId));
  });

  /** The masked numbers and the carriers of a page of cases. */
  async function namesOf(request: FastifyRequest, items: readonly { numberId: string; carrierId: string | null }[]) {
    const carrierIds = [...new Set(items.flatMap(({ carrierId }) => carrierId ?? []))];
    const [numbers, carriers] = await Promise.all([
      maskedNumbers(
        ctx,
        items.map(({ numberId }) => numberId),
      ),
      Promise.all(carrierIds.map((id) => findCarrierOf(ctx, id))),
    ]);
    const carrierOf = (id: string | null) =>
      carrierName(request.visit.locale, carriers.find((one) => one?.carrierId === id) ?? null);
    return { numbers, carrierOf };
  }

  async function showCase(request: FastifyRequest, reply: FastifyReply, caseId: string, form: FormState, status = 200) {
    requireAuthority(requireActor(request));
    const found = await getAuthorityCase(ctx, askerOf(request), caseId);
    const frame = await openAuthority(ctx, request, found.carrier);
    const { done } = request.query as { done?: string };
    const more = {
      colleagues: await listColleagues(ctx, requireHouse(askerOf(request))),
      form,
      formKey: freshFormKey(ctx),
      done: done ? (findText(request.visit.locale, `authority.done.${done}`) ?? null) : null,
    };
    const props = authorityCasePage(frame, requireActor(request), found, more);
    return show(web, request, reply, 'authorityCase', props, status);
  }
}
