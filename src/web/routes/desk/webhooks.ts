import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../../app/context.ts';
import { listMessages, replayMessage } from '../../../app/webhooks/list-messages.ts';
import { listOwnSubscriptions } from '../../../app/webhooks/subscribe.ts';
import { readForm } from '../../form.ts';
import { paths } from '../../paths.ts';
import { webhookLists } from '../../present/desk-lists.ts';
import type { Web } from '../../render.ts';
import { show } from '../../visit.ts';
import { askerOf, freshFormKey } from '../asking.ts';
import { doneIn, oneOf, openDesk, textOf } from './desk-frame.ts';

const USUAL = 50;

/** Who is told what, what was sent, and the letters that nobody took. */
export function addDeskWebhookRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  app.get(paths.deskWebhooks, async (request, reply) => {
    const frame = await openDesk(ctx, request);
    const asker = askerOf(request);
    const status = oneOf(request, 'status', ['pending', 'delivered', 'dead']);
    const [subscriptions, { items, next }] = await Promise.all([
      listOwnSubscriptions(ctx, asker),
      listMessages(ctx, asker, { status, cursor: textOf(request, 'cursor'), limit: USUAL }),
    ]);
    const more = { next, formKey: freshFormKey(ctx), done: doneIn(request) };
    return show(web, request, reply, 'deskList', webhookLists(frame, subscriptions, items, more));
  });

  app.post<{ Params: { messageId: string } }>(`${paths.deskWebhooks}/:messageId`, async (request, reply) => {
    const typed = readForm(request);
    await replayMessage(ctx, askerOf(request, typed), request.params.messageId);
    return reply.redirect(`${paths.deskWebhooks}?done=replay`, 303);
  });
}
