import type { Instant } from '../domain/time.ts';
import type { Pool, Queryable } from '../platform/pool.ts';
import { statement } from '../platform/statement.ts';
import { ACTOR_COLUMNS, type KnownActor } from './actors.ts';
import { isRefusedStatement } from './database-errors.ts';
import { createShared } from './shared.ts';

export type TokenKind = 'bearer' | 'browser';

/** How somebody proved to be the actor of a token. */
export const PROOFS = ['demo', 'return_code', 'mail', 'sms', 'passkey', 'totp', 'oidc'] as const;
export type ProofKind = (typeof PROOFS)[number];

type TokenFields = {
  readonly kind: TokenKind;
  readonly tokenId: string;
  /** What a key may do; null for everything its actor may. */
  readonly scopes: readonly string[] | null;
  readonly lastUsedAt: Instant | null;
  readonly provedAt: Instant | null;
  readonly provedBy: ProofKind | null;
};

/** Who holds a token that is valid now. */
export type TokenHolder = TokenFields & { readonly actor: KnownActor };

type Asked = { readonly tokenHash: Uint8Array; readonly now: Instant };
type HolderRow = KnownActor & TokenFields & { readonly i: number };

const FIELDS = `kind, token_id as "tokenId", scopes, last_used_at as "lastUsedAt", proved_at as "provedAt", proved_by as "provedBy"`;

const FIND = statement(
  'tokens_find',
  `select q.i, t.*, ${ACTOR_COLUMNS.replace('actor_id', 'actors.actor_id')}
  from json_to_recordset($1) as q(i integer, h bytea, now timestamptz)
  cross join lateral (
    select actor_id as held_by, ${FIELDS} from access_tokens
    where token_hash = q.h and revoked_at is null and (expires_at is null or expires_at > q.now) offset 0
  ) t
  join actors on actors.actor_id = t.held_by
  where active`,
);

async function findHolders(db: Queryable, asked: readonly Asked[]): Promise<(TokenHolder | null)[]> {
  const question = asked.map(({ tokenHash, now }, i) => ({
    i,
    h: `\\x${Buffer.from(tokenHash).toString('hex')}`,
    now,
  }));
  const { rows } = await db.query<HolderRow>(FIND(JSON.stringify(question)));
  const holders = new Map(rows.map((row) => [row.i, holderIn(row)]));
  return asked.map((_, index) => holders.get(index) ?? null);
}

function holderIn(row: HolderRow): TokenHolder {
  const { id, role, carrierId, authorityId, personId, displayName, locale, active } = row;
  const { kind, tokenId, scopes, lastUsedAt, provedAt, provedBy } = row;
  const actor = { id, role, carrierId, authorityId, personId, displayName, locale, active };
  return { actor, kind, tokenId, scopes, lastUsedAt, provedAt, provedBy };
}

/** The active actor behind a token's SHA-256, unless the token is unknown, expired or revoked. */
export async function findActorByTokenHash(
  db: Queryable,
  tokenHash: Uint8Array,
  now: Instant,
): Promise<TokenHolder | null> {
  return (await findHolders(db, [{ tokenHash, now }]))[0] ?? null;
}

/** The same, shared by concurrent requests. */
export function createTokenFinder(pool: Pool): (tokenHash: Uint8Array, now: Instant) => Promise<TokenHolder | null> {
  const find = createShared<Asked, TokenHolder | null>({
    limit: 128,
    run: (asked) => findHolders(pool, asked),
    mayBeOnes: isRefusedStatement,
  });
  return (tokenHash, now) => find({ tokenHash, now });
}

export type NewToken = {
  readonly tokenHash: Uint8Array;
  readonly actorId: string;
  readonly kind: TokenKind;
  readonly label: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant | null;
  readonly scopes?: readonly string[] | null;
  /** Coarse name of the browser. */
  readonly device?: string | null;
  /** How its holder proved to be the actor when it was made. */
  readonly provedBy?: ProofKind | null;
};

/** Keeps a token; one that is known already stays as it is. */
export async function addToken(db: Queryable, token: NewToken): Promise<void> {
  const { tokenHash, actorId, kind, label, createdAt, expiresAt } = token;
  const { scopes = null, device = null, provedBy = null } = token;
  const provedAt = provedBy && createdAt;
  await db.query(
    `insert into access_tokens (token_hash, actor_id, kind, label, created_at, expires_at, scopes, device, proved_by,
      proved_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    on conflict (token_hash) do nothing`,
    [tokenHash, actorId, kind, label, createdAt, expiresAt, scopes, device, provedBy, provedAt],
  );
}

/** Ends one token. True when it was still valid. */
export async function revokeToken(db: Queryable, tokenHash: Uint8Array, now: Instant): Promise<boolean> {
  const { rowCount } = await db.query(
    'update access_tokens set revoked_at = $2 where token_hash = $1 and revoked_at is null',
    [tokenHash, now],
  );
  return rowCount === 1;
}

/** Ends every token of an actor; answers how many. */
export async function revokeTokensOf(db: Queryable, actorId: string, now: Instant): Promise<number> {
  const { rowCount } = await db.query(
    'update access_tokens set revoked_at = $2 where actor_id = $1 and revoked_at is null',
    [actorId, now],
  );
  return rowCount ?? 0;
}
