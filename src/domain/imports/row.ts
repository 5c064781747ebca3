import type { Fact } from '../numbers/fact.ts';
import type { Line } from '../numbers/line.ts';
import type { MobileNumber } from '../numbers/mobile-number.ts';
import { readMobileNumber } from '../numbers/mobile-number.ts';
import type { JsonValue, Refusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import { isStorable } from '../storable-text.ts';
import type { Instant } from '../time.ts';
import { readMoment } from '../time.ts';

/** What a row of an import says: a fact about a line, or that a line began or ended. */
export type RowFact =
  | Fact
  | ({ readonly kind: 'line_opened' } & Pick<Line, 'province' | 'holderId' | 'userId'> & {
        readonly lineKind: Line['kind'];
      })
  | { readonly kind: 'line_closed' };

export type ImportRow = {
  readonly digits: MobileNumber;
  /** The source's own id of the fact: its name for good. */
  readonly sourceId: string;
  readonly at: Instant;
  readonly fact: RowFact;
};

export type RowReading = ImportRow | { readonly refused: Refusal; readonly sourceId: string | null };

export function isRefused(reading: RowReading): reading is Extract<RowReading, { refused: Refusal }> {
  return 'refused' in reading;
}

/** What a field may hold: bounded whole numbers, shares, words, days, truth values. */
type FieldType =
  | { readonly is: 'count'; readonly least: number; readonly most: number }
  | { readonly is: 'share' }
  | { readonly is: 'code'; readonly nullable?: true; readonly optional?: true }
  | { readonly is: 'day' }
  | { readonly is: 'truth' }
  | { readonly is: 'choice'; readonly of: readonly string[] }
  | { readonly is: 'province' };

const COUNT: FieldType = { is: 'count', least: 0, most: 1_000_000_000 };
const FEN: FieldType = { is: 'count', least: 0, most: 9_000_000_000_000 };
const CODE: FieldType = { is: 'code' };
const CODE_OR_NULL: FieldType = { is: 'code', nullable: true };
const CODE_IF_ANY: FieldType = { is: 'code', optional: true };

type Field = { readonly name: string; readonly as: string; readonly type: FieldType };
const field = (name: string, type: FieldType): Field => ({
  name,
  as: name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
  type,
});

/** The fields of each kind of fact, as they are spelled in a file. */
export const ROW_FIELDS: Readonly<Record<RowFact['kind'], readonly Field[]>> = {
  line_opened: [
    field('line_kind', { is: 'choice', of: ['personal', 'enterprise', 'iot'] }),
    field('province', { is: 'province' }),
    field('holder_id', CODE_OR_NULL),
    field('user_id', CODE_OR_NULL),
  ],
  line_closed: [],
  bill_issued: [field('bill_id', CODE), field('amount_fen', FEN), field('due_date', { is: 'day' })],
  bill_overdue: [field('bill_id', CODE), field('overdue_days', COUNT), field('overdue_fen', FEN)],
  payment_received: [field('payment_id', CODE), field('amount_fen', FEN), field('bill_id', CODE_OR_NULL)],
  complaint_received: [field('complaint_id', CODE), field('topic', CODE), field('complaints', COUNT)],
  usage_observed: [
    field('window_hours', { is: 'count', least: 1, most: 8784 }),
    field('calls_out', COUNT),
    field('distinct_callees', COUNT),
    field('short_call_share', { is: 'share' }),
    field('model', CODE_IF_ANY),
  ],
  verification_result: [field('check', CODE), field('passed', { is: 'truth' })],
  contract_defaulted: [field('contract_id', CODE), field('overdue_days', COUNT), field('overdue_fen', FEN)],
  contract_settled: [field('contract_id', CODE), field('settlement_id', CODE)],
};

export const ROW_KINDS = Object.keys(ROW_FIELDS) as readonly RowFact['kind'][];

/** Columns that every row has, and those that hang on its kind. */
export const BASE_COLUMNS = ['mobile_number', 'source_id', 'at', 'kind'] as const;
export const FACT_COLUMNS: readonly string[] = [
  ...new Set(ROW_KINDS.flatMap((kind) => ROW_FIELDS[kind].map(({ name }) => name))),
];

/** Reads a row out of its fields. A CSV cell is a text: `cells` says that numbers and truth values come as one. */
export function readRow(
  base: Readonly<Record<string, unknown>>,
  fact: Readonly<Record<string, unknown>>,
  { cells, under }: { readonly cells: boolean; readonly under: string },
): RowReading {
  const sourceId = readCode(base['source_id']);
  const refuse = (refused: Refusal) => ({ refused, sourceId });
  if (sourceId === null) return refuse(badField('/source_id', base['source_id'], 'code'));
  const number = base['mobile_number'];
  if (typeof number !== 'string' || number.length > 32)
    return refuse(badField('/mobile_number', number, 'mobile_number'));
  const reading = readMobileNumber(number);
  // What was typed there may be somebody's number: it is not repeated.
  if (!reading.ok) return refuse({ ...reading.refusal, pointer: '/mobile_number' });
  const at = typeof base['at'] === 'string' ? readMoment(base['at']) : null;
  if (at === null) return refuse(badField('/at', base['at'], 'moment'));
  const kind = fact['kind'] as RowFact['kind'];
  const fields = typeof kind === 'string' && Object.hasOwn(ROW_FIELDS, kind) ? ROW_FIELDS[kind] : null;
  if (!fields) return refuse(badField(`${under}/kind`, fact['kind'], 'kind'));
  const made: Record<string, unknown> = { kind };
  for (const { name, as, type } of fields) {
    const given = fact[name];
    if (isLeftOut(type, given)) continue;
    const value = cells ? readCell(given, type) : readValue(given, type);
    if (value === undefined) return refuse(badField(`${under}/${name}`, given, expectation(type)));
    made[as] = value;
  }
  if (!cells) {
    const surplus = Object.keys(fact).find((name) => name !== 'kind' && !fields.some((one) => one.name === name));
    if (surplus !== undefined) return refuse(unknownField(`${under}/${surplus}`));
  }
  return { digits: reading.mobile, sourceId, at, fact: made as RowFact };
}

export function unknownField(pointer: string): Refusal {
  return refusal('import.unknown_field', { field: pointer.slice(1, 81) }, pointer.slice(0, 120));
}

/** Says what was found and what was expected; a long text is cut. */
function badField(pointer: string, found: unknown, expected: string): Refusal {
  const name = pointer.split('/').at(-1) ?? '';
  if (found === undefined || found === '') return refusal('import.field_missing', { field: name, expected }, pointer);
  const shown = typeof found === 'string' ? found : (JSON.stringify(found) ?? '');
  return refusal('import.bad_field', { field: name, found: printable(shown), expected }, pointer);
}

function printable(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '\uFFFD').slice(0, 60);
}

