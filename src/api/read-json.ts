import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { RefusalError, refusal } from '../domain/refusal.ts';

const CHARSET = /;\s*charset\s*=\s*"?([^;"\s]+)/i;

/** Takes JSON in UTF-8 alone: text in another encoding would be kept garbled for good. */
export function addJsonReader(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const charset = CHARSET.exec(request.headers['content-type'] ?? '')?.[1] ?? 'utf-8';
    if (!/^utf-?8$/i.test(charset) || !isUtf8(body)) done(new RefusalError(refusal('request.not_utf8')));
    else parse(request, body.toString(), done);
  });
}
