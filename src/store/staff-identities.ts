import type { Instant } from '../domain/time.ts';
import type { Queryable } from '../platform/pool.ts';
import { ACTOR_COLUMNS, type KnownActor } from './actors.ts';

export type StaffIdentity = { readonly issuer: string; readonly subject: string };

/** The active member of staff whom a provider knows by this subject. */
export async function findActorByIdentity(
  db: Queryable,
  { issuer, subject }: StaffIdentity,
): Promise<KnownActor | null> {
  const { rows } = await db.query<KnownActor>(
    `select ${ACTOR_COLUMNS} from staff_identities join actors using (actor_id)
    where issuer = $1 and subject = $2 and active`,
    [issuer, subject],
  );
  return rows[0] ?? null;
}

/** Links a subject to an actor; false when it is somebody's already. */
export async function addIdentity(
  db: Queryable,
  { issuer, subject, actorId, now }: StaffIdentity & { readonly actorId: string; readonly now: Instant },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into staff_identities (issuer, subject, actor_id, created_at) values ($1, $2, $3, $4) on conflict do nothing`,
    [issuer, subject, actorId, now],
  );
  return rowCount === 1;
}

export async function listIdentities(db: Queryable, actorId: string): Promise<StaffIdentity[]> {
  const { rows } = await db.query<StaffIdentity>(
    'select issuer, subject from staff_identities where actor_id = $1 order by issuer, subject',
    [actorId],
  );
  return rows;
}

export async function removeIdentities(db: Queryable, actorId: string): Promise<void> {
  await db.query('delete from staff_identities where actor_id = $1', [actorId]);
}
