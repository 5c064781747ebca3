import type { ClassView, FlagClass, MaskedFlag, MemberStatus } from '../../app/learning/read-classes.ts';
import type { ReportItem } from '../../app/learning/read-reports.ts';
import type { FlagStatus } from '../../domain/flags/flag.ts';
import type { Locale } from '../../locales/index.ts';
import { findText, t } from '../../locales/index.ts';
import { refusalWords } from '../../locales/refusal-words.ts';
import { formatCount, formatMoment } from '../../platform/locale.ts';
import type { FormState } from '../form.ts';
import type { ClassPageProps } from '../pages/class-page.tsx';
import type { DeskListPageProps } from '../pages/desk-list-page.tsx';
import type { ReportsPageProps } from '../pages/reports-page.tsx';
import { paths } from '../paths.ts';
import type { AuthorityFrame } from './authority.ts';
import { percent } from './duty-charts.ts';
import type { Frame } from './frame.ts';

/** How service stands with what was decided. */
const SERVICE = ['back', 'underWay', 'standing'] as const;
const MEMBERS = ['waiting', 'taken_out', 'decided', 'over'] as const satisfies readonly MemberStatus[];

export function classList(frame: Frame, items: readonly FlagClass[], next: string | null): DeskListPageProps {
  const { locale, now } = frame;
  return {
    title: t(locale, 'class.title'),
    hint: t(locale, 'class.hint'),
    carrier: frame.carrier,
    filters: [],
    link: { label: t(locale, 'learning.title'), href: paths.deskLearning },
    lists: [
      {
        columns: [
          { key: 'class', label: t(locale, 'class.col.class'), main: true },
          { key: 'opened', label: t(locale, 'class.col.opened') },
          { key: 'because', label: t(locale, 'class.col.because') },
          { key: 'status', label: t(locale, 'class.col.status') },
        ],
        rows: items.map((item) => ({
          id: item.classId,
          href: paths.deskClass(item.classId),
          cells: {
            class: t(locale, 'learning.rule_name', { rule: item.ruleId, version: item.version }),
            opened: formatMoment(locale, item.openedAt, now),
            because: t(locale, `class.because.${item.because}`),
            status: t(locale, `class.status.${item.status}`),
          },
        })),
        empty: t(locale, 'class.none'),
        next,
      },
    ],
  };
}

type More = {
  readonly flags: { readonly items: readonly MaskedFlag[]; readonly next: string | null };
  readonly begun: boolean;
  readonly shown: MemberStatus | 'standing' | undefined;
  readonly nameOf: (actorId: string) => string;
  readonly bodyOf: (authorityId: string) => string;
  readonly form: FormState;
  readonly formKey: string;
  readonly done: string | null;
};

/** What comes next: a class is not over while a number waits for its service. */
function nextOf(locale: Locale, { status, service }: ClassView): string {
  if (status !== 'decided') return t(locale, `class.next.${status}`);
  const { back, underWay } = service;
  const data = { back: formatCount(back), under_way: formatCount(underWay) };
  return underWay > 0 ? t(locale, 'class.next.lifting', data) : t(locale, 'class.next.decided', data);
}

