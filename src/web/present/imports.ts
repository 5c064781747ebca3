import type { ImportDetails, ImportView } from '../../app/imports/look-at-imports.ts';
import type { RowVerdict } from '../../domain/imports/import.ts';
import { VERDICTS } from '../../domain/imports/import.ts';
import { BASE_COLUMNS, ROW_FIELDS, ROW_KINDS } from '../../domain/imports/row.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Locale } from '../../locales/index.ts';
import { findText, t } from '../../locales/index.ts';
import { refusalWords } from '../../locales/refusal-words.ts';
import { formatBytes, formatCount, formatMoment } from '../../platform/locale.ts';
import type { DeskImportProps, DeskImportsProps, ImportFault } from '../pages/desk-import-pages.tsx';

type Names = (actorId: string) => string;
type At = { readonly locale: Locale; readonly now: string; readonly nameOf: Names };

function titleOf({ fileName }: ImportView, locale: Locale): string {
  return fileName || t(locale, 'imports.no_name');
}

/** One line of the list. */
export function importRow(one: ImportView, { locale, now, nameOf }: At): DeskImportsProps['rows'][number] {
  return {
    id: one.importId,
    cells: {
      file: titleOf(one, locale),
      status: t(locale, `imports.status.${one.status}`),
      rows: formatCount(one.rowsRead),
      refused: formatCount(one.counts.refused),
      when: formatMoment(locale, one.createdAt, now),
      by: nameOf(one.uploadedBy),
    },
  };
}

/** One import with its figures in words. */
export function importPage(one: ImportDetails, { locale, now, nameOf }: At): Omit<DeskImportProps, 'carrier' | 'done'> {
  const { status, bytes, atByte, rowsRead, counts, endedAt } = one;
  const known = bytes > 0;
  const part = known ? Math.floor((atByte / bytes) * 100) : null;
  const sizes = { done: formatBytes(atByte), all: formatBytes(bytes) };
  return {
    id: one.importId,
    title: titleOf(one, locale),
    from: t(locale, 'imports.from', {
      system: nameOf(one.systemId),
      who: nameOf(one.uploadedBy),
      at: formatMoment(locale, one.createdAt, now),
    }),
    status: t(locale, `imports.status.${status}`),
    under: status === 'receiving' || status === 'running',
    part: endedAt === null ? part : null,
    progress: part === null ? null : t(locale, 'imports.progress', { part, ...sizes }),
    pace: paceOf(one, locale, now),
    counts: VERDICTS.map((verdict) => ({
      verdict,
      label: t(locale, `imports.verdict.${verdict}`),
      count: formatCount(counts[verdict]),
    })),
    stopped:
      one.fault === null
        ? null
        : {
            title: t(locale, 'imports.stopped', { row: formatCount(rowsRead) }),
            words: refusalWords(locale, { code: one.fault }),
          },
    faults: one.faults.map((fault) => faultOf(fault, locale)),
    acts: one.acts,
    downloads: rowsRead > 0,
  };
}

/** What all examples say is said once; where they differ, each says its own. */
function faultOf({ code, rows, examples }: ImportDetails['faults'][number], locale: Locale): ImportFault {
  const said = examples.map((example) => wordsOf(example, locale));
  const alike = said.every((words) => words === said[0]);
  return {
    code,
    rows: t(locale, 'imports.fault_rows', { n: formatCount(rows) }),
    words: alike ? (said[0] ?? code) : (findText(locale, `imports.fault.${code}`) ?? said[0] ?? code),
    examples: examples.map((example, index) => ({
      row: t(locale, 'imports.example', { row: example.row }),
      id: example.sourceId,
      words: alike ? null : (said[index] ?? null),
    })),
  };
}

function paceOf({ rowsRead, rate, restSeconds, endedAt }: ImportDetails, locale: Locale, now: string): string[] {
  return [
    t(locale, 'imports.rows', { n: formatCount(rowsRead) }),
    ...(rate === null ? [] : [t(locale, 'imports.rate', { n: formatCount(rate) })]),
    ...(restSeconds === null ? [] : [restOf(restSeconds, locale)]),
    ...(endedAt === null ? [] : [t(locale, 'imports.ended', { at: formatMoment(locale, endedAt, now) })]),
  ];
}

function restOf(seconds: number, locale: Locale): string {
  return seconds < 60 ? t(locale, 'imports.rest_soon') : t(locale, 'imports.rest', { n: Math.ceil(seconds / 60) });
}

function wordsOf(example: RowVerdict | undefined, locale: Locale): string {
  const { code = '', data } = example ?? {};
  return refusalWords(locale, { code, ...(data ? { data: data as NonNullable<Refusal['data']> } : {}) });
}

/** Which columns each kind of fact uses. */
export function columnWords(locale: Locale) {
  return {
    base: BASE_COLUMNS,
    kinds: ROW_KINDS.map((kind) => ({
      kind,
      label: t(locale, `imports.kind.${kind}`),
      columns: ROW_FIELDS[kind].map(({ name }) => name),
    })),
  };
}
