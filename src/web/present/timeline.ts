import { entryWords } from '../../app/timeline/entry-words.ts';
import type { Actor } from '../../domain/journal/actor.ts';
import { PRODUCT } from '../../domain/journal/actor.ts';
import type { EntryKind, NewEntry } from '../../domain/journal/entry.ts';
import { t } from '../../locales/index.ts';
import type { IconName } from '../pieces/icon.tsx';
import type { TimelineEntry } from '../pieces/timeline.tsx';
import { clockTitle } from './clocks.ts';
import type { Frame } from './frame.ts';

/** What a person need not read: the product's own bookkeeping. */
const SILENT: readonly EntryKind[] = [
  'clock.started',
  'clock.met',
  'clock.cancelled',
  'clock.reminded',
  'case.assigned',
  'delivery.recorded',
  'attention.raised',
  'attention.handled',
  'notice.issued',
];
const ICONS: Partial<Record<EntryKind, IconName>> = {
  'case.submitted': 'send',
  'case.message': 'message',
  'case.material_asked': 'upload',
  'case.material_given': 'paper',
  'case.precheck_asked': 'paper',
  'case.precheck_answered': 'paper',
  'case.precheck_set_aside': 'alert',
  'evidence.added': 'image',
  'case.decided': 'scales',
  'case.overdue': 'alert',
  'clock.breached': 'alert',
  'lift.failed': 'alert',
  'lift.silent': 'alert',
  'lift.confirmed': 'check',
  'lift.completed': 'check',
  'case.restored': 'check',
  'case.reopened': 'undo',
  'case.closed': 'lock',
  'case.escalated': 'send',
  'case.accepted': 'check',
  'case.declined': 'undo',
  'case.carrier_asked': 'question',
  'case.carrier_answered': 'message',
  'case.mediating': 'scales',
  'case.settled': 'check',
  'case.unsettled': 'lock',
};
const LATE: readonly EntryKind[] = ['case.overdue', 'clock.breached', 'lift.failed', 'lift.silent'];
const DONE: readonly EntryKind[] = ['lift.completed', 'case.restored'];

/** The entries of a case or number as lines to read, newest first. */
export function timelineOf(frame: Frame, reader: Actor, entries: readonly NewEntry[]): TimelineEntry[] {
  const rules = new Map(
    entries.flatMap((entry) =>
      entry.kind === 'clock.started' ? [[entry.data.clockId, entry.data.ruleId] as const] : [],
    ),
  );
  return entries
    .filter((entry) => !SILENT.includes(entry.kind))
    .map((entry) => ({
      id: String(entry.seq),
      at: entry.effectiveAt,
      who: whoDid(frame, reader, entry),
      what: entryWords(frame.locale, entry, (clockId) => clockTitle(frame, rules.get(clockId) ?? '')),
      icon: ICONS[entry.kind],
      tone: LATE.includes(entry.kind) ? ('late' as const) : DONE.includes(entry.kind) ? ('done' as const) : undefined,
      detail: entry.personal?.words ?? entry.personal?.statement ?? entry.personal?.why ?? entry.personal?.file_name,
    }))
    .toReversed();
}

/** Who did it, as far as the reader need know: staff by their office, never by name. */
export function whoDid(
  { locale, carrier, representatives }: Frame,
  reader: Actor,
  { actor }: Pick<NewEntry, 'actor'>,
): string {
  if (actor.id === reader.id) return t(locale, 'entry.who.you');
  if (actor.id === PRODUCT.id) return t(locale, 'entry.who.product');
  if (representatives?.has(actor.id)) return t(locale, 'entry.who.representative');
  if (actor.role === 'officer') return t(locale, 'entry.who.officer');
  if (actor.role === 'agent' || actor.role === 'reviewer' || actor.role === 'system')
    return t(locale, `entry.who.${actor.role}`, { carrier });
  return t(locale, actor.role === 'subscriber' ? 'entry.who.person' : 'entry.who.other');
}
