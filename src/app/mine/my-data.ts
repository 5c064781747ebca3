import type { AccessRecord } from '../../store/access-log.ts';
import { listAccessOf } from '../../store/access-log.ts';
import { findActors } from '../../store/actors.ts';
import { listConsents } from '../../store/consents.ts';
import { findPerson } from '../../store/people.ts';
import type { ReadEntry } from '../../store/timeline.ts';
import { listEntries } from '../../store/timeline.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { listMyMandates } from '../mandates/my-mandates.ts';
import { noteAccess } from '../note-access.ts';
import { readVisible } from '../on-number.ts';
import { requirePerson } from '../own-person.ts';
import type { PageInput } from '../pages.ts';
import { pageRequest } from '../pages.ts';
import { ownNumberIds } from './own-numbers.ts';

/** Somebody read the person's data: who by their office, why, and what. */
export type Reading = Omit<AccessRecord, 'actorId'> & { readonly who: 'you' | 'product' | 'other' | string };

/** Who read what of the asker's own numbers, newest first; their own readings are left out unless asked for. */
export async function readMyAccessLog(
  ctx: AppContext,
  asker: Asker,
  input: PageInput & { readonly own?: boolean | undefined },
): Promise<{ readonly items: readonly Reading[]; readonly next: string | null }> {
  requirePerson(asker);
  const numberIds = await ownNumberIds(ctx, asker);
  const without = input.own === true ? null : asker.actor.id;
  const page = await listAccessOf(ctx.pool, numberIds, { ...pageRequest(input), without });
  const actors = await findActors(ctx.pool, [...new Set(page.items.map(({ actorId }) => actorId))]);
  const roles = new Map<string, string>(actors.map(({ id, role }) => [id, role]));
  return {
    next: page.next,
    items: page.items.map(({ actorId, purpose, ...rest }) => {
      const who = actorId === asker.actor.id ? 'you' : (roles.get(actorId) ?? 'other');
      // Whoever else reads for themselves does so under a mandate of this person's.
      return { ...rest, who, purpose: who !== 'you' && purpose === 'own' ? 'mandate' : purpose };
    }),
  };
}

const ENTRIES_AT_MOST = 20_000;
const READINGS_AT_MOST = 200;

/** Everything that is kept about the asker, as data: their person, numbers with every entry and its words, mandates, consents, and who read it. */
export async function exportMyData(ctx: AppContext, asker: Asker) {
  const personId = requirePerson(asker);
  const numberIds = await ownNumberIds(ctx, asker);
  const [person, mandates, readings, consents] = await Promise.all([
    findPerson(ctx.pool, ctx.sealer, personId),
    listMyMandates(ctx, asker),
    readMyAccessLog(ctx, asker, { limit: READINGS_AT_MOST, own: true }),
    listConsents(ctx.pool, personId),
  ]);
  const digits = await ctx.numbers.digitsOf(numberIds);
  const numbers = [];
  for (const numberId of numberIds) {
    await noteAccess(ctx, asker, numberId, 'timeline');
    const state = await readVisible(ctx, asker, numberId);
    const lines = new Set(state.lines.map(({ line }) => line));
    const entries = await listEntries(ctx.pool, ctx.sealer, numberId, { limit: ENTRIES_AT_MOST, unseal: true });
    numbers.push({
      numberId,
      mobileNumber: digits.get(numberId) ?? null,
      lines: state.lines,
      entries: entries.filter(({ line }) => lines.has(line)).map(exported),
    });
  }
  return { exportedAt: ctx.clock.now(), person, numbers, mandates, consents, readings: readings.items };
}

function exported({ seq, line, kind, recordedAt, effectiveAt, actor, purpose, data, personal, hash }: ReadEntry) {
  return { seq, line, kind, recordedAt, effectiveAt, by: actor.role, purpose, data, words: personal ?? null, hash };
}
