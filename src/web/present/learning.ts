import type { LearningInput, LearningView, RuleItem } from '../../app/learning/read-board.ts';
import type { OverturnFigures } from '../../domain/learning/board.ts';
import type { Locale } from '../../locales/index.ts';
import { findText, t } from '../../locales/index.ts';
import { formatCount } from '../../platform/locale.ts';
import type { Rate } from '../charts/rates.ts';
import { drawRates } from '../charts/rates.ts';
import type { LearningPageProps, LearningSection } from '../pages/learning-page.tsx';
import { paths } from '../paths.ts';
import type { FigureColumn, FigureNumbers } from '../pieces/figures.tsx';
import { MOST_ROWS, percent } from './duty-charts.ts';
import type { Frame } from './frame.ts';
import type { LearningTable } from './learning-data.ts';
import { LEARNING_TABLES } from './learning-data.ts';

type Line = OverturnFigures & {
  readonly id: string;
  readonly name: string;
  readonly href?: string | undefined;
  readonly tolerated: number | null;
  readonly more: readonly string[];
};

/** The board as a page: each table with its plot and its data. */
export async function learningPage(
  frame: Frame,
  view: LearningView,
  hrefOf: (file: string) => string,
): Promise<LearningPageProps> {
  const { locale } = frame;
  const lines = {
    rules: view.rules.map((rule) => ruleLine(locale, rule)),
    provinces: view.provinces.map((row) => plainLine(locale, row.key, `province.${row.key}`, row)),
    models: view.models.map((row) => plainLine(locale, row.key, '', row)),
    imposers: view.imposers.map((row) => plainLine(locale, row.key, `word.imposer.${row.key}`, row)),
  };
  const tables = LEARNING_TABLES.filter((name) => lines[name].length > 0);
  return {
    carrier: frame.carrier,
    hint: t(locale, 'learning.hint'),
    filters: (['from', 'to'] as const).map((name) => ({
      name,
      label: t(locale, `learning.filter.${name}`),
      kind: 'date' as const,
    })),
    sections: await Promise.all(tables.map((name) => sectionOf(locale, name, lines[name], hrefOf))),
    classesHref: paths.deskClasses,
    rulesHref: paths.deskRules,
  };
}

async function sectionOf(
  locale: Locale,
  name: LearningTable,
  lines: readonly Line[],
  hrefOf: (file: string) => string,
): Promise<LearningSection> {
  const title = t(locale, `learning.${name}.title`);
  const rates = lines.slice(0, MOST_ROWS).flatMap((line) => rateOf(locale, line));
  const description = rates.map(({ name: of, note }) => `${of}: ${note}`).join('; ');
  return {
    id: name,
    title,
    body: t(locale, `learning.${name}.body`),
    drawing: rates.length === 0 ? null : await drawRates({ title, description }, rates),
    table: tableOf(locale, name, lines),
    downloads: (['csv', 'json'] as const).map((form) => ({
      label: t(locale, `duty.data.${form}`),
      href: hrefOf(`${name}.${form}`),
    })),
  };
}

function rateOf(locale: Locale, { name, rate, small, overturned, decided, tolerated }: Line): Rate[] {
  if (!rate) return [];
  const data = { share: percent(rate.share), part: overturned, whole: decided };
  const note = t(locale, small ? 'learning.note_small' : 'learning.note', data);
  return [{ name, note, ...rate, hollow: small, tolerated }];
}

function tableOf(locale: Locale, name: LearningTable, lines: readonly Line[]): FigureNumbers {
  const first = { rules: 'rule', models: 'model', provinces: 'province', imposers: 'imposer' }[name];
  const more = name === 'rules' ? ['tolerated', 'doubt', 'state'] : [];
  const column = (key: string, numeric = true, broad = false): FigureColumn => ({
    key,
    label: findText(locale, `learning.col.${key}`) ?? key,
    numeric,
    broad,
  });
  return {
    columns: [
      column(first, false),
      column('decided', true, name === 'rules'),
      column('overturned', true, name === 'rules'),
      column('by_settlement', true, true),
      column('share'),
      ...more.map((key) => column(key, key !== 'state', key !== 'state')),
    ],
    rows: lines.map((line) => ({
      id: line.id,
      href: line.href,
      cells: [
        line.name,
        formatCount(line.decided),
        formatCount(line.overturned),
        formatCount(line.bySettlement),
        shareCell(locale, line),
        ...line.more,
      ],
    })),
  };
}

/** `35% (20%–53%)`, with a word where it is of few. */
export function shareCell(locale: Locale, { rate, small }: OverturnFigures): string {
  if (!rate) return '–';
  const interval = `${percent(rate.share)} (${percent(rate.low)}–${percent(rate.high)})`;
  return small ? `${interval} · ${t(locale, 'duty.small')}` : interval;
}

/** A doubt as people read it: `0.3`, `12`, `10^6`. */
export function doubtText(log10: number): string {
  if (log10 >= 5) return `10^${Math.floor(log10)}`;
  if (log10 < -2) return '<0.01';
  const doubt = 10 ** log10;
  return doubt < 10 ? String(Number(doubt.toPrecision(2))) : formatCount(Math.round(doubt));
}

function ruleLine(locale: Locale, rule: RuleItem): Line {
  const { policyId, version, ruleId, tolerated, log10Doubt, paused, inForce } = rule;
  const state = paused ? 'paused' : inForce ? 'in_use' : 'past';
  return {
    ...rule,
    id: `${policyId}@${version}/${ruleId}`,
    name: t(locale, 'learning.rule_name', { rule: ruleId, version }),
    href: paths.deskRule(policyId, String(version), ruleId),
    more: [percent(tolerated), doubtText(log10Doubt), t(locale, `learning.state.${state}`)],
  };
}

function plainLine(locale: Locale, id: string, key: string, figures: OverturnFigures): Line {
  return { ...figures, id, name: findText(locale, key) ?? id, tolerated: null, more: [] };
}

export type { LearningInput };
