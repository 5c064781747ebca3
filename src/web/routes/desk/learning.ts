import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../../app/context.ts';
import { staffNames } from '../../../app/desk/staff-names.ts';
import type { LearningInput } from '../../../app/learning/read-board.ts';
import { readLearning } from '../../../app/learning/read-board.ts';
import { readRule } from '../../../app/learning/read-rule.ts';
import { openClass, pauseRule, resumeRule, tolerate } from '../../../app/learning/rule-acts.ts';
import { endOfDay, isPlainDate, shanghaiDate } from '../../../domain/clocks/plain-date.ts';
import type { RuleName } from '../../../domain/learning/board.ts';
import { RefusalError, refusal } from '../../../domain/refusal.ts';
import { addMs } from '../../../domain/time.ts';
import { findText } from '../../../locales/index.ts';
import type { FormState, Typed } from '../../form.ts';
import { EMPTY_FORM, readForm, refusedForm } from '../../form.ts';
import { paths } from '../../paths.ts';
import { withQuery } from '../../pieces/query.ts';
import { learningPage } from '../../present/learning.ts';
import { doubtRecords, LEARNING_TABLES, learningCsv, learningRecords } from '../../present/learning-data.ts';
import { rulePage } from '../../present/rule.ts';
import type { Web } from '../../render.ts';
import { show } from '../../visit.ts';
import { askerOf, freshFormKey } from '../asking.ts';
import { sendData } from '../send-data.ts';
import { openDesk, textOf } from './desk-frame.ts';

type ByRule = { Params: { policyId: string; version: string; ruleId: string } };
type ByRuleForm = { Params: { policyId: string; version: string; ruleId: string; form: string } };
type ByFile = { Params: { file: string } };

const DAY_MS = 86_400_000;
/** Fields of the page by where the refusal points. */
const FIELDS = {
  tolerate: { '/why': 'why', '/tolerated': 'tolerated' },
  pause: { '/ground': 'pause_ground' },
  resume: { '/ground': 'resume_ground' },
  open_class: { '/why': 'open_why', '/until': 'until' },
} as const;

