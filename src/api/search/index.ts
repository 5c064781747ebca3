import { Type } from 'typebox';
import { SEARCH_PURPOSES } from '../../access/search.ts';
import { searchDesk, unmask } from '../../app/desk/search-desk.ts';
import { endpoint } from '../endpoint.ts';
import { choice, Id, input, NumberParams, nullable } from '../schemas/parts.ts';

const purpose = choice(SEARCH_PURPOSES, 'Kept in the access log; the person sees it');

export const searchEndpoint = endpoint({
  method: 'POST',
  path: '/search',
  tag: 'search',
  summary: '按号码、案号或姓名查找 / Find a number, a case by its reference, or a holder by the whole name',
  description: 'Only your own carrier’s, masked. A POST, so that no number and no name stands in an address or a log.',
  who: ['agent', 'reviewer', 'auditor'],
  keyless: true,
  body: input({ text: Type.String({ maxLength: 100 }), purpose }),
  status: 200,
  reply: Type.Object(
    {
      by: Type.String({ description: 'number, reference or name' }),
      items: Type.Array(
        Type.Object({
          number_id: Id,
          masked_number: Type.String(),
          masked_holder: nullable(Type.String()),
          open: Type.Boolean(),
          active_flags: Type.Integer(),
          cases: Type.Array(Type.Object({ case_id: Id, reference: Type.String(), status: Type.String() })),
        }),
      ),
    },
    { title: 'SearchResult' },
  ),
  refusals: [403],
  run: async ({ ctx, asker, body }) => {
    const { by, items } = await searchDesk(ctx, asker, body);
    return {
      by,
      items: items.map((one) => ({
        number_id: one.numberId,
        masked_number: one.maskedNumber,
        masked_holder: one.maskedHolder,
        open: one.open,
        active_flags: one.activeFlags,
        cases: one.cases.map(({ caseId, reference, status }) => ({ case_id: caseId, reference, status })),
      })),
    };
  },
});

export const unmaskEndpoint = endpoint({
  method: 'POST',
  path: '/numbers/:number_id/unmasking',
  tag: 'search',
  summary: '看完整号码和姓名，会留痕 / See a number and its holder’s name whole; written down, with the purpose',
  who: ['agent', 'reviewer'],
  keyless: true,
  params: NumberParams,
  body: input({ purpose }),
  status: 200,
  reply: Type.Object(
    { mobile_number: nullable(Type.String()), holder: nullable(Type.String()) },
    { title: 'Unmasked' },
  ),
  refusals: [403, 404],
  run: async ({ ctx, asker, params, body }) => {
    const { mobileNumber, holder } = await unmask(ctx, asker, params.number_id, body.purpose);
    return { mobile_number: mobileNumber, holder };
  },
});
