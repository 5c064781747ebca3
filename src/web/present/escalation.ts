import type { AuthoritiesForCase } from '../../app/authority/list-authorities-for.ts';
import type { MyCase } from '../../app/mine/my-case.ts';
import { AFTER_THE_CARRIER, WITH_AUTHORITY } from '../../domain/cases/case-transitions.ts';
import { findText, t } from '../../locales/index.ts';
import { refusalWords } from '../../locales/refusal-words.ts';
import { formatDate, formatDayOf } from '../../platform/locale.ts';
import type { FormState } from '../form.ts';
import type { CasePageProps } from '../pages/case-page.tsx';
import type { EscalatePageProps } from '../pages/escalate-page.tsx';
import { paths } from '../paths.ts';
import type { DeclineLine, WithAuthorityProps } from '../pieces/with-authority.tsx';
import { authorityName } from './authority.ts';
import { messagesOf } from './case.ts';
import type { Frame } from './frame.ts';
import { lawLink, periodLaw } from './laws.ts';

/** What a case page says of bodies: who has it, who declined it, and the ways that are open. */
export type EscalationParts = Pick<CasePageProps, 'withAuthority' | 'declines' | 'escalateHref' | 'direct'>;

export const NO_ESCALATION: EscalationParts = { withAuthority: null, declines: [], escalateHref: null, direct: null };

export function escalationParts(frame: Frame, found: MyCase, bodies: AuthoritiesForCase): EscalationParts {
  const { caseFile, acts } = found.view;
  const open = acts.includes('escalate') && bodies.choices.some(({ refused }) => refused === null);
  const waited = AFTER_THE_CARRIER.includes(caseFile.status) || caseFile.status === 'restored';
  return {
    withAuthority: withAuthority(frame, found, bodies),
    declines: declinesOf(frame, found, bodies),
    escalateHref: open ? paths.caseAct(caseFile.caseId, 'escalate') : null,
    direct: open && !waited ? directWay(frame, bodies) : null,
  };
}

/** The page on which a person hands a case over. */
export function escalatePage(
  frame: Frame,
  found: MyCase,
  bodies: AuthoritiesForCase,
  more: { readonly form: FormState; readonly formKey: string },
): EscalatePageProps {
  const { locale, carrier, rules } = frame;
  const { view, entries, late } = found;
  const { caseFile } = view;
  const { limit } = bodies;
  const open = bodies.choices.filter(({ refused }) => refused === null);
  const rule = limit && rules.periods.get(limit.ruleId);
  const counts = {
    reasons: view.flags.length,
    decisions: caseFile.decisions.length,
    timeline: entries.length,
    clocks: view.clocks.length + late.length,
    said: messagesOf(frame, { id: caseFile.openedBy.id } as Parameters<typeof messagesOf>[1], entries).length,
    evidence: caseFile.evidence.length,
  };
  return {
    ...more,
    caseId: caseFile.caseId,
    reference: caseFile.reference,
    carrier,
    bodies: open.map(({ authority }) => ({
      value: authority.authorityId,
      label: authorityName(locale, authority),
      hint: t(locale, `escalate.kind.${authority.kind}`),
    })),
    refused: bodies.choices.flatMap(({ authority, refused }) =>
      refused
        ? [
            t(locale, 'escalate.refused', {
              body: authorityName(locale, authority),
              why: refusalWords(locale, refused),
            }),
          ]
        : [],
    ),
    why: t(
      locale,
      open.some(({ authority }) => authority.kind === 'ministry_centre') ? 'escalate.why_centre' : 'escalate.why',
      {
        carrier,
        province: provinceName(frame, bodies.province),
      },
    ),
    after: afterwards(frame, open),
    until: limit
      ? {
          day: formatDate(locale, limit.shownDate),
          law: (rule && periodLaw(locale, rule)) ?? null,
          href: paths.clock(limit.clockId),
        }
      : null,
    contents: (Object.keys(counts) as (keyof typeof counts)[])
      .filter((key) => counts[key] > 0)
      .map((key) => t(locale, `escalate.in.${key}`, { n: counts[key] })),
    laws: (['UA-9', 'UA-11'] as const).map((id) => lawLink(locale, id)),
  };
}

/** A province as people call it; one without words of ours by its code. */
export function provinceName({ locale }: Pick<Frame, 'locale'>, code: string): string {
  return findText(locale, `province.${code}`) ?? code;
}

function directWay(frame: Frame, { province }: AuthoritiesForCase): CasePageProps['direct'] {
  const { locale, carrier } = frame;
  return {
    title: t(locale, 'escalate.direct_title', { province: provinceName(frame, province) }),
    body: t(locale, 'escalate.direct_body', { carrier }),
    law: findText(locale, province === 'CN-CQ' ? 'escalate.direct_law' : '') ?? null,
  };
}

/** By when the body must say whether it takes the case on, where a rule of law says so. */
function afterwards({ locale, rules }: Frame, open: AuthoritiesForCase['choices']): string | null {
  if (open.length === 0) return null;
  if (open.every(({ authority }) => authority.kind === 'consumer_association'))
    return t(locale, 'escalate.after_consumer');
  const rule = rules.periods.get('miit.accept');
  if (!rule?.length) return null;
  return t(locale, 'escalate.after', { days: t(locale, `unit.${rule.unit}`, { n: rule.length }) });
}

function withAuthority(frame: Frame, { view }: MyCase, bodies: AuthoritiesForCase): WithAuthorityProps | null {
  const { locale, carrier, now } = frame;
  const { escalation, status } = view.caseFile;
  const given = escalation?.authority;
  if (!given || !WITH_AUTHORITY.includes(status)) return null;
  const body = nameIn(frame, bodies, given.authorityId);
  const on = formatDayOf(locale, escalation.since.at, now);
  const consumer = given.kind === 'consumer_association';
  if (status === 'escalated') {
    const otherwise = t(locale, consumer ? 'escalated.consumer_body' : 'escalated.if_not');
    return { body, lines: [t(locale, 'escalated.waiting', { on }), otherwise, t(locale, 'escalated.blocks')] };
  }
  const said = escalation.carrierAskedFrom ? 'asked' : escalation.asked ? 'answered' : null;
  return {
    body,
    lines: [
      t(locale, 'escalated.taken', { on }),
      ...(said ? [t(locale, `escalated.${said}`, { carrier })] : []),
      ...(status === 'mediating' ? [t(locale, 'escalated.mediating')] : []),
      t(locale, 'escalated.blocks'),
    ],
  };
}

function declinesOf(frame: Frame, { view, entries }: MyCase, bodies: AuthoritiesForCase): DeclineLine[] {
  const { locale, now } = frame;
  return view.caseFile.declines
    .map(({ authorityId, ground, at, seq }) => ({
      id: String(seq),
      title: t(locale, 'declined.title', { body: nameIn(frame, bodies, authorityId) }),
      on: formatDayOf(locale, at, now),
      ground: ground && t(locale, `decline.${ground}`),
      words: entries.find((entry) => entry.seq === seq)?.personal?.words ?? '',
      next: ground && t(locale, `decline.${ground}.next`),
    }))
    .toReversed();
}

function nameIn({ locale }: Frame, { choices }: AuthoritiesForCase, authorityId: string | null): string {
  const known = choices.find(({ authority }) => authority.authorityId === authorityId);
  return authorityName(locale, known?.authority);
}
