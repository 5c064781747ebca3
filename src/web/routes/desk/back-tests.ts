import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mayDraft } from '../../../access/policies.ts';
import type { Against } from '../../../app/back-tests/ask-back-test.ts';
import { askBackTest, cancelBackTest } from '../../../app/back-tests/ask-back-test.ts';
import { getBackTest, listBackTests, listChanges } from '../../../app/back-tests/read-back-tests.ts';
import type { AppContext } from '../../../app/context.ts';
import { staffNames } from '../../../app/desk/staff-names.ts';
import { notFound } from '../../../app/on-number.ts';
import { listPolicies } from '../../../app/policies/read-policies.ts';
import { dateOfDay, dayNumber, endOfDay, isPlainDate, shanghaiDate } from '../../../domain/clocks/plain-date.ts';
import { RefusalError, refusal } from '../../../domain/refusal.ts';
import type { Instant } from '../../../domain/time.ts';
import { addMs } from '../../../domain/time.ts';
import { findText } from '../../../locales/index.ts';
import type { FormState, Typed } from '../../form.ts';
import { readForm, refusedForm } from '../../form.ts';
import { paths } from '../../paths.ts';
import { BACK_TEST_TABLES, backTestCsv, backTestRecords } from '../../present/back-test-data.ts';
import { backTestPage, backTestsPage, changesList } from '../../present/back-tests.ts';
import type { Web } from '../../render.ts';
import { requireActor, show } from '../../visit.ts';
import { askerOf, freshFormKey } from '../asking.ts';
import { sendData } from '../send-data.ts';
import { oneOf, openDesk, textOf } from './desk-frame.ts';

type ByVersion = { Params: { policyId: string; version: string } };
type ById = { Params: { backTestId: string } };
type ByFile = { Params: { backTestId: string; file: string } };

const DAY_MS = 86_400_000;
/** What the form proposes: a quarter of a year has every kind of fact in it. */
const USUAL_DAYS = 90;
const FIELDS = { '/from': 'from_day', '/until': 'until_day', '/against': 'against' };

