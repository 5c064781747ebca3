import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mayBulk } from '../../../access/bulk.ts';
import { listColleagues, requireHouse } from '../../../app/assignment/house.ts';
import { bulkFile } from '../../../app/bulk/bulk-file.ts';
import type { BulkInput } from '../../../app/bulk/bulk-input.ts';
import { getBulk, listBulk, orderBulk, UNDO_MS, undoBulk } from '../../../app/bulk/order-bulk.ts';
import { BULK_LIMIT, countMatching, previewBulk } from '../../../app/bulk/preview-bulk.ts';
import { listReasonTemplates } from '../../../app/bulk/reason-templates.ts';
import { listCases } from '../../../app/cases/list-cases.ts';
import type { AppContext } from '../../../app/context.ts';
import { maskedNumbers } from '../../../app/desk/masked.ts';
import { staffNames } from '../../../app/desk/staff-names.ts';
import type { Finding } from '../../../domain/cases/case.ts';
import { FILED_STATUSES } from '../../../domain/filters/saved-filter.ts';
import { RefusalError, refusal } from '../../../domain/refusal.ts';
import type { FormState, Typed } from '../../form.ts';
import { EMPTY_FORM, readForm, refusedForm } from '../../form.ts';
import { paths } from '../../paths.ts';
import { bulkActPage, bulkPage, bulkPreviewPage } from '../../present/bulk.ts';
import { filterIn } from '../../present/saved-filters.ts';
import type { Web } from '../../render.ts';
import { requireActor, show } from '../../visit.ts';
import { askerOf, freshFormKey } from '../asking.ts';
import { doneIn, openDesk, textOf } from './desk-frame.ts';
import { savedAbove, whoLeft } from './filters.ts';

type ById = { Params: { bulkId: string } };

const MINUTES = UNDO_MS / 60_000;
const listIn = (text: string | undefined) => (text ?? '').split(',').filter((one) => one !== '');