/** Names what a field takes; `import.expects.…` has the words. */
export function expectation(type: FieldType): string {
  if (type.is === 'choice') return type.of.join('|');
  if (type.is === 'code' && (type.nullable || type.optional)) return 'code_or_empty';
  if (type.is === 'count' && type.least === 1) return 'hours';
  return type.is;
}

/** Nothing is said: not there in a line, empty in a table. */
function isLeftOut(type: FieldType, given: unknown): boolean {
  return type.is === 'code' && type.optional === true && (given === undefined || given === '');
}

const DIGITS = /^(?:0|[1-9]\d{0,15})$/;
const DECIMAL = /^(?:0|1|0?\.\d{1,12}|1\.0{1,12}|0\.\d{1,12})$/;

/** A cell of a table: empty is nothing, numbers and truth values are spelled. */
function readCell(given: unknown, type: FieldType): JsonValue | undefined {
  const text = typeof given === 'string' ? given : '';
  if (type.is === 'count') return DIGITS.test(text) ? readValue(Number(text), type) : undefined;
  if (type.is === 'share') return DECIMAL.test(text) ? readValue(Number(text), type) : undefined;
  if (type.is === 'truth') return text === 'true' ? true : text === 'false' ? false : undefined;
  if (type.is === 'code' && type.nullable && text === '') return null;
  return readValue(text, type);
}

function readValue(given: unknown, type: FieldType): JsonValue | undefined {
  switch (type.is) {
    case 'count':
      return Number.isSafeInteger(given) && (given as number) >= type.least && (given as number) <= type.most
        ? (given as number)
        : undefined;
    case 'share':
      return typeof given === 'number' && given >= 0 && given <= 1 ? given : undefined;
    case 'truth':
      return typeof given === 'boolean' ? given : undefined;
    case 'choice':
      return typeof given === 'string' && type.of.includes(given) ? given : undefined;
    case 'province':
      return typeof given === 'string' && /^CN-[A-Z]{2}$/.test(given) ? given : undefined;
    case 'day':
      return typeof given === 'string' && isDay(given) ? given : undefined;
    case 'code':
      if (type.nullable && given === null) return null;
      return readCode(given) ?? undefined;
  }
}

function readCode(given: unknown): string | null {
  return typeof given === 'string' && given.length > 0 && given.length <= 80 && isStorable(given) ? given : null;
}

const DAY = /^(?:19[7-9]\d|2[01]\d\d)-\d\d-\d\d$/;
let knownDays = new Map<string, boolean>();

function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const known = knownDays.get(text);
  if (known !== undefined) return known;
  if (knownDays.size > 10_000) knownDays = new Map();
  const day = readMoment(`${text}T00:00:00Z`) !== null;
  knownDays.set(text, day);
  return day;
}
