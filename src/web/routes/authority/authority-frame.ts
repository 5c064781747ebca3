import type { FastifyRequest } from 'fastify';
import { findAuthority } from '../../../app/authority/list-authorities-for.ts';
import { requireAuthority } from '../../../app/authority/list-authority-cases.ts';
import type { AppContext } from '../../../app/context.ts';
import type { Carrier } from '../../../app/mine/carrier.ts';
import type { AuthorityFrame } from '../../present/authority.ts';
import { authorityName } from '../../present/authority.ts';
import { requireActor } from '../../visit.ts';
import { frameOf } from '../asking.ts';

/** What presenters need at the desk of the signed-in officer's body; anybody else is refused. */
export async function openAuthority(
  ctx: AppContext,
  request: FastifyRequest,
  carrier: Carrier | null = null,
): Promise<AuthorityFrame> {
  const authorityId = requireAuthority(requireActor(request));
  const body = authorityName(request.visit.locale, await findAuthority(ctx, authorityId));
  return { ...frameOf(ctx, request, carrier), side: 'authority', body, authorityId };
}
