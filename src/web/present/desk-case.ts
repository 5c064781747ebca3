import type { Colleague } from '../../app/assignment/house.ts';
import type { DeskCase } from '../../app/desk/desk-case.ts';
import type { MyFlag } from '../../app/mine/my-flag.ts';
import { WITH_AUTHORITY } from '../../domain/cases/case-transitions.ts';
import type { Actor } from '../../domain/journal/actor.ts';
import { t } from '../../locales/index.ts';
import { formatDayOf, formatMoment } from '../../platform/locale.ts';
import type { FormState } from '../form.ts';
import type { DeskCasePageProps } from '../pages/desk-case-page.tsx';
import type { DeskFlagPageProps } from '../pages/desk-flag-page.tsx';
import { paths } from '../paths.ts';
import { assigneeOf } from './assignee.ts';
import { authorityName } from './authority.ts';
import { decisionsOf, evidenceOf, messagesOf } from './case.ts';
import { clockBadge, isOpenDoor } from './clocks.ts';
import { flagCard, flagTitle, reasonsSheet } from './flags.ts';
import type { Frame } from './frame.ts';
import { paperName } from './frame.ts';
import { liftProgress } from './lifts.ts';
import { deskPrecheck } from './prechecks.ts';
import { causeWords } from './templates.ts';
import { timelineOf } from './timeline.ts';

type More = {
  readonly form: FormState;
  readonly formKey: string;
  readonly done: string | null;
};

/** Rules of law that a decision may rely on, besides the carrier's own. */
export const LAWS = ['AF-32c', 'AF-11', 'TR-34e', 'TR-40'] as const;
const PAPERS = ['id_card', 'work_proof', 'undertaking', 'explanation'] as const;

export function deskCasePage(
  given: Frame,
  reader: Actor,
  found: DeskCase,
  { colleagues, ...more }: More & { readonly colleagues: readonly Colleague[] },
): DeskCasePageProps {
  const frame = { ...given, representatives: found.representatives };
  const { locale, carrier } = frame;
  const { view, entries, grounds, mobile, holder, user, barred } = found;
  const { caseFile, acts, flags } = view;
  const named = flags.flatMap(({ flag }) => flag.reasons.papers ?? []);
  const ruleIds = flags.flatMap(({ flag }) => (flag.reasons.rule ? [flag.reasons.rule.ruleId] : []));
  return {
    ...more,
    carrier,
    caseId: caseFile.caseId,
    numberId: view.numberId,
    reference: caseFile.reference,
    status: caseFile.status,
    remedy: t(locale, `desk.remedy.${caseFile.remedy}`),
    person: { mobile, holder, user },
    acts,
    assignee: assigneeOf({ ...frame, ...more, reader, side: 'desk', caseFile, acts, colleagues, entries }),
    authority: authorityOf(frame, found),
    barred: acts.includes('decide') ? null : barred,
    flags: flags.map((one) => ({
      flagId: one.flag.flagId,
      title: flagTitle(frame, one.flag),
      open: one.flag.status === 'active',
      reasons: reasonsSheet(frame, one, grounds[one.flag.flagId] ?? { facts: [], bills: [] }),
    })),
    clocks: view.clocks
      .filter((clock) => clock.subject.kind !== 'lift_step' && !isOpenDoor(clock))
      .map((clock) => clockBadge(frame, clock)),
    lifts: view.lifts.toReversed().map((lift) => liftProgress(frame, lift)),
    decisions: decisionsOf(frame, entries),
    evidence: evidenceOf(frame, reader, view, entries).map((file) => ({
      ...file,
      href: `/desk${file.href}`,
      ...(file.thumb ? { thumb: `/desk${file.thumb}` } : {}),
    })),
    messages: messagesOf(frame, reader, entries),
    timeline: timelineOf(frame, reader, entries),
    holderCheck: holderCheckOf(frame, reader, found),
    templates: found.templates.map(({ templateId, cause, name }) => ({
      value: templateId,
      label: `${name}${t(locale, 'template.of')}${causeWords(locale, cause)}`,
    })),
    precheck: deskPrecheck(frame, view, entries),
    papers: [...new Set([...named, ...PAPERS])].map((code) => ({ value: code, label: paperName(locale, code) })),
    rules: [
      ...LAWS.map((id) => ({ value: id, label: t(locale, `desk.rule.${id}`) })),
      ...[...new Set(ruleIds)].map((id) => ({ value: id, label: `${t(locale, 'desk.col.rule')} ${id}` })),
    ],
  };
}

/** For whoever compares papers, where somebody is registered: what was found before. */
function holderCheckOf(
  { locale, now }: Frame,
  reader: Actor,
  { holder, holderProof }: DeskCase,
): DeskCasePageProps['holderCheck'] {
  if (holder === null || (reader.role !== 'agent' && reader.role !== 'reviewer')) return null;
  const { status, decidedAt, method } = holderProof ?? {};
  const told = status === 'passed' || status === 'failed' ? status : 'none';
  return {
    holder,
    before: t(locale, `desk.holder.${told}`, {
      at: decidedAt ? formatMoment(locale, decidedAt, now) : '',
      how: method ? t(locale, `holder.method.${method}`) : '',
    }),
  };
}

/** While a body has the case: which one and since when, and its question as long as it waits for the answer. */
function authorityOf(frame: Frame, { view, entries, authority }: DeskCase): DeskCasePageProps['authority'] {
  const { locale, now } = frame;
  const { escalation, status } = view.caseFile;
  if (!authority || !escalation || !WITH_AUTHORITY.includes(status)) return null;
  const on = formatDayOf(locale, escalation.since.at, now);
  const asked = escalation.carrierAskedFrom;
  return {
    name: authorityName(locale, authority),
    lines: [t(locale, status === 'escalated' ? 'desk.authority.since' : 'desk.authority.accepted', { on })],
    asks: asked && (entries.find(({ seq }) => seq === asked.seq)?.personal?.words ?? ''),
  };
}

export function deskFlagPage(frame: Frame, found: MyFlag, more: More): DeskFlagPageProps {
  const { view, grounds, caseFile, lift, clocks } = found;
  return {
    ...more,
    carrier: frame.carrier,
    title: flagTitle(frame, view.flag),
    numberId: view.numberId,
    flag: flagCard(frame, view),
    reasons: reasonsSheet(frame, view, grounds),
    caseLink:
      caseFile && caseFile.status !== 'draft'
        ? { href: paths.deskCase(caseFile.caseId), reference: caseFile.reference }
        : null,
    lift: lift && {
      liftId: lift.lift.liftId,
      progress: liftProgress(frame, lift),
      mayAcceptFailure: lift.acts.includes('accept_failure'),
    },
    clocks: clocks.filter((clock) => !isOpenDoor(clock)).map((clock) => clockBadge(frame, clock)),
  };
}
