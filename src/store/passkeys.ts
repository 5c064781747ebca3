import type { Instant } from '../domain/time.ts';
import type { Queryable } from '../platform/pool.ts';
import { ACTOR_COLUMNS, type KnownActor } from './actors.ts';

export type Passkey = {
  readonly credentialId: Buffer;
  readonly publicKey: Buffer;
  readonly signCount: number;
  readonly transports: readonly string[];
  readonly label: string;
  readonly backedUp: boolean;
  readonly createdAt: Instant;
  readonly lastUsedAt: Instant | null;
};

const COLUMNS = `credential_id as "credentialId", public_key as "publicKey", sign_count::float8 as "signCount", transports, label,
  backed_up as "backedUp", created_at as "createdAt", last_used_at as "lastUsedAt"`;

export async function listPasskeys(db: Queryable, actorId: string): Promise<Passkey[]> {
  const { rows } = await db.query<Passkey>(`select ${COLUMNS} from passkeys where actor_id = $1 order by created_at`, [
    actorId,
  ]);
  return rows;
}

/** Keeps a passkey; false when this one is known already, whoever it belongs to. */
export async function addPasskey(
  db: Queryable,
  { actorId, ...key }: Passkey & { readonly actorId: string },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into passkeys (credential_id, actor_id, public_key, sign_count, transports, label, backed_up, created_at,
      last_used_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    [
      key.credentialId,
      actorId,
      key.publicKey,
      key.signCount,
      key.transports,
      key.label,
      key.backedUp,
      key.createdAt,
      key.lastUsedAt,
    ],
  );
  return rowCount === 1;
}

/** The active actor behind a passkey, with the key to check it by. */
export async function findPasskey(
  db: Queryable,
  credentialId: Uint8Array,
): Promise<{ readonly actor: KnownActor; readonly passkey: Passkey } | null> {
  const { rows } = await db.query<KnownActor & Passkey>(
    `select ${ACTOR_COLUMNS}, ${COLUMNS} from passkeys join actors using (actor_id) where credential_id = $1 and active`,
    [credentialId],
  );
  const row = rows[0];
  if (!row) return null;
  const { credentialId: id, publicKey, signCount, transports, label, backedUp, createdAt, lastUsedAt, ...actor } = row;
  const passkey = { credentialId: id, publicKey, signCount, transports, label, backedUp, createdAt, lastUsedAt };
  return { actor, passkey };
}

/** Notes a use. False when somebody used the key at a higher count meanwhile. */
export async function usePasskey(
  db: Queryable,
  use: { readonly credentialId: Uint8Array; readonly signCount: number; readonly now: Instant },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update passkeys set sign_count = $2, last_used_at = $3
    where credential_id = $1 and (sign_count < $2 or sign_count = 0 and $2 = 0)`,
    [use.credentialId, use.signCount, use.now],
  );
  return rowCount === 1;
}

/** Forgets one passkey of this actor. False when it is none of theirs. */
export async function removePasskey(db: Queryable, actorId: string, credentialId: Uint8Array): Promise<boolean> {
  const { rowCount } = await db.query('delete from passkeys where actor_id = $1 and credential_id = $2', [
    actorId,
    credentialId,
  ]);
  return rowCount === 1;
}
