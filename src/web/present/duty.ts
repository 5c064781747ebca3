import type { DutyBoardView, DutyInput } from '../../app/duty/read-duty-board.ts';
import { shanghaiDate } from '../../domain/clocks/plain-date.ts';
import { DUTIES, type Duty } from '../../domain/duty/duty.ts';
import { CAUSES } from '../../domain/flags/words.ts';
import type { Locale } from '../../locales/index.ts';
import { findText, t } from '../../locales/index.ts';
import { formatCount, formatDate } from '../../platform/locale.ts';
import type { DutyPageProps, DutySection } from '../pages/duty-page.tsx';
import type { Filter } from '../pieces/filter-bar.tsx';
import { ruleTitle } from './clock-pages.ts';
import { drawOnTimeByMonth, drawShares, drawWaits, MOST_ROWS, pastMonths, percent } from './duty-charts.ts';
import type { DutyTable } from './duty-data.ts';
import { dutyCarrier, dutyRecords } from './duty-data.ts';
import { countTable, waitTable } from './duty-tables.ts';
import type { Frame } from './frame.ts';

/** Where the data of a table lies, in one form, under the filters of the page. */
export type DataHref = (file: string) => string;

/** The board as a page: each section with its plot, its numbers and its data. */
export async function dutyPage(
  frame: Frame,
  view: DutyBoardView,
  { input, hrefOf, clearHref }: { readonly input: DutyInput; readonly hrefOf: DataHref; readonly clearHref: string },
): Promise<Omit<DutyPageProps, 'desk'>> {
  const { locale } = frame;
  const { board } = view;
  const known = board.total.counted + board.total.counts.running + board.total.counts.ended_otherwise > 0;
  return {
    hint: hintOf(locale, view, input),
    filters: filtersOf(locale, view, input),
    total: known ? totalOf(locale, view) : null,
    sections: known ? await sectionsOf(frame, view, input, hrefOf) : [],
    downloads: known ? downloadsOf(locale, 'cells', hrefOf) : [],
    clearHref,
  };
}

async function sectionsOf(
  frame: Frame,
  view: DutyBoardView,
  input: DutyInput,
  hrefOf: DataHref,
): Promise<DutySection[]> {
  const { locale } = frame;
  const { board } = view;
  const more = (rows: readonly unknown[]) =>
    rows.length > MOST_ROWS ? t(locale, 'duty.only_first', { count: MOST_ROWS }) : null;
  const section = (name: 'carriers' | 'causes' | 'months', rows: readonly unknown[]) => ({
    id: name,
    title: t(locale, `duty.${name}.title`),
    body: t(locale, `duty.${name}.body`),
    notes: [more(rows)].flatMap((note) => note ?? []),
    table: countTable(locale, name, dutyRecords(locale, view, name)),
    downloads: downloadsOf(locale, name, hrefOf),
  });
  const [carriers, causes, months, waits] = await Promise.all([
    drawShares(frame, view, 'carriers'),
    drawShares(frame, view, 'causes'),
    drawOnTimeByMonth(frame, view),
    Promise.all(DUTIES.map(async (duty) => ({ duty, drawing: await drawWaits(frame, view, duty) }))),
  ]);
  return [
    { ...section('carriers', board.carriers), drawing: carriers, legend: true },
    ...waits
      .filter(({ drawing }) => drawing !== null)
      .map(({ duty, drawing }, index) => ({
        ...waitSection(frame, view, duty, input),
        // Said once: what the signs mean is the same in each.
        ...(index > 0 ? { body: '' } : {}),
        drawing,
        legend: false,
        downloads: downloadsOf(locale, 'carrier-waits', (file) => withRule(hrefOf(file), duty)),
      })),
    { ...section('months', []), ...monthsOf(frame, view), drawing: months, legend: false },
    { ...section('causes', board.causes), drawing: causes, legend: true },
    {
      id: 'rules',
      title: t(locale, 'duty.rules.title'),
      body: t(locale, 'duty.rules.body'),
      notes: [],
      drawing: null,
      legend: false,
      table: waitTable(locale, board.causeWaits, 'cause_name', (key) => findText(locale, `cause.${key}`) ?? key),
      downloads: downloadsOf(locale, 'cause-waits', hrefOf),
    },
  ];
}

/** The table has the months of the plot; what was done early for a later month is told, and in the data. */
function monthsOf({ locale, now }: Frame, view: DutyBoardView) {
  const thisMonth = shanghaiDate(now).slice(0, 7);
  const drawn = new Set(pastMonths(view, thisMonth).map(({ key }) => key));
  const later = view.board.months.reduce((sum, { key, counted }) => sum + (key > thisMonth ? counted : 0), 0);
  const records = dutyRecords(locale, view, 'months').filter(({ month }) => drawn.has(String(month)));
  const notes = later > 0 ? [t(locale, 'duty.months.later', { count: formatCount(later) })] : [];
  return { notes, table: countTable(locale, 'months', records) };
}

