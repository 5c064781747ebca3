import type { EntryKind } from '../../domain/journal/entry.ts';

/** Entries that carriers can subscribe to. Lift orders go to the systems by `send_lift`, with their own retries. */
export const EVENT_KINDS = [
  'flag.placed',
  'flag.detached',
  'lift.completed',
  'lift.abandoned',
  'case.submitted',
  'case.material_given',
  'case.precheck_asked',
  'case.decided',
  'case.overdue',
  'case.restored',
  'case.reopened',
  'case.withdrawn',
  'case.closed',
] as const satisfies readonly EntryKind[];

/** Sent to the systems that must carry out a lift. */
export const LIFT_EVENT = 'lift.ordered';

export type EventKind = (typeof EVENT_KINDS)[number] | typeof LIFT_EVENT;

export function isPublished(kind: EntryKind): boolean {
  return (EVENT_KINDS as readonly EntryKind[]).includes(kind);
}
