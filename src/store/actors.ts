import type { Actor, Role } from '../domain/journal/actor.ts';
import type { Queryable } from '../platform/pool.ts';
import { Conditions } from './pages.ts';

/** An actor with what the desk and the pages show of it. */
export type KnownActor = Actor & {
  readonly displayName: string;
  readonly locale: 'zh-CN' | 'en';
  readonly active: boolean;
};

export const ACTOR_COLUMNS = `actor_id as id, role, carrier_id as "carrierId", authority_id as "authorityId", person_id as "personId",
  display_name as "displayName", locale, active`;

export async function findActor(db: Queryable, actorId: string): Promise<KnownActor | null> {
  const { rows } = await db.query<KnownActor>(`select ${ACTOR_COLUMNS} from actors where actor_id = $1`, [actorId]);
  return rows[0] ?? null;
}

/** The actor that a person signs in as. */
export async function findActorOfPerson(db: Queryable, personId: string): Promise<KnownActor | null> {
  const { rows } = await db.query<KnownActor>(
    `select ${ACTOR_COLUMNS} from actors where person_id = $1 and active order by actor_id limit 1`,
    [personId],
  );
  return rows[0] ?? null;
}

/** Actors by their ids, for showing names. */
export async function findActors(db: Queryable, actorIds: readonly string[]): Promise<KnownActor[]> {
  const { rows } = await db.query<KnownActor>(
    `select ${ACTOR_COLUMNS} from actors where actor_id = any($1) order by actor_id`,
    [actorIds],
  );
  return rows;
}

export async function listActors(
  db: Queryable,
  filters: { readonly carrierId?: string; readonly authorityId?: string; readonly role?: Role } = {},
): Promise<KnownActor[]> {
  const where = new Conditions()
    .add('active')
    .when(filters.carrierId, 'carrier_id = $1')
    .when(filters.authorityId, 'authority_id = $1')
    .when(filters.role, 'role = $1');
  const { rows } = await db.query<KnownActor>(
    `select ${ACTOR_COLUMNS} from actors ${where.sql} order by actor_id`,
    where.values,
  );
  return rows;
}

export async function saveActor(db: Queryable, actor: KnownActor): Promise<void> {
  const { id, role, carrierId, authorityId, personId, displayName, locale, active } = actor;
  await db.query(
    `insert into actors (actor_id, role, carrier_id, authority_id, person_id, display_name, locale, active)
    values ($1, $2, $3, $4, $5, $6, $7, $8)
    on conflict (actor_id) do update set role = excluded.role, carrier_id = excluded.carrier_id,
      authority_id = excluded.authority_id, person_id = excluded.person_id, display_name = excluded.display_name, locale = excluded.locale,
      active = excluded.active`,
    [id, role, carrierId, authorityId, personId, displayName, locale, active],
  );
}
