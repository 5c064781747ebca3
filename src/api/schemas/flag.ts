import { Type } from 'typebox';
import type { FlagView } from '../../app/flags/flag-view.ts';
import { SPARED } from '../../domain/flags/measure.ts';
import { FUNCTIONS, REASON_CODES, REMEDIES } from '../../domain/flags/words.ts';
import { flagActions } from '../actions.ts';
import { MoveSchema } from './clock.ts';
import { Actions, ActorName, Code, choice, Id, input, Moment, MomentInput, nullable } from './parts.ts';

const Ground = Type.Object({
  kind: choice(['law', 'contract']),
  rule_id: Type.Optional(Id),
  article: Type.Optional(Type.String()),
  document: Type.Optional(Type.String()),
  clause: Type.Optional(Type.String()),
});

const LiftCondition = Type.Object({
  kind: Type.String(),
  bill_ids: Type.Optional(Type.Array(Type.String())),
  contract_ids: Type.Optional(Type.Array(Type.String())),
  check: Type.Optional(Type.String()),
  at: Type.Optional(Moment),
});

const ReasonsSchema = Type.Object(
  {
    code: Type.String(),
    ground: nullable(Ground),
    fact_ids: Type.Array(Id),
    rule: nullable(
      Type.Object({
        policy_id: Id,
        version: Type.Integer(),
        rule_id: Id,
        values: Type.Record(Type.String(), Type.Unknown()),
        model: Type.Optional(Type.String({ description: 'The model that the facts name' })),
      }),
    ),
    responsible: Type.Object({ body: Type.String(), staff_id: nullable(Id) }),
    measures: Type.Array(
      Type.Object({
        function: Type.String(),
        from: Moment,
        until: nullable(Moment),
        spares: Type.Array(Type.String()),
      }),
    ),
    lift_condition: nullable(LiftCondition),
    review_at: Type.Optional(Moment),
    remedies: Type.Array(Type.String()),
    papers: nullable(Type.Array(Type.String())),
    complain_to: Type.Array(Type.String()),
  },
  { title: 'Reasons' },
);

export const FlagSchema = Type.Object(
  {
    flag_id: Id,
    number_id: Id,
    line: Type.Integer(),
    origin: Type.String(),
    status: Type.String(),
    layer: Type.String(),
    imposed_by: Type.String(),
    cause: Type.String(),
    reasons: ReasonsSchema,
    detected_automatically: Type.Boolean(),
    decided_automatically: Type.Boolean(),
    raised_by: ActorName,
    placed_at: Moment,
    missing: Type.Array(Type.String()),
    breaches: Type.Array(Type.String()),
    lifted_because: nullable(Type.String()),
    lifted_at: nullable(Moment),
    owed_fen: Type.Integer({ description: 'Still owed on the bills that the flag waits for' }),
    door: Type.String({ description: 'Who alone can take it off' }),
    case_id: nullable(Id),
    lift_id: nullable(Id),
    move: nullable(MoveSchema),
    actions: Actions,
  },
  { title: 'Flag' },
);

export function flagReply({ numberId, flag, owedFen, door, caseId, liftId, move, acts }: FlagView) {
  return { ...flag, numberId, owedFen, door, caseId, liftId, move, actions: flagActions(flag.flagId, acts) };
}

const CODES = Object.keys(REASON_CODES) as (keyof typeof REASON_CODES)[];

/** The full statement of reasons; what is missing is refused by name, so most parts may be left out here. */
export const ReasonsInput = input({
  code: choice(CODES),
  ground: Type.Union([
    input({ kind: Type.Literal('law'), rule_id: Code, article: Code }),
    input({ kind: Type.Literal('contract'), document: Code, clause: Code }),
    Type.Null(),
  ]),
  fact_ids: Type.Array(Id, { maxItems: 40 }),
  rule: Type.Union([
    input({
      policy_id: Code,
      version: Type.Integer({ minimum: 1 }),
      rule_id: Code,
      values: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()])),
    }),
    Type.Null(),
  ]),
  responsible_body: Type.String({ maxLength: 200 }),
  measures: Type.Array(
    input({
      function: choice(FUNCTIONS),
      from: MomentInput,
      until: Type.Union([MomentInput, Type.Null()]),
      spares: Type.Array(choice(SPARED), { maxItems: 3 }),
    }),
    { maxItems: 12 },
  ),
  lift_condition: Type.Union([
    input({ kind: Type.Literal('paid'), bill_ids: Type.Array(Code, { minItems: 1, maxItems: 40 }) }),
    input({ kind: Type.Literal('settled'), contract_ids: Type.Array(Code, { minItems: 1, maxItems: 40 }) }),
    input({ kind: Type.Literal('verified'), check: Code }),
    input({ kind: Type.Literal('expires'), at: MomentInput }),
    input({ kind: Type.Literal('decision') }),
    input({ kind: Type.Literal('orderer') }),
    Type.Null(),
  ]),
  remedies: Type.Array(choice(REMEDIES), { maxItems: 9 }),
  papers: Type.Union([Type.Array(Code, { maxItems: 20 }), Type.Null()]),
  complain_to: Type.Array(Code, { maxItems: 10 }),
});
