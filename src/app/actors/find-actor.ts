import { createHash } from 'node:crypto';
import type { Actor } from '../../domain/journal/actor.ts';
import { msOf } from '../../domain/time.ts';
import type { Locale } from '../../locales/index.ts';
import type { AppContext } from '../context.ts';

export type SignedIn = { readonly actor: Actor; readonly name: string; readonly locale: Locale };

/** A revoked token is dead for every process within this time. */
const FRESH_MS = 2_000;
const KEPT = 10_000;

type Kept = { readonly at: number; readonly found: Promise<SignedIn | null> };
const memories = new WeakMap<AppContext['findHolder'], Map<string, Kept>>();

/** Who holds this token now, or nobody. Remembered for a moment, because every request asks. */
export function findActor(ctx: AppContext, token: string): Promise<SignedIn | null> {
  const memory = memoryOf(ctx);
  const hash = createHash('sha256').update(token).digest();
  const name = hash.toString('base64');
  const now = ctx.clock.now();
  const known = memory.get(name);
  if (known && msOf(now) - known.at < FRESH_MS) return known.found;
  const found = look(ctx, hash, now);
  // Whoever tries out tokens must not fill the memory.
  if (memory.size >= KEPT) memory.clear();
  memory.set(name, { at: msOf(now), found });
  found.catch(() => memory.delete(name));
  return found;
}

async function look(ctx: AppContext, hash: Uint8Array, now: string): Promise<SignedIn | null> {
  const holder = await ctx.findHolder(hash, now);
  if (!holder) return null;
  const { id, role, carrierId, personId, displayName, locale } = holder.actor;
  return { actor: { id, role, carrierId, personId }, name: displayName, locale };
}

function memoryOf(ctx: AppContext): Map<string, Kept> {
  const known = memories.get(ctx.findHolder);
  if (known) return known;
  const fresh = new Map<string, Kept>();
  memories.set(ctx.findHolder, fresh);
  return fresh;
}
