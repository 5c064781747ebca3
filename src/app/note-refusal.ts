import type { AppContext } from './context.ts';

/** Codes that tell of a try at something that is not somebody's, or of a way in that did not open. */
const TELLING = /^(access\.(denied|scope|sign_in)|account\.|request\.(too_often|too_many_calls|not_from_page))/;

/** Writes down that somebody was refused, for whoever watches over the service: which refusal, which request, whose. Nothing of what was typed. */
export function noteRefusal(
  ctx: AppContext,
  refused: { readonly code: string; readonly requestId: string; readonly actorId: string | null },
): void {
  if (!TELLING.test(refused.code)) return;
  ctx.log.warn({ code: refused.code, request_id: refused.requestId, actor_id: refused.actorId }, 'refused');
}
