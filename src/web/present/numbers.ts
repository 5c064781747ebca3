import type { MyNumber } from '../../app/mine/my-numbers.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import { FUNCTIONS } from '../../domain/flags/words.ts';
import { maskMobile } from '../../domain/numbers/mobile-number.ts';
import { t } from '../../locales/index.ts';
import { formatDayOf, formatMoment, formatPhone } from '../../platform/locale.ts';
import type { NumberCard } from '../pages/mine-page.tsx';
import { paths } from '../paths.ts';
import type { MeasureGridProps } from '../pieces/measure-grid.tsx';
import { caseNext } from './case.ts';
import { isOpenDoor } from './clocks.ts';
import { flagNext } from './flag-next.ts';
import { flagCard, flagTitle } from './flags.ts';
import type { Frame } from './frame.ts';
import { lastMoment } from './frame.ts';
import { liftProgress } from './lifts.ts';

/** One number of the person's, ready to draw. */
export function numberCard(frame: Frame, number: MyNumber): NumberCard {
  const { locale, now } = frame;
  const { standing, cases, lifts, past } = number;
  return {
    id: number.numberId,
    number: number.digits ? formatPhone(maskMobile(number.digits)) : '···',
    carrier: frame.carrier,
    role: number.relation,
    grid: gridOfStanding(standing),
    next: nextOfNumber(frame, number),
    flags: standing.flags.map((view) => flagCard(frame, view, paths.flag(view.flag.flagId))),
    cases: caseLines(frame, cases),
    told: number.told && caseLines(frame, number.told.cases),
    lifts: lifts.map((lift) => ({ ...liftProgress(frame, lift), href: paths.lift(lift.lift.liftId) })),
    past: past.map(({ flag }) => ({
      href: paths.flag(flag.flagId),
      title: flagTitle(frame, flag),
      when: formatDayOf(locale, flag.liftedAt ?? flag.placedAt, now),
    })),
  };
}

function caseLines(frame: Frame, cases: MyNumber['cases']): NumberCard['cases'] {
  return cases.map(({ caseFile, clocks }) => ({
    href: paths.case(caseFile.caseId),
    reference: caseFile.reference,
    status: caseFile.status,
    move: moveIn(frame, clocks),
  }));
}

function gridOfStanding({ functions }: MyNumber['standing']): MeasureGridProps {
  const until = functions.flatMap((one) => (one.until ? [[one.function, one.until] as const] : []));
  return {
    states: Object.fromEntries(
      FUNCTIONS.map((name) => [name, functions.find((one) => one.function === name)?.on ? 'on' : 'off']),
    ) as MeasureGridProps['states'],
    until: Object.fromEntries(until),
  };
}

function moveIn(frame: Frame, clocks: readonly Clock[]): string | null {
  const clock = clocks.find((one) => !isOpenDoor(one));
  return clock ? moveWords(frame, clock) : null;
}

/** Whose move it is, and until when. */
export function moveWords({ locale, carrier, now }: Frame, clock: Clock): string {
  const by = formatMoment(locale, lastMoment(clock.dueAt), now);
  if (clock.binds === 'person') return t(locale, 'mine.move.person_by', { by });
  const party = clock.binds === 'carrier' ? carrier : t(locale, `party.${clock.binds}`);
  return t(locale, 'mine.move.other_by', { party, by });
}

/** Cases in which the person must act come first, then flags, then whatever waits for others. */
function nextOfNumber(frame: Frame, { cases, standing }: MyNumber): NumberCard['next'] {
  const open = cases.filter(({ caseFile }) => caseFile.status !== 'closed');
  const steps = open.map((view) => ({ view, next: caseNext(frame, view, view.late) }));
  const mine = steps.find(({ view, next }) => view.caseFile.status === 'draft' || next.kind !== 'wait');
  if (mine) return ofCase(frame, mine);
  const flag = standing.flags.find((view) => view.flag.status === 'active' && view.caseId === null);
  if (flag) {
    const { plain: _, ...next } = flagNext(frame, { view: flag, caseFile: null });
    return {
      title: next.title,
      body: next.body,
      action: { label: t(frame.locale, 'mine.see_how'), href: paths.flag(flag.flag.flagId) },
    };
  }
  const waiting = steps[0];
  if (waiting) return ofCase(frame, waiting);
  const lifting = standing.flags[0];
  if (!lifting) return null;
  const { plain: _, action: __, ...next } = flagNext(frame, { view: lifting, caseFile: null });
  return next;
}

function ofCase(
  { locale }: Frame,
  { view, next }: { view: MyNumber['cases'][number]; next: ReturnType<typeof caseNext> },
): NumberCard['next'] {
  const href = paths.case(view.caseFile.caseId);
  if (view.caseFile.status === 'draft') {
    return {
      title: t(locale, 'flag.next.draft'),
      body: t(locale, 'flag.next.draft_body'),
      action: { label: t(locale, 'flag.next.draft_action'), href },
    };
  }
  const { title, body } = next;
  const way = { label: t(locale, 'mine.open_case'), href };
  return next.kind === 'wait' ? { title, body, others: [way] } : { title, body, action: way };
}
