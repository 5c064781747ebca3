import type { NewEntry } from '../domain/journal/entry.ts';
import type { NumberState } from '../domain/journal/state.ts';
import { CHANNELS } from '../domain/notices/notice.ts';
import type { Job } from './later.ts';
import { isPublished } from './webhooks/event-kinds.ts';

/** The work that new entries call for; it is enqueued in their own append. A reported line has no carrier to send to. */
export function followUp(state: NumberState, entries: readonly NewEntry[]): Job[] {
  return entries.flatMap((entry) => [...workFor(state, entry), ...publication(state, entry)]);
}

function workFor(state: NumberState, entry: NewEntry): Job[] {
  const { numberId } = state;
  if (entry.kind === 'notice.issued') {
    const { noticeId } = entry.data;
    return CHANNELS.map((channel) => ({ name: 'deliver_notice', payload: { numberId, noticeId, channel } }));
  }
  if (entry.kind === 'lift.ordered' && !isReported(state, entry.line)) {
    const { liftId, systems } = entry.data;
    return systems.map((system) => ({ name: 'send_lift', payload: { numberId, liftId, system, attempt: 1 } }));
  }
  if (entry.kind === 'holder.checked' && entry.data.passed)
    return [{ name: 'join_reported', payload: { numberId, personId: entry.data.personId } }];
  return [];
}

function publication(state: NumberState, entry: NewEntry): Job[] {
  if (!isPublished(entry.kind) || isReported(state, entry.line)) return [];
  return [{ name: 'publish_entry', payload: { numberId: state.numberId, seq: entry.seq } }];
}

function isReported(state: NumberState, line: number): boolean {
  return state.lines.find((one) => one.line === line)?.origin === 'reported';
}
