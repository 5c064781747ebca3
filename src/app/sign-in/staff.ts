import type { Role } from '../../domain/journal/actor.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { isStorable } from '../../domain/storable-text.ts';
import type { Locale } from '../../locales/index.ts';
import type { KnownActor } from '../../store/actors.ts';
import { findActor, saveActor } from '../../store/actors.ts';
import { listAuthorities } from '../../store/authorities.ts';
import { findCarrier } from '../../store/carriers.ts';
import { findOrganisation } from '../../store/organisations.ts';
import { endStepsOf } from '../../store/sign-in-steps.ts';
import type { StaffIdentity } from '../../store/staff-identities.ts';
import { addIdentity, removeIdentities } from '../../store/staff-identities.ts';
import { revokeTokensOf } from '../../store/tokens.ts';
import type { AppContext } from '../context.ts';
import { beginStep } from './steps.ts';

/** Roles that an operator hands out; people open their own accounts. */
export const STAFF_ROLES = ['agent', 'reviewer', 'policy_owner', 'officer', 'auditor', 'admin', 'system'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

export type NewStaff = {
  readonly id: string;
  readonly role: StaffRole;
  readonly carrierId: string | null;
  readonly authorityId: string | null;
  readonly name: string;
  readonly locale: Locale;
};

const AT_CARRIER: readonly Role[] = ['agent', 'reviewer', 'policy_owner', 'auditor', 'system'];
const ID = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;
const NAME_LIMIT = 80;

/** Whether something may be called by this id: small letters, digits and strokes. */
export function isPlainId(id: string): boolean {
  return ID.test(id);
}

/** Enters somebody of the staff, or a system. Nobody can sign in as them until they are invited or linked. */
export async function addStaff(ctx: AppContext, staff: NewStaff): Promise<KnownActor> {
  const { id, role, carrierId, authorityId, name, locale } = staff;
  if (!isPlainId(id)) throw new RefusalError(refusal('staff.bad_id', {}, '/id'));
  if (name.trim() === '' || name.length > NAME_LIMIT || !isStorable(name))
    throw new RefusalError(refusal('staff.bad_name', { most: NAME_LIMIT }, '/name'));
  await checkPlace(ctx, staff);
  if (await findActor(ctx.pool, id)) throw new RefusalError(refusal('staff.known', { id }, '/id'));
  const actor = { id, role, carrierId, authorityId, personId: null, displayName: name.trim(), locale, active: true };
  await saveActor(ctx.pool, actor);
  return actor;
}

/** A one-time link for setting up a way to sign in, good for three days. The one before is worth nothing. */
export async function inviteStaff(ctx: AppContext, actorId: string): Promise<string> {
  const { id } = await findStaff(ctx, actorId);
  await endStepsOf(ctx.pool, id, 'invite');
  const name = await beginStep(ctx, 'invite', id, {});
  return `${ctx.config.publicUrl}/enrol/${name}`;
}

/** Links somebody of the staff to the subject under which a provider knows them. */
export async function linkStaff(ctx: AppContext, actorId: string, identity: StaffIdentity): Promise<void> {
  const { id } = await findStaff(ctx, actorId);
  const added = await addIdentity(ctx.pool, { ...identity, actorId: id, now: ctx.clock.now() });
  if (!added) throw new RefusalError(refusal('staff.subject_known', { subject: identity.subject }, '/subject'));
}

/** Nobody acts as them from now on; what they did keeps their name. */
export async function endStaff(ctx: AppContext, actorId: string): Promise<void> {
  const actor = await findStaff(ctx, actorId);
  await saveActor(ctx.pool, { ...actor, active: false });
  await revokeTokensOf(ctx.pool, actor.id, ctx.clock.now());
  await endStepsOf(ctx.pool, actor.id, 'invite');
  await removeIdentities(ctx.pool, actor.id);
}

async function findStaff(ctx: AppContext, actorId: string): Promise<KnownActor> {
  const actor = isPlainId(actorId) ? await findActor(ctx.pool, actorId) : null;
  const invited = actor && (STAFF_ROLES.some((role) => role === actor.role) || (await actsByOffice(ctx, actor)));
  if (!actor?.active || !invited) throw new RefusalError(refusal('staff.unknown', { id: actorId }, '/id'));
  return actor;
}

/** Organisations and those who act for others by office are entered by an operator too. */
async function actsByOffice(ctx: AppContext, { role, personId }: KnownActor): Promise<boolean> {
  if (role === 'representative') return true;
  return personId !== null && (await findOrganisation(ctx.pool, personId)) !== null;
}

/** An officer belongs to an authority, everybody else to a carrier; an administrator to a carrier or to none. */
async function checkPlace(ctx: AppContext, { role, carrierId, authorityId }: NewStaff): Promise<void> {
  const atCarrier = AT_CARRIER.includes(role);
  if (role !== 'admin' && atCarrier !== (carrierId !== null))
    throw new RefusalError(refusal(atCarrier ? 'staff.carrier_missing' : 'staff.no_carrier', { role }, '/carrier'));
  if ((role === 'officer') !== (authorityId !== null))
    throw new RefusalError(
      refusal(role === 'officer' ? 'staff.authority_missing' : 'staff.no_authority', { role }, '/authority'),
    );
  if (carrierId !== null && !(await findCarrier(ctx.pool, carrierId)))
    throw new RefusalError(refusal('staff.unknown_carrier', { carrier: carrierId }, '/carrier'));
  const bodies = authorityId === null ? [] : await listAuthorities(ctx.pool);
  if (authorityId !== null && !bodies.some((body) => body.authorityId === authorityId))
    throw new RefusalError(refusal('staff.unknown_authority', { authority: authorityId }, '/authority'));
}
