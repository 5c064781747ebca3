import type { Instant } from '../domain/time.ts';
import type { Queryable } from '../platform/pool.ts';
import type { Sealer } from './seal.ts';

/** Keeps the secret of an actor's authenticator app; the former one is gone. */
export async function saveTotp(
  db: Queryable,
  sealer: Sealer,
  totp: {
    readonly actorId: string;
    readonly secret: Uint8Array;
    readonly lastCounter: number;
    readonly now: Instant;
  },
): Promise<void> {
  const sealed = sealer.seal('person', place(totp.actorId), totp.secret);
  await db.query(
    `insert into totp_secrets (actor_id, secret_sealed, last_counter, window_from, created_at) values ($1, $2, $3, $4, $4)
    on conflict (actor_id) do update set secret_sealed = excluded.secret_sealed, last_counter = excluded.last_counter,
      tries_in_window = 0, window_from = excluded.window_from, created_at = excluded.created_at`,
    [totp.actorId, sealed, totp.lastCounter, totp.now],
  );
}

export async function hasTotp(db: Queryable, actorId: string): Promise<boolean> {
  const { rowCount } = await db.query('select from totp_secrets where actor_id = $1', [actorId]);
  return rowCount === 1;
}

/** Uses up one try of this window and answers the secret; null when there is none or no try is left. */
export async function tryTotp(
  db: Queryable,
  sealer: Sealer,
  {
    actorId,
    now,
    windowSince,
    most,
  }: {
    readonly actorId: string;
    readonly now: Instant;
    /** A new window begins when the last one began before this. */
    readonly windowSince: Instant;
    readonly most: number;
  },
): Promise<{ readonly secret: Buffer; readonly lastCounter: number } | null> {
  const { rows } = await db.query<{ readonly sealed: Buffer; readonly lastCounter: number }>(
    `update totp_secrets set
      tries_in_window = case when window_from < $3 then 1 else tries_in_window + 1 end,
      window_from = case when window_from < $3 then $2 else window_from end
    where actor_id = $1 and (window_from < $3 or tries_in_window < $4)
    returning secret_sealed as sealed, last_counter::float8 as "lastCounter"`,
    [actorId, now, windowSince, most],
  );
  const row = rows[0];
  return row ? { secret: sealer.open('person', place(actorId), row.sealed), lastCounter: row.lastCounter } : null;
}

/** Takes a right code, once. False when it, or a later one, was taken meanwhile. */
export async function takeTotp(db: Queryable, actorId: string, counter: number): Promise<boolean> {
  const { rowCount } = await db.query(
    'update totp_secrets set last_counter = $2, tries_in_window = 0 where actor_id = $1 and last_counter < $2',
    [actorId, counter],
  );
  return rowCount === 1;
}

function place(actorId: string): string {
  return `totp/${actorId}`;
}
