import { hash } from 'node:crypto';
import type { Proof } from '../../access/step-up.ts';
import type { Actor } from '../../domain/journal/actor.ts';
import type { Instant } from '../../domain/time.ts';
import { addMs } from '../../domain/time.ts';
import type { Locale } from '../../locales/index.ts';
import { touchSession } from '../../store/sessions.ts';
import type { TokenHolder } from '../../store/tokens.ts';
import type { AppContext } from '../context.ts';

/** Who is signed in, and by which token. */
export type SignedIn = {
  readonly actor: Actor;
  readonly name: string;
  readonly locale: Locale;
  readonly session: Pick<TokenHolder, 'kind' | 'scopes'> & { readonly sessionId: string };
  readonly proof: Proof;
};

/** A revoked token is dead for every process within this time. */
const FRESH_MS = 2_000;
const KEPT = 10_000;
/** A use is noted once in this time. */
const NOTED_MS = 3_600_000;

type Kept = { readonly until: Instant; readonly found: Promise<SignedIn | null> };
const memories = new WeakMap<AppContext['findHolder'], Map<string, Kept>>();

/** Who holds this token now, or nobody. Remembered for a moment, because every request asks. */
export function findActor(ctx: AppContext, token: string): Promise<SignedIn | null> {
  const memory = memoryOf(ctx);
  const name = hash('sha256', token, 'base64');
  const now = ctx.clock.now();
  const known = memory.get(name);
  if (known && now < known.until) return known.found;
  const found = look(ctx, Buffer.from(name, 'base64'), now);
  // Whoever tries out tokens must not fill the memory.
  if (memory.size >= KEPT) memory.clear();
  memory.set(name, { until: addMs(now, FRESH_MS), found });
  found.catch(() => memory.delete(name));
  return found;
}

/** What was remembered of a token is looked up again: something about it has just changed. */
export function forgetToken(ctx: AppContext, token: string): void {
  memoryOf(ctx).delete(hash('sha256', token, 'base64'));
}

/** The same for every token, where only the actor is known. */
export function forgetTokens(ctx: AppContext): void {
  memoryOf(ctx).clear();
}

async function look(ctx: AppContext, tokenHash: Uint8Array, now: Instant): Promise<SignedIn | null> {
  const holder = await ctx.findHolder(tokenHash, now);
  if (!holder) return null;
  const { id, role, carrierId, authorityId, personId, displayName, locale } = holder.actor;
  const { tokenId: sessionId, kind, scopes, provedAt, provedBy } = holder;
  noteUse(ctx, holder, now);
  return {
    actor: { id, role, carrierId, authorityId, personId },
    name: displayName,
    locale,
    session: { sessionId, kind, scopes },
    proof: provedAt !== null && provedBy !== null ? { at: provedAt, by: provedBy } : null,
  };
}

/** Nobody waits for it, and a use that was not noted is noted next time. */
function noteUse(ctx: AppContext, { tokenId: sessionId, lastUsedAt }: TokenHolder, now: Instant): void {
  const notSince = addMs(now, -NOTED_MS);
  if (lastUsedAt !== null && lastUsedAt >= notSince) return;
  touchSession(ctx.pool, { sessionId, now, notSince }).catch((error: unknown) =>
    ctx.log.warn({ err: error }, 'the use of a token was not noted'),
  );
}

function memoryOf(ctx: AppContext): Map<string, Kept> {
  const known = memories.get(ctx.findHolder);
  if (known) return known;
  const fresh = new Map<string, Kept>();
  memories.set(ctx.findHolder, fresh);
  return fresh;
}
