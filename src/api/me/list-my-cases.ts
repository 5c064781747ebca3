import { Type } from 'typebox';
import { listMyCases } from '../../app/cases/list-my-cases.ts';
import { endpoint } from '../endpoint.ts';
import { CaseSchema, caseReply } from '../schemas/case.ts';

export const listMyCasesEndpoint = endpoint({
  method: 'GET',
  path: '/me/cases',
  tag: 'me',
  summary: '我的申诉案 / My cases, newest first',
  who: ['subscriber', 'representative'],
  status: 200,
  reply: Type.Object({ items: Type.Array(CaseSchema) }),
  refusals: [403],
  run: async ({ ctx, asker }) => ({ items: (await listMyCases(ctx, asker)).map(caseReply) }),
});
