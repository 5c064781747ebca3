import { Type } from 'typebox';
import { openLine } from '../../app/numbers/open-line.ts';
import { endpoint } from '../endpoint.ts';
import { readInstant } from '../instants.ts';
import { StandingSchema, standingReply } from '../schemas/number.ts';
import { Code, choice, input, MobileInput, MomentInput } from '../schemas/parts.ts';

export const openLineEndpoint = endpoint({
  method: 'POST',
  path: '/lines',
  tag: 'numbers',
  summary: '报送入网 / A line was opened: one holder’s tenure of a number',
  description: 'A recycled number begins a new line, on which nothing of the former holder’s stands.',
  who: ['system'],
  body: input(
    {
      mobile_number: MobileInput,
      kind: choice(['personal', 'enterprise', 'iot']),
      province: Type.String({ pattern: '^CN-[A-Z]{2}$', description: 'ISO 3166-2 of the carrier’s company' }),
      holder_id: Type.Union([Code, Type.Null()]),
      user_id: Type.Union([Code, Type.Null()]),
      opened_at: MomentInput,
    },
    [
      {
        mobile_number: '+8615400000001',
        kind: 'personal',
        province: 'CN-ZJ',
        holder_id: 'wang-jianguo',
        user_id: 'wang-jianguo',
        opened_at: '2024-05-01T09:00:00+08:00',
      },
    ],
  ),
  status: 201,
  reply: StandingSchema,
  refusals: [403, 404, 409, 422],
  run: async ({ ctx, asker, body, reply }) => {
    const { mobile_number: mobileNumber, kind, province, holder_id: holderId, user_id: userId } = body;
    const openedAt = readInstant(body.opened_at, '/opened_at');
    const standing = await openLine(ctx, asker, { mobileNumber, kind, province, holderId, userId, openedAt });
    reply.header('location', `/api/v1/numbers/${standing.numberId}/standing`);
    return standingReply(standing);
  },
});
