import type { BackTestView, MaskedChange } from '../../app/back-tests/read-back-tests.ts';
import type { PolicyItem } from '../../app/policies/read-policies.ts';
import type { BackTest } from '../../domain/back-tests/back-test.ts';
import type { OutcomeReading, Reading, ReadingRow } from '../../domain/back-tests/reading.ts';
import { countDiffering, readFigures } from '../../domain/back-tests/reading.ts';
import type { Locale } from '../../locales/index.ts';
import { t } from '../../locales/index.ts';
import { formatCount, formatDayOf } from '../../platform/locale.ts';
import type { Rate } from '../charts/rates.ts';
import { drawRates } from '../charts/rates.ts';
import { drawStackedBars } from '../charts/stacked-bars.ts';
import type { FormState } from '../form.ts';
import type { BackTestPageProps, BackTestSection, BackTestsPageProps } from '../pages/back-test-pages.tsx';
import type { DeskListPageProps } from '../pages/desk-list-page.tsx';
import { paths } from '../paths.ts';
import type { FigureNumbers } from '../pieces/figures.tsx';
import type { GroupedTable } from './back-test-data.ts';
import { baseName, GROUPED_TABLES, nameOfRow, rowsOf } from './back-test-data.ts';
import { differenceCell, groupedTable, monthsTable, rulesTable, shareWords } from './back-test-tables.ts';
import { MOST_ROWS } from './duty-charts.ts';
import type { Frame } from './frame.ts';
import { lastMoment } from './frame.ts';

type Named = (actorId: string) => string;
type Page<Item> = { readonly items: readonly Item[]; readonly next: string | null };

/** The back-tests of a version, with the form for another. */
export function backTestsPage(
  { locale, carrier, now }: Frame,
  item: PolicyItem,
  more: {
    readonly tests: Page<BackTest>;
    /** Versions to compare with; null where the asker begins none. */
    readonly others: readonly PolicyItem[] | null;
    readonly form: FormState;
    readonly formKey: string;
    readonly nameOf: Named;
  },
): BackTestsPageProps {
  const { policyId, version } = item.policy;
  return {
    carrier,
    policyId,
    version: String(version),
    title: t(locale, 'back_test.title', { version }),
    rows: more.tests.items.map((one) => ({
      id: one.backTestId,
      href: paths.deskBackTest(one.backTestId),
      cells: {
        period: periodOf(locale, one, now),
        against: baseName(locale, one),
        status: t(locale, `back_test.short.${one.status}`),
        flagged: flaggedCell(locale, one),
        by: more.nameOf(one.askedBy),
      },
    })),
    next: more.tests.next,
    against: more.others && againstOptions(locale, item, more.others),
    form: more.form,
    formKey: more.formKey,
  };
}

function againstOptions(locale: Locale, item: PolicyItem, others: readonly PolicyItem[]) {
  const inForce = others.find(({ standing }) => standing === 'in_force');
  const rest = others.filter((one) => one !== inForce && one !== item && one.status === 'published');
  const version = inForce?.policy.version ?? 0;
  return [
    ...(inForce && inForce !== item
      ? [{ value: 'in_force', label: t(locale, 'back_test.against.in_force', { version }) }]
      : []),
    ...rest.map(({ policy }) => ({
      value: `${policy.policyId}@${policy.version}`,
      label: t(locale, 'back_test.base_version', { version: policy.version }),
    })),
    { value: 'none', label: t(locale, 'back_test.against.none') },
  ];
}

/** One back-test: its progress, and what it found so far. */
export async function backTestPage(
  { locale, carrier, now }: Frame,
  one: BackTestView,
  { formKey, done }: { readonly formKey: string; readonly done: string | null },
): Promise<BackTestPageProps> {
  const { figures, draft } = one;
  const reading = readFigures(figures);
  const { all } = reading;
  const differ = countDiffering(reading);
  const data = {
    done: formatCount(figures.numbers),
    all: formatCount(one.numbersAll),
    facts: formatCount(figures.facts),
  };
  return {
    carrier,
    id: one.backTestId,
    policyId: draft.policyId,
    version: String(draft.version),
    title: t(locale, 'back_test.title', { version: draft.version }),
    hint: t(locale, 'back_test.of', {
      ...periodWords(locale, one, now),
      draft: draft.version,
      base: baseName(locale, one),
    }),
    status: one.status,
    statusWords: t(locale, `back_test.status.${one.status}`),
    fault: one.fault === null ? null : t(locale, 'back_test.fault'),
    part: partOf(one),
    progress: t(locale, 'back_test.progress', { ...data, part: partOf(one) }),
    pace: one.workedMs > 0 ? t(locale, 'back_test.pace', { rate: formatCount(paceOf(one)) }) : null,
    mayCancel: one.mayCancel,
    summary: t(locale, 'back_test.summary', { lines: formatCount(all.lines), facts: formatCount(figures.facts) }),
    totals: totalsOf(locale, all),
    difference: differenceWords(locale, all),
    outcomes: await outcomesOf(locale, reading),
    sections: await sectionsOf(locale, one, reading),
    changes:
      differ === 0
        ? null
        : {
            label: t(locale, 'back_test.changes.link', { n: formatCount(differ) }),
            href: paths.deskBackTestChanges(one.backTestId),
          },
    downloads: [{ label: t(locale, 'duty.data.json'), href: paths.deskBackTestData(one.backTestId, 'all.json') }],
    how: howOf(locale, one),
    formKey,
    done,
  };
}

