export const ROLES = [
  'subscriber',
  'representative',
  'agent',
  'reviewer',
  'policy_owner',
  'officer',
  'auditor',
  'admin',
  'system',
] as const;

export type Role = (typeof ROLES)[number];

/** Who acts. A person of flesh has `personId`; staff and connected systems belong to a carrier, officers to an authority. */
export type Actor = {
  readonly id: string;
  readonly role: Role;
  readonly carrierId: string | null;
  readonly authorityId: string | null;
  readonly personId: string | null;
};

/** The product itself: clocks that run out, conditions that are met. */
export const PRODUCT: Actor = { id: 'qingbiao', role: 'system', carrierId: null, authorityId: null, personId: null };

/** What an entry keeps of an actor. */
export type ActorRef = Pick<Actor, 'id' | 'role'>;

export function actorRef(actor: Actor): ActorRef {
  return { id: actor.id, role: actor.role };
}

/** True for somebody who can be named as responsible, false for machines. */
export function isHuman(actor: ActorRef): boolean {
  return actor.role !== 'system';
}