/** How often rules are overturned, and what is done about one. */
export function addLearningRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  app.get(paths.deskLearning, async (request, reply) => {
    const frame = await openDesk(ctx, request);
    const view = await readLearning(ctx, askerOf(request), inputOf(request));
    const { from, to } = inputOf(request);
    const kept = { ...(from ? { from } : {}), ...(to ? { to } : {}) };
    const hrefOf = (file: string) => withQuery(paths.deskLearningData(file), kept);
    return show(web, request, reply, 'learning', await learningPage(frame, view, hrefOf));
  });

  app.get<ByFile>(paths.deskLearningData(':file'), async (request, reply) => {
    const { locale } = await openDesk(ctx, request);
    const [, name, form] = /^([a-z]+)\.(csv|json)$/.exec(request.params.file) ?? [];
    const table = LEARNING_TABLES.find((one) => one === name);
    if (!table) throw new RefusalError(refusal('access.not_found'));
    const view = await readLearning(ctx, askerOf(request), inputOf(request));
    const rows = learningRecords(locale, view, table);
    const { from, to } = view;
    const json = { table, from, to, as_of: request.visit.now, rows };
    const body = form === 'csv' ? learningCsv(locale, table, rows) : JSON.stringify(json, null, 2);
    return sendData(reply, `learning-${table}-${shanghaiDate(request.visit.now)}.${form}`, body);
  });

  app.get<ByRule>(paths.deskRule(':policyId', ':version', ':ruleId'), (request, reply) =>
    showRule(request, reply, EMPTY_FORM),
  );

  app.get<ByRuleForm>(paths.deskRuleData(':policyId', ':version', ':ruleId', ':form'), async (request, reply) => {
    const { locale } = await openDesk(ctx, request);
    const { form } = request.params;
    const view = await readRule(ctx, askerOf(request), nameOf(request));
    if (form !== 'csv' && form !== 'json') throw new RefusalError(refusal('access.not_found'));
    const rows = doubtRecords(view);
    const { policyId, version, ruleId, tolerated } = view;
    const json = { policy_id: policyId, version, rule_id: ruleId, tolerated, as_of: request.visit.now, rows };
    const body = form === 'csv' ? learningCsv(locale, 'doubt', rows) : JSON.stringify(json, null, 2);
    return sendData(reply, `doubt-${shanghaiDate(request.visit.now)}.${form}`, body);
  });

  app.post<ByRule>(paths.deskRule(':policyId', ':version', ':ruleId'), async (request, reply) => {
    await openDesk(ctx, request);
    const typed = readForm(request);
    const act = Object.keys(FIELDS).find((one): one is keyof typeof FIELDS => one === typed['act']);
    const name = nameOf(request);
    if (!act) throw new RefusalError(refusal('access.not_found'));
    try {
      const asker = askerOf(request, typed);
      if (act === 'open_class') {
        const { classId } = await openClass(ctx, asker, name, openingIn(typed));
        return await reply.redirect(`${paths.deskClass(classId)}?done=opened`, 303);
      }
      if (act === 'tolerate') await tolerate(ctx, asker, name, { tolerated: shareIn(typed), why: typed['why'] ?? '' });
      if (act === 'pause') await pauseRule(ctx, asker, name, typed['pause_ground'] ?? '');
      if (act === 'resume') await resumeRule(ctx, asker, name, typed['resume_ground'] ?? '');
    } catch (error) {
      return showRule(request, reply, refusedForm(request.visit.locale, typed, error, FIELDS[act]), 422);
    }
    const { policyId, version, ruleId } = request.params;
    return reply.redirect(`${paths.deskRule(policyId, version, ruleId)}?done=${act}`, 303);
  });

  async function showRule(
    request: FastifyRequest<ByRule>,
    reply: FastifyReply,
    form: FormState,
    status = 200,
  ): Promise<unknown> {
    const frame = await openDesk(ctx, request);
    const view = await readRule(ctx, askerOf(request), nameOf(request));
    const nameBy = await staffNames(
      ctx,
      view.pauses.flatMap(({ pausedBy, endedBy }) => [pausedBy, endedBy]),
    );
    const done = findText(frame.locale, `learning.done.${textOf(request, 'done') ?? ''}`) ?? null;
    const props = await rulePage(frame, view, { nameOf: nameBy, form, formKey: freshFormKey(ctx), done });
    return show(web, request, reply, 'rule', props, status);
  }
}

function nameOf({ params }: FastifyRequest<ByRule>): RuleName {
  const version = /^[1-9][0-9]{0,8}$/.test(params.version) ? Number(params.version) : 0;
  return { policyId: params.policyId, version, ruleId: params.ruleId };
}

/** What the address asks for; what it misspells is as if it were not there. */
function inputOf(request: FastifyRequest): LearningInput {
  return { from: dayIn(textOf(request, 'from')), to: dayIn(textOf(request, 'to')) };
}

function dayIn(text: unknown): string | undefined {
  return typeof text === 'string' && isPlainDate(text) && text > '1970' && text < '2200' ? text : undefined;
}

/** People write per cent. */
function shareIn(typed: Typed): number {
  const text = (typed['tolerated'] ?? '').normalize('NFKC').replace('%', '').trim();
  return /^\d{1,3}(\.\d{1,3})?$/.test(text) ? Number(text) / 100 : Number.NaN;
}

function openingIn(typed: Typed) {
  const day = (name: 'from' | 'until') => {
    const text = typed[name] ?? '';
    if (text === '') return null;
    const known = dayIn(text);
    if (known === undefined) throw new RefusalError(refusal('absence.bad_day', { given: text }, `/${name}`));
    return endOfDay(known);
  };
  const from = day('from');
  return { from: from && addMs(from, -DAY_MS), until: day('until'), why: typed['open_why'] ?? '' };
}
