import type { FastifyRequest } from 'fastify';
import { deskScope, isRefusal } from '../../../access/lists.ts';
import type { AppContext } from '../../../app/context.ts';
import { findCarrierOf } from '../../../app/desk/find-carrier.ts';
import { RefusalError } from '../../../domain/refusal.ts';
import { findText } from '../../../locales/index.ts';
import type { Frame } from '../../present/frame.ts';
import { requireActor } from '../../visit.ts';
import { frameOf } from '../asking.ts';

/** What presenters need at the desk of the signed-in member of staff; anybody else is refused. */
export async function openDesk(ctx: AppContext, request: FastifyRequest): Promise<Frame> {
  const scope = deskScope(requireActor(request));
  if (isRefusal(scope)) throw new RefusalError(scope);
  return { ...frameOf(ctx, request, await findCarrierOf(ctx, scope.carrierId)), side: 'desk' };
}

/** The address's own words on what was just done. */
export function doneIn(request: FastifyRequest): string | null {
  const { done } = request.query as { done?: string };
  return done ? (findText(request.visit.locale, `desk.done.${done}`) ?? null) : null;
}

/** One value of the query that is among those allowed; anything else is as if it were not there. */
export function oneOf<T extends string>(request: FastifyRequest, name: string, allowed: readonly T[]): T | undefined {
  const value = (request.query as Record<string, string>)[name];
  return allowed.find((one) => one === value);
}

export function textOf(request: FastifyRequest, name: string): string | undefined {
  return (request.query as Record<string, string>)[name] || undefined;
}
