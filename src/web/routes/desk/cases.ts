import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { listColleagues, requireHouse } from '../../../app/assignment/house.ts';
import type { CaseActInput } from '../../../app/cases/act-on-case.ts';
import { actOnCase } from '../../../app/cases/act-on-case.ts';
import { fillReason } from '../../../app/cases/fill-reason.ts';
import { listCases } from '../../../app/cases/list-cases.ts';
import type { AppContext } from '../../../app/context.ts';
import { getDeskCase } from '../../../app/desk/desk-case.ts';
import { maskedNumbers } from '../../../app/desk/masked.ts';
import { staffNames } from '../../../app/desk/staff-names.ts';
import { readEvidence } from '../../../app/evidence/read-evidence.ts';
import { acceptHolderPapers } from '../../../app/holder/accept-papers.ts';
import { countPrechecks } from '../../../app/prechecks/list-prechecks.ts';
import type { Finding } from '../../../domain/cases/case.ts';
import { CASE_STATUSES } from '../../../domain/cases/case.ts';
import { RefusalError } from '../../../domain/refusal.ts';
import type { Locale } from '../../../locales/index.ts';
import { t } from '../../../locales/index.ts';
import type { FormState, Typed } from '../../form.ts';
import { EMPTY_FORM, readForm, refusedForm } from '../../form.ts';
import { paths } from '../../paths.ts';
import { deskCasePage } from '../../present/desk-case.ts';
import { queueList } from '../../present/desk-lists.ts';
import { precheckAnswer } from '../../present/precheck-phrases.ts';
import type { Web } from '../../render.ts';
import { requireActor, show } from '../../visit.ts';
import { askerOf, freshFormKey } from '../asking.ts';
import { addAssignmentActs } from '../assignment-acts.ts';
import { sendFile } from '../send-file.ts';
import { doneIn, oneOf, openDesk, textOf } from './desk-frame.ts';
import { savedAbove, whoLeft } from './filters.ts';

type ByCase = { Params: { caseId: string } };
type ByEvidence = { Params: { caseId: string; evidenceId: string } };
type DeskAct =
  | 'start_review'
  | 'order_lift'
  | 'ask_material'
  | 'decide'
  | 'say'
  | 'answer_authority'
  | 'answer_precheck';

const HOLDER_RESULTS = ['passed', 'failed'] as const;
const listIn = (text: string | undefined) => (text ?? '').split(',').filter((one) => one !== '');

/** What each act reads from its form, and under which field each part of the command stands there. */
const ACTS: Readonly<
  Record<
    DeskAct,
    { readonly read: (typed: Typed, locale: Locale) => CaseActInput; readonly fields: Readonly<Record<string, string>> }
  >
> = {
  start_review: { read: () => ({ do: 'case.start_review' }), fields: {} },
  order_lift: { read: () => ({ do: 'case.order_lift' }), fields: {} },
  ask_material: {
    read: (typed) => ({
      do: 'case.ask_material',
      materials: listIn(typed.materials),
      words: typed.ask_words ?? '',
      changed: typed.ask_changed ?? '',
    }),
    fields: { '/words': 'ask_words', '/changed': 'ask_changed' },
  },
  decide: {
    read: (typed) => ({
      do: 'case.decide',
      finding: (typed.finding ?? '') as Finding,
      liftFlagIds: typed.finding === 'grounded' ? [] : listIn(typed.lift_flag_ids),
      ruleRelied: typed.rule_relied ?? '',
      words: typed.decide_words ?? '',
      // The form has asked; papers left unticked are said not to be what the no is about.
      turnedDown: {
        materials: typed.finding === 'grounded' ? listIn(typed.turned_down) : [],
        changed: typed.turned_changed ?? '',
      },
    }),
    fields: { '/words': 'decide_words', '/changed': 'turned_changed' },
  },
  answer_precheck: {
    read: (typed, locale) => precheckAnswer(locale, typed),
    fields: { '/papers': 'precheck', '/enough': 'precheck', '/words': 'precheck_words' },
  },
  say: { read: (typed) => ({ do: 'case.say', words: typed.say_words ?? '' }), fields: { '/words': 'say_words' } },
  answer_authority: {
    read: (typed) => ({ do: 'case.answer_authority', words: typed.answer_words ?? '' }),
    fields: { '/words': 'answer_words' },
  },
};

