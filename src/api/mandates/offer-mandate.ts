import { Type } from 'typebox';
import { offerMandate, readTerms } from '../../app/mandates/offer-mandate.ts';
import { sendSigningCode } from '../../app/mandates/prove-self.ts';
import { MANDATE_ACTS, MANDATE_KINDS } from '../../domain/mandates/mandate.ts';
import { endpoint } from '../endpoint.ts';
import { Code, choice, Fen, Id, input } from '../schemas/parts.ts';

export const sendSigningCodeEndpoint = endpoint({
  method: 'POST',
  path: '/me/signing-code',
  tag: 'mandates',
  summary: '要签字码 / Send a signing code to a place bound before, never to the flagged number',
  description: '`return_code` means that none was sent: sign with the return code of the account.',
  who: ['subscriber'],
  keyless: true,
  status: 202,
  reply: Type.Object({ sent_by: Type.String({ description: 'mail, sms or return_code' }) }),
  refusals: [403, 409],
  run: async ({ ctx, asker, locale }) => ({ sentBy: await sendSigningCode(ctx, asker, locale) }),
});

export const offerMandateEndpoint = endpoint({
  method: 'POST',
  path: '/mandate-offers',
  tag: 'mandates',
  summary: '签字授权，得到交给对方的授权码 / Sign terms; answers the code to hand over, once',
  description: 'Not kept under an idempotency key: the code is shown once. Good for seven days and one acceptance.',
  who: ['subscriber'],
  keyless: true,
  body: input({
    number_id: Id,
    kind: choice(MANDATE_KINDS),
    acts: Type.Array(choice(MANDATE_ACTS), { maxItems: 20 }),
    days: Type.Integer({ minimum: 1, maximum: 365 }),
    fee_fen: Type.Optional(Fen),
    code: Code,
  }),
  status: 201,
  reply: Type.Object({ offer_code: Type.String() }),
  refusals: [403, 404, 409],
  run: async ({ ctx, asker, body }) => {
    const { number_id: numberId, code, kind, acts, days, fee_fen: feeFen = 0 } = body;
    return {
      offerCode: await offerMandate(ctx, asker, { numberId, code, terms: readTerms({ kind, acts, days, feeFen }) }),
    };
  },
});
