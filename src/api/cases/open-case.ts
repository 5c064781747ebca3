import { Type } from 'typebox';
import { openCase } from '../../app/cases/open-case.ts';
import { REMEDIES } from '../../domain/flags/words.ts';
import { endpoint } from '../endpoint.ts';
import { CaseSchema, caseReply } from '../schemas/case.ts';
import { choice, Id, input } from '../schemas/parts.ts';

export const openCaseEndpoint = endpoint({
  method: 'POST',
  path: '/cases',
  tag: 'cases',
  summary: '就标记开一个申诉案（草稿） / Open a case on flags, as a draft',
  who: ['subscriber', 'representative'],
  body: input(
    {
      flag_ids: Type.Array(Id, { minItems: 1, maxItems: 20 }),
      remedy: choice(REMEDIES),
      statement: Type.String({ maxLength: 4000 }),
    },
    [{ flag_ids: ['flag_1y2p0ij32e8e7_4'], remedy: 'appeal', statement: '我是快递员，这些是送货电话。' }],
  ),
  status: 201,
  reply: CaseSchema,
  refusals: [403, 404, 409, 422],
  run: async ({ ctx, asker, body, reply }) => {
    const { flag_ids: flagIds, remedy, statement } = body;
    const view = await openCase(ctx, asker, { flagIds, remedy, statement });
    reply.header('location', `/api/v1/cases/${view.caseFile.caseId}`).header('etag', `"${view.version}"`);
    return caseReply(view);
  },
});
