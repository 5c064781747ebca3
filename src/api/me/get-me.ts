import { Type } from 'typebox';
import { endpoint } from '../endpoint.ts';
import { Id, nullable } from '../schemas/parts.ts';

export const getMeEndpoint = endpoint({
  method: 'GET',
  path: '/me',
  tag: 'me',
  summary: '我是谁 / Who this token is',
  who: 'signed_in',
  status: 200,
  reply: Type.Object({
    id: Id,
    role: Type.String(),
    carrier_id: nullable(Id),
    authority_id: nullable(Id),
    person_id: nullable(Id),
  }),
  refusals: [],
  run: async ({ asker }) => asker.actor,
});
