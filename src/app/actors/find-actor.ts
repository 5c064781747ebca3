import { hash } from 'node:crypto';
import type { Actor } from '../../domain/journal/actor.ts';
import type { Instant } from '../../domain/time.ts';
import { addMs } from '../../domain/time.ts';
import type { Locale } from '../../locales/index.ts';
import type { AppContext } from '../context.ts';

export type SignedIn = { readonly actor: Actor; readonly name: string; readonly locale: Locale };

/** A revoked token is dead for every process within this time. */
const FRESH_MS = 2_000;
const KEPT = 10_000;

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

async function look(ctx: AppContext, tokenHash: Uint8Array, now: Instant): Promise<SignedIn | null> {
  const holder = await ctx.findHolder(tokenHash, now);
  if (!holder) return null;
  const { id, role, carrierId, authorityId, personId, displayName, locale } = holder.actor;
  return { actor: { id, role, carrierId, authorityId, personId }, name: displayName, locale };
}

function memoryOf(ctx: AppContext): Map<string, Kept> {
  const known = memories.get(ctx.findHolder);
  if (known) return known;
  const fresh = new Map<string, Kept>();
  memories.set(ctx.findHolder, fresh);
  return fresh;
}
