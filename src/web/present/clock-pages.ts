import type { DateAnswer } from '../../app/clocks/compute-date.ts';
import type { ClockView } from '../../app/clocks/get-clock.ts';
import { ledgerWords, momentWords } from '../../app/clocks/ledger-words.ts';
import type { PeriodRule } from '../../domain/clocks/period.ts';
import type { RuleBook } from '../../domain/clocks/rule-book.ts';
import type { Locale } from '../../locales/index.ts';
import { findText, t } from '../../locales/index.ts';
import { formatDate, formatMoment } from '../../platform/locale.ts';
import { paths } from '../paths.ts';
import type { ClockBadgeProps } from '../pieces/clock-badge.tsx';
import type { LawLinkProps } from '../pieces/law-link.tsx';
import { clockBadge, clockTitle } from './clocks.ts';
import type { Frame } from './frame.ts';
import { periodLaw } from './laws.ts';

export type LedgerView = {
  readonly title: string;
  readonly badge: ClockBadgeProps;
  readonly steps: readonly string[];
  readonly law: LawLinkProps | undefined;
  readonly json: string;
  readonly back: { readonly href: string; readonly label: string };
};

/** A clock's page: the badge, and every step to its date. */
export function ledgerView(frame: Frame, view: ClockView, back: LedgerView['back']): LedgerView {
  const { locale } = frame;
  const { clock, ledger, rule } = view;
  const badge = clockBadge(frame, clock);
  return {
    title: clockTitle(frame, clock.ruleId),
    // What the page itself tells is not told twice.
    badge: { ...badge, rule: undefined, href: undefined },
    steps: ledger
      ? ledgerWords(locale, ledger)
      : [
          t(locale, 'clock.named', {
            at: formatMoment(locale, clock.startedAt),
            due: momentWords(locale, clock.dueAt),
          }),
        ],
    law: rule ? periodLaw(locale, rule) : undefined,
    json: paths.clockJson(clock.clockId),
    back,
  };
}

export type RuleLine = {
  readonly ruleId: string;
  readonly title: string;
  readonly length: string;
  readonly starts: string;
  readonly law: LawLinkProps | undefined;
  readonly provinces: readonly string[];
};

export type RuleGroup = { readonly heading: string; readonly rules: readonly RuleLine[] };

const GROUPS = ['carrier', 'authority', 'person', 'bureau', 'label_service', 'product'] as const;

/** Every period, under whom it binds. */
export function ruleGroups(locale: Locale, rules: RuleBook): RuleGroup[] {
  return GROUPS.map((binds) => ({
    heading: t(locale, `clock.binds.${binds}`),
    rules: [...rules.periods.values()].filter((rule) => rule.binds === binds).map((rule) => ruleLine(locale, rule)),
  })).filter(({ rules: some }) => some.length > 0);
}

function ruleLine(locale: Locale, rule: PeriodRule): RuleLine {
  const { ruleId, length, unit, starts, provinces } = rule;
  return {
    ruleId,
    title: ruleTitle(locale, ruleId),
    length: length === null ? t(locale, 'clock.unknown_length') : t(locale, `unit.${unit}`, { n: length }),
    starts: t(locale, 'clock.starts', { event: t(locale, `starts.${starts}`) }),
    law: periodLaw(locale, rule),
    provinces: Object.entries(provinces).map(([province, one]) =>
      t(locale, 'clock.in_province', {
        province: findText(locale, `province.${province}`) ?? province,
        length: t(locale, `unit.${one.unit}`, { n: one.length }),
        source: `${one.source} ${one.article}`,
      }),
    ),
  };
}

/** What a period is for, without a carrier's name. */
export function ruleTitle(locale: Locale, ruleId: string): string {
  return (
    findText(locale, `clock.rule.${ruleId}`) ??
    findText(locale, `period.${ruleId}.title`, { carrier: t(locale, 'party.carrier') }) ??
    ruleId
  );
}

export type DateResult = {
  readonly due: string;
  readonly reminds: string | null;
  readonly provisional: boolean;
  readonly steps: readonly string[];
  readonly law: LawLinkProps | undefined;
};

export function dateResult(locale: Locale, answer: DateAnswer): DateResult {
  const { rule, dueAt, lastDay, shownDate, provisional, ledger } = answer;
  return {
    due: rule.unit === 'hours' ? momentWords(locale, dueAt) : formatDate(locale, lastDay),
    reminds: shownDate < lastDay ? t(locale, 'clock.page.reminds', { day: formatDate(locale, shownDate) }) : null,
    provisional,
    steps: [...ledgerWords(locale, ledger), ...(provisional ? [t(locale, 'step.provisional')] : [])],
    law: rule.source === '' ? undefined : periodLaw(locale, rule),
  };
}
