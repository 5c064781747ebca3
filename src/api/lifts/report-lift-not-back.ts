import { reportNotBack } from '../../app/lifts/report-not-back.ts';
import { endpoint } from '../endpoint.ts';
import { CaseSchema, caseReply } from '../schemas/case.ts';
import { input, LiftParams, Words } from '../schemas/parts.ts';

export const reportLiftNotBackEndpoint = endpoint({
  method: 'POST',
  path: '/lifts/:lift_id/not-back',
  tag: 'lifts',
  summary: '没有恢复，开案 / Service is not back: opens and files a case',
  who: ['subscriber', 'representative'],
  params: LiftParams,
  body: input({ words: Words }, [{ words: '还是打不出去。' }]),
  status: 201,
  reply: CaseSchema,
  refusals: [403, 404, 409],
  run: async ({ ctx, asker, params, body, reply }) => {
    const view = await reportNotBack(ctx, asker, params.lift_id, body.words);
    reply.header('location', `/api/v1/cases/${view.caseFile.caseId}`);
    return caseReply(view);
  },
});