/** The lines that differ, as a list of the desk. */
export function changesList(
  { locale, carrier, now }: Frame,
  one: BackTest,
  { items, next }: Page<MaskedChange>,
): DeskListPageProps {
  const column = (key: 'number' | 'cause' | 'change' | 'rule' | 'at' | 'outcome') => ({
    key,
    label: t(locale, `back_test.changes.col.${key}`),
    main: key === 'number',
  });
  const differ = countDiffering(readFigures(one.figures));
  const capped = { all: formatCount(differ), kept: formatCount(one.changesKept) };
  const hint = t(locale, 'back_test.changes.hint');
  return {
    title: t(locale, 'back_test.changes.title'),
    carrier,
    hint: differ > one.changesKept ? `${hint} ${t(locale, 'back_test.changes.capped', capped)}` : hint,
    filters: [
      {
        name: 'change',
        label: t(locale, 'back_test.changes.filter'),
        kind: 'select',
        any: t(locale, 'desk.filter.any'),
        options: (['spared', 'new'] as const).map((value) => ({
          value,
          label: t(locale, `back_test.changes.${value}`),
        })),
      },
    ],
    link: {
      label: t(locale, 'back_test.title', { version: one.draft.version }),
      href: paths.deskBackTest(one.backTestId),
    },
    lists: [
      {
        columns: [column('number'), column('cause'), column('change'), column('rule'), column('at'), column('outcome')],
        rows: items.map((item) => ({
          id: `${item.numberId}-${item.line}-${item.cause}`,
          href: paths.deskTimeline(item.numberId),
          cells: {
            number: item.maskedNumber,
            cause: nameOfRow(locale, 'causes', item.cause),
            change: t(locale, `back_test.changes.${item.change}`),
            rule: item.ruleId,
            at: formatDayOf(locale, item.at, now),
            outcome: t(locale, `back_test.changes.outcome.${item.outcome ?? 'none'}`),
          },
        })),
        empty: t(locale, 'back_test.changes.none'),
        next,
      },
    ],
  };
}

function periodWords(locale: Locale, { from, until }: BackTest, now: string) {
  return { from: formatDayOf(locale, from, now), until: formatDayOf(locale, lastMoment(until), now) };
}

function periodOf(locale: Locale, one: BackTest, now: string): string {
  const { from, until } = periodWords(locale, one, now);
  return `${from} – ${until}`;
}

function flaggedCell(locale: Locale, { figures, status }: BackTest): string {
  if (status === 'running') return '…';
  const { flagged } = figures.all;
  const [base, draft] = [flagged.both + flagged.onlyBase, flagged.both + flagged.onlyDraft];
  return t(locale, 'back_test.flagged_cell', { base: formatCount(base), draft: formatCount(draft) });
}

function partOf({ figures, numbersAll, status }: BackTest): number {
  if (status === 'done' || numbersAll === 0) return 100;
  return Math.min(99, Math.floor((figures.numbers / numbersAll) * 100));
}

function paceOf({ figures, workedMs }: BackTest): number {
  return Math.round((figures.read * 1000) / workedMs);
}

function totalsOf(locale: Locale, { flagged, onlyBase, onlyDraft, lines }: ReadingRow): BackTestPageProps['totals'] {
  const total = (key: 'base' | 'draft' | 'spared' | 'new', count: number, more: string | null) => ({
    key,
    label: t(locale, `back_test.total.${key}`),
    value: formatCount(count),
    more,
  });
  const ofLines = (share: OutcomeReading['baseShare']) =>
    share && t(locale, 'back_test.total.of_lines', { share: shareWords(share) });
  return lines === 0
    ? []
    : [
        total('base', flagged.base, ofLines(flagged.baseShare)),
        total('draft', flagged.draft, ofLines(flagged.draftShare)),
        total('spared', onlyBase, null),
        total('new', onlyDraft, null),
      ];
}

