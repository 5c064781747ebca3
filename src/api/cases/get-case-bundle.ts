import { Type } from 'typebox';
import { makeBundle } from '../../app/escalation/make-bundle.ts';
import { LOCALES } from '../../locales/index.ts';
import { endpoint } from '../endpoint.ts';
import { choice, Id } from '../schemas/parts.ts';

export const getCaseBundleEndpoint = endpoint({
  method: 'GET',
  path: '/cases/:case_id/file',
  tag: 'cases',
  summary: '下载全部申诉材料（签名的 ZIP） / Download the whole file of a case, a signed ZIP',
  description:
    'Cover and timeline as PDF, all data as JSON, evidence, letters, and a signed manifest; described in docs/bundle.md. For the person, a representative whose mandate names escalating, and officers of a body that was given the case. Reading it is kept in the access log.',
  who: ['subscriber', 'representative', 'officer'],
  params: Type.Object({ case_id: Id }),
  query: Type.Object({
    lang: Type.Optional(choice(LOCALES, 'The language of cover, timeline and words; letters are Chinese.')),
  }),
  status: 200,
  reply: null,
  produces: 'application/zip',
  refusals: [403, 404],
  run: async ({ ctx, asker, params, query, reply }) => {
    const { fileName, stream } = await makeBundle(ctx, asker, params.case_id, query.lang ?? 'zh-CN');
    reply
      .type('application/zip')
      .header('content-disposition', `attachment; filename="${fileName}"`)
      .header('x-content-type-options', 'nosniff');
    return reply.send(stream);
  },
});