/** A rule table tried on past facts: asking for it, its progress and figures, and the lines that differ. */
export function addBackTestRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  app.get<ByVersion>(paths.deskBackTests(':policyId', ':version'), (request, reply) => {
    const today = shanghaiDate(request.visit.now);
    const typed = { from_day: dateOfDay(dayNumber(today) - USUAL_DAYS), until_day: today };
    return showList(request, reply, { typed, errors: {} });
  });

  app.post<ByVersion>(paths.deskBackTests(':policyId', ':version'), async (request, reply) => {
    await openDesk(ctx, request);
    if (!mayDraft(requireActor(request))) throw new RefusalError(refusal('access.denied'));
    const typed = readForm(request);
    try {
      const { backTestId } = await askBackTest(ctx, askerOf(request, typed), nameOf(request), {
        from: addMs(endOfDay(dayIn(typed, 'from_day', '/from')), -DAY_MS),
        until: untilIn(typed, request.visit.now),
        against: againstIn(typed),
      });
      return await reply.redirect(`${paths.deskBackTest(backTestId)}?done=asked`, 303);
    } catch (error) {
      return showList(request, reply, refusedForm(request.visit.locale, typed, error, FIELDS), 422);
    }
  });

  app.get<ById>(paths.deskBackTest(':backTestId'), async (request, reply) => {
    const frame = await openDesk(ctx, request);
    const one = await getBackTest(ctx, askerOf(request), request.params.backTestId);
    const begun = textOf(request, 'done') === 'asked' && one.status !== 'running';
    const done = begun ? null : (findText(frame.locale, `back_test.done.${textOf(request, 'done') ?? ''}`) ?? null);
    return show(web, request, reply, 'backTest', await backTestPage(frame, one, { formKey: freshFormKey(ctx), done }));
  });

  app.get<ById>(paths.deskBackTestCancel(':backTestId'), async (request, reply) =>
    reply.redirect(paths.deskBackTest(request.params.backTestId), 303),
  );

  app.post<ById>(paths.deskBackTestCancel(':backTestId'), async (request, reply) => {
    await openDesk(ctx, request);
    await cancelBackTest(ctx, askerOf(request, readForm(request)), request.params.backTestId);
    return reply.redirect(`${paths.deskBackTest(request.params.backTestId)}?done=cancelled`, 303);
  });

  app.get<ById>(paths.deskBackTestChanges(':backTestId'), async (request, reply) => {
    const frame = await openDesk(ctx, request);
    const asker = askerOf(request);
    const one = await getBackTest(ctx, asker, request.params.backTestId);
    const change = oneOf(request, 'change', ['spared', 'new'] as const);
    const page = await listChanges(ctx, asker, one.backTestId, { cursor: textOf(request, 'cursor'), change });
    return show(web, request, reply, 'deskList', changesList(frame, one, page));
  });

  app.get<ByFile>(paths.deskBackTestData(':backTestId', ':file'), async (request, reply) => {
    const { locale } = await openDesk(ctx, request);
    const one = await getBackTest(ctx, askerOf(request), request.params.backTestId);
    const [, name, form] = /^([a-z]+)\.(csv|json)$/.exec(request.params.file) ?? [];
    const table = BACK_TEST_TABLES.find((each) => each === name);
    if (!table && !(name === 'all' && form === 'json')) throw notFound();
    const { backTestId, draft, base, from, until, status, figures } = one;
    const told = {
      back_test_id: backTestId,
      draft: { policy_id: draft.policyId, version: draft.version },
      base: base && { policy_id: base.policyId, version: base.version },
      ...{ from, until, status, numbers: figures.numbers, facts: figures.facts },
    };
    const tables = table ? [table] : BACK_TEST_TABLES;
    const records = Object.fromEntries(tables.map((each) => [each, backTestRecords(locale, one, each)]));
    const body =
      form === 'csv' && table
        ? backTestCsv(locale, records[table] ?? [])
        : JSON.stringify({ ...told, ...records }, null, 2);
    return sendData(reply, `back-test-${name}-${shanghaiDate(one.askedAt)}.${form}`, body);
  });

  async function showList(request: FastifyRequest<ByVersion>, reply: FastifyReply, form: FormState, status = 200) {
    const frame = await openDesk(ctx, request);
    const asker = askerOf(request);
    const name = nameOf(request);
    const items = await listPolicies(ctx, asker);
    const item = items.find(({ policy }) => policy.policyId === name.policyId && policy.version === name.version);
    if (!item) throw notFound();
    const tests = await listBackTests(ctx, asker, name, { cursor: textOf(request, 'cursor') });
    const nameBy = await staffNames(
      ctx,
      tests.items.map(({ askedBy }) => askedBy),
    );
    const others = mayDraft(requireActor(request)) ? items : null;
    const props = backTestsPage(frame, item, { tests, others, form, formKey: freshFormKey(ctx), nameOf: nameBy });
    return show(web, request, reply, 'backTests', props, status);
  }
}

function nameOf({ params: { policyId, version } }: FastifyRequest<ByVersion>) {
  if (!/^[1-9]\d{0,8}$/.test(version)) throw notFound();
  return { policyId, version: Number(version) };
}

function dayIn(typed: Typed, name: string, pointer: string): string {
  const day = (typed[name] ?? '').trim();
  if (!isPlainDate(day) || day < '1970' || day >= '2200')
    throw new RefusalError(refusal('back_test.bad_day', {}, pointer));
  return day;
}

/** Through the end of that day; of today, what has passed of it. */
function untilIn(typed: Typed, now: Instant): Instant {
  const end = endOfDay(dayIn(typed, 'until_day', '/until'));
  return end > now && shanghaiDate(now) === typed['until_day']?.trim() ? now : end;
}

function againstIn(typed: Typed): Against {
  const against = typed['against'] ?? 'in_force';
  if (against === 'in_force' || against === 'none') return against;
  const [, policyId = '', version = '0'] = /^(.+)@([1-9]\d{0,8})$/.exec(against) ?? [];
  return { policyId, version: Number(version) };
}
