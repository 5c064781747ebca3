import type { Static } from 'typebox';
import { Type } from 'typebox';
import type { FilterView } from '../../app/filters/saved-filters.ts';
import { COUNT_LIMIT, changeFilter, deleteFilter, listFilters, saveFilter } from '../../app/filters/saved-filters.ts';
import { FILTER_FIELDS, FILTER_LISTS, FILTER_NAME_LIMIT } from '../../domain/filters/saved-filter.ts';
import { endpoint } from '../endpoint.ts';
import { Actions, choice, Id, input, Moment } from '../schemas/parts.ts';

const WHO = ['agent', 'reviewer', 'policy_owner', 'auditor'] as const;
const FilterParams = Type.Object({ filter_id: Id });
const Name = Type.String({ maxLength: 400, description: `At most ${FILTER_NAME_LIMIT} signs, once for each list` });
const Value = Type.Optional(Type.String({ minLength: 1, maxLength: 80 }));
const QueryFields = { status: Value, assignee: Value, sort: Value, cause: Value, rule: Value };
const FilterSchema = Type.Object(
  {
    filter_id: Id,
    list: Type.String(),
    name: Type.String(),
    query: Type.Object(QueryFields),
    owner_id: Id,
    shared: Type.Boolean(),
    count: Type.Integer({ description: `How many it holds now for you; ${COUNT_LIMIT} means that many or more` }),
    gone: Type.Array(Type.String(), { description: 'What it names that is not there any more' }),
    saved_at: Moment,
    changed_at: Moment,
    actions: Actions,
  },
  { title: 'SavedFilter' },
);

export const listFiltersEndpoint = endpoint({
  method: 'GET',
  path: '/saved-filters',
  tag: 'saved-filters',
  summary: '存下的筛选 / My saved filters of the desk’s lists, and those that colleagues share',
  who: WHO,
  query: Type.Object({ list: Type.Optional(choice(FILTER_LISTS)) }),
  status: 200,
  reply: Type.Object({ items: Type.Array(FilterSchema) }),
  refusals: [403],
  run: async ({ ctx, asker, query }) => ({ items: (await listFilters(ctx, asker, query.list ?? null)).map(reply) }),
});

export const saveFilterEndpoint = endpoint({
  method: 'POST',
  path: '/saved-filters',
  tag: 'saved-filters',
  summary: '存下一个筛选 / Keep a filter of a list under a name',
  description: `Of \`cases\`: ${FILTER_FIELDS.cases.join(', ')}; of \`flags\`: ${FILTER_FIELDS.flags.join(', ')}. \`mine\` means whoever looks. A name that you have already is refused, so a repeat makes no second one.`,
  who: WHO,
  keyless: true,
  body: input({
    list: choice(FILTER_LISTS),
    name: Name,
    query: input(QueryFields),
    shared: Type.Optional(Type.Boolean()),
  }),
  status: 201,
  reply: FilterSchema,
  refusals: [403, 404, 409],
  run: async ({ ctx, asker, body: { shared = false, ...body } }) =>
    reply(await saveFilter(ctx, asker, { ...body, shared })),
});

export const changeFilterEndpoint = endpoint({
  method: 'POST',
  path: '/saved-filters/:filter_id',
  tag: 'saved-filters',
  summary: '改名或共享 / Rename a filter of yours, share it or take that back',
  who: WHO,
  keyless: true,
  params: FilterParams,
  body: input({ name: Type.Optional(Name), shared: Type.Optional(Type.Boolean()) }),
  status: 200,
  reply: FilterSchema,
  refusals: [403, 404, 409],
  run: async ({ ctx, asker, params, body }) => reply(await changeFilter(ctx, asker, params.filter_id, body)),
});

export const deleteFilterEndpoint = endpoint({
  method: 'DELETE',
  path: '/saved-filters/:filter_id',
  tag: 'saved-filters',
  summary: '删掉存下的筛选 / Delete a filter of yours; what it showed is not touched',
  who: WHO,
  keyless: true,
  params: FilterParams,
  status: 204,
  reply: null,
  refusals: [403, 404],
  run: async ({ ctx, asker, params }) => {
    await deleteFilter(ctx, asker, params.filter_id);
  },
});

/** Named filters of a desk's lists. */
export const FILTER_ENDPOINTS = [listFiltersEndpoint, saveFilterEndpoint, changeFilterEndpoint, deleteFilterEndpoint];

function reply(one: FilterView): Static<typeof FilterSchema> {
  const href = `/api/v1/saved-filters/${one.filterId}`;
  const actions = [
    { act: 'change', method: 'POST' as const, href },
    { act: 'delete', method: 'DELETE' as const, href },
  ];
  return {
    filter_id: one.filterId,
    list: one.list,
    name: one.name,
    query: one.query,
    owner_id: one.ownerId,
    shared: one.shared,
    count: one.count,
    gone: [...one.gone],
    saved_at: one.savedAt,
    changed_at: one.changedAt,
    actions: one.mayChange ? actions : [],
  };
}
