import { Type } from 'typebox';
import type { ImportDetails, ImportView } from '../../app/imports/look-at-imports.ts';
import { FORMATS, IMPORT_STATUSES, VERDICTS } from '../../domain/imports/import.ts';
import { Actions, choice, Id, Moment, nullable } from './parts.ts';

const Count = Type.Integer({ minimum: 0 });

export const ImportParams = Type.Object({ import_id: Id });

const fields = {
  import_id: Id,
  system_id: Type.String({ description: 'The system whose facts these are: its own ids name them' }),
  uploaded_by: Id,
  file_name: Type.String(),
  format: choice(FORMATS),
  status: choice(IMPORT_STATUSES),
  fault: nullable(Type.String({ description: 'Why the file could not be read further' })),
  bytes: Type.Integer({ description: 'Length of the unpacked file; 0 while it is being received' }),
  at_byte: Type.Integer({ description: 'All rows before this place are committed, none after' }),
  rows_read: Count,
  ...Object.fromEntries(VERDICTS.map((verdict) => [verdict, Count])),
  rate: nullable(Type.Integer({ description: 'Rows a second over the time worked' })),
  rest_seconds: nullable(Type.Integer({ description: 'What is left at this rate' })),
  created_at: Moment,
  changed_at: Moment,
  ended_at: nullable(Moment),
  actions: Actions,
};

export const ImportSchema = Type.Object(fields, {
  title: 'Import',
  description: 'Every figure is of committed rows: it moves in the very commit of the rows that it counts.',
});

export const VerdictSchema = Type.Object(
  {
    row: Type.Integer({ description: 'From 1; the header of a table is not counted' }),
    source_id: nullable(Type.String()),
    verdict: choice(VERDICTS),
    number_id: Type.Optional(Id),
    fact_id: Type.Optional(Id),
    flag_ids: Type.Optional(Type.Array(Id)),
    lift_ids: Type.Optional(Type.Array(Id)),
    code: Type.Optional(Type.String({ description: 'See `/problems/{code}`' })),
    pointer: Type.Optional(Type.String()),
    data: Type.Optional(Type.Object({}, { additionalProperties: true })),
  },
  { title: 'RowVerdict' },
);

export const ImportDetailsSchema = Type.Object(
  {
    ...fields,
    faults: Type.Array(
      Type.Object({
        code: Type.String(),
        rows: Count,
        examples: Type.Array(VerdictSchema, { description: 'The first few rows refused for this reason' }),
      }),
    ),
  },
  { title: 'ImportDetails' },
);

export function importReply<View extends ImportView | ImportDetails>({ acts, counts, columns: _, ...one }: View) {
  const actions = acts.map((act) => ({
    act,
    method: 'POST' as const,
    href: `/api/v1/imports/${one.importId}/${act}`,
  }));
  return { ...one, ...counts, actions };
}
