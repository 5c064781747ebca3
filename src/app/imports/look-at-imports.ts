import { importActs, importScope, mayImport, maySeeImport, objectToImportAct } from '../../access/imports.ts';
import type { Import, ImportAct, RowVerdict, RowVerdictKind } from '../../domain/imports/import.ts';
import { IMPORT_TRANSITIONS } from '../../domain/imports/import.ts';
import { RefusalError } from '../../domain/refusal.ts';
import type { Fault } from '../../store/import-chunks.ts';
import { listFaults, readVerdicts } from '../../store/import-chunks.ts';
import { findImport, listImports, moveImport, workOn } from '../../store/imports.ts';
import { enqueue } from '../../store/jobs.ts';
import type { Page } from '../../store/pages.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { notFound } from '../on-number.ts';
import { type PageInput, pageRequest } from '../pages.ts';
import { demandProof } from '../sign-in/step-up.ts';
import { forgetParts } from './work-import.ts';

/** An import as its carrier sees it, with what this asker may do about it. */
export type ImportView = Import & {
  readonly acts: readonly ImportAct[];
  /** Rows a second over the time worked; null before there is any. */
  readonly rate: number | null;
  /** Seconds of work that are left, by bytes; null before anything is known, and where no work is left. */
  readonly restSeconds: number | null;
};

export type ImportDetails = ImportView & { readonly faults: readonly Fault[] };

export function viewImport(one: Import, { actor }: Asker): ImportView {
  const { bytes, atByte, rowsRead, workedMs, status } = one;
  const rate = workedMs > 0 ? Math.round((rowsRead * 1000) / workedMs) : null;
  const works = status === 'running' || status === 'paused';
  const restSeconds = works && atByte > 0 ? Math.ceil(((bytes - atByte) / atByte) * (workedMs / 1000)) : null;
  return { ...one, acts: importActs(one, actor), rate, restSeconds };
}

/** A carrier's imports, newest first, and whether this asker may send one. */
export async function lookThroughImports(
  ctx: AppContext,
  asker: Asker,
  input: PageInput = {},
): Promise<Page<ImportView> & { readonly mayImport: boolean }> {
  const scope = importScope(asker.actor);
  if ('code' in scope) throw new RefusalError(scope);
  const { items, next } = await listImports(ctx.pool, { ...pageRequest(input), ...scope });
  return { items: items.map((one) => viewImport(one, asker)), next, mayImport: mayImport(asker.actor) };
}

export async function getImport(ctx: AppContext, asker: Asker, importId: string): Promise<ImportDetails> {
  const one = await requireImport(ctx, asker, importId);
  return { ...viewImport(one, asker), faults: await listFaults(ctx.pool, importId) };
}

/** What became of each row, in the order of the file, as it streams: all of them or some verdicts only. */
export async function readImportVerdicts(
  ctx: AppContext,
  asker: Asker,
  importId: string,
  only: readonly RowVerdictKind[] | null = null,
): Promise<{ readonly one: Import; readonly verdicts: AsyncGenerator<readonly RowVerdict[]> }> {
  const one = await requireImport(ctx, asker, importId);
  return { one, verdicts: readVerdicts(ctx.pool, importId, only) };
}

/** Holds an import, takes it up again or ends it. What was committed stays: facts are never taken back. */
export async function actOnImport(
  ctx: AppContext,
  asker: Asker,
  importId: string,
  act: ImportAct,
): Promise<ImportDetails> {
  const refused = objectToImportAct(await findImport(ctx.pool, importId), act, asker.actor);
  if (refused) throw new RefusalError(refused);
  demandProof(ctx, asker, 'bulk');
  const moved = await moveImport(ctx.pool, { importId, ...IMPORT_TRANSITIONS[act], now: ctx.clock.now() });
  // Moved by somebody else meanwhile: what is open is asked again.
  if (!moved)
    throw new RefusalError(
      objectToImportAct(await findImport(ctx.pool, importId), act, asker.actor) ?? { code: 'import.wrong_state' },
    );
  if (moved.status === 'running') await enqueue(ctx.pool, [workOn(importId)]);
  if (moved.status === 'cancelled') await forgetParts(ctx, importId);
  return getImport(ctx, asker, importId);
}

async function requireImport(ctx: AppContext, { actor }: Asker, importId: string): Promise<Import> {
  const one = await findImport(ctx.pool, importId);
  if (!one || !maySeeImport(one, actor)) throw notFound();
  return one;
}
