import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../../app/context.ts';
import { maskedNumbers } from '../../../app/desk/masked.ts';
import { listPrechecks } from '../../../app/prechecks/list-prechecks.ts';
import { paths } from '../../paths.ts';
import { precheckList } from '../../present/precheck-list.ts';
import type { Web } from '../../render.ts';
import { show } from '../../visit.ts';
import { askerOf } from '../asking.ts';
import { openDesk, textOf } from './desk-frame.ts';

/** Whose papers wait to be looked at before they travel; the answer is given on the page of the case. */
export function addDeskPrecheckRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  app.get(paths.deskPrechecks, async (request, reply) => {
    const frame = await openDesk(ctx, request);
    const waiting = await listPrechecks(ctx, askerOf(request), { cursor: textOf(request, 'cursor') });
    const numbers = await maskedNumbers(
      ctx,
      waiting.items.map(({ numberId }) => numberId),
    );
    return show(web, request, reply, 'deskList', precheckList(frame, waiting, numbers));
  });
}
