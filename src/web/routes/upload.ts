import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GivenFile } from '../../app/evidence/check-file.ts';
import { tooLarge } from '../../app/evidence/check-file.ts';
import type { Room } from '../../app/evidence/upload-room.ts';
import { roomUntil } from '../../app/evidence/upload-room.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import type { Typed } from '../form.ts';
import { checkForm } from '../visit.ts';

export type Upload = { readonly typed: Typed; readonly file: GivenFile | RefusalError };

/**
 * The fields and the one file of a multipart form. A file at fault comes back as its refusal beside the fields,
 * so that a page can say what is wrong with it and lose nothing else.
 */
export async function readUpload(request: FastifyRequest, reply: FastifyReply): Promise<Upload> {
  if (!request.isMultipart()) throw new RefusalError(refusal('evidence.missing_file', {}, '/file'));
  const upload = await readParts(request, roomUntil(reply.raw)).catch((error: unknown) => {
    // The parser throws bare errors for what is cut off or garbled.
    const known = error instanceof RefusalError || (error as { statusCode?: number }).statusCode !== undefined;
    throw known ? error : new RefusalError(refusal('request.broken_upload'));
  });
  checkForm(request, upload.typed.csrf);
  return upload;
}

async function readParts(request: FastifyRequest, room: Room): Promise<Upload> {
  const typed: Record<string, string> = {};
  let file: GivenFile | RefusalError = new RefusalError(refusal('evidence.missing_file', {}, '/file'));
  for await (const part of request.parts({ throwFileSizeLimit: false } as Parameters<FastifyRequest['parts']>[0])) {
    if (part.type === 'field') {
      typed[part.fieldname] = String(part.value ?? '');
      continue;
    }
    const bytes = await collect(part.file, room);
    if (part.filename === '' || part.filename === undefined) continue;
    if (part.file.truncated) file = tooLarge(part.filename);
    else if (bytes === null) file = new RefusalError(refusal('request.busy', {}, '/file'));
    else file = { bytes, fileName: part.filename, declaredType: part.mimetype };
  }
  return { typed, file };
}

/** The bytes, or nothing where there is no room for them; they are read to their end all the same, so that the fields behind come. */
async function collect(stream: AsyncIterable<Uint8Array>, room: Room): Promise<Uint8Array | null> {
  let chunks: Uint8Array[] | null = [];
  for await (const chunk of stream) {
    if (!room.take(chunk.length)) chunks = null;
    chunks?.push(chunk);
  }
  return chunks && Buffer.concat(chunks);
}
