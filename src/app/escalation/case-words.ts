import type { Clock } from '../../domain/clocks/clock.ts';
import type { PeriodRule } from '../../domain/clocks/period.ts';
import type { Ground, LiftCondition } from '../../domain/flags/reasons.ts';
import type { ActorRef, Role } from '../../domain/journal/actor.ts';
import { PRODUCT } from '../../domain/journal/actor.ts';
import type { EntryKind } from '../../domain/journal/entry.ts';
import type { Locale } from '../../locales/index.ts';
import { findText, t } from '../../locales/index.ts';
import type { ReadEntry } from '../../store/timeline.ts';
import { momentWords } from '../clocks/ledger-words.ts';
import { findLaw } from '../knowledge/find-law.ts';
import { entryWords } from '../timeline/entry-words.ts';
import type { GatheredCase } from './gather-case.ts';

/** One thing that happened, as a file for others tells it: sides by their office, nobody of a staff by name. */
export type Told = {
  readonly seq: number;
  readonly kind: EntryKind;
  readonly at: string;
  readonly who: string;
  readonly what: string;
  /** What was said, by field; empty where nothing was or its key was forgotten. */
  readonly words: { readonly [field: string]: string };
  readonly hash: string;
};

/** The product's own bookkeeping, which tells nobody anything about the case. */
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
  'lift.sent',
];

/** What happened in a case, in its order. */
export function tellCase(gathered: GatheredCase): Told[] {
  const { locale, entries, clocks } = gathered;
  const rules = new Map(clocks.map(({ clock }) => [clock.clockId, clock.ruleId]));
  const titleOf = (clockId: string) => periodWords(locale, rules.get(clockId) ?? '');
  return entries
    .filter(({ kind }) => !SILENT.includes(kind))
    .map((entry) => ({
      seq: entry.seq,
      kind: entry.kind,
      at: entry.effectiveAt,
      who: whoWords(gathered, entry.actor),
      what: findText(locale, `bundle.entry.${entry.kind}`) ?? entryWords(locale, entry, titleOf),
      words: wordsOf(entry),
      hash: entry.hash,
    }));
}

function wordsOf({ personal = {} }: ReadEntry): Told['words'] {
  return Object.fromEntries(Object.entries(personal).filter(([, text]) => text.trim() !== ''));
}

/** Which side somebody stands on. */
export function whoWords(gathered: GatheredCase, actor: ActorRef): string {
  const { locale, carrier } = gathered;
  const { id } = actor;
  const role = roleOf(gathered, actor);
  if (id === PRODUCT.id) return t(locale, 'entry.who.product');
  if (role === 'officer') return t(locale, 'entry.who.officer');
  if (role === 'subscriber') return t(locale, 'entry.who.person');
  if (role === 'representative') return t(locale, 'bundle.who.representative');
  if (role === 'agent' || role === 'reviewer' || role === 'system')
    return t(locale, `entry.who.${role}`, { carrier: carrier || t(locale, 'party.carrier') });
  return t(locale, 'entry.who.other');
}

/** In which role somebody acted on this line. */
export function roleOf({ representatives }: GatheredCase, { id, role }: ActorRef): Role {
  return representatives.has(id) ? 'representative' : role;
}

/** What a period waits for, said to nobody in particular. */
export function periodWords(locale: Locale, ruleId: string): string {
  const words = [`bundle.period.${ruleId}`, `clock.rule.${ruleId}`, `period.${ruleId}.desk`];
  for (const key of words) {
    const found = findText(locale, key);
    if (found !== undefined) return found;
  }
  return t(locale, 'period.other.title');
}

/** Whom a clock binds. */
export function boundWords({ locale, carrier }: GatheredCase, { binds }: Clock): string {
  if (binds === 'carrier') return carrier || t(locale, 'party.carrier');
  return binds === 'person' ? t(locale, 'entry.who.person') : t(locale, `party.${binds}`);
}

/** What a clock came to: kept, missed, running, with its moment. */
export function outcomeWords(locale: Locale, { status, endedAt, dueAt }: Clock): string {
  const at = momentWords(locale, status === 'running' || status === 'paused' ? dueAt : (endedAt ?? dueAt));
  return t(locale, `bundle.clock.${status}`, { at });
}

/** The text that a period rests on, or that it is a promise of ours. */
export function ruleWords(locale: Locale, rule: PeriodRule | null): string {
  if (!rule) return t(locale, 'bundle.rule.named');
  const article = findText(locale, `period.${rule.ruleId}.article`) ?? `${rule.source} ${rule.article}`;
  const ours = rule.confidence === 'ours';
  const sure = rule.confidence === 'C';
  return ours || sure
    ? ours
      ? t(locale, 'confidence.ours')
      : article
    : t(locale, 'bundle.rule.unsure', { article, confidence: t(locale, `confidence.${rule.confidence}`) });
}

/** What a flag is said to rest on. */
export function groundWords(locale: Locale, ground: Ground | null): string {
  if (!ground) return t(locale, 'bundle.untold');
  if (ground.kind === 'contract') return `${ground.document} ${ground.clause}`;
  return (
    findText(locale, `law.${ground.ruleId}`) ??
    findLaw(ground.ruleId)?.title[locale] ??
    t(locale, 'law.other', { rule: ground.ruleId, article: ground.article })
  );
}

/** What takes a flag off. */
export function conditionWords(locale: Locale, condition: LiftCondition | null): string {
  return condition ? t(locale, `bundle.condition.${condition.kind}`) : t(locale, 'bundle.untold');
}
