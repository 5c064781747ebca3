import type { Instant } from '../domain/time.ts';
import type { Queryable } from '../platform/pool.ts';
import { ACTOR_COLUMNS, type KnownActor } from './actors.ts';

export type AccountKeyKind = 'mail' | 'return_code';

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
  const right = await db.query(
    'delete from mail_codes where mail_index = $1 and code_hash = $2 and expires_at > $3 and tries_left > 0',
    [mailIndex, codeHash, now],
  );
  if (right.rowCount === 1) return true;
  await db.query('update mail_codes set tries_left = tries_left - 1 where mail_index = $1 and tries_left > 0', [
    mailIndex,
  ]);
  return false;
}
