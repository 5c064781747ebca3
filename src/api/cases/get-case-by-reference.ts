import { Type } from 'typebox';
import { getCaseByReference } from '../../app/cases/get-case-by-reference.ts';
import { endpoint } from '../endpoint.ts';
import { CaseSchema, caseReply } from '../schemas/case.ts';

export const getCaseByReferenceEndpoint = endpoint({
  method: 'GET',
  path: '/cases/by-reference/:reference',
  tag: 'cases',
  summary: '按案号找案 / A case by the reference that was read out',
  description: 'Case and hyphens do not matter; a misheard sign is told apart from a case that is not there.',
  who: 'signed_in',
  params: Type.Object({ reference: Type.String({ maxLength: 40 }) }),
  status: 200,
  reply: CaseSchema,
  refusals: [404, 422],
  run: async ({ ctx, asker, params, reply }) => {
    const view = await getCaseByReference(ctx, asker, params.reference);
    reply.header('etag', `"${view.version}"`);
    return caseReply(view);
  },
});
