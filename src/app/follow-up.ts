import type { NewEntry } from '../domain/journal/entry.ts';
import type { NumberState } from '../domain/journal/state.ts';
import { findLine } from '../domain/journal/state.ts';
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
  if (entry.kind === 'line.opened' && entry.data.kind === 'enterprise' && entry.data.origin === 'placed')
    return [{ name: 'appoint_on_line', payload: { numberId } }];
  if (entry.kind === 'holder.checked' && entry.data.passed)
    return [{ name: 'join_reported', payload: { numberId, personId: entry.data.personId } }];
  if (entry.kind === 'case.decided' || entry.kind === 'case.settled') return weighing(state, entry);
  return [];
}

/** Every rule on which this entry passed a verdict is looked at again. */
function weighing(state: NumberState, entry: NewEntry<'case.decided' | 'case.settled'>): Job[] {
  const flags = (state.cases[entry.data.caseId]?.flagIds ?? []).flatMap((id) => state.flags[id] ?? []);
  const carrierId = findLine(state, entry.line)?.carrierId;
  if (carrierId === undefined || isReported(state, entry.line)) return [];
  const rules = new Map(
    flags.flatMap(({ verdict, reasons: { rule } }) =>
      verdict && rule ? [[`${rule.policyId}@${rule.version}/${rule.ruleId}`, rule] as const] : [],
    ),
  );
  return [...rules.values()].map(({ policyId, version, ruleId }) => ({
    name: 'weigh_rule',
    payload: { numberId: state.numberId, carrierId, policyId, version, ruleId },
  }));
}

function publication(state: NumberState, entry: NewEntry): Job[] {
  if (!isPublished(entry.kind) || isReported(state, entry.line)) return [];
  return [{ name: 'publish_entry', payload: { numberId: state.numberId, seq: entry.seq } }];
}

function isReported(state: NumberState, line: number): boolean {
  return state.lines.find((one) => one.line === line)?.origin === 'reported';
}
