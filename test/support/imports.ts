import { Readable } from 'node:stream';
import { CARRIER, SYSTEM } from '../../seed/city.ts';
import type { Asker } from '../../src/app/asker.ts';
import type { AppContext } from '../../src/app/context.ts';
import { receiveImport } from '../../src/app/imports/receive-import.ts';
import { workImport } from '../../src/app/imports/work-import.ts';
import type { RowVerdict } from '../../src/domain/imports/import.ts';
import { readVerdicts } from '../../src/store/import-chunks.ts';
import { findImport } from '../../src/store/imports.ts';

export const SYSTEMS: Asker = {
  actor: { id: SYSTEM.actorId, role: 'system', carrierId: CARRIER.carrierId, authorityId: null, personId: null },
  source: 'test',
  sourceId: 'test',
};

/** A number of the range that was never handed out. */
export function mobileOf(index: number): string {
  return `+8615400${String(100_000 + index).padStart(6, '0')}`;
}

export type Told = {
  readonly mobile_number: string;
  readonly source_id: string;
  readonly at: string;
  readonly fact: { readonly kind: string; readonly [field: string]: unknown };
};

export function linesOf(rows: readonly unknown[]): string {
  return rows.map((row) => `${typeof row === 'string' ? row : JSON.stringify(row)}\n`).join('');
}

export function opening(index: number, at = '2025-12-05T08:00:00+08:00'): Told {
  return {
    mobile_number: mobileOf(index),
    source_id: `open-${index}`,
    at,
    fact: { kind: 'line_opened', line_kind: 'personal', province: 'CN-ZJ', holder_id: null, user_id: null },
  };
}

export function bill(index: number, month: string, fen = 8800): Told {
  return {
    mobile_number: mobileOf(index),
    source_id: `bill-${month}-${index}`,
    at: `${month}-01T00:30:00+08:00`,
    fact: { kind: 'bill_issued', bill_id: `b-${month}-${index}`, amount_fen: fen, due_date: `${month}-20` },
  };
}

export function sentAs(content: string | Uint8Array | Readable, fileName = 'facts.ndjson') {
  const stream = content instanceof Readable ? content : Readable.from([Buffer.from(content)]);
  return { stream, fileName };
}

/** Receives a file and works it off to its end; answers the import and what became of each row. */
export async function importAll(ctx: AppContext, content: string | Uint8Array, asker: Asker = SYSTEMS) {
  const { importId } = await receiveImport(ctx, asker, sentAs(content));
  return worked(ctx, importId);
}

export async function worked(ctx: AppContext, importId: string) {
  for (;;) {
    await workImport(ctx, { importId });
    const one = await findImport(ctx.pool, importId);
    if (!one) throw new Error('the import is gone');
    if (one.status !== 'running') return { one, verdicts: await verdictsOf(ctx, importId) };
  }
}

export async function verdictsOf(ctx: AppContext, importId: string): Promise<RowVerdict[]> {
  const all: RowVerdict[] = [];
  for await (const some of readVerdicts(ctx.pool, importId)) all.push(...some);
  return all;
}
