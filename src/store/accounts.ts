import { timingSafeEqual } from 'node:crypto';
import type { Instant } from '../domain/time.ts';
import type { Queryable } from '../platform/pool.ts';
import { ACTOR_COLUMNS, type KnownActor } from './actors.ts';

export type AccountKeyKind = 'mail' | 'sms' | 'return_code';

/** Whose account a key opens; null for an unknown or ended key. */
export async function findActorByKey(
  db: Queryable,
  kind: AccountKeyKind,
  keyHash: Uint8Array,
): Promise<KnownActor | null> {
  const { rows } = await db.query<KnownActor>(
    `select ${ACTOR_COLUMNS} from account_keys join actors using (actor_id)
    where key_hash = $1 and kind = $2 and revoked_at is null and active`,
    [keyHash, kind],
  );
  return rows[0] ?? null;
}

/** Keeps a key; false when it opens an account already. */
export async function addAccountKey(
  db: Queryable,
  key: {
    readonly kind: AccountKeyKind;
    readonly keyHash: Uint8Array;
    readonly actorId: string;
    readonly createdAt: Instant;
  },
): Promise<boolean> {
  const { rowCount } = await db.query(
    'insert into account_keys (key_hash, kind, actor_id, created_at) values ($1, $2, $3, $4) on conflict do nothing',
    [key.keyHash, key.kind, key.actorId, key.createdAt],
  );
  return rowCount === 1;
}

/** Equal to no hash of a code. */
const NO_CODE = Buffer.alloc(32);

export type NewMailCode = {
  readonly mailIndex: Uint8Array;
  readonly codeHash: Uint8Array;
  readonly sentAt: Instant;
  readonly expiresAt: Instant;
  readonly tries: number;
  /** A new window begins when the last one began before this. */
  readonly windowSince: Instant;
  /** No second code before this much has passed. */
  readonly notBefore: Instant;
  readonly mostInWindow: number;
};

/** Keeps the newest code for an address; false when codes went there too soon or too often. */
export async function putMailCode(db: Queryable, code: NewMailCode): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into mail_codes as known (mail_index, code_hash, sent_at, expires_at, tries_left, sent_in_window, window_from)
    values ($1, $2, $3, $4, $5, 1, $3)
    on conflict (mail_index) do update set
      code_hash = excluded.code_hash, sent_at = excluded.sent_at, expires_at = excluded.expires_at,
      tries_left = excluded.tries_left,
      sent_in_window = case when known.window_from < $6 then 1 else known.sent_in_window + 1 end,
      window_from = case when known.window_from < $6 then excluded.window_from else known.window_from end
    where known.sent_at <= $7 and (known.window_from < $6 or known.sent_in_window < $8)`,
    [
      code.mailIndex,
      code.codeHash,
      code.sentAt,
      code.expiresAt,
      code.tries,
      code.windowSince,
      code.notBefore,
      code.mostInWindow,
    ],
  );
  return rowCount === 1;
}

/** Uses up one try. True when the code was right and in time; a right code is gone afterwards. */
export async function takeMailCode(
  db: Queryable,
  {
    mailIndex,
    codeHash,
    now,
  }: { readonly mailIndex: Uint8Array; readonly codeHash: Uint8Array; readonly now: Instant },
): Promise<boolean> {
  // The try is used up before anything is compared: however many are sent at the same moment, no more than these are looked at.
  const { rows } = await db.query<{ readonly kept: Buffer }>(
    `update mail_codes set tries_left = tries_left - 1 where mail_index = $1 and expires_at > $2 and tries_left > 0
    returning code_hash as kept`,
    [mailIndex, now],
  );
  const kept = rows[0]?.kept ?? NO_CODE;
  if (!timingSafeEqual(kept, codeHash)) return false;
  const taken = await db.query('delete from mail_codes where mail_index = $1 and code_hash = $2', [mailIndex, kept]);
  return taken.rowCount === 1;
}

/** The keys of an account that still open it. */
export async function countAccountKeys(
  db: Queryable,
  actorId: string,
): Promise<Readonly<Record<AccountKeyKind, number>>> {
  const { rows } = await db.query<{ readonly kind: AccountKeyKind; readonly n: number }>(
    `select kind, count(*)::integer as n from account_keys where actor_id = $1 and revoked_at is null group by kind`,
    [actorId],
  );
  const found = new Map(rows.map(({ kind, n }) => [kind, n]));
  return { mail: found.get('mail') ?? 0, sms: found.get('sms') ?? 0, return_code: found.get('return_code') ?? 0 };
}

/** Ends the keys of one kind of an account, but for one that was bound just now. */
export async function endAccountKeys(
  db: Queryable,
  end: {
    readonly actorId: string;
    readonly kind: AccountKeyKind;
    readonly now: Instant;
    readonly except?: Uint8Array;
  },
): Promise<void> {
  await db.query(
    `update account_keys set revoked_at = $3
    where actor_id = $1 and kind = $2 and revoked_at is null and ($4::bytea is null or key_hash <> $4)`,
    [end.actorId, end.kind, end.now, end.except ?? null],
  );
}

/** Keeps a key for good, taking it from nobody: one that was ended opens again for whoever proved it now. */
export async function bindAccountKey(
  db: Queryable,
  key: {
    readonly kind: AccountKeyKind;
    readonly keyHash: Uint8Array;
    readonly actorId: string;
    readonly createdAt: Instant;
  },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into account_keys as known (key_hash, kind, actor_id, created_at) values ($1, $2, $3, $4)
    on conflict (key_hash) do update set actor_id = excluded.actor_id, created_at = excluded.created_at, revoked_at = null
    where known.revoked_at is not null or known.actor_id = excluded.actor_id`,
    [key.keyHash, key.kind, key.actorId, key.createdAt],
  );
  return rowCount === 1;
}