/** Acts on many cases: choosing, looking first, ordering, following and taking back. */
export function addDeskBulkRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  app.get(paths.deskBulk, (request, reply) => showChoice(request, reply, EMPTY_FORM));

  app.post(paths.deskBulk, async (request, reply) => {
    const typed = readForm(request);
    const { locale } = request.visit;
    try {
      const asker = askerOf(request, typed);
      requireBulk(request);
      if (typed.step === 'order') {
        const { bulkId } = await orderBulk(ctx, asker, { previewId: typed.preview_id ?? '' });
        return await reply.redirect(paths.deskBulkAct(bulkId), 303);
      }
      const input = inputOf(typed);
      const caseIds = listIn(typed.case_ids);
      const all = typed.which === 'all';
      if (!all && caseIds.length === 0) throw new RefusalError(refusal('bulk.nothing_selected'));
      const frame = await openDesk(ctx, request);
      const looked = await previewBulk(ctx, asker, input, all ? { filter: filterOf(request) } : { caseIds });
      const { colleagues, nameOf } = await peopleOf(request, looked.selected?.assignee);
      const more = { minutes: MINUTES, typed, formKey: freshFormKey(ctx), query: queryOf(request), colleagues, nameOf };
      return await show(web, request, reply, 'deskBulkPreview', bulkPreviewPage(frame, input, looked, more));
    } catch (error) {
      return showChoice(request, reply, refusedForm(locale, typed, error), 422);
    }
  });

  app.get<ById>(paths.deskBulkAct(':bulkId'), (request, reply) => showAct(request, reply, EMPTY_FORM));

  app.post<ById>(paths.deskBulkAct(':bulkId'), async (request, reply) => {
    const typed = readForm(request);
    const { bulkId } = request.params;
    try {
      await undoBulk(ctx, askerOf(request, typed), bulkId);
      return await reply.redirect(paths.deskBulkAct(bulkId), 303);
    } catch (error) {
      if (error instanceof RefusalError && error.refusal.code.startsWith('access.')) throw error;
      return showAct(request, reply, refusedForm(request.visit.locale, typed, error), 422);
    }
  });

  app.get<ById>(paths.deskBulkFile(':bulkId'), async (request, reply) => {
    const { locale } = await openDesk(ctx, request);
    const file = bulkFile(locale, await getBulk(ctx, askerOf(request), request.params.bulkId));
    reply.type(file.mediaType).header('content-disposition', `attachment; filename="${file.fileName}"`);
    return reply.send(file.text);
  });

  async function peopleOf(request: FastifyRequest, ...ids: readonly (string | null | undefined)[]) {
    const colleagues = await listColleagues(ctx, requireHouse(askerOf(request)));
    const wanted = ids.map((id) => id ?? null);
    return { colleagues, nameOf: await staffNames(ctx, wanted) };
  }

  async function showChoice(request: FastifyRequest, reply: FastifyReply, form: FormState, status = 200) {
    const frame = await openDesk(ctx, request);
    requireBulk(request);
    const asker = askerOf(request);
    const { status: wanted, assignee } = filterOf(request);
    const [{ items, next }, matching, colleagues, past, templates] = await Promise.all([
      listCases(ctx, asker, { statuses: wanted && [wanted], assignee, limit: BULK_LIMIT }),
      countMatching(ctx, asker, { status: wanted, assignee }),
      listColleagues(ctx, requireHouse(asker)),
      listBulk(ctx, asker, { limit: 10 }),
      listReasonTemplates(ctx, asker),
    ]);
    const [numbers, nameOf, saved, left] = await Promise.all([
      maskedNumbers(
        ctx,
        items.map(({ numberId }) => numberId),
      ),
      staffNames(
        ctx,
        past.items.map(({ orderedBy }) => orderedBy),
      ),
      savedAbove(ctx, request, 'bulk', items.length),
      whoLeft(ctx, colleagues, assignee),
    ]);
    const more = {
      numbers,
      nameOf,
      colleagues,
      left,
      reader: asker.actor,
      past: past.items,
      more: next !== null,
      matching,
      templates,
      query: queryOf(request),
    };
    const template = templates.find(({ templateId }) => templateId === textOf(request, 'template'));
    const shown = template && form === EMPTY_FORM ? { ...form, typed: { words: template.words } } : form;
    const props = { ...bulkPage(frame, items, more), saved, form: shown, done: doneIn(request) };
    return show(web, request, reply, 'deskBulk', props, status);
  }

  async function showAct(request: FastifyRequest<ById>, reply: FastifyReply, form: FormState, status = 200) {
    const frame = await openDesk(ctx, request);
    const one = await getBulk(ctx, askerOf(request), request.params.bulkId);
    const { colleagues, nameOf } = await peopleOf(request, one.orderedBy, one.undoneBy, one.selected?.assignee);
    const props = { ...bulkActPage(frame, one, { nameOf, colleagues }), form, done: doneIn(request) };
    return show(web, request, reply, 'deskBulkAct', props, status);
  }
}

const queryOf = (request: FastifyRequest) => request.query as Record<string, string>;

/** What the address cuts the queue down to; a form posts to the address of its list. */
function filterOf(request: FastifyRequest) {
  const { status, assignee } = filterIn('bulk', queryOf(request));
  return { status: FILED_STATUSES.find((one) => one === status), assignee };
}

function requireBulk(request: FastifyRequest): void {
  if (!mayBulk(requireActor(request), 'order_lift')) throw new RefusalError(refusal('access.denied'));
}

function inputOf(typed: Typed): BulkInput {
  if (typed.act !== 'decide') return { act: 'order_lift' };
  if (!typed.finding) throw new RefusalError(refusal('bulk.finding_missing', {}, '/finding'));
  const { rule_relied: ruleRelied = '', words = '' } = typed;
  return { act: 'decide', finding: typed.finding as Finding, ruleRelied, words };
}
