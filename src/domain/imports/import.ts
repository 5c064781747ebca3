import type { Instant } from '../time.ts';

/** A file of facts: being received, worked off, held, and its three ends. */
export const IMPORT_STATUSES = ['receiving', 'running', 'paused', 'cancelled', 'failed', 'done'] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

export const FORMATS = ['ndjson', 'csv'] as const;
export type ImportFormat = (typeof FORMATS)[number];

/** What became of a row. A flag weighs more than a lift, where one fact did both. */
export const VERDICTS = ['recorded', 'duplicate', 'flagged', 'lifted', 'refused'] as const;
export type RowVerdictKind = (typeof VERDICTS)[number];

export type Import = {
  readonly importId: string;
  readonly carrierId: string;
  readonly systemId: string;
  readonly uploadedBy: string;
  readonly fileName: string;
  readonly format: ImportFormat;
  readonly columns: readonly string[];
  readonly status: ImportStatus;
  readonly fault: string | null;
  readonly bytes: number;
  readonly atByte: number;
  readonly rowsRead: number;
  readonly counts: Readonly<Record<RowVerdictKind, number>>;
  readonly workedMs: number;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
  readonly endedAt: Instant | null;
};

/** from → to for what people may do with an import; the worker alone ends it otherwise. */
export const IMPORT_TRANSITIONS = {
  pause: { from: ['running'], to: 'paused' },
  resume: { from: ['paused'], to: 'running' },
  cancel: { from: ['running', 'paused'], to: 'cancelled' },
} as const satisfies Record<string, { from: readonly ImportStatus[]; to: ImportStatus }>;

export type ImportAct = keyof typeof IMPORT_TRANSITIONS;
export const IMPORT_ACTS = Object.keys(IMPORT_TRANSITIONS) as readonly ImportAct[];

/** Whether the act is open in this status. */
export function importAllows(status: ImportStatus, act: ImportAct): boolean {
  return (IMPORT_TRANSITIONS[act].from as readonly ImportStatus[]).includes(status);
}

export type Counts = Readonly<Record<RowVerdictKind, number>>;

export function noCounts(): Record<RowVerdictKind, number> {
  return { recorded: 0, duplicate: 0, flagged: 0, lifted: 0, refused: 0 };
}

/** What became of one row, as it is kept and handed out. Holds no digits of a number. */
export type RowVerdict = {
  readonly row: number;
  readonly sourceId: string | null;
  readonly verdict: RowVerdictKind;
  readonly numberId?: string;
  readonly factId?: string;
  readonly flagIds?: readonly string[];
  readonly liftIds?: readonly string[];
  /** Why it was refused, or why a fact under a new id adds nothing. */
  readonly code?: string;
  /** JSON pointer to the field at fault. */
  readonly pointer?: string;
  readonly data?: { readonly [key: string]: unknown };
};
