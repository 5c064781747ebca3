import { seqOf } from '../../domain/journal/thing-id.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { findEntry } from '../../store/timeline.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { noteAccess } from '../note-access.ts';
import { notFound, numberHolding, readVisible } from '../on-number.ts';
import { ACCEPTED } from './file-limits.ts';

export type EvidenceFile = {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** Safe to save under: no path, no control signs, the ending of its real type. */
  readonly fileName: string;
};

/** One item of evidence with its bytes; the reading is written down before they leave. */
export async function readEvidence(
  ctx: AppContext,
  asker: Asker,
  caseId: string,
  evidenceId: string,
): Promise<EvidenceFile> {
  const numberId = numberHolding('case', caseId);
  const state = await readVisible(ctx, asker, numberId);
  const item = state.cases[caseId]?.evidence.find((one) => one.evidenceId === evidenceId);
  if (!item) throw notFound();
  await noteAccess(ctx, asker, numberId, 'evidence');
  const place = { numberId, seq: seqOf(evidenceId) };
  const [bytes, entry] = await Promise.all([
    ctx.files.get(item.sha256),
    findEntry(ctx.pool, ctx.sealer, place, { unseal: true }),
  ]);
  if (item.forgottenAt !== null) throw new RefusalError(refusal('evidence.forgotten'));
  if (!bytes) {
    ctx.log.error({ evidence_id: evidenceId, sha256: item.sha256 }, 'the bytes of an item of evidence are gone');
    throw new RefusalError(refusal('evidence.bytes_gone'));
  }
  return {
    bytes,
    mediaType: item.mediaType,
    fileName: safeName(entry?.personal?.['file_name'] ?? '', item.mediaType, evidenceId),
  };
}

/** What somebody called their file, without anything that a file system or a header could trip over. */
export function safeName(given: string, mediaType: string, otherwise: string): string {
  const endings = ACCEPTED[mediaType] ?? [];
  const bare = (given.split(/[\\/]/).at(-1) ?? '')
    .replace(/[\p{C}<>:"|?*]/gu, '')
    .replace(/^\.+/, '')
    .trim();
  const stem = bare.slice(0, 120) || otherwise;
  const ending = /\.([^.]+)$/.exec(stem)?.[1]?.toLowerCase();
  return ending !== undefined && endings.includes(ending) ? stem : `${stem}.${endings[0] ?? 'bin'}`;
}
