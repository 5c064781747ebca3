import type { FastifyReply } from 'fastify';

type File = { readonly bytes: Uint8Array; readonly mediaType: string; readonly fileName: string };

/** Sends a file of evidence so that nothing in it can run, whatever it pretends to be. */
export function sendFile(reply: FastifyReply, { bytes, mediaType, fileName }: File): FastifyReply {
  const way = mediaType === 'image/heic' ? 'attachment' : 'inline';
  return reply
    .type(mediaType)
    .header('content-disposition', `${way}; filename*=UTF-8''${encodeURIComponent(fileName)}`)
    .header(
      'content-security-policy',
      "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; object-src 'self'; base-uri 'none'; frame-ancestors 'none'",
    )
    .send(Buffer.from(bytes));
}
