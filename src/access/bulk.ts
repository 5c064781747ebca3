import type { BulkActName } from '../domain/cases/bulk.ts';
import type { Actor } from '../domain/journal/actor.ts';
import type { Refusal } from '../domain/refusal.ts';
import { refusal } from '../domain/refusal.ts';

/** Reviewers decide many; agents too order lifts, where each case's condition is met. The cases' own guards come on top. */
export function mayBulk(actor: Actor, act: BulkActName): boolean {
  if (actor.carrierId === null) return false;
  return actor.role === 'reviewer' || (actor.role === 'agent' && act === 'order_lift');
}

/** A bulk act as far as rights hang on it. */
export type BulkThing = {
  readonly carrierId: string;
  readonly orderedBy: string;
  readonly status: 'waiting' | 'undone' | 'working' | 'done';
};

/** Why this actor cannot take the act back; null when they can. Whoever ordered it does, or a reviewer of the same desk. */
export function objectToUndo(actor: Actor, one: BulkThing): Refusal | null {
  if (actor.carrierId !== one.carrierId) return refusal('access.not_found');
  if (actor.id !== one.orderedBy && actor.role !== 'reviewer') return refusal('access.denied');
  return one.status === 'waiting' ? null : refusal('bulk.too_late', { status: one.status });
}
