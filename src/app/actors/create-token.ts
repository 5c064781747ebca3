import { createHash } from 'node:crypto';
import { addMs } from '../../domain/time.ts';
import { findActor } from '../../store/actors.ts';
import type { ProofKind, TokenKind } from '../../store/tokens.ts';
import { addToken } from '../../store/tokens.ts';
import type { AppContext } from '../context.ts';

const TOKEN_BYTES = 32;
const DAY_MS = 86_400_000;
const LIVES_MS: Record<TokenKind, number> = { bearer: 365 * DAY_MS, browser: DAY_MS };

/** A fresh token for an actor, told this once; null when nobody is called that. Only its hash is kept. */
export async function createToken(
  ctx: AppContext,
  actorId: string,
  kind: TokenKind,
  label: string,
  more: {
    readonly scopes?: readonly string[] | null;
    readonly device?: string | null;
    readonly provedBy?: ProofKind;
    readonly days?: number;
  } = {},
): Promise<string | null> {
  if (!(await findActor(ctx.pool, actorId))) return null;
  const token = Buffer.from(ctx.random(TOKEN_BYTES)).toString('base64url');
  const createdAt = ctx.clock.now();
  await addToken(ctx.pool, {
    tokenHash: createHash('sha256').update(token).digest(),
    actorId,
    kind,
    label,
    createdAt,
    expiresAt: addMs(createdAt, more.days === undefined ? LIVES_MS[kind] : more.days * DAY_MS),
    scopes: more.scopes ?? null,
    device: more.device ?? null,
    provedBy: more.provedBy ?? null,
  });
  return token;
}
