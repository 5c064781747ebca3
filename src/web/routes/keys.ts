import type { FastifyInstance } from 'fastify';
import { houseScope, isRefusal } from '../../access/lists.ts';
import type { AppContext } from '../../app/context.ts';
import { findCarrierOf } from '../../app/desk/find-carrier.ts';
import { RefusalError } from '../../domain/refusal.ts';
import { paths } from '../paths.ts';
import { carrierName } from '../present/frame.ts';
import type { Web } from '../render.ts';
import { requireActor, show } from '../visit.ts';
import { openAuthority } from './authority/authority-frame.ts';

/** The keys of a desk as a plain page, at a carrier and at a body. */
export function addKeysRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  app.get(paths.deskKeys, async (request, reply) => {
    const scope = houseScope(requireActor(request));
    if (isRefusal(scope)) throw new RefusalError(scope);
    const house = carrierName(request.visit.locale, await findCarrierOf(ctx, scope.carrierId));
    return show(web, request, reply, 'keys', { side: 'desk', house });
  });

  app.get(paths.authorityKeys, async (request, reply) => {
    const { body: house } = await openAuthority(ctx, request);
    return show(web, request, reply, 'keys', { side: 'authority', house });
  });
}
