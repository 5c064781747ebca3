import { Type } from 'typebox';
import type { Move } from '../../app/clock-view.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import { DateText, Id, Moment, nullable } from './parts.ts';

export const MoveSchema = Type.Object(
  {
    party: Type.String({ description: 'Whose move it is' }),
    due_at: nullable(Moment),
    shown_date: nullable(DateText),
    provisional: Type.Boolean({ description: 'True while the holiday notice of that year is not out' }),
    rule_id: nullable(Id),
    if_missed: nullable(Type.String()),
  },
  { title: 'Move' },
);

export const ClockSchema = Type.Object(
  {
    clock_id: Id,
    rule_id: Id,
    rule_version: Type.Integer(),
    binds: Type.String(),
    subject: Type.Object({ kind: Type.String(), id: Id }),
    started_at: Moment,
    due_at: Moment,
    shown_date: DateText,
    provisional: Type.Boolean(),
    default_outcome: Type.String(),
    status: Type.String({ description: 'running, paused, met, cancelled or breached' }),
    calendar_version: Type.String(),
    remind_at: nullable(Moment),
    events: Type.Array(
      Type.Object({
        what: Type.String({ description: 'paused, resumed, ran_on or settled' }),
        ground: nullable(Type.String()),
        at: Moment,
        seq: Type.Integer(),
      }),
    ),
    ledger: Type.Optional(
      nullable(Type.Array(Type.Object({ step: Type.String(), values: Type.Record(Type.String(), Type.Unknown()) }))),
    ),
  },
  { title: 'Clock' },
);

export type ClockReply = Clock & { readonly ledger?: unknown };
export type MoveReply = Move;
