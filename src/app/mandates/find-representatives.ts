import type { ActorRef } from '../../domain/journal/actor.ts';
import type { Line } from '../../domain/numbers/line.ts';
import { peopleOf } from '../../domain/numbers/line.ts';
import { findActors } from '../../store/actors.ts';
import type { AppContext } from '../context.ts';

/**
 * The accounts among these that acted for somebody else. A person acts under one account for themselves and for others:
 * whose the line is tells which.
 */
export async function findRepresentatives(
  ctx: AppContext,
  line: Line,
  actors: readonly ActorRef[],
): Promise<Set<string>> {
  const people = peopleOf(line);
  const persons = actors.filter(({ role }) => role === 'subscriber' || role === 'representative');
  if (persons.length === 0) return new Set();
  const known = await findActors(ctx.pool, [...new Set(persons.map(({ id }) => id))]);
  return new Set(known.filter(({ personId }) => !people.includes(personId ?? '')).map(({ id }) => id));
}
