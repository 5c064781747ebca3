import type { ImportFormat } from '../../domain/imports/import.ts';
import { BASE_COLUMNS, FACT_COLUMNS } from '../../domain/imports/row.ts';

const NUMBER = '+8615400000099';

/** One row of each common kind, in the order in which they would come about. */
const ROWS: readonly Readonly<Record<string, string | number | boolean | null>>[] = [
  {
    at: '2026-01-05T09:00:00+08:00',
    kind: 'line_opened',
    line_kind: 'personal',
    province: 'CN-ZJ',
    holder_id: null,
    user_id: null,
  },
  {
    at: '2026-02-01T00:30:00+08:00',
    kind: 'bill_issued',
    bill_id: 'bill-202601',
    amount_fen: 8800,
    due_date: '2026-02-20',
  },
  {
    at: '2026-02-18T10:12:00+08:00',
    kind: 'payment_received',
    payment_id: 'pay-1',
    amount_fen: 8800,
    bill_id: 'bill-202601',
  },
  {
    at: '2026-02-19T00:00:00+08:00',
    kind: 'usage_observed',
    window_hours: 24,
    calls_out: 12,
    distinct_callees: 9,
    short_call_share: 0.1,
    model: 'short-calls 2.3',
  },
  { at: '2026-02-20T15:00:00+08:00', kind: 'verification_result', check: 'real_person', passed: true },
];

/** A small file that would be taken as it is. */
export function sampleFile(format: ImportFormat): string {
  const rows = ROWS.map((row, index) => ({ ...row, mobile_number: NUMBER, source_id: `sample-${index + 1}` }));
  return format === 'csv' ? asTable(rows) : rows.map((row) => `${JSON.stringify(nested(row))}\n`).join('');
}

type SampleRow = Readonly<Record<string, string | number | boolean | null>>;

function nested({ mobile_number, source_id, at, ...fact }: SampleRow) {
  return { mobile_number, source_id, at, fact };
}

function asTable(rows: readonly SampleRow[]): string {
  const columns = [...BASE_COLUMNS, ...FACT_COLUMNS];
  const lines = rows.map((row) => columns.map((column) => String(row[column] ?? '')).join(','));
  return [columns.join(','), ...lines].map((line) => `${line}\r\n`).join('');
}
