import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { handleAttention } from '../../../app/attention/handle-attention.ts';
import { listAttention } from '../../../app/attention/list-attention.ts';
import type { AppContext } from '../../../app/context.ts';
import { maskedNumbers } from '../../../app/desk/masked.ts';
import { RefusalError } from '../../../domain/refusal.ts';
import { refusalWords } from '../../../locales/refusal-words.ts';
import { readForm } from '../../form.ts';
import { paths } from '../../paths.ts';
import type { FieldError } from '../../pieces/error-summary.tsx';
import { attentionList } from '../../present/desk-lists.ts';
import type { Web } from '../../render.ts';
import { show } from '../../visit.ts';
import { askerOf, freshFormKey } from '../asking.ts';
import { doneIn, oneOf, openDesk, textOf } from './desk-frame.ts';

type ById = { Params: { attentionId: string } };

/** Everything that went wrong and waits for a human. */
export function addDeskAttentionRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  app.get(paths.deskAttention, (request, reply) => showAttention(request, reply));

  async function showAttention(request: FastifyRequest, reply: FastifyReply, faults: FieldError[] = []) {
    const frame = await openDesk(ctx, request);
    const handled = oneOf(request, 'handled', ['yes']) !== undefined;
    const { items, next } = await listAttention(ctx, askerOf(request), {
      open: !handled,
      cursor: textOf(request, 'cursor'),
    });
    const numbers = await maskedNumbers(
      ctx,
      items.map((item) => item.numberId),
    );
    const props = attentionList(frame, items, numbers, {
      next,
      handled,
      formKey: freshFormKey(ctx),
      done: doneIn(request),
    });
    return show(web, request, reply, 'deskList', { ...props, faults }, faults.length > 0 ? 422 : 200);
  }

  app.post<ById>(`${paths.deskAttention}/:attentionId`, async (request, reply) => {
    const typed = readForm(request);
    const { attentionId } = request.params;
    try {
      await handleAttention(ctx, askerOf(request, typed), attentionId, typed.words ?? '');
    } catch (error) {
      if (!(error instanceof RefusalError) || error.refusal.code !== 'attention.no_words') throw error;
      const text = refusalWords(request.visit.locale, error.refusal);
      return showAttention(request, reply, [{ field: `words-${attentionId}`, text }]);
    }
    return reply.redirect(`${paths.deskAttention}?done=handle`, 303);
  });
}
