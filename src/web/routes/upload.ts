import type { FastifyRequest } from 'fastify';
import type { GivenFile } from '../../app/evidence/check-file.ts';
import { tooLarge } from '../../app/evidence/check-file.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import type { Typed } from '../form.ts';
import { checkForm } from '../visit.ts';

export type Upload = { readonly typed: Typed; readonly file: GivenFile | RefusalError };

/**
 * The fields and the one file of a multipart form. A file at fault comes back as its refusal beside the fields,
 * so that a page can say what is wrong with it and lose nothing else.
 */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) throw new RefusalError(refusal('evidence.missing_file', {}, '/file'));
  const upload = await readParts(request).catch((error: unknown) => {
    // The parser throws bare errors for what is cut off or garbled.
    const known = error instanceof RefusalError || (error as { statusCode?: number }).statusCode !== undefined;
    throw known ? error : new RefusalError(refusal('request.broken_upload'));
  });
  checkForm(request, upload.typed.csrf);
  return upload;
}

async function readParts(request: FastifyRequest): Promise<Upload> {
  const typed: Record<string, string> = {};
  let file: GivenFile | RefusalError = new RefusalError(refusal('evidence.missing_file', {}, '/file'));
  for await (const part of request.parts({ throwFileSizeLimit: false } as Parameters<FastifyRequest['parts']>[0])) {
    if (part.type === 'field') {
      typed[part.fieldname] = String(part.value ?? '');
      continue;
    }
    const bytes = await collect(part.file);
    if (part.filename === '' || part.filename === undefined) continue;
    file = part.file.truncated
      ? tooLarge(part.filename)
      : { bytes, fileName: part.filename, declaredType: part.mimetype };
  }
  return { typed, file };
}

async function collect(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
