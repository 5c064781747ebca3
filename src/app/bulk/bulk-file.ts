import { bulkNext, bulkWhy } from '../../locales/bulk-words.ts';
import type { Locale } from '../../locales/index.ts';
import { t } from '../../locales/index.ts';
import { csvOf } from '../../platform/csv.ts';
import type { BulkView } from './order-bulk.ts';

/** What became of each case of an order, as a table with words to keep and hand on. */
export function bulkFile(locale: Locale, { bulkId, status: whole, cases }: BulkView) {
  const head = (['reference', 'status', 'why', 'next', 'code', 'case_id'] as const).map((name) =>
    t(locale, `bulk.file.${name}`),
  );
  const rows = cases.map(({ reference, caseId, status, code, data }) => [
    reference,
    t(locale, whole === 'undone' && status === 'waiting' ? 'bulk.case.undone' : `bulk.case.${status}`),
    code === null ? null : bulkWhy(locale, { code, data: data ?? {} }),
    code === null ? null : bulkNext(locale, code),
    code,
    caseId,
  ]);
  return { mediaType: 'text/csv; charset=utf-8', fileName: `${bulkId}.csv`, text: csvOf(head, rows) };
}
