import type { Actor } from '../../domain/journal/actor.ts';
import { PRODUCT } from '../../domain/journal/actor.ts';
import type { EntryKind, NewEntry } from '../../domain/journal/entry.ts';
import { findText, t } from '../../locales/index.ts';
import type { IconName } from '../pieces/icon.tsx';
import type { TimelineEntry } from '../pieces/timeline.tsx';
import { clockTitle } from './clocks.ts';
import { factWords } from './facts.ts';
import type { Frame } from './frame.ts';
import { functionsOf, listOf, paperName, systemName } from './frame.ts';

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
      what: whatWas(frame, entry, rules),
      icon: ICONS[entry.kind],
      tone: LATE.includes(entry.kind) ? ('late' as const) : DONE.includes(entry.kind) ? ('done' as const) : undefined,
      detail: entry.personal?.words ?? entry.personal?.statement ?? entry.personal?.why ?? entry.personal?.file_name,
    }))
    .toReversed();
}

/** Who did it, as far as the reader need know: staff by their office, never by name. */
export function whoDid({ locale, carrier }: Frame, reader: Actor, { actor }: Pick<NewEntry, 'actor'>): string {
  if (actor.id === reader.id) return t(locale, 'entry.who.you');
  if (actor.id === PRODUCT.id) return t(locale, 'entry.who.product');
  if (actor.role === 'officer') return t(locale, 'entry.who.officer');
  if (actor.role === 'agent' || actor.role === 'reviewer' || actor.role === 'system')
    return t(locale, `entry.who.${actor.role}`, { carrier });
  return t(locale, actor.role === 'subscriber' ? 'entry.who.person' : 'entry.who.other');
}

function whatWas(frame: Frame, entry: NewEntry, rules: ReadonlyMap<string, string>): string {
  const { locale } = frame;
  switch (entry.kind) {
    case 'fact.recorded':
      return t(locale, 'entry.fact.recorded', { fact: factWords(frame, entry.data.fact) });
    case 'flag.placed': {
      const off = functionsOf(
        locale,
        entry.data.reasons.measures.map((measure) => measure.function),
      );
      return t(locale, 'entry.flag.placed', { list: listOf(locale, off) });
    }
    case 'lift.ordered':
      return t(locale, 'entry.lift.ordered', { because: t(locale, `lift.because.${entry.data.because}`) });
    case 'lift.sent':
      return t(locale, 'entry.lift.sent', { system: systemName(locale, entry.data.system), n: entry.data.attempt });
    case 'lift.confirmed':
    case 'lift.failed':
    case 'lift.silent':
      return t(locale, `entry.${entry.kind}`, { system: systemName(locale, entry.data.system) });
    case 'case.material_asked': {
      const papers = entry.data.materials.map((code) => paperName(locale, code));
      return t(locale, 'entry.case.material_asked', { list: listOf(locale, papers) });
    }
    case 'correspondence.recorded': {
      const { way, counterpart, gist } = entry.data;
      return t(locale, 'entry.correspondence.recorded', {
        way: t(locale, `way.${way}`),
        counterpart: t(locale, `counterpart.${counterpart}`),
        gist: t(locale, `gist.${gist}`),
      });
    }
    case 'case.decided':
      return t(locale, 'entry.case.decided', { outcome: t(locale, `case.decision.${entry.data.outcome}`) });
    case 'clock.breached':
    case 'clock.paused':
    case 'clock.resumed':
    case 'clock.ran_on':
    case 'clock.settled':
      return t(locale, `entry.${entry.kind}`, { title: clockTitle(frame, rules.get(entry.data.clockId) ?? '') });
    default:
      return findText(locale, `entry.${entry.kind}`) ?? t(locale, 'entry.other');
  }
}
