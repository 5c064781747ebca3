import { Type } from 'typebox';
import type { MandateView } from '../../app/mandates/my-mandates.ts';
import { listMyMandates } from '../../app/mandates/my-mandates.ts';
import { endpoint } from '../endpoint.ts';
import { Fen, Id, Moment, nullable } from '../schemas/parts.ts';

export const MandateSchema = Type.Object(
  {
    mandate_id: Id,
    number_id: Id,
    mobile_number: Type.String({ description: 'Masked' }),
    side: Type.String({ description: 'principal or representative' }),
    representative: Type.String(),
    kind: Type.String(),
    acts: Type.Array(Type.String()),
    until: Moment,
    fee_fen: Fen,
    signed: Type.String(),
    status: Type.String(),
    ended_at: nullable(Moment),
  },
  { title: 'Mandate' },
);

export function mandateReply({ numberId, mandate, mobile, side, representative }: MandateView) {
  const { mandateId, kind, acts, until, feeFen, signed, status, endedAt } = mandate;
  return {
    mandateId,
    numberId,
    mobileNumber: mobile,
    side,
    representative,
    kind,
    acts,
    until,
    feeFen,
    signed,
    status,
    endedAt,
  };
}

export const listMandatesEndpoint = endpoint({
  method: 'GET',
  path: '/me/mandates',
  tag: 'mandates',
  summary: '我给的和我接的授权 / Mandates that I gave, and live ones that were given to me',
  who: ['subscriber', 'representative'],
  status: 200,
  reply: Type.Object({ given: Type.Array(MandateSchema), received: Type.Array(MandateSchema) }),
  refusals: [403, 404],
  run: async ({ ctx, asker }) => {
    const { given, received } = await listMyMandates(ctx, asker);
    return { given: given.map(mandateReply), received: received.map(mandateReply) };
  },
});