function waitSection({ locale, rules }: Frame, view: DutyBoardView, duty: Duty, { province }: DutyInput) {
  const rule = rules.periods.get(duty);
  const bound = view.province ?? province ?? null;
  const own = Object.entries(rule?.provinces ?? {})
    .filter(([code]) => bound === null || bound === code)
    .map(([code, one]) =>
      t(locale, 'duty.waits.province', {
        province: findText(locale, `province.${code}`) ?? code,
        length: t(locale, `unit.${one.unit}`, { n: one.length }),
      }),
    );
  return {
    id: `waits-${duty.replaceAll('.', '-')}`,
    title: t(locale, 'duty.waits.title', { rule: ruleTitle(locale, duty) }),
    body: t(locale, 'duty.waits.body'),
    notes: [...own, ...(rule?.confidence.startsWith('R') ? [t(locale, 'duty.waits.unseen')] : [])],
    table: waitTable(
      locale,
      view.board.carrierWaits.filter((row) => row.duty === duty),
      'carrier',
      (key) => dutyCarrier(locale, view, key),
    ),
  };
}

function totalOf(locale: Locale, { board: { total } }: DutyBoardView): NonNullable<DutyPageProps['total']> {
  const { counts, counted, onTime } = total;
  const say = (count: number) =>
    counted === 0
      ? formatCount(count)
      : t(locale, 'duty.total.on_time', { count: formatCount(count), share: percent(count / counted) });
  return {
    of: t(locale, 'duty.total.of', { count: formatCount(counted) }),
    figures: (['on_time', 'late', 'unanswered'] as const).map((which) => ({
      which,
      label: t(locale, `duty.${which}`),
      value: say(counts[which]),
      more:
        which === 'on_time' && onTime
          ? t(locale, 'duty.total.interval', { low: percent(onTime.low), high: percent(onTime.high) })
          : null,
    })),
    small: total.small,
    aside: t(locale, 'duty.total.aside', {
      running: formatCount(counts.running),
      otherwise: formatCount(counts.ended_otherwise),
    }),
  };
}

function hintOf(locale: Locale, { from, to, province }: DutyBoardView, input: DutyInput): string {
  const period =
    to === null
      ? t(locale, 'duty.period', { from: formatDate(locale, from) })
      : t(locale, 'duty.period_to', { from: formatDate(locale, from), to: formatDate(locale, to) });
  const bound = province ?? input.province;
  const where = bound
    ? ` · ${t(locale, 'duty.in_province', { province: findText(locale, `province.${bound}`) ?? bound })}`
    : '';
  return period + where;
}

function filtersOf(locale: Locale, { carriers, province }: DutyBoardView, input: DutyInput): Filter[] {
  const provinces = [...new Set([...carriers.map((one) => one.province), ...(input.province ? [input.province] : [])])];
  const any = t(locale, 'duty.filter.any');
  const select = (name: string, label: string, options: readonly (readonly [string, string])[]): Filter => ({
    name,
    label,
    kind: 'select',
    options: options.map(([value, text]) => ({ value, label: text })),
    any,
  });
  return [
    { name: 'from', label: t(locale, 'duty.filter.from'), kind: 'date' },
    { name: 'to', label: t(locale, 'duty.filter.to'), kind: 'date' },
    ...(province === null && carriers.length > 1
      ? [
          select(
            'province',
            t(locale, 'duty.filter.province'),
            provinces.toSorted().map((code) => [code, findText(locale, `province.${code}`) ?? code]),
          ),
        ]
      : []),
    ...(carriers.length > 1
      ? [
          select(
            'carrier',
            t(locale, 'duty.filter.carrier'),
            carriers.map((one) => [one.carrierId, dutyCarrier(locale, { carriers }, one.carrierId)]),
          ),
        ]
      : []),
    select(
      'cause',
      t(locale, 'duty.filter.cause'),
      CAUSES.map((cause) => [cause, t(locale, `cause.${cause}`)]),
    ),
    select(
      'rule',
      t(locale, 'duty.filter.rule'),
      DUTIES.map((duty) => [duty, ruleTitle(locale, duty)]),
    ),
  ];
}

function downloadsOf(locale: Locale, table: DutyTable, hrefOf: DataHref): DutySection['downloads'] {
  return [
    { label: t(locale, 'duty.data.csv'), href: hrefOf(`${table}.csv`) },
    { label: t(locale, 'duty.data.json'), href: hrefOf(`${table}.json`) },
  ];
}

/** The same address narrowed to one period, so that a plot's data has the plot's rows. */
function withRule(href: string, duty: Duty): string {
  const [path = '', query = ''] = href.split('?');
  const search = new URLSearchParams(query);
  search.set('rule', duty);
  return `${path}?${search}`;
}
