import type { MultipartFile } from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GivenFile } from '../../app/evidence/check-file.ts';
import { tooLarge } from '../../app/evidence/check-file.ts';
import type { Room } from '../../app/evidence/upload-room.ts';
import { roomUntil } from '../../app/evidence/upload-room.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';

export type Upload = { readonly file: GivenFile; readonly material: string | null; readonly agrees: boolean };

const MATERIAL = /^[a-z][a-z0-9_]{0,79}$/;

/** The one file of an upload and the paper it stands for. A file that is too large is named before it is read to its end. */
export async function readUpload(request: FastifyRequest, reply: FastifyReply): Promise<Upload> {
  if (!request.isMultipart()) throw unsupported(request);
  const { file, material, agrees } = await readParts(request, roomUntil(reply.raw)).catch((error: unknown) => {
    throw error instanceof RefusalError || isOfFramework(error)
      ? error
      : new RefusalError(refusal('request.broken_upload'));
  });
  if (!file) throw new RefusalError(refusal('evidence.missing_file', {}, '/file'));
  if (material !== null && !MATERIAL.test(material))
    throw new RefusalError(refusal('evidence.bad_material', {}, '/material'));
  return { file, material, agrees };
}

async function readParts(
  request: FastifyRequest,
  room: Room,
): Promise<{ file: GivenFile | undefined; material: string | null; agrees: boolean }> {
  let file: GivenFile | undefined;
  let material: string | null = null;
  let agrees = false;
  for await (const part of request.parts({ throwFileSizeLimit: false } as Parameters<FastifyRequest['parts']>[0])) {
    if (part.type === 'file') file = await readFile(part, room);
    else if (part.fieldname === 'material' && part.value !== '') material = String(part.value);
    else if (part.fieldname === 'consent') agrees = part.value === 'yes';
  }
  return { file, material, agrees };
}

/** The parser of uploads throws bare errors for what is cut off or garbled; the framework's own say what they are. */
function isOfFramework(error: unknown): boolean {
  return String((error as { code?: unknown }).code).startsWith('FST_');
}

async function readFile(part: MultipartFile, room: Room): Promise<GivenFile> {
  const fileName = (part.filename ?? '').slice(0, 255);
  const chunks: Uint8Array[] = [];
  for await (const chunk of part.file) {
    if (!room.take(chunk.length)) throw new RefusalError(refusal('request.busy', {}, '/file'));
    chunks.push(chunk);
  }
  if (part.file.truncated) throw tooLarge(fileName);
  return { bytes: Buffer.concat(chunks), fileName, declaredType: part.mimetype };
}

function unsupported(request: FastifyRequest): RefusalError {
  const found = request.headers['content-type']?.split(';')[0] ?? '-';
  return new RefusalError(refusal('request.unsupported_type', { found, wanted: 'multipart/form-data' }));
}
