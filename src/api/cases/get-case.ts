import { getCaseFile } from '../../app/cases/get-case-file.ts';
import { endpoint } from '../endpoint.ts';
import { CaseFileSchema, caseFileReply } from '../schemas/case-file.ts';
import { CaseParams } from '../schemas/parts.ts';

export const getCaseEndpoint = endpoint({
  method: 'GET',
  path: '/cases/:case_id',
  tag: 'cases',
  summary: '申诉案全貌 / A case with all that was said in it',
  description: 'The ETag names its content for `If-Match`. Reading it is kept in the access log.',
  who: 'signed_in',
  params: CaseParams,
  status: 200,
  reply: CaseFileSchema,
  refusals: [404],
  run: async ({ ctx, asker, params, reply }) => {
    const file = await getCaseFile(ctx, asker, params.case_id);
    reply.header('etag', `"${file.view.version}"`);
    return caseFileReply(file);
  },
});
