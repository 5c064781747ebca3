import { isUtf8 } from 'node:buffer';
import type { ImportFormat } from '../../domain/imports/import.ts';
import { BASE_COLUMNS, FACT_COLUMNS } from '../../domain/imports/row.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { refusal } from '../../domain/refusal.ts';
import { ROW_LIMIT_BYTES, readHeader } from './split-rows.ts';

export type Recognised = {
  readonly format: ImportFormat;
  readonly columns: readonly string[];
  /** Bytes of a byte order mark, which is no part of the file. */
  readonly skip: number;
  /** Bytes of the header line after it. */
  readonly headerBytes: number;
};

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);
const SHOWN = 60;

/** What a file is, by its first bytes, or why it is none that can be read: told while its sender still waits. */
export async function recogniseFile(piece: Buffer): Promise<Recognised | Refusal> {
  const skip = piece.subarray(0, 3).equals(BOM) ? 3 : 0;
  const start = piece.subarray(skip, skip + ROW_LIMIT_BYTES);
  if (start.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return refusal('import.spreadsheet', {}, '/file');
  const first = start.toString('latin1').trimStart()[0];
  if (first === undefined) return refusal('import.empty', {}, '/file');
  const newline = start.indexOf(0x0a);
  const line = newline < 0 ? start : start.subarray(0, newline);
  if (!isUtf8(line)) return refusal('import.file_not_utf8', {}, '/file');
  if (line.includes(0)) return refusal('import.not_text', {}, '/file');
  if (first === '[') return refusal('import.json_array', {}, '/file');
  if (first === '{') return { format: 'ndjson', columns: [], skip, headerBytes: 0 };
  const separator = separatorOf(line.toString());
  if (separator) return refusal('import.separator', { found: separator }, '/file');
  const columns = await readHeader(line);
  if ('code' in columns) return columns;
  const wrong = objectToColumns(columns);
  return wrong ?? { format: 'csv', columns, skip, headerBytes: newline < 0 ? start.length : newline + 1 };
}

/** What stands between the names of our columns instead of commas: spreadsheets of some countries save so. */
function separatorOf(line: string): string | null {
  const found = [';', '\t', '|'].find((one) => {
    const names = line.split(one).map((name) => name.replaceAll('"', '').trim());
    return BASE_COLUMNS.every((name) => names.includes(name));
  });
  return found === undefined ? null : found === '\t' ? 'Tab' : found;
}

function objectToColumns(columns: readonly string[]): Refusal | null {
  const known = [...BASE_COLUMNS, ...FACT_COLUMNS];
  const shown = (names: readonly string[]) =>
    names
      .slice(0, 30)
      .map((name) => name.slice(0, SHOWN) || '""')
      .join(', ');
  const missing = BASE_COLUMNS.filter((name) => !columns.includes(name));
  const found = shown(columns);
  if (missing.length > 0)
    return refusal(
      'import.columns_missing',
      { missing: missing.join(', '), found, expected: known.join(', ') },
      '/file',
    );
  const unknown = columns.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    return refusal('import.columns_unknown', { unknown: shown(unknown), expected: known.join(', ') }, '/file');
  const twice = columns.find((name, index) => columns.indexOf(name) !== index);
  return twice === undefined ? null : refusal('import.column_twice', { column: twice }, '/file');
}
