import { Type } from 'typebox';
import type { CaseFile } from '../../app/cases/get-case-file.ts';
import { maskMobile } from '../../domain/numbers/mobile-number.ts';
import { CaseSchema, caseReply } from './case.ts';
import { ActorName, Id, Moment, nullable } from './parts.ts';

const SaidSchema = Type.Object({
  seq: Type.Integer(),
  kind: Type.String(),
  at: Moment,
  by: ActorName,
  words: Type.Record(Type.String(), Type.String()),
});

/** A case with what was said in it and whom it concerns. */
export const CaseFileSchema = Type.Object(
  {
    ...CaseSchema.properties,
    thread: Type.Array(SaidSchema, { description: 'Statements, messages and reasons of decisions, oldest first' }),
    people: Type.Array(Type.Object({ person_id: Id, name: Type.String() })),
    masked_number: nullable(Type.String()),
  },
  { title: 'CaseFile' },
);

export function caseFileReply({ view, thread, people, mobileNumber, ledgers }: CaseFile) {
  const clocks = view.clocks.map((clock) => ({ ...clock, ledger: ledgers[clock.clockId] ?? null }));
  return { ...caseReply(view), clocks, thread, people, maskedNumber: mobileNumber && maskMobile(mobileNumber) };
}
