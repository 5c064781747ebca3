import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../../app/context.ts';
import { maskedNumbers } from '../../../app/desk/masked.ts';
import { knownStaffNames } from '../../../app/desk/staff-names.ts';
import { listTimeline } from '../../../app/timeline/list-timeline.ts';
import { paths } from '../../paths.ts';
import { journalLines } from '../../present/desk-lists.ts';
import type { Web } from '../../render.ts';
import { requireActor, show } from '../../visit.ts';
import { askerOf } from '../asking.ts';
import { openDesk, textOf } from './desk-frame.ts';

/** The journal of a number, for whoever must be able to check it. */
export function addDeskTimelineRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  app.get<{ Params: { numberId: string } }>(paths.deskTimeline(':numberId'), async (request, reply) => {
    const frame = await openDesk(ctx, request);
    const { numberId } = request.params;
    const { items, next } = await listTimeline(ctx, askerOf(request), numberId, { cursor: textOf(request, 'cursor') });
    // People keep their names to themselves: only who works here is named.
    const staff = items.flatMap((entry) => [
      ...(entry.actor.role === 'subscriber' ? [] : [entry.actor.id]),
      ...(entry.kind === 'case.assigned' && entry.data.assignee ? [entry.data.assignee.id] : []),
    ]);
    const [numbers, nameOf] = await Promise.all([maskedNumbers(ctx, [numberId]), knownStaffNames(ctx, staff)]);
    const lines = journalLines(frame, requireActor(request), items, nameOf);
    return show(web, request, reply, 'deskTimeline', {
      carrier: frame.carrier,
      number: numbers.get(numberId) ?? '',
      lines,
      next,
    });
  });
}
