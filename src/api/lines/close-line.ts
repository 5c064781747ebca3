import { closeLine } from '../../app/numbers/close-line.ts';
import { endpoint } from '../endpoint.ts';
import { readInstant } from '../instants.ts';
import { nameIn, namingFields, StandingSchema, standingReply } from '../schemas/number.ts';
import { input, MomentInput } from '../schemas/parts.ts';

export const closeLineEndpoint = endpoint({
  method: 'POST',
  path: '/lines/close',
  tag: 'numbers',
  summary: '报送销户 / The open line of a number was closed',
  description: 'Its flags are detached and its open cases withdrawn.',
  who: ['system'],
  body: input({ ...namingFields, closed_at: MomentInput }, [
    { mobile_number: '+8615400000001', closed_at: '2026-11-23T12:00:00+08:00' },
  ]),
  status: 200,
  reply: StandingSchema,
  refusals: [403, 404, 409, 422],
  run: async ({ ctx, asker, body }) =>
    standingReply(await closeLine(ctx, asker, nameIn(body), readInstant(body.closed_at, '/closed_at'))),
});
