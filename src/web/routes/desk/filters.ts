import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { filterScope } from '../../../access/filters.ts';
import { isRefusal } from '../../../access/lists.ts';
import type { Colleague } from '../../../app/assignment/house.ts';
import { listColleagues, requireHouse } from '../../../app/assignment/house.ts';
import type { AppContext } from '../../../app/context.ts';
import { staffNames } from '../../../app/desk/staff-names.ts';
import { changeFilter, deleteFilter, listFilters, saveFilter } from '../../../app/filters/saved-filters.ts';
import type { FilterQuery } from '../../../domain/filters/saved-filter.ts';
import { WHOSE } from '../../../domain/filters/saved-filter.ts';
import { RefusalError } from '../../../domain/refusal.ts';
import { t } from '../../../locales/index.ts';
import type { FormState, Typed } from '../../form.ts';
import { EMPTY_FORM, readForm, refusedForm } from '../../form.ts';
import { paths } from '../../paths.ts';
import { withQuery } from '../../pieces/query.ts';
import type { SavedFiltersProps } from '../../pieces/saved-filters.tsx';
import type { FilterPlace } from '../../present/saved-filters.ts';
import { countWords, filterHref, filterIn, filterWords, LIST_OF, savedFilters } from '../../present/saved-filters.ts';
import type { Web } from '../../render.ts';
import { requireActor, show } from '../../visit.ts';
import { askerOf } from '../asking.ts';
import { doneIn, openDesk } from './desk-frame.ts';

const PLACES = ['queue', 'flags', 'bulk'] as const;
const placeIn = (text: string | undefined): FilterPlace => PLACES.find((one) => one === text) ?? 'queue';

/** Filters kept under a name: saving one, looking through them, renaming, sharing, deleting. */
export function addDeskFilterRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  app.get(paths.deskFilters, (request, reply) => showFilters(request, reply, EMPTY_FORM));

  app.post(paths.deskFilters, async (request, reply) => {
    const typed = readForm(request);
    const { locale } = request.visit;
    const filterId = typed.filter_id ?? '';
    try {
      const asker = askerOf(request, typed);
      const place = placeIn(typed.place);
      const done = (step: string) => withQuery(paths.deskFilters, { place }, { done: step });
      if (typed.step === 'delete') {
        await deleteFilter(ctx, asker, filterId);
        return await reply.redirect(done('filter_deleted'), 303);
      }
      if (typed.step === 'change') {
        const name = typed[`name-${filterId}`] ?? '';
        await changeFilter(ctx, asker, filterId, { name, shared: typed[`shared-${filterId}`] === 'yes' });
        return await reply.redirect(done('filter_changed'), 303);
      }
      const query = queryIn(place, typed);
      const input = { list: LIST_OF[place], name: typed.name ?? '', query, shared: typed.shared === 'yes' };
      const saved = await saveFilter(ctx, asker, input);
      return await reply.redirect(`${filterHref(place, saved)}&done=filter_saved`, 303);
    } catch (error) {
      if (error instanceof RefusalError && error.refusal.code.startsWith('access.')) throw error;
      const own = typed.step === 'change' ? { '/name': `name-${filterId}`, '/shared': `shared-${filterId}` } : {};
      return showFilters(request, reply, refusedForm(locale, typed, error, own), 422);
    }
  });

  async function showFilters(request: FastifyRequest, reply: FastifyReply, form: FormState, status = 200) {
    const { locale, carrier } = await openDesk(ctx, request);
    const asker = askerOf(request);
    const all = await listFilters(ctx, asker, null);
    const { place: asked } = request.query as { place?: string };
    const place = placeIn(form.typed.place ?? asked);
    const saving = form.typed.step === 'save' ? queryIn(place, form.typed) : null;
    const { colleagues, nameOf } = await peopleIn(request, [
      ...all.flatMap(({ ownerId, query }) => [ownerId, query.assignee ?? null]),
      saving?.assignee ?? null,
    ]);
    const words = (list: 'cases' | 'flags', query: FilterQuery) =>
      filterWords(locale, list, query, { nameOf, colleagues });
    const lines = all.map((one) => ({
      id: one.filterId,
      name: one.name,
      href: filterHref(one.list === 'flags' ? 'flags' : place === 'bulk' ? 'bulk' : 'queue', one),
      list: t(locale, `filter.list.${one.list}`),
      words: words(one.list, one.query),
      count: t(locale, 'filter.holds', { count: countWords(locale, one.count) }),
      shared: one.shared,
      who: one.mayChange ? null : t(locale, 'filter.by', { who: nameOf(one.ownerId) }),
    }));
    const back = { queue: paths.desk, flags: paths.deskFlags, bulk: paths.deskBulk }[place];
    const props = {
      carrier,
      place,
      backHref: back,
      saving: saving && { words: words(LIST_OF[place], saving), hidden: { ...saving } as Record<string, string> },
      own: lines.filter(({ who }) => who === null),
      colleagues: lines.filter(({ who }) => who !== null),
      form,
      done: doneIn(request),
    };
    return show(web, request, reply, 'deskFilters', props, status);
  }

  async function peopleIn(request: FastifyRequest, ids: readonly (string | null)[]) {
    const colleagues = await listColleagues(ctx, requireHouse(askerOf(request)));
    return { colleagues, nameOf: await staffNames(ctx, ids) };
  }
}

/** The kept filters above a list; none for a machine, which keeps none. */
export async function savedAbove(
  ctx: AppContext,
  request: FastifyRequest,
  place: FilterPlace,
  found: number,
): Promise<SavedFiltersProps | undefined> {
  if (isRefusal(filterScope(requireActor(request)))) return undefined;
  const all = await listFilters(ctx, askerOf(request), LIST_OF[place]);
  const nameOf = await staffNames(
    ctx,
    all.map(({ ownerId }) => ownerId),
  );
  const query = request.query as Record<string, string>;
  return savedFilters(request.visit.locale, place, { all, query, nameOf, found });
}

/** Somebody whose cases an address asks for and who is not among the colleagues. */
export async function whoLeft(
  ctx: AppContext,
  colleagues: readonly Colleague[],
  assignee: string | undefined,
): Promise<{ readonly id: string; readonly name: string } | null> {
  if (assignee === undefined || WHOSE.some((one) => one === assignee)) return null;
  if (colleagues.some(({ id }) => id === assignee)) return null;
  return { id: assignee, name: (await staffNames(ctx, [assignee]))(assignee) };
}

/** What a form asks to keep; the page for many at once has put its own word for all into plain ones already. */
function queryIn(place: FilterPlace, typed: Typed): FilterQuery {
  return filterIn(place === 'bulk' ? 'queue' : place, typed);
}
