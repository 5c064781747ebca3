import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../app/context.ts';
import { makeBundle } from '../../app/escalation/make-bundle.ts';
import { paths } from '../paths.ts';
import { askerOf } from './asking.ts';

/** A case's whole file for its person, and the public keys with which anybody checks such a file. */
export function addBundleRoutes(app: FastifyInstance, ctx: AppContext): void {
  app.get<{ Params: { caseId: string } }>(paths.caseFileZip(':caseId'), async (request, reply) => {
    // It goes to a Chinese body, in whichever language its reader looks at the pages.
    const { fileName, stream } = await makeBundle(ctx, askerOf(request), request.params.caseId, 'zh-CN');
    return reply
      .type('application/zip')
      .header('content-disposition', `attachment; filename="${fileName}"`)
      .send(stream);
  });

  app.get(paths.signingKeys, async (_request, reply) => {
    const { keys, keyId: current } = ctx.bundles.signer;
    const listed = keys.map(({ keyId, x, pem }) => ({
      kty: 'OKP',
      crv: 'Ed25519',
      x,
      kid: keyId,
      use: 'sig',
      alg: 'EdDSA',
      current: keyId === current,
      pem,
    }));
    return reply
      .type('application/json; charset=utf-8')
      .header('cache-control', 'public, max-age=3600')
      .header('access-control-allow-origin', '*')
      .send(JSON.stringify({ keys: listed }, null, 2));
  });
}
