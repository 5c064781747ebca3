import { Type } from 'typebox';
import { recordFact } from '../../app/numbers/record-fact.ts';
import type { Fact } from '../../domain/numbers/fact.ts';
import { endpoint } from '../endpoint.ts';
import { readInstant } from '../instants.ts';
import { nameIn, namingFields } from '../schemas/number.ts';
import { Code, Id, input, MomentInput, nullable } from '../schemas/parts.ts';
import { camelKeys } from '../wire.ts';
import { FactInput } from './fact-input.ts';

const RecordedSchema = Type.Object(
  {
    number_id: Id,
    fact_id: nullable(Id),
    flag_ids: Type.Array(Id, { description: 'Flags that the policy placed on this fact' }),
    lift_ids: Type.Array(Id, { description: 'Lifts that this fact ordered' }),
  },
  { title: 'RecordedFact', description: '`fact_id` is null where the same bill or payment was known already' },
);

export const recordFactEndpoint = endpoint({
  method: 'POST',
  path: '/facts',
  tag: 'facts',
  summary: '报送事实 / Report a fact: bill, payment, complaint, usage, verification',
  description:
    'The policy in force looks at it, and every lift whose condition it meets is ordered in the same transaction. `source_id` is the fact’s name for good: told again, it is answered alike and done once.',
  who: ['system'],
  body: input({ ...namingFields, source_id: Code, at: MomentInput, fact: FactInput }, [
    {
      mobile_number: '+8615400000001',
      source_id: 'pay-20261123-77',
      at: '2026-11-23T12:12:01+08:00',
      fact: { kind: 'payment_received', payment_id: 'pay-20261123-77', amount_fen: 8800, bill_id: 'bill-202610' },
    },
  ]),
  status: 201,
  reply: RecordedSchema,
  refusals: [403, 404, 409, 422],
  run: async ({ ctx, asker, body }) => {
    const fact = camelKeys(body.fact) as Fact;
    return recordFact(ctx, asker, {
      name: nameIn(body),
      sourceId: body.source_id,
      at: readInstant(body.at, '/at'),
      fact,
    });
  },
});
