import { createHash } from 'node:crypto';
import { addEvidence } from '../../app/evidence/add-evidence.ts';
import { FILE_LIMIT_BYTES } from '../../app/evidence/file-limits.ts';
import { caseActions } from '../actions.ts';
import { endpoint } from '../endpoint.ts';
import { EvidenceAddedSchema, evidenceReply } from '../schemas/case.ts';
import { CaseParams } from '../schemas/parts.ts';
import { writeKeyOf } from '../write-key.ts';
import { readUpload } from './read-upload.ts';

export const addEvidenceEndpoint = endpoint({
  method: 'POST',
  path: '/cases/:case_id/evidence',
  tag: 'evidence',
  summary: '上传材料（照片或 PDF） / Upload evidence, a photo or a PDF',
  description:
    'One file in the field `file`, JPEG, PNG, WebP, HEIC, PDF, or a recording as MP3, M4A, AMR or WAV, 10 MiB at most, and optionally `material`, which of the papers asked for it is. The bytes decide what it is; a name or declared type that says otherwise is refused. A paper that tells sensitive things is refused with `consent.needed` until its person gave separate consent: beforehand, or with the field `consent` as `yes`.',
  who: ['subscriber', 'representative'],
  params: CaseParams,
  multipart: true,
  bodyLimit: FILE_LIMIT_BYTES + 64 * 1024,
  status: 201,
  reply: EvidenceAddedSchema,
  refusals: [403, 404, 409, 413, 415, 422],
  run: async ({ ctx, asker, params, request, reply, locale }) => {
    const { file, material, agrees } = await readUpload(request, reply);
    const asked = {
      path: 'evidence',
      case_id: params.case_id,
      material,
      file: createHash('sha256').update(file.bytes).digest('hex'),
    };
    const key = writeKeyOf(request.headers['idempotency-key'], asked);
    const { item, caseView } = await addEvidence(ctx, { ...asker, key }, params.case_id, {
      ...file,
      material,
      consent: { agrees, locale },
    });
    const evidence = evidenceReply(params.case_id, item);
    reply.header('location', evidence.href);
    return {
      ...evidence,
      caseId: params.case_id,
      caseStatus: caseView.caseFile.status,
      actions: caseActions(params.case_id, caseView.acts),
    };
  },
});
