import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../app/context.ts';
import { findCarrierOf } from '../../app/desk/find-carrier.ts';
import { readPublicRates } from '../../app/learning/public-rates.ts';
import { notFound } from '../../app/on-number.ts';
import { getPublishedPolicy } from '../../app/policies/read-policies.ts';
import { paths } from '../paths.ts';
import { publicPolicyPage } from '../present/policies.ts';
import type { Web } from '../render.ts';
import { show } from '../visit.ts';
import { frameOf } from './asking.ts';

/** What a carrier published, for anybody. */
export function addPolicyRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  app.get<{ Params: { policyId: string; version: string } }>(
    paths.policy(':policyId', ':version'),
    async (request, reply) => {
      const { policyId, version } = request.params;
      if (!/^[1-9]\d{0,8}$/.test(version)) throw notFound();
      const item = await getPublishedPolicy(ctx, policyId, Number(version));
      const frame = frameOf(ctx, request, await findCarrierOf(ctx, item.policy.carrierId));
      const rates = await readPublicRates(ctx, item.policy);
      return show(web, request, reply, 'publicPolicy', publicPolicyPage(frame, item, rates));
    },
  );
}
