import type { Absence, Colleague } from '../../app/assignment/house.ts';
import type { TeamMember } from '../../app/assignment/team.ts';
import type { Side } from '../../domain/cases/claim.ts';
import type { Actor } from '../../domain/journal/actor.ts';
import type { Instant } from '../../domain/time.ts';
import type { Locale } from '../../locales/index.ts';
import { findText, t } from '../../locales/index.ts';
import { formatDayOf, formatMoment } from '../../platform/locale.ts';
import type { FormState } from '../form.ts';
import type { TeamPageProps, TeamRow } from '../pages/team-page.tsx';
import { paths } from '../paths.ts';
import { colleagueOptions, lastDayOf } from './assignee.ts';
import { worksOnCases } from './assignee-filter.ts';
import { lastMoment } from './frame.ts';

export const TEAM_PATHS = {
  desk: { queue: paths.desk, team: paths.deskTeam, next: paths.deskNext, away: paths.deskAway },
  authority: {
    queue: paths.authority,
    team: paths.authorityTeam,
    next: paths.authorityNext,
    away: paths.authorityAway,
  },
} as const;

type Given = {
  readonly locale: Locale;
  readonly now: Instant;
  readonly side: Side;
  readonly house: string;
  readonly reader: Actor;
  readonly members: readonly TeamMember[];
  readonly colleagues: readonly Colleague[];
  readonly mine: readonly Absence[];
  readonly form: FormState;
  readonly formKey: string;
  readonly done: string | null;
};

/** Who has how much on their hands, with lawful time left and age, and one's own absences. */
export function teamPage(given: Given): TeamPageProps {
  const { locale, now, side, house, reader, members, colleagues, mine, form, formKey, done } = given;
  const { next, away } = TEAM_PATHS[side];
  const works = worksOnCases(reader);
  return {
    side,
    house,
    done,
    form,
    formKey,
    rows: members.map((one) => rowOf(given, one)),
    takeNext: works ? { action: next, formKey } : null,
    absence: works
      ? {
          action: away,
          mine: mine.map((one) => ({ id: one.absenceId, label: spanOf(locale, one, now, deputyOf(colleagues, one)) })),
          deputies: colleagueOptions(locale, colleagues, reader),
        }
      : null,
  };
}

function rowOf({ locale, now, side, colleagues, reader }: Given, member: TeamMember): TeamRow {
  const { actorId, name, role, gone, load, absence, nextAbsence } = member;
  const whose = actorId === null ? 'nobody' : actorId === reader.id ? 'mine' : actorId;
  const shown = absence ?? nextAbsence;
  return {
    id: actorId ?? 'nobody',
    href: `${TEAM_PATHS[side].queue}?assignee=${encodeURIComponent(whose)}`,
    name: name ?? t(locale, 'team.nobody'),
    role: [role ? (findText(locale, `role.${role}`) ?? role) : '', gone ? t(locale, 'team.gone') : '']
      .filter(Boolean)
      .join(' · '),
    cases: load.cases,
    left: [load.late, load.withinDay, load.withinThree, load.withinWeek, load.later, load.undated],
    age: [load.ageWeek, load.ageHalfMonth, load.ageMonth, load.ageMore],
    late: load.late > 0,
    next: load.nextDue ? formatMoment(locale, lastMoment(load.nextDue), now) : '—',
    oldest: load.oldest ? formatMoment(locale, load.oldest, now) : '—',
    away: shown ? spanOf(locale, shown, now, deputyOf(colleagues, shown), absence !== null) : null,
  };
}

function deputyOf(colleagues: readonly Colleague[], { deputyId }: Absence): string | null {
  return colleagues.find(({ id }) => id === deputyId)?.displayName ?? deputyId;
}

/** `请假到 11月27日 · 代管：周敏`, or from when it will be. */
function spanOf(
  locale: Locale,
  { fromAt, untilAt }: Absence,
  now: Instant,
  deputy: string | null,
  begun = false,
): string {
  const until = lastDayOf(locale, untilAt, now);
  const span = begun
    ? t(locale, 'team.away', { until })
    : t(locale, 'team.away_span', { from: formatDayOf(locale, fromAt, now), until });
  return deputy ? `${span} · ${t(locale, 'team.deputy', { name: deputy })}` : span;
}
