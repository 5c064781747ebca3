import type { Readable } from 'node:stream';
import { mayImport } from '../../access/imports.ts';
import type { Import, ImportFormat } from '../../domain/imports/import.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { newId } from '../../platform/ids.ts';
import { findActor, listActors } from '../../store/actors.ts';
import { addImport, addPart, dropUnreceived, findImport, startImport } from '../../store/imports.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { notFound } from '../on-number.ts';
import { demandProof } from '../sign-in/step-up.ts';
import { putPart } from './parts.ts';
import { recogniseFile } from './recognise-file.ts';
import { inPieces, unpacked } from './unpack.ts';

/** Kept together as one piece: read back whole, so it bounds the memory of whoever works on it. */
const PIECE_BYTES = 4 * 1024 * 1024;

export type Upload = {
  readonly stream: Readable;
  readonly fileName: string;
  /** The system whose facts these are; left out where the asker is one, or the carrier has one alone. */
  readonly systemId?: string | undefined;
};

/** Throws unless this asker may send files, and has proved to be there. */
export function objectToSender(ctx: AppContext, asker: Asker): void {
  if (!mayImport(asker.actor)) throw new RefusalError(refusal('access.denied'));
  demandProof(ctx, asker, 'bulk');
}

/** Whose facts a sender may send, asked before anything of the file is read. */
export async function objectToUpload(ctx: AppContext, asker: Asker, systemId: string | undefined): Promise<string> {
  const { actor } = asker;
  objectToSender(ctx, asker);
  if (actor.role === 'system') {
    if (systemId !== undefined && systemId !== actor.id) throw new RefusalError(SYSTEM_UNKNOWN);
    return actor.id;
  }
  const systems = await listSystems(ctx, actor.carrierId ?? '');
  const chosen = systemId ?? (systems.length === 1 ? systems[0] : undefined);
  if (chosen === undefined || !systems.includes(chosen)) throw new RefusalError(SYSTEM_UNKNOWN);
  return chosen;
}

const SYSTEM_UNKNOWN = refusal('import.system_unknown', {}, '/system_id');

/** A connected system as an asker, for an operator who sends a file in its name; null when there is none of this id. */
export async function askerOfSystem(ctx: AppContext, systemId: string): Promise<Asker | null> {
  const actor = await findActor(ctx.pool, systemId);
  return actor?.role === 'system' && actor.active ? { actor, source: 'cli', sourceId: 'import' } : null;
}

/** The connected systems of a carrier, whose ids name facts. */
export async function listSystems(ctx: AppContext, carrierId: string): Promise<string[]> {
  const staff = await listActors(ctx.pool, { carrierId, role: 'system' });
  return staff.map(({ id }) => id);
}

/**
 * Takes a file in, packed or not, a piece at a time: each piece is durable before the next is read. The work on it begins
 * once it is there whole; a file that breaks off or that is none leaves nothing behind.
 */
export async function receiveImport(ctx: AppContext, asker: Asker, upload: Upload): Promise<Import> {
  const systemId = await objectToUpload(ctx, asker, upload.systemId);
  const importId = newId('import', ctx.clock.now(), ctx.random);
  let begun = false;
  let at = 0;
  const begin = async (format: ImportFormat, columns: readonly string[]) => {
    await addImport(ctx.pool, {
      importId,
      carrierId: asker.actor.carrierId ?? '',
      systemId,
      uploadedBy: asker.actor.id,
      fileName: upload.fileName.toWellFormed().replaceAll('\u0000', '').slice(0, 200),
      format,
      columns,
      createdAt: ctx.clock.now(),
    });
    begun = true;
  };
  try {
    let part = 0;
    let rest = false;
    for await (let piece of inPieces(unpacked(upload.stream), PIECE_BYTES)) {
      if (part === 0) {
        const found = await recogniseFile(piece);
        if ('code' in found) throw new RefusalError(found);
        piece = piece.subarray(found.skip);
        rest = piece.subarray(found.headerBytes).toString('latin1').trim() !== '';
        await begin(found.format, found.columns);
      }
      const sha256 = await putPart(ctx, piece);
      if (!(await addPart(ctx.pool, importId, { part, firstByte: at, sha256 }, ctx.clock.now()))) {
        await ctx.files.remove(sha256);
        throw new RefusalError(refusal('request.broken_upload'));
      }
      at += piece.length;
      part += 1;
    }
    if (part === 0 || (part === 1 && !rest)) throw new RefusalError(refusal('import.empty', {}, '/file'));
    await startImport(ctx.pool, importId, at, ctx.clock.now());
  } catch (error) {
    if (begun) for (const sha256 of await dropUnreceived(ctx.pool, importId)) await ctx.files.remove(sha256);
    throw error instanceof RefusalError ? error : (asRefusal(error) ?? error);
  }
  const made = await findImport(ctx.pool, importId);
  if (!made) throw notFound();
  return made;
}

/** What broke on the way in is the sender's: the connection ended, or the packing is garbled. */
function asRefusal(error: unknown): RefusalError | null {
  const code = String((error as { code?: unknown } | null)?.code);
  if (code.startsWith('Z_')) return new RefusalError(refusal('import.broken_gzip', {}, '/file'));
  const broken = code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ABORT_ERR';
  return broken ? new RefusalError(refusal('request.broken_upload')) : null;
}
