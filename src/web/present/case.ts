import type { CaseView } from '../../app/cases/case-view.ts';
import { lastDecision } from '../../domain/cases/case.ts';
import { acceptedPapers } from '../../domain/cases/precheck.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import type { Actor, Role } from '../../domain/journal/actor.ts';
import type { NewEntry } from '../../domain/journal/entry.ts';
import { findText, t } from '../../locales/index.ts';
import { formatDayOf, formatMoment } from '../../platform/locale.ts';
import { paths } from '../paths.ts';
import type { EvidenceThumbProps } from '../pieces/evidence-thumb.tsx';
import type { Material } from '../pieces/material-list.tsx';
import type { Frame } from './frame.ts';
import { listOf, paperName, shortDate } from './frame.ts';
import { whoDid } from './timeline.ts';

/** What the person should do now; the page draws a form for the kinds that need one. */
export type CaseNext = {
  readonly kind: 'wait' | 'upload' | 'give' | 'escalate' | 'confirm' | 'over' | 'again';
  readonly title: string;
  readonly body: string;
};

/** The carrier's time to carry out a lift. */
const LIFT_PERIODS = ['carrier.restoreAfterPay', 'carrier.reopen'];

const BODY_PERIODS = { escalated: 'miit.accept', accepted: 'miit.answer', mediating: 'miit.mediate' } as const;

/** The next step of a case for its person: one thing, or that there is nothing to do. */
export function caseNext(frame: Frame, view: CaseView, late: readonly Clock[]): CaseNext {
  const { locale, carrier } = frame;
  const { caseFile, clocks } = view;
  const by = (ruleId: string) => {
    const clock = clocks.find((one) => one.ruleId === ruleId) ?? late.findLast((one) => one.ruleId === ruleId);
    return clock ? shortDate(frame, clock.shownDate) : '—';
  };
  switch (caseFile.status) {
    case 'needs_material': {
      const list = listOf(
        locale,
        caseFile.askedFor.map((code) => paperName(locale, code)),
      );
      const since = caseFile.askedFrom?.at ?? '';
      const added = caseFile.evidence.filter((one) => one.addedAt >= since).length;
      if (added > 0)
        return {
          kind: 'give',
          title: t(locale, 'case.next.material', { list }),
          body: t(locale, 'case.next.give_body', { n: added }),
        };
      return {
        kind: 'upload',
        title: t(locale, 'case.next.material', { list }),
        body: t(locale, 'case.next.material_body', { by: by('ours.supplement') }),
      };
    }
    case 'overdue':
    case 'refused':
    case 'partly':
      return afterTheCarrier(frame, view, by('carrier.reply'));
    case 'granted':
      return {
        kind: 'wait',
        title: t(locale, 'case.next.granted', { carrier }),
        body: t(locale, 'case.next.granted_body'),
      };
    case 'lifting': {
      const missed = late.findLast((one) => LIFT_PERIODS.includes(one.ruleId));
      if (!missed)
        return { kind: 'wait', title: t(locale, 'case.next.lifting'), body: t(locale, 'case.next.lifting_body') };
      const day = shortDate(frame, missed.shownDate);
      return {
        kind: 'wait',
        title: t(locale, 'case.next.lifting_late', { carrier }),
        body: t(locale, 'case.next.lifting_late_body', { by: day }),
      };
    }
    case 'restored':
      return {
        kind: 'confirm',
        title: t(locale, 'case.next.restored'),
        body: t(locale, 'case.next.restored_body', { by: by('ours.restored_close') }),
      };
    case 'closed':
      return { kind: 'over', title: t(locale, 'case.next.closed'), body: t(locale, 'case.next.closed_body') };
    case 'withdrawn':
      return { kind: 'again', title: t(locale, 'case.next.withdrawn'), body: t(locale, 'case.next.withdrawn_body') };
    case 'reopened':
      return {
        kind: 'wait',
        title: t(locale, 'case.next.reopened', { carrier, by: by('carrier.reply') }),
        body: t(locale, 'case.next.wait_body'),
      };
    case 'escalated':
    case 'accepted':
    case 'mediating':
      return withBody(frame, view, late);
    case 'settled':
    case 'unsettled':
    case 'draft':
    case 'submitted':
    case 'in_review':
      return {
        kind: 'wait',
        title: t(locale, 'case.next.wait', { carrier, by: by('carrier.reply') }),
        body: t(locale, 'case.next.wait_body'),
      };
  }
}

/** The carrier said no, gave a part, or let its time pass; or a body that it was handed to then did not take it on. */
function afterTheCarrier(frame: Frame, { caseFile }: CaseView, by: string): CaseNext {
  const { locale, carrier } = frame;
  const ground = caseFile.declines.at(-1)?.ground;
  if (ground) {
    const title = t(locale, 'declined.title', { body: t(locale, 'declined.body') });
    return { kind: 'escalate', title, body: t(locale, `decline.${ground}.next`) };
  }
  const status = caseFile.status as 'overdue' | 'refused' | 'partly';
  const title = t(locale, `case.next.${status}`, { carrier });
  return { kind: 'escalate', title, body: t(locale, `case.next.${status}_body`, { by }) };
}

