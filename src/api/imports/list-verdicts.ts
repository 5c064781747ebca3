import { Readable } from 'node:stream';
import { Type } from 'typebox';
import { readImportVerdicts } from '../../app/imports/look-at-imports.ts';
import { verdictsAs } from '../../app/imports/verdict-files.ts';
import { VERDICTS } from '../../domain/imports/import.ts';
import { endpoint } from '../endpoint.ts';
import { ImportParams } from '../schemas/import.ts';
import { choice } from '../schemas/parts.ts';

export const listVerdictsEndpoint = endpoint({
  method: 'GET',
  path: '/imports/:import_id/verdicts',
  tag: 'imports',
  summary: '逐行结果下载 / What became of each row, as a file',
  description:
    'One line a row in the order of the file, committed rows only, streamed: NDJSON unless `format=csv`. The fields are `row`, `source_id`, `verdict`, and where they apply `number_id`, `fact_id`, `flag_ids`, `lift_ids`, `code`, `pointer`, `data`.',
  who: ['agent', 'reviewer', 'policy_owner', 'auditor', 'admin', 'system'],
  params: ImportParams,
  query: Type.Object({
    format: Type.Optional(choice(['ndjson', 'csv'])),
    verdict: Type.Optional(choice(VERDICTS)),
  }),
  status: 200,
  reply: null,
  produces: 'application/x-ndjson',
  refusals: [403, 404],
  run: async ({ ctx, asker, params, query, reply, locale }) => {
    const only = query.verdict === undefined ? null : [query.verdict];
    const { one, verdicts } = await readImportVerdicts(ctx, asker, params.import_id, only);
    const file = verdictsAs(query.format ?? 'ndjson', one, verdicts, locale);
    reply.type(file.mediaType).header('content-disposition', `attachment; filename="${file.fileName}"`);
    return reply.send(Readable.from(file.text));
  },
});
