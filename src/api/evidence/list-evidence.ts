import { Type } from 'typebox';
import { getCase } from '../../app/cases/get-case.ts';
import { endpoint } from '../endpoint.ts';
import { EvidenceSchema, evidenceReply } from '../schemas/case.ts';
import { CaseParams } from '../schemas/parts.ts';

export const listEvidenceEndpoint = endpoint({
  method: 'GET',
  path: '/cases/:case_id/evidence',
  tag: 'evidence',
  summary: '案里的材料 / The evidence of a case',
  description: 'A case takes few items, so they come in one piece.',
  who: 'signed_in',
  params: CaseParams,
  status: 200,
  reply: Type.Object({ items: Type.Array(EvidenceSchema) }),
  refusals: [404],
  run: async ({ ctx, asker, params }) => {
    const { caseFile } = await getCase(ctx, asker, params.case_id);
    return { items: caseFile.evidence.map((item) => evidenceReply(caseFile.caseId, item)) };
  },
});
