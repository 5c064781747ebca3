import { Type } from 'typebox';
import { endHold, listMyHolds, placeHold } from '../../app/holds/holds.ts';
import { HOLD_GROUNDS } from '../../domain/retention/hold.ts';
import { endpoint } from '../endpoint.ts';
import { choice, Id, input, Moment, NumberParams, nullable, PageQuery, page, Text, Words } from '../schemas/parts.ts';

const Held = {
  hold_id: Id,
  ground: choice(HOLD_GROUNDS),
  case_ids: Type.Union([Type.Array(Id), Type.Null()], { description: 'Null for all of the number' }),
  placed_at: Moment,
  ended_at: nullable(Moment),
};

export const listHoldsEndpoint = endpoint({
  method: 'GET',
  path: '/holds',
  tag: 'holds',
  summary: '依法保全 / Legal holds of my carrier, newest first',
  who: ['admin', 'auditor'],
  query: Type.Object({ ...PageQuery, ended: Type.Optional(Type.Boolean()) }),
  status: 200,
  reply: page(Type.Object({ number_id: Id, ...Held, placed_by: Id, why: Text })),
  refusals: [403],
  run: async ({ ctx, asker, query }) => listMyHolds(ctx, asker, query),
});

export const placeHoldEndpoint = endpoint({
  method: 'POST',
  path: '/numbers/:number_id/holds',
  tag: 'holds',
  summary: '保全一个号码的资料 / Hold the data of a number, or of some of its cases',
  description:
    'Nothing in scope is deleted while it stands: no file whose time is over, none whose consent is taken back. `why` names the document behind it. Asks for a fresh proof.',
  who: ['admin'],
  params: NumberParams,
  body: input({
    ground: choice(HOLD_GROUNDS),
    case_ids: Type.Array(Id, { maxItems: 100, description: 'Empty for all of the number' }),
    why: Words,
  }),
  status: 201,
  reply: Type.Object(Held),
  refusals: [403, 404, 409],
  run: async ({ ctx, asker, params, body }) =>
    placeHold(ctx, asker, params.number_id, { ground: body.ground, caseIds: body.case_ids, why: body.why }),
});

export const endHoldEndpoint = endpoint({
  method: 'POST',
  path: '/holds/:hold_id/release',
  tag: 'holds',
  summary: '解除保全 / End a hold, with the reason',
  description: 'Files whose consent was taken back meanwhile are deleted now; the rest when their time is over.',
  who: ['admin'],
  params: Type.Object({ hold_id: Id }),
  body: input({ why: Words }),
  status: 200,
  reply: Type.Object(Held),
  refusals: [403, 404, 409],
  run: async ({ ctx, asker, params, body }) => endHold(ctx, asker, params.hold_id, body.why),
});
