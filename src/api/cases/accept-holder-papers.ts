import { Type } from 'typebox';
import { acceptHolderPapers } from '../../app/holder/accept-papers.ts';
import { endpoint } from '../endpoint.ts';
import { CaseParams, Id, input, Moment, nullable } from '../schemas/parts.ts';

export const acceptHolderPapersEndpoint = endpoint({
  method: 'POST',
  path: '/cases/:case_id/holder-proof',
  tag: 'cases',
  summary: '凭证件认定机主 / Accept a paper of the case as proof of who the holder is',
  description:
    'The desk compared it with its register: a paper of the case, or one shown at a counter. Kept are result, time and who did it; done twice it stands twice. Asks for a fresh proof.',
  who: ['agent', 'reviewer'],
  params: CaseParams,
  body: input({ evidence_id: Type.Optional(nullable(Id)), passed: Type.Optional(Type.Boolean({ default: true })) }),
  keyless: true,
  status: 201,
  reply: Type.Object({ proof_id: Id, decided_at: Moment }),
  refusals: [404, 409],
  run: async ({ ctx, asker, params, body }) => {
    const { proofId, decidedAt } = await acceptHolderPapers(ctx, asker, params.case_id, {
      evidenceId: body.evidence_id ?? null,
      passed: body.passed ?? true,
    });
    return { proofId, decidedAt };
  },
});