/** While a body has the case: what is waited for, and whether it let its time pass. */
function withBody(frame: Frame, { caseFile, clocks }: CaseView, late: readonly Clock[]): CaseNext {
  const { locale } = frame;
  const { escalation } = caseFile;
  const status = caseFile.status as keyof typeof BODY_PERIODS;
  if (escalation?.authority?.kind === 'consumer_association') {
    const title = t(locale, status === 'escalated' ? 'escalated.consumer' : 'escalated.consumer_taken');
    return { kind: 'wait', title, body: t(locale, 'escalated.consumer_body') };
  }
  const ruleId = BODY_PERIODS[status];
  const missed = late.findLast((one) => one.ruleId === ruleId && one.startSeq >= (escalation?.since.seq ?? 0));
  const clock = clocks.find((one) => one.ruleId === ruleId) ?? missed;
  const by = clock ? shortDate(frame, clock.shownDate) : '—';
  if (missed && status === 'escalated')
    return { kind: 'wait', title: t(locale, 'escalated.late', { by }), body: t(locale, 'escalated.late_body') };
  return { kind: 'wait', title: t(locale, `case.next.${status}`, { by }), body: t(locale, `case.next.${status}_body`) };
}

export type CaseDecision = {
  readonly id: string;
  readonly outcome: string;
  readonly finding: string;
  readonly on: string;
  readonly why: string;
  readonly rule: string;
};

/** Every decision of a case with its reasons, the newest first. */
export function decisionsOf(frame: Frame, entries: readonly NewEntry[]): CaseDecision[] {
  const { locale, now } = frame;
  return entries
    .flatMap((entry) => {
      if (entry.kind !== 'case.decided') return [];
      const { outcome, finding, ruleRelied } = entry.data;
      return {
        id: String(entry.seq),
        outcome: t(locale, `case.decision.${outcome}`),
        finding: t(locale, `case.finding.${finding}`),
        on: t(locale, 'case.decision_on', { on: formatMoment(locale, entry.recordedAt, now) }),
        why: entry.personal?.words ?? '',
        rule: findText(locale, `law.${ruleRelied}`) ?? ruleRelied,
      };
    })
    .toReversed();
}

export type CaseMessage = {
  readonly id: string;
  readonly mine: boolean;
  readonly who: string;
  readonly at: string;
  readonly words: string;
};

function sideOf(role: Role): Frame['side'] {
  if (role === 'officer') return 'authority';
  return role === 'subscriber' || role === 'representative' ? 'person' : 'desk';
}

/** What both sides said, oldest first; the person's statement opens it. */
export function messagesOf(frame: Frame, reader: Actor, entries: readonly NewEntry[]): CaseMessage[] {
  return entries.flatMap((entry) => {
    const words = entry.personal?.words ?? entry.personal?.statement ?? '';
    const said = entry.kind.startsWith('case.') && entry.kind !== 'case.decided' && words.trim() !== '';
    if (!said) return [];
    return {
      id: String(entry.seq),
      mine: sideOf(entry.actor.role) === frame.side,
      who: whoDid(frame, reader, entry),
      at: entry.recordedAt,
      words,
    };
  });
}

/** The papers of a case: what was asked for, and what the reasons of its flags name, with what is there. */
export function materialsOf({ locale }: Frame, { caseFile, flags, acts }: CaseView): Material[] {
  const mayAdd = acts.includes('add_evidence');
  // Once the carrier has answered, or is late with it, nobody waits for a paper that was not asked for.
  const waited = ['draft', 'submitted', 'in_review', 'reopened'].includes(caseFile.status);
  const named = flags.flatMap(({ flag }) => flag.reasons.papers ?? []);
  const codes = [...new Set([...caseFile.askedFor, ...named])];
  const shown = mayAdd ? codes : codes.filter((code) => caseFile.evidence.some((one) => one.material === code));
  return shown.map((code) => {
    const accepted = acceptedPapers(caseFile).includes(code);
    const there = accepted || caseFile.evidence.some((one) => one.material === code);
    const asked = caseFile.askedFor.includes(code);
    return {
      name: paperName(locale, code),
      status: there ? 'have' : asked || (caseFile.askedFor.length === 0 && waited) ? 'missing' : 'optional',
      why: findText(locale, `paper.why.${code}`) ?? t(locale, 'paper.why.other'),
      ...(accepted ? { note: t(locale, 'precheck.accepted') } : {}),
      ...(there
        ? {}
        : {
            link: {
              label: t(locale, 'case.material_link'),
              href: `${paths.case(caseFile.caseId)}?material=${encodeURIComponent(code)}#file`,
            },
          }),
    };
  });
}

/** The files of a case; their names are sealed, so they come from the entries. */
export function evidenceOf(
  frame: Frame,
  reader: Actor,
  view: CaseView,
  entries: readonly NewEntry[],
): EvidenceThumbProps[] {
  const names = new Map(
    entries.flatMap((entry) =>
      entry.kind === 'evidence.added' ? [[entry.data.evidenceId, entry.personal?.file_name] as const] : [],
    ),
  );
  return view.caseFile.evidence.map((one) => {
    const href = paths.evidence(view.caseFile.caseId, one.evidenceId);
    const kind = one.mediaType === 'application/pdf' ? 'pdf' : 'image';
    const shown = kind === 'image' && one.mediaType !== 'image/heic';
    return {
      name:
        names.get(one.evidenceId) ??
        (one.material ? paperName(frame.locale, one.material) : t(frame.locale, 'paper.other')),
      kind,
      href,
      thumb: shown ? href : undefined,
      bytes: one.bytes,
      hash: one.sha256,
      at: one.addedAt,
      by: whoDid(frame, reader, { actor: one.addedBy }),
    };
  });
}

/** The day on which the case was filed, for the complaint centre. */
export function filedOn({ locale, now }: Frame, { caseFile }: CaseView): string {
  return formatDayOf(locale, caseFile.answerFrom?.at ?? caseFile.openedAt, now);
}

/** Whether the decision in force refused something. */
export function wasRefused({ caseFile }: CaseView): boolean {
  const outcome = lastDecision(caseFile)?.outcome;
  return outcome === 'refused' || outcome === 'partly';
}
