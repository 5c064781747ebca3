import { Type } from 'typebox';
import type { AttentionRow, AttentionView } from '../../app/attention/list-attention.ts';
import { attentionActions } from '../actions.ts';
import { Actions, Id, Moment, nullable } from './parts.ts';

export const AttentionSchema = Type.Object(
  {
    number_id: Id,
    attention_id: Id,
    line: Type.Integer(),
    kind: Type.String(),
    subject: Type.Object({ kind: Type.String(), id: Id }),
    detail: Type.String(),
    raised_at: Moment,
    handled_at: nullable(Moment),
    actions: Actions,
  },
  { title: 'Attention' },
);

export function attentionReply({ acts, place, ...attention }: AttentionView & Partial<Pick<AttentionRow, 'place'>>) {
  return { ...attention, actions: attentionActions(attention.attentionId, acts) };
}
