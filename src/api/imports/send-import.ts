import { Readable } from 'node:stream';
import { Type } from 'typebox';
import { viewImport } from '../../app/imports/look-at-imports.ts';
import { receiveImport } from '../../app/imports/receive-import.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { endpoint } from '../endpoint.ts';
import { ImportSchema, importReply } from '../schemas/import.ts';
import { Code } from '../schemas/parts.ts';

const TYPES = ['application/x-ndjson', 'text/csv', 'application/gzip', 'application/octet-stream'] as const;
const BODY_LIMIT = 8 * 1024 ** 3;

export const sendImportEndpoint = endpoint({
  method: 'POST',
  path: '/imports',
  tag: 'imports',
  summary: '批量报送 / Send many facts in one file',
  description:
    'The file is the body: NDJSON with one `POST /facts` body a line, or CSV with a header; UTF-8, packed with gzip or not, as its first bytes tell. It is kept first and worked off in the background; each row gets a verdict of its own. Sent twice, its rows are duplicates the second time, so it needs no key. Format: `docs/imports.md`.',
  who: ['system', 'admin', 'policy_owner'],
  keyless: true,
  streams: TYPES,
  bodyLimit: BODY_LIMIT,
  query: Type.Object({
    file_name: Type.Optional(Type.String({ maxLength: 200, description: 'What you call the file' })),
    system_id: Type.Optional({ ...Code, description: 'Whose facts these are; left out by a system itself' }),
  }),
  status: 202,
  reply: ImportSchema,
  refusals: [403, 409, 422],
  run: async ({ ctx, asker, query, request, reply }) => {
    const stream = (request.body as Readable | undefined | null) ?? Readable.from([]);
    refuseEncoding(request.headers['content-encoding']);
    const one = await receiveImport(ctx, asker, {
      stream,
      fileName: query.file_name ?? '',
      systemId: query.system_id,
    });
    reply.header('location', `/api/v1/imports/${one.importId}`);
    return importReply(viewImport(one, asker));
  },
});

/** Gzip is seen by its first bytes, said or not; any other packing is not understood. */
function refuseEncoding(encoding: string | undefined): void {
  if (encoding === undefined || /^(?:gzip|x-gzip|identity)$/i.test(encoding.trim())) return;
  throw new RefusalError(refusal('request.unsupported_type', { found: encoding.slice(0, 40), wanted: 'gzip' }));
}
