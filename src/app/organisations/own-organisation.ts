import { RefusalError, refusal } from '../../domain/refusal.ts';
import { findMembership, findOrganisation } from '../../store/organisations.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';

/** The organisation that somebody is or acts for. `owner` is its own account. */
export type Belonging = {
  readonly organisationId: string;
  readonly role: 'owner' | 'manager' | 'clerk';
  /** Null for the organisation's own account. */
  readonly representativeId: string | null;
};

export async function findOwnOrganisation(ctx: AppContext, { actor }: Asker): Promise<Belonging | null> {
  const { personId, role } = actor;
  if (personId === null) return null;
  if (role === 'subscriber' && (await findOrganisation(ctx.pool, personId)))
    return { organisationId: personId, role: 'owner', representativeId: null };
  if (role !== 'representative') return null;
  const member = await findMembership(ctx.pool, { personId, now: ctx.clock.now() });
  return member && { organisationId: member.organisationId, role: member.memberRole, representativeId: personId };
}

/** Refused for whoever is no organisation and acts for none. */
export async function requireOrganisation(ctx: AppContext, asker: Asker): Promise<Belonging> {
  const found = await findOwnOrganisation(ctx, asker);
  if (!found) throw new RefusalError(refusal('access.denied'));
  return found;
}

/** Who acts for an organisation is its own account's to say. */
export async function requireOwner(ctx: AppContext, asker: Asker): Promise<Belonging> {
  const found = await requireOrganisation(ctx, asker);
  if (found.role !== 'owner') throw new RefusalError(refusal('access.denied'));
  return found;
}
