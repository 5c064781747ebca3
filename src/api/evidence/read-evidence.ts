import { Type } from 'typebox';
import { readEvidence } from '../../app/evidence/read-evidence.ts';
import { endpoint } from '../endpoint.ts';
import { Id } from '../schemas/parts.ts';

export const readEvidenceEndpoint = endpoint({
  method: 'GET',
  path: '/cases/:case_id/evidence/:evidence_id',
  tag: 'evidence',
  summary: '下载材料 / Download an item of evidence',
  description: 'Reading it is kept in the access log.',
  who: 'signed_in',
  params: Type.Object({ case_id: Id, evidence_id: Id }),
  status: 200,
  reply: null,
  produces: 'application/octet-stream',
  refusals: [404],
  run: async ({ ctx, asker, params, reply }) => {
    const { bytes, mediaType, fileName } = await readEvidence(ctx, asker, params.case_id, params.evidence_id);
    reply
      .type(mediaType)
      .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(fileName)}`)
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('x-content-type-options', 'nosniff');
    return reply.send(Buffer.from(bytes));
  },
});
