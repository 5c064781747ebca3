import type { Instant } from '../domain/time.ts';
import type { Queryable } from '../platform/pool.ts';
import type { ProofKind, TokenKind } from './tokens.ts';

/** A token as its owner sees it: a visit of a browser, or a key of a program. */
export type Session = {
  readonly sessionId: string;
  readonly kind: TokenKind;
  readonly label: string;
  readonly device: string | null;
  readonly scopes: readonly string[] | null;
  readonly createdAt: Instant;
  readonly lastUsedAt: Instant | null;
  readonly expiresAt: Instant | null;
  readonly provedAt: Instant | null;
  readonly provedBy: ProofKind | null;
};

/** The tokens of an actor that are good now, newest first. */
export async function listSessions(db: Queryable, actorId: string, now: Instant): Promise<Session[]> {
  const { rows } = await db.query<Session>(
    `select token_id as "sessionId", kind, label, device, scopes, created_at as "createdAt",
      last_used_at as "lastUsedAt", expires_at as "expiresAt", proved_at as "provedAt", proved_by as "provedBy"
    from access_tokens
    where actor_id = $1 and revoked_at is null and (expires_at is null or expires_at > $2)
    order by coalesce(last_used_at, created_at) desc, token_id`,
    [actorId, now],
  );
  return rows;
}

/** Ends one token of this actor. False when it is none of theirs, or ended already. */
export async function endSession(
  db: Queryable,
  { actorId, sessionId, now }: { readonly actorId: string; readonly sessionId: string; readonly now: Instant },
): Promise<boolean> {
  const { rowCount } = await db.query(
    'update access_tokens set revoked_at = $3 where actor_id = $1 and token_id = $2 and revoked_at is null',
    [actorId, sessionId, now],
  );
  return rowCount === 1;
}

/** Ends every visit and key of an actor but one. */
export async function endOtherSessions(
  db: Queryable,
  { actorId, sessionId, now }: { readonly actorId: string; readonly sessionId: string; readonly now: Instant },
): Promise<number> {
  const { rowCount } = await db.query(
    `update access_tokens set revoked_at = $3
    where actor_id = $1 and token_id <> $2 and kind = 'browser' and revoked_at is null`,
    [actorId, sessionId, now],
  );
  return rowCount ?? 0;
}

/** Notes that a token was used, unless that was noted after `notSince`. */
export async function touchSession(
  db: Queryable,
  { sessionId, now, notSince }: { readonly sessionId: string; readonly now: Instant; readonly notSince: Instant },
): Promise<void> {
  await db.query(
    'update access_tokens set last_used_at = $2 where token_id = $1 and (last_used_at is null or last_used_at < $3)',
    [sessionId, now, notSince],
  );
}

/** Notes that whoever holds a token proved just now to be its actor. */
export async function proveSession(
  db: Queryable,
  { sessionId, now, by }: { readonly sessionId: string; readonly now: Instant; readonly by: ProofKind },
): Promise<void> {
  await db.query('update access_tokens set proved_at = $2, proved_by = $3 where token_id = $1', [sessionId, now, by]);
}

/** When a token ends at the latest; a key that is being replaced lives on for a short while. */
export async function shortenSession(
  db: Queryable,
  { actorId, sessionId, until }: { readonly actorId: string; readonly sessionId: string; readonly until: Instant },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update access_tokens set expires_at = least(expires_at, $3)
    where actor_id = $1 and token_id = $2 and revoked_at is null`,
    [actorId, sessionId, until],
  );
  return rowCount === 1;
}