/** One class as a page, with what the common decision would do to each flag. */
export function classPage(frame: Frame, view: ClassView, more: More): ClassPageProps {
  const { locale, now } = frame;
  const { classId, policyId, version, ruleId, counts, status, because, why } = view;
  const at = (instant: string) => formatMoment(locale, instant, now);
  const mayAct = view.acts.length > 0;
  const has = (member: MemberStatus) => more.flags.items.some((item) => item.status === member);
  return {
    carrier: frame.carrier,
    title: t(locale, 'class.one.title', { rule: ruleId, version }),
    hint: [at(view.openedAt), t(locale, `class.because.${because}`), why].filter(Boolean).join(' · '),
    next: nextOf(locale, view),
    standing:
      view.service.standing === 0
        ? null
        : {
            title: t(locale, 'class.standing.title', { n: formatCount(view.service.standing) }),
            href: `${paths.deskClass(classId)}?status=standing`,
          },
    reload: status === 'working' ? { label: t(locale, 'class.reload'), href: paths.deskClass(classId) } : null,
    rule: {
      label: t(locale, 'learning.rule.title', { rule: ruleId, version }),
      href: paths.deskRule(policyId, String(version), ruleId),
    },
    figures: [
      ...MEMBERS.map((member) => ({
        label: t(locale, `class.member.${member}`),
        value: formatCount(counts[member]),
      })),
      ...(counts.decided === 0 ? [] : SERVICE).map((which) => ({
        label: t(locale, `class.service.${which}`),
        value: formatCount(view.service[which]),
      })),
    ],
    waiting: counts.waiting,
    mayAct,
    filters: [
      {
        name: 'status',
        label: t(locale, 'class.filter.status'),
        kind: 'select',
        options: [
          ...MEMBERS.map((member) => ({ value: member, label: t(locale, `class.member.${member}`) })),
          { value: 'standing', label: t(locale, 'class.service.standing') },
        ],
        any: t(locale, 'class.filter.all'),
      },
    ],
    columns: [
      { key: 'number', label: t(locale, 'class.col.number'), main: true },
      { key: 'member', label: t(locale, 'class.col.member') },
      { key: 'flag', label: t(locale, 'class.col.flag') },
      { key: 'case', label: t(locale, 'class.col.case') },
      { key: 'will', label: t(locale, 'class.col.will') },
    ],
    rows: more.flags.items.map((item) => ({
      id: item.flagId,
      href: paths.deskFlag(item.flagId),
      cells: {
        number: item.maskedNumber,
        member: t(locale, `class.member.${item.status}`),
        flag: t(locale, `status.flag.${item.flagStatus satisfies FlagStatus}`),
        case: item.caseStatus
          ? `${item.reference ?? ''} ${findText(locale, `status.case.${item.caseStatus}`) ?? item.caseStatus}`
          : t(locale, 'class.no_case'),
        will: willOf(locale, item),
      },
    })),
    nextCursor: more.flags.next,
    begun: more.begun,
    picks: mayAct
      ? [...(has('waiting') ? ['take_out' as const] : []), ...(has('taken_out') ? ['put_back' as const] : [])]
      : [],
    provinces: {
      columns: ['province', ...MEMBERS].map((key) => ({
        key,
        label:
          key === 'province' ? t(locale, 'learning.col.province') : (findText(locale, `class.member.${key}`) ?? key),
        numeric: key !== 'province',
        broad: key === 'over',
      })),
      rows: view.provinces.map((row) => ({
        id: row.province,
        cells: [provinceName(locale, row.province), ...MEMBERS.map((member) => formatCount(row[member]))],
      })),
    },
    decisions: view.decisions.map((one) =>
      t(locale, `class.decisions.${one.finding}`, {
        at: at(one.decidedAt),
        by: more.nameOf(one.decidedBy),
        rule: one.ruleRelied,
        words: one.words,
      }),
    ),
    told: view.reports.map((report) =>
      t(locale, 'class.told.one', {
        at: at(report.sentAt),
        body: more.bodyOf(report.authorityId),
        province: provinceName(locale, report.province),
        kind: t(locale, `class.told.kind.${report.kind}`),
      }),
    ),
    untold: view.untold.map((province) => t(locale, 'class.told.untold', { province: provinceName(locale, province) })),
    hrefOf: {
      decide: paths.deskClassAct(classId, 'decide'),
      drop: paths.deskClassAct(classId, 'drop'),
      take_out: paths.deskClassAct(classId, 'take_out'),
      put_back: paths.deskClassAct(classId, 'put_back'),
    },
    formKey: more.formKey,
    form: more.form,
    done: more.done,
  };
}

/** What the common decision does to one flag, or did. */
function willOf(locale: Locale, flag: MaskedFlag): string {
  const { status, flagStatus, code, why, caseStatus, reference, objection } = flag;
  if (status === 'decided') return t(locale, 'class.will.done');
  if (status === 'over' || flagStatus !== 'active') return t(locale, 'class.will.nothing');
  if (status === 'taken_out') return t(locale, 'class.will.stay', { why: why ?? '' });
  if (objection) return t(locale, 'class.will.stay', { why: refusalWords(locale, { code: objection }) });
  if (code) return t(locale, 'class.will.passed', { why: refusalWords(locale, { code }) });
  const open = caseStatus !== null && !['closed', 'withdrawn', 'draft'].includes(caseStatus);
  return open ? t(locale, 'class.will.lift_case', { reference: reference ?? '' }) : t(locale, 'class.will.lift');
}

function provinceName(locale: Locale, code: string): string {
  return findText(locale, `province.${code}`) ?? code;
}

/** What a body is told, newest first. */
export function reportsPage(
  frame: AuthorityFrame,
  { items, next }: { readonly items: readonly ReportItem[]; readonly next: string | null },
  { begun, formKey }: { readonly begun: boolean; readonly formKey: string },
): ReportsPageProps {
  const { locale, now, body } = frame;
  return {
    body,
    reports: items.map((item) => ({
      id: item.reportId,
      title: t(locale, `report.${item.kind}`),
      at: formatMoment(locale, item.sentAt, now),
      lines: reportLines(locale, item),
      policyHref: paths.policy(item.policyId, String(item.version)),
      readAction: item.readAt === null ? paths.authorityReport(item.reportId) : null,
    })),
    next,
    begun,
    formKey,
  };
}

function reportLines(locale: Locale, item: ReportItem): string[] {
  const { decided, overturned, tolerated, inProvince, inAll, lifted, takenOut, over } = item.figures;
  const carrier = locale === 'en' ? item.carrierEn : item.carrierZh;
  const rule = { carrier, rule: item.ruleId, policy: item.policyId, version: item.version };
  return [
    t(locale, 'report.rule', rule),
    t(locale, 'report.figures', { decided, overturned, tolerated: percent(tolerated) }),
    t(locale, 'report.flags', { here: inProvince, all: inAll }),
    ...(lifted === null ? [] : [t(locale, 'report.outcome', { lifted, taken_out: takenOut ?? 0, over: over ?? 0 })]),
  ];
}
