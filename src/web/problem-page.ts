import type { FastifyReply, FastifyRequest } from 'fastify';
import { isPersonal } from '../access/relation.ts';
import type { AppContext } from '../app/context.ts';
import { noteRefusal } from '../app/note-refusal.ts';
import { RefusalError } from '../domain/refusal.ts';
import { t } from '../locales/index.ts';
import { refusalWords } from '../locales/refusal-words.ts';
import { leadToProof } from './lead-to-proof.ts';
import { pageStatus } from './page-status.ts';
import { paths } from './paths.ts';
import type { Web } from './render.ts';
import { show } from './visit.ts';

/** Turns what went wrong into a page with a way on. Whoever must sign in first is led there and back. */
export async function answerProblem(
  ctx: AppContext,
  web: Web,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const { locale } = request.visit;
  const { actor } = request.visit;
  // Whoever works here goes back to their own desk, not to the counter of the public.
  const action =
    actor && !isPersonal(actor.role)
      ? { label: t(locale, 'page.to_desk'), href: paths.mine }
      : { label: t(locale, 'page.to_start'), href: paths.home };
  if (error === null) {
    return show(
      web,
      request,
      reply,
      'message',
      { title: t(locale, 'page.not_found'), body: t(locale, 'page.not_found_body'), action },
      404,
    );
  }
  if (error instanceof RefusalError) {
    const { code } = error.refusal;
    noteRefusal(ctx, { code, requestId: request.id, actorId: request.visit.actor?.id ?? null });
    if (code === 'access.sign_in')
      return reply.redirect(`${paths.signIn}?next=${encodeURIComponent(request.url)}`, 303);
    if (code === 'access.step_up' && request.visit.actor)
      return reply.redirect(await leadToProof(ctx, request.visit.actor, request), 303);
    const status = pageStatus(code);
    const title = t(locale, status === 404 ? 'page.not_found' : 'page.cannot');
    return show(web, request, reply, 'message', { title, body: refusalWords(locale, error.refusal), action }, status);
  }
  const status = (error as { statusCode?: number }).statusCode ?? 500;
  if (status < 500) {
    return show(
      web,
      request,
      reply,
      'message',
      {
        title: t(locale, 'page.cannot'),
        body: t(locale, status === 413 ? 'page.too_large' : 'page.bad_request'),
        action,
      },
      status,
    );
  }
  ctx.log.error({ err: error, request_id: request.id }, 'a page failed');
  return show(
    web,
    request,
    reply,
    'message',
    { title: t(locale, 'page.broken'), body: t(locale, 'page.broken_body', { id: request.id }), action },
    500,
  );
}
