import { isUtf8 } from 'node:buffer';
import { parse } from 'node:querystring';
import type { FastifyInstance } from 'fastify';
import { RefusalError, refusal } from '../domain/refusal.ts';

const CHARSET = /;\s*charset\s*=\s*"?([^;"\s]+)/i;

/** Takes forms in UTF-8 alone: text in another encoding would be read, judged and kept garbled. */
export function addFormReader(app: FastifyInstance, bodyLimit: number): void {
  const options = { parseAs: 'buffer', bodyLimit } as const;
  app.addContentTypeParser<Buffer>('application/x-www-form-urlencoded', options, (request, body, done) => {
    const charset = CHARSET.exec(request.headers['content-type'] ?? '')?.[1] ?? 'utf-8';
    const fields = /^utf-?8$/i.test(charset) && isUtf8(body) ? read(body.toString()) : null;
    if (fields === null) done(new RefusalError(refusal('request.not_utf8')));
    else done(null, fields);
  });
}

/** The fields, or nothing where the percent signs spell no UTF-8; the parser itself would put signs of doubt there. */
function read(text: string): ReturnType<typeof parse> | null {
  try {
    decodeURIComponent(text);
  } catch {
    return null;
  }
  return parse(text);
}