function differenceWords(locale: Locale, row: ReadingRow): string | null {
  if (!row.flagged.difference) return null;
  return t(locale, 'back_test.total.difference', { difference: differenceCell(locale, row) });
}

async function outcomesOf(locale: Locale, { all, causes }: Reading): Promise<BackTestPageProps['outcomes']> {
  const title = t(locale, 'back_test.outcomes.title');
  const whats = (['overturned', 'upheld'] as const).map((which) => ({
    which,
    what: t(locale, `back_test.outcomes.${which}`),
  }));
  const parted = causes.filter(({ overturned, upheld }) => overturned.all + upheld.all > 0);
  const rates = [
    ...whats.flatMap(({ which, what }) => rateOf(locale, what, all[which])),
    ...(parted.length < 2 ? [] : parted).flatMap((row) =>
      whats.flatMap(({ which, what }) => {
        const cause = nameOfRow(locale, 'causes', row.key);
        return rateOf(locale, t(locale, 'back_test.outcomes.of_cause', { cause, what }), row[which]);
      }),
    ),
  ];
  const description = rates.map(({ name, note }) => `${name}: ${note}`).join('; ');
  return { title, drawing: rates.length === 0 ? null : await drawRates({ title, description }, rates) };
}

function rateOf(locale: Locale, name: string, { all, withoutDraft, draftShare }: OutcomeReading): Rate[] {
  if (!draftShare) return [];
  const data = { part: formatCount(withoutDraft), all: formatCount(all), share: shareWords(draftShare) };
  return [{ name, note: t(locale, 'back_test.outcomes.note', data), ...draftShare, hollow: all < 5, tolerated: null }];
}

async function sectionsOf(locale: Locale, one: BackTest, reading: Reading): Promise<BackTestSection[]> {
  // One part alone says again what the whole says.
  const grouped = GROUPED_TABLES.filter((table) => rowsOf(reading, table).length > (table === 'causes' ? 0 : 1));
  return [
    ...(reading.rules.length > 0 ? [plainSection(locale, one, 'rules', rulesTable(locale, reading))] : []),
    ...(await Promise.all(grouped.map((table) => groupedSection(locale, one, table, rowsOf(reading, table))))),
    ...(reading.months.length > 0 ? [plainSection(locale, one, 'months', monthsTable(locale, reading))] : []),
  ];
}

async function groupedSection(
  locale: Locale,
  one: BackTest,
  table: GroupedTable,
  rows: readonly ReadingRow[],
): Promise<BackTestSection> {
  const bars = rows
    .filter(({ both, onlyBase, onlyDraft }) => both + onlyBase + onlyDraft > 0)
    .slice(0, MOST_ROWS)
    .map((row) => {
      const data = {
        spared: formatCount(row.onlyBase),
        added: formatCount(row.onlyDraft),
        both: formatCount(row.both),
      };
      const note = t(locale, 'back_test.bar_note', data);
      const name = nameOfRow(locale, table, row.key);
      // Spared in teal, both in amber, new in red: good news first, what weighs most last.
      return { name, note, on_time: row.onlyBase, late: row.both, unanswered: row.onlyDraft };
    });
  const section = plainSection(locale, one, table, groupedTable(locale, table, rows));
  const description = bars.map(({ name, note }) => `${name}: ${note}`).join('; ');
  return {
    ...section,
    drawing: bars.length === 0 ? null : await drawStackedBars({ title: section.title, description }, bars),
  };
}

function plainSection(
  locale: Locale,
  { backTestId }: BackTest,
  table: GroupedTable | 'rules' | 'months',
  numbers: FigureNumbers,
): BackTestSection {
  return {
    id: table,
    title: t(locale, `back_test.${table}.title`),
    body: t(locale, `back_test.${table}.body`),
    drawing: null,
    table: numbers,
    downloads: (['csv', 'json'] as const).map((form) => ({
      label: t(locale, `duty.data.${form}`),
      href: paths.deskBackTestData(backTestId, `${table}.${form}`),
    })),
  };
}

function howOf(locale: Locale, { figures }: BackTest): string[] {
  const { base, draft, real } = figures;
  return [
    t(locale, 'back_test.how.effect'),
    t(locale, 'back_test.how.start'),
    t(locale, 'back_test.how.lift'),
    t(locale, 'back_test.how.human'),
    t(locale, 'back_test.how.asked', { base: formatCount(base.asked), draft: formatCount(draft.asked) }),
    t(locale, 'back_test.how.real', {
      by_rule: formatCount(real.byRule),
      by_hand: formatCount(real.byHand),
      outside: formatCount(real.outside),
    }),
    t(locale, 'back_test.how.new_unknown'),
    t(locale, 'back_test.how.bars'),
  ];
}
