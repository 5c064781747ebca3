import { isUtf8 } from 'node:buffer';
import { parse } from 'csv-parse';
import type { ImportFormat } from '../../domain/imports/import.ts';
import { BASE_COLUMNS, type RowReading, readRow, unknownField } from '../../domain/imports/row.ts';
import { type Refusal, refusal } from '../../domain/refusal.ts';

/** No honest row is longer; a longer one is passed over, never gathered. */
export const ROW_LIMIT_BYTES = 64 * 1024;

/** Rows handed on together: whoever takes them can do something else before the next are read. */
const BATCH = 256;

/** A row as it was read, and where the next one begins. */
export type ReadRow = { readonly reading: RowReading; readonly end: number };

/** The file cannot be read beyond this place: what came before stands. */
export class FileFault extends Error {
  override name = 'FileFault';
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

type Source = { readonly pieces: AsyncIterable<Buffer>; readonly fromByte: number };

/** The rows of a file from one place on, some hundred together. Throws `FileFault` when a table breaks off. */
export function splitRows(
  format: ImportFormat,
  columns: readonly string[],
  source: Source,
): AsyncGenerator<readonly ReadRow[]> {
  return format === 'csv' ? csvRows(columns, source) : lineRows(source);
}

const NEWLINE = 0x0a;

async function* lineRows({ pieces, fromByte }: Source): AsyncGenerator<readonly ReadRow[]> {
  let held: Buffer[] = [];
  let heldBytes = 0;
  let passing = false;
  let at = fromByte;
  const keep = (bytes: Buffer) => {
    if (bytes.length === 0 || passing) return;
    if (heldBytes + bytes.length > ROW_LIMIT_BYTES) {
      [held, heldBytes, passing] = [[], 0, true];
      return;
    }
    held.push(bytes);
    heldBytes += bytes.length;
  };
  const take = (): RowReading | null => {
    const line = held.length === 1 ? (held[0] as Buffer) : Buffer.concat(held);
    const long = passing;
    [held, heldBytes, passing] = [[], 0, false];
    return long ? refused(refusal('import.row_too_long', { most: ROW_LIMIT_BYTES })) : readLine(line);
  };
  for await (const piece of pieces) {
    let rows: ReadRow[] = [];
    let from = 0;
    for (let to = piece.indexOf(NEWLINE); to >= 0; to = piece.indexOf(NEWLINE, from)) {
      keep(piece.subarray(from, to));
      const reading = take();
      from = to + 1;
      if (reading) rows.push({ reading, end: at + from });
      if (rows.length < BATCH) continue;
      yield rows;
      rows = [];
    }
    keep(piece.subarray(from));
    at += piece.length;
    yield rows;
  }
  const last = take();
  if (last) yield [{ reading: last, end: at }];
}

function refused(reason: Refusal): RowReading {
  return { refused: reason, sourceId: null };
}

/** One line of NDJSON; null where it is blank. */
function readLine(line: Buffer): RowReading | null {
  if (!isUtf8(line)) return refused(refusal('import.not_utf8'));
  const text = line.toString().trim();
  if (text === '') return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused(refusal('import.not_json'));
  }
  if (!isObject(value)) return refused(refusal('import.not_an_object'));
  const { fact } = value;
  const surplus = Object.keys(value).find((name) => !TOP.includes(name));
  if (surplus !== undefined) return refused(unknownField(`/${surplus}`));
  if (!isObject(fact)) return refused(refusal('import.field_missing', { field: 'fact', expected: 'object' }, '/fact'));
  return readRow(value, fact, { cells: false, under: '/fact' });
}

const TOP: readonly string[] = ['mobile_number', 'source_id', 'at', 'fact'];

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Bytes handed to the parser at a time: what it found in them is taken before the next. */
const FEED = 256 * 1024;

async function* csvRows(columns: readonly string[], { pieces, fromByte }: Source): AsyncGenerator<readonly ReadRow[]> {
  let rows: ReadRow[] = [];
  const parser = parse({
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: ROW_LIMIT_BYTES,
    on_record: (cells: string[], { bytes }) => {
      rows.push({ reading: readCells(columns, cells), end: fromByte + bytes });
      return null;
    },
  });
  let fault: FileFault | undefined;
  parser.on('error', (error: Error & { code?: string }) => {
    fault ??= new FileFault(FAULTS[error.code ?? ''] ?? 'import.csv_broken');
  });
  parser.resume();
  const give = (bytes: Buffer | null) =>
    new Promise<void>((resolve) => {
      if (bytes) parser.write(bytes, () => resolve());
      else {
        parser.once('close', () => resolve());
        parser.end();
      }
    });
  const taken = () => {
    const found = rows;
    rows = [];
    return found;
  };
  for await (const piece of pieces) {
    for (let from = 0; from < piece.length; from += FEED) {
      await give(piece.subarray(from, from + FEED));
      yield taken();
      if (fault) throw fault;
    }
  }
  await give(null);
  yield taken();
  if (fault) throw fault;
}

const FAULTS: Readonly<Record<string, string>> = {
  CSV_MAX_RECORD_SIZE: 'import.csv_row_too_long',
  CSV_QUOTE_NOT_CLOSED: 'import.csv_quote_open',
};

function readCells(columns: readonly string[], cells: readonly string[]): RowReading {
  if (cells.length !== columns.length)
    return refused(refusal('import.cell_count', { found: cells.length, expected: columns.length }));
  const named: Record<string, string> = {};
  for (const [index, name] of columns.entries()) {
    const cell = cells[index] ?? '';
    if (cell.includes('\uFFFD')) return refused(refusal('import.not_utf8', {}, `/${name}`));
    named[name] = cell;
  }
  return readRow(named, named, { cells: true, under: '' });
}

/** Columns of a header line in order, or why it is none: what is missing, unknown or there twice. */
export async function readHeader(line: Buffer): Promise<readonly string[] | Refusal> {
  const columns = await new Promise<string[] | null>((resolve) => {
    parse(line, { relax_column_count: true }, (error, records: string[][]) =>
      resolve(error ? null : (records[0] ?? []).map((name) => name.trim())),
    );
  });
  return columns ?? refusal('import.csv_header_broken', { expected: BASE_COLUMNS.join(', ') });
}
