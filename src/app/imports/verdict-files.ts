import type { Import, ImportFormat, RowVerdict } from '../../domain/imports/import.ts';
import type { Locale } from '../../locales/index.ts';
import { refusalWords } from '../../locales/refusal-words.ts';
import { camelToSnake } from './snake.ts';

const COLUMNS = ['row', 'source_id', 'verdict', 'code', 'pointer', 'words', 'fact_id', 'flag_ids', 'lift_ids'] as const;

export type VerdictFile = {
  readonly mediaType: string;
  readonly fileName: string;
  readonly text: AsyncGenerator<string>;
};

/** Verdicts as a file to keep: lines of JSON for programs, a table with words for people. */
export function verdictsAs(
  format: ImportFormat,
  { importId }: Import,
  verdicts: AsyncIterable<readonly RowVerdict[]>,
  locale: Locale,
): VerdictFile {
  return format === 'csv'
    ? { mediaType: 'text/csv; charset=utf-8', fileName: `${importId}.csv`, text: asTable(verdicts, locale) }
    : { mediaType: 'application/x-ndjson', fileName: `${importId}.ndjson`, text: asLines(verdicts) };
}

async function* asLines(verdicts: AsyncIterable<readonly RowVerdict[]>): AsyncGenerator<string> {
  for await (const some of verdicts) yield some.map((one) => `${JSON.stringify(camelToSnake(one))}\n`).join('');
}

/** Spreadsheet programs take a table for UTF-8 by its byte order mark alone. */
async function* asTable(verdicts: AsyncIterable<readonly RowVerdict[]>, locale: Locale): AsyncGenerator<string> {
  yield `\uFEFF${COLUMNS.join(',')}\r\n`;
  for await (const some of verdicts) yield some.map((one) => rowOf(one, locale)).join('');
}

function rowOf({ row, sourceId, verdict, code, pointer, data, factId, flagIds, liftIds }: RowVerdict, locale: Locale) {
  const words = code === undefined ? '' : refusalWords(locale, { code, data: data as never });
  const cells = [String(row), sourceId, verdict, code, pointer, words, factId, flagIds?.join(' '), liftIds?.join(' ')];
  return `${cells.map((text) => cell(text ?? '')).join(',')}\r\n`;
}

/** What starts a formula, also after blanks and in full width, and the signs by which a cell could be left. */
const FORMULA = /^[\s\p{C}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** What a spreadsheet would take for a formula is kept a text. */
function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
