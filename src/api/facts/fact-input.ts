import { Type } from 'typebox';
import { Code, DateInput, Fen, input, nullable } from '../schemas/parts.ts';

const Count = Type.Integer({ minimum: 0, maximum: 1_000_000_000 });

/** What a carrier's systems report, one shape for each kind. */
export const FactInput = Type.Union([
  input({ kind: Type.Literal('bill_issued'), bill_id: Code, amount_fen: Fen, due_date: DateInput }),
  input({ kind: Type.Literal('bill_overdue'), bill_id: Code, overdue_days: Count, overdue_fen: Fen }),
  input({ kind: Type.Literal('payment_received'), payment_id: Code, amount_fen: Fen, bill_id: nullable(Code) }),
  input({ kind: Type.Literal('complaint_received'), complaint_id: Code, topic: Code, complaints: Count }),
  input({
    kind: Type.Literal('usage_observed'),
    window_hours: Type.Integer({ minimum: 1, maximum: 8784 }),
    calls_out: Count,
    distinct_callees: Count,
    short_call_share: Type.Number({ minimum: 0, maximum: 1 }),
    model: Type.Optional(
      Type.String({ minLength: 1, maxLength: 80, description: 'The model that observed it, with its version' }),
    ),
  }),
  input({ kind: Type.Literal('verification_result'), check: Code, passed: Type.Boolean() }),
  input({
    kind: Type.Literal('contract_defaulted'),
    contract_id: Code,
    overdue_days: Count,
    overdue_fen: Fen,
  }),
  input({ kind: Type.Literal('contract_settled'), contract_id: Code, settlement_id: Code }),
]);
