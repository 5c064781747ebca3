import { Type } from 'typebox';
import { CORRECTION_OUTCOMES, CORRECTION_SUBJECTS } from '../../domain/corrections/correction.ts';
import { choice, Id, Moment, nullable, Text } from './parts.ts';

/** A request to put something right. */
export const CorrectionSchema = Type.Object(
  {
    correction_id: Id,
    number_id: Id,
    subject: choice(CORRECTION_SUBJECTS),
    fact_id: nullable(Id),
    words: Text,
    asked_at: Moment,
    outcome: nullable(choice(CORRECTION_OUTCOMES, 'Null while nobody has answered')),
    answer: nullable(Text),
    answered_at: nullable(Moment),
    may_answer: Type.Boolean({ description: 'Open to you now' }),
  },
  { title: 'Correction' },
);
