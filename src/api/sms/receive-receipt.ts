import { Type } from 'typebox';
import { isOperator, receiveReceipt } from '../../app/notices/receive-receipt.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { bearerIn } from '../auth.ts';
import { endpoint } from '../endpoint.ts';
import { choice, Id, input, nullable } from '../schemas/parts.ts';

export const receiveReceiptEndpoint = endpoint({
  method: 'POST',
  path: '/sms/receipts',
  tag: 'sms',
  summary: '短信回执 / The text-message operator says what became of a message',
  description: 'With the operator’s own bearer token. Told twice or late, it changes nothing that is settled.',
  who: 'anyone',
  counted: 'as_system',
  body: input(
    {
      delivery_id: Id,
      status: choice(['delivered', 'failed']),
      code: Type.Optional(nullable(Type.String({ maxLength: 80 }))),
      message_id: Type.Optional(
        nullable(
          Type.String({ maxLength: 200, description: 'The operator’s own name of the message; ours is enough' }),
        ),
      ),
    },
    [{ delivery_id: 'delivery_1y2p0ij32e8e7_9_sms', status: 'delivered', message_id: 'op-20261123-1' }],
  ),
  keyless: true,
  status: 202,
  reply: null,
  refusals: [401, 404],
  run: async ({ ctx, body, request }) => {
    const token = bearerIn(request.headers.authorization);
    if (token === undefined || !isOperator(ctx, token)) throw new RefusalError(refusal('access.sign_in'));
    await receiveReceipt(ctx, { deliveryId: body.delivery_id, status: body.status, code: body.code ?? null });
  },
});
