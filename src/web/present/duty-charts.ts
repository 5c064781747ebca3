import type { DutyBoardView } from '../../app/duty/read-duty-board.ts';
import { shanghaiDate } from '../../domain/clocks/plain-date.ts';
import type { DutyRow } from '../../domain/duty/board.ts';
import type { Duty } from '../../domain/duty/duty.ts';
import type { Quantile } from '../../domain/duty/waiting.ts';
import { findText, t } from '../../locales/index.ts';
import type { Drawing } from '../charts/draw.ts';
import { drawMonths } from '../charts/months.ts';
import { drawRanges } from '../charts/ranges.ts';
import { drawStackedBars } from '../charts/stacked-bars.ts';
import { ruleTitle } from './clock-pages.ts';
import { dutyCarrier, monthsBetween } from './duty-data.ts';
import type { Frame } from './frame.ts';

/** More bars than this are a list, not a picture. */
export const MOST_ROWS = 30;

/** Bars of carriers or causes; null where there is nothing to draw. */
export async function drawShares(
  { locale }: Frame,
  view: DutyBoardView,
  by: 'carriers' | 'causes',
): Promise<Drawing | null> {
  const rows = view.board[by].filter(({ counted }) => counted > 0).slice(0, MOST_ROWS);
  if (rows.length === 0) return null;
  const nameOf = ({ key }: DutyRow) =>
    by === 'carriers' ? dutyCarrier(locale, view, key) : (findText(locale, `cause.${key}`) ?? key);
  const bars = rows.map((row) => ({ name: nameOf(row), note: onTimeNote(locale, row), ...row.counts }));
  const description = bars.map(({ name, note }) => `${name}: ${note}`).join('; ');
  return drawStackedBars({ title: t(locale, `duty.${by}.title`), description }, bars);
}

/** Median and ninth tenth of each carrier under one period, against its limit. */
export async function drawWaits({ locale, rules }: Frame, view: DutyBoardView, duty: Duty): Promise<Drawing | null> {
  const rule = rules.periods.get(duty);
  const ranges = view.board.carrierWaits
    .filter((row) => row.duty === duty)
    .slice(0, MOST_ROWS)
    .flatMap((row) => {
      const { median, p90 } = row;
      if (!median || !p90) return [];
      const note = t(locale, 'duty.waits.note', { median: daysText(locale, median), nine: daysText(locale, p90) });
      return [
        {
          name: dutyCarrier(locale, view, row.key),
          note: row.waits < 5 ? `${note} · ${t(locale, 'duty.small')}` : note,
          median,
          p90,
        },
      ];
    });
  if (ranges.length === 0 || !rule?.length) return null;
  const label = t(locale, 'duty.waits.limit', { length: t(locale, `unit.${rule.unit}`, { n: rule.length }) });
  const description = [label, ...ranges.map(({ name, note }) => `${name}: ${note}`)].join('; ');
  return drawRanges({ title: t(locale, 'duty.waits.title', { rule: ruleTitle(locale, duty) }), description }, ranges, {
    days: rule.unit === 'hours' ? rule.length / 24 : rule.length,
    label,
  });
}

/** The share on time by month of the last day. */
export async function drawOnTimeByMonth({ locale, now }: Frame, view: DutyBoardView): Promise<Drawing | null> {
  const thisMonth = shanghaiDate(now).slice(0, 7);
  const rows = pastMonths(view, thisMonth);
  if (rows.length === 0) return null;
  const points = rows.map(({ key: label, onTime, small }) =>
    onTime ? { label, ...onTime, hollow: small || label >= thisMonth } : { label, share: null },
  );
  const description = rows.map((row) => `${row.key}: ${onTimeNote(locale, row)}`).join('; ');
  return drawMonths({ title: t(locale, 'duty.months.title'), description }, points);
}

/** The months from the first with an outcome to this one: in a later one only what was done early has an outcome. */
export function pastMonths({ board }: DutyBoardView, thisMonth: string): DutyRow[] {
  return monthsBetween(board.months.filter(({ key, counted }) => counted > 0 && key <= thisMonth));
}

/** `按时 85%（120/141）` */
function onTimeNote(locale: Frame['locale'], { onTime, counts, counted, small }: DutyRow): string {
  const data = { share: percent(onTime?.share ?? 0), part: counts.on_time, whole: counted };
  return t(locale, small ? 'duty.carriers.note_small' : 'duty.carriers.note', data);
}

/** `3.2`, or `≥30` where it is only a least. */
export function daysText(locale: Frame['locale'], { days, atLeast }: Quantile): string {
  return atLeast ? t(locale, 'duty.waits.at_least', { days: days.toFixed(1) }) : days.toFixed(1);
}

/**
 * `85%`; a share that is not whole never rounds to all or to nothing. It starts from the four decimals of the data, so that
 * text, table and download never part at a half.
 */
export function percent(share: number): string {
  const whole = Math.round(Math.round(share * 10_000) / 100);
  if (whole === 100 && share < 1) return '>99%';
  return whole === 0 && share > 0 ? '<1%' : `${whole}%`;
}