/** The queue by lawful time left, a case with everything in it, and the desk's acts on it. */
export function addDeskCaseRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  app.get(paths.desk, async (request, reply) => {
    const frame = await openDesk(ctx, request);
    const status = oneOf(request, 'status', CASE_STATUSES);
    const { items, next } = await listCases(ctx, askerOf(request), {
      statuses: status ? [status] : undefined,
      assignee: textOf(request, 'assignee'),
      sort: oneOf(request, 'sort', ['opened']) ?? 'due',
      cursor: textOf(request, 'cursor'),
    });
    const [numbers, nameOf, colleagues, saved, papersWaiting] = await Promise.all([
      maskedNumbers(
        ctx,
        items.map((item) => item.numberId),
      ),
      staffNames(
        ctx,
        items.flatMap((item) => [item.reviewerId, item.assignee]),
      ),
      listColleagues(ctx, requireHouse(askerOf(request))),
      savedAbove(ctx, request, 'queue', items.length),
      countPrechecks(ctx, askerOf(request)),
    ]);
    const left = await whoLeft(ctx, colleagues, textOf(request, 'assignee'));
    const team = { nameOf, colleagues, left, reader: requireActor(request), formKey: freshFormKey(ctx) };
    const beside = {
      label: t(request.visit.locale, 'desk.precheck.link', { waiting: papersWaiting }),
      href: paths.deskPrechecks,
    };
    const props = { ...queueList(frame, items, numbers, team, next), beside, saved, done: doneIn(request) };
    return show(web, request, reply, 'deskList', props);
  });

  app.get<ByCase>(paths.deskCase(':caseId'), (request, reply) =>
    showCase(request, reply, request.params.caseId, EMPTY_FORM),
  );

  for (const act of Object.keys(ACTS) as DeskAct[]) {
    app.post<ByCase>(paths.deskCaseAct(':caseId', act), async (request, reply) => {
      const { caseId } = request.params;
      const typed = readForm(request);
      const { read, fields } = ACTS[act];
      try {
        if (act === 'decide' && !typed.finding) {
          return await showCase(
            request,
            reply,
            caseId,
            { typed, errors: { finding: t(request.visit.locale, 'desk.finding_missing') } },
            422,
          );
        }
        await actOnCase(ctx, askerOf(request, typed), caseId, read(typed, request.visit.locale));
        return await reply.redirect(`${paths.deskCase(caseId)}?done=${act}`, 303);
      } catch (error) {
        return showCase(request, reply, caseId, refusedForm(request.visit.locale, typed, error, fields), 422);
      }
    });
  }

  app.post<ByCase>(paths.deskCaseAct(':caseId', 'fill_template'), async (request, reply) => {
    const { caseId } = request.params;
    const typed = readForm(request);
    try {
      const words = await fillReason(ctx, askerOf(request, typed), caseId, typed.template ?? '');
      const before = (typed.decide_words ?? '').trim();
      // What was typed stays, and the same words are put in once.
      const decide_words = before === '' ? words : before.includes(words) ? before : `${before}\n${words}`;
      return await showCase(request, reply, caseId, { typed: { ...typed, decide_words }, errors: {} });
    } catch (error) {
      if (error instanceof RefusalError && error.refusal.code.startsWith('access.')) throw error;
      return showCase(request, reply, caseId, refusedForm(request.visit.locale, typed, error), 422);
    }
  });

  app.post<ByCase>(paths.deskCaseAct(':caseId', 'holder_proof'), async (request, reply) => {
    const { caseId } = request.params;
    const typed = readForm(request);
    const { locale } = request.visit;
    try {
      const asker = askerOf(request, typed);
      const found = HOLDER_RESULTS.find((one) => one === typed.holder_result);
      if (found === undefined) {
        await getDeskCase(ctx, asker, caseId);
        const errors = { holder_result: t(locale, 'desk.holder.result_missing') };
        return await showCase(request, reply, caseId, { typed, errors }, 422);
      }
      await acceptHolderPapers(ctx, asker, caseId, { evidenceId: null, passed: found === 'passed' });
      return await reply.redirect(`${paths.deskCase(caseId)}?done=holder_proof`, 303);
    } catch (error) {
      return showCase(request, reply, caseId, refusedForm(locale, typed, error), 422);
    }
  });

  addAssignmentActs(app, ctx, 'desk', showCase);

  app.get<ByEvidence>(paths.deskEvidence(':caseId', ':evidenceId'), async (request, reply) => {
    await openDesk(ctx, request);
    const { caseId, evidenceId } = request.params;
    return sendFile(reply, await readEvidence(ctx, askerOf(request), caseId, evidenceId));
  });

  async function showCase(request: FastifyRequest, reply: FastifyReply, caseId: string, form: FormState, status = 200) {
    const frame = await openDesk(ctx, request);
    const found = await getDeskCase(ctx, askerOf(request), caseId);
    const colleagues = await listColleagues(ctx, requireHouse(askerOf(request)));
    const more = { colleagues, form, formKey: freshFormKey(ctx), done: doneIn(request) };
    return show(web, request, reply, 'deskCase', deskCasePage(frame, requireActor(request), found, more), status);
  }
}
