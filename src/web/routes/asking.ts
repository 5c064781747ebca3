import type { FastifyRequest } from 'fastify';
import type { Asker } from '../../app/asker.ts';
import type { AppContext } from '../../app/context.ts';
import type { Carrier } from '../../app/mine/carrier.ts';
import { newId } from '../../platform/ids.ts';
import type { Typed } from '../form.ts';
import { checkText, formKey } from '../form.ts';
import { carrierName, type Frame } from '../present/frame.ts';
import { requireActor } from '../visit.ts';

/** The signed-in person as an asker; with a form, under the form's own key. Throws what is wrong with the form's text, at its field. */
export function askerOf(request: FastifyRequest, typed?: Typed): Asker {
  if (typed) checkText(typed);
  const key = typed && formKey(typed);
  return {
    actor: requireActor(request),
    source: 'web',
    sourceId: request.id,
    proof: request.visit.proof,
    // The content is part of the name: the same words sent twice are one request, changed words are a new one.
    ...(key ? { key: { ...key, key: `${key.key}:${key.requestHash.slice(0, 16)}` } } : {}),
  };
}

/** The key a fresh form carries. */
export function freshFormKey(ctx: AppContext): string {
  return newId('form', ctx.clock.now(), ctx.random);
}

/** What presenters need on this request. */
export function frameOf(ctx: AppContext, request: FastifyRequest, carrier: Carrier | null): Frame {
  const { locale, now } = request.visit;
  return { locale, now, rules: ctx.rules, carrier: carrierName(locale, carrier), side: 'person' };
}

/** A path of ours to go on to, or the fallback: nobody is sent elsewhere by a link made to look like ours. */
export function safeNext(next: string | undefined, fallback: string): string {
  return next && /^\/(?!\/)[!-[\]-~]*$/.test(next) ? next : fallback;
}
