import type { Colleague } from '../../app/assignment/house.ts';
import type { Actor } from '../../domain/journal/actor.ts';
import type { Instant } from '../../domain/time.ts';
import { msOf } from '../../domain/time.ts';
import type { Locale } from '../../locales/index.ts';
import { t } from '../../locales/index.ts';
import { formatMoment } from '../../platform/locale.ts';
import type { Filter } from '../pieces/filter-bar.tsx';
import { colleagueOptions } from './assignee.ts';

const DAY_MS = 86_400_000;

/** Cuts a queue down to one's own cases, nobody's, those of colleagues who are away, or one colleague's; one who left is named as such where the address asks for them. */
export function assigneeFilter(
  locale: Locale,
  colleagues: readonly Colleague[],
  reader: Actor,
  left: { readonly id: string; readonly name: string } | null = null,
): Filter {
  return {
    kind: 'select',
    any: t(locale, 'desk.filter.any'),
    name: 'assignee',
    label: t(locale, 'desk.filter.assignee'),
    options: [
      ...(['mine', 'nobody', 'away'] as const).map((value) => ({ value, label: t(locale, `assign.filter.${value}`) })),
      ...colleagueOptions(locale, colleagues, reader),
      ...(left ? [{ value: left.id, label: t(locale, 'filter.gone_person', { name: left.name }) }] : []),
    ],
  };
}

/** Who works on a case in a queue, and whether they are away; who has begun a review that nobody took on; or nobody. */
export function assigneeCell(
  locale: Locale,
  { assignee, begunBy = null }: { readonly assignee: string | null; readonly begunBy?: string | null },
  colleagues: readonly Colleague[],
  nameOf: (actorId: string) => string,
): string {
  if (assignee) {
    const away = colleagues.some(({ id, absence }) => id === assignee && absence);
    return away ? t(locale, 'assign.cell_away', { name: nameOf(assignee) }) : nameOf(assignee);
  }
  return begunBy ? t(locale, 'assign.cell_begun', { name: nameOf(begunBy) }) : t(locale, 'desk.nobody');
}

/** When a case was opened, and how many whole days ago from one day on. */
export function openedCell(locale: Locale, openedAt: Instant, now: Instant): string {
  const days = Math.floor((msOf(now) - msOf(openedAt)) / DAY_MS);
  const moment = formatMoment(locale, openedAt, now);
  return days < 1 ? moment : `${moment} · ${t(locale, 'assign.age', { n: days })}`;
}

/** Whether somebody of this role works on cases, or only looks. */
export function worksOnCases({ role }: Actor): boolean {
  return role === 'agent' || role === 'reviewer' || role === 'officer';
}
