import { ACCEPTED, ACCEPTED_NAMES, FILE_LIMIT_BYTES } from '../../app/evidence/file-limits.ts';
import type { MyCase } from '../../app/mine/my-case.ts';
import { consentFor, OTHER_SENSITIVE } from '../../domain/consents/consent.ts';
import type { Actor } from '../../domain/journal/actor.ts';
import { findText, t } from '../../locales/index.ts';
import { formatDate } from '../../platform/locale.ts';
import type { FormState } from '../form.ts';
import type { CasePageProps } from '../pages/case-page.tsx';
import type { CaseCheckPageProps, CaseFilesPageProps } from '../pages/open-case-pages.tsx';
import { paths } from '../paths.ts';
import { caseNext, decisionsOf, evidenceOf, filedOn, materialsOf, messagesOf } from './case.ts';
import { clockBadge, isOpenDoor } from './clocks.ts';
import { consentText } from './consents.ts';
import type { EscalationParts } from './escalation.ts';
import { flagTitle } from './flags.ts';
import type { Frame } from './frame.ts';
import { listOf, paperName } from './frame.ts';
import { lawLink } from './laws.ts';
import { liftProgress } from './lifts.ts';
import { precheckCard } from './prechecks.ts';
import { timelineOf } from './timeline.ts';

type More = {
  readonly form: FormState;
  readonly formKey: string;
  readonly done: string | null;
  readonly material?: string | undefined;
};

/** A filed case, whole. */
export function casePage(given: Frame, reader: Actor, found: MyCase, more: More & EscalationParts): CasePageProps {
  const frame = { ...given, representatives: found.representatives };
  const { view, entries, late } = found;
  const { caseFile } = view;
  const door = view.clocks.find(isOpenDoor);
  return {
    ...more,
    caseId: caseFile.caseId,
    reference: caseFile.reference,
    status: caseFile.status,
    carrier: frame.carrier,
    acts: view.acts,
    next: caseNext(frame, view, late),
    filedOn: filedOn(frame, view),
    escalation: (['TR-39', 'UA-10'] as const).map((id) => lawLink(frame.locale, id)),
    lastDay: door ? formatDate(frame.locale, door.shownDate) : null,
    clocks: view.clocks
      .filter((clock) => clock.subject.kind !== 'lift_step' && !isOpenDoor(clock))
      .map((clock) => clockBadge(frame, clock)),
    lifts: view.lifts
      .toReversed()
      .slice(0, 1)
      .map((lift) => liftProgress(frame, lift)),
    decisions: decisionsOf(frame, entries),
    flags: view.flags.map(({ flag }) => ({
      href: paths.flag(flag.flagId),
      title: flagTitle(frame, flag),
      status: flag.status,
    })),
    materials: materialsOf(frame, view),
    evidence: evidenceOf(frame, reader, view, entries),
    upload: uploadOf(frame, found, more.material),
    precheck: precheckCard(frame, view, entries),
    messages: messagesOf(frame, reader, entries),
    timeline: timelineOf(frame, reader, entries),
  };
}

/** The third question of a draft. */
export function draftFiles(frame: Frame, reader: Actor, found: MyCase, more: More): CaseFilesPageProps {
  const { caseFile } = found.view;
  return {
    ...more,
    caseId: caseFile.caseId,
    flagId: caseFile.flagIds[0] ?? '',
    evidence: evidenceOf(frame, reader, found.view, found.entries),
    upload: uploadOf(frame, found, more.material),
  };
}

/** The last look at a draft before it is filed. */
export function draftCheck(frame: Frame, reader: Actor, found: MyCase, { form, formKey }: More): CaseCheckPageProps {
  const { view, entries } = found;
  const { caseId, remedy } = view.caseFile;
  const opening = entries.find((entry) => entry.kind === 'case.opened');
  return {
    caseId,
    carrier: frame.carrier,
    way: findText(frame.locale, `case.way.${remedy}`) ?? t(frame.locale, `word.remedy.${remedy}`),
    statement: opening?.personal?.statement ?? '',
    flags: view.flags.map(({ flag }) => flagTitle(frame, flag)),
    evidence: evidenceOf(frame, reader, view, entries),
    mayRewrite: view.caseFile.evidence.length === 0,
    form,
    formKey,
  };
}

/** What the upload form offers: the papers still missing first, and the types that are taken. */
export function uploadOf(
  { locale }: Frame,
  { view, agreed }: MyCase,
  material: string | undefined,
): CasePageProps['upload'] {
  const { caseFile, flags } = view;
  const named = flags.flatMap(({ flag }) => flag.reasons.papers ?? []);
  const missing = [...new Set([...caseFile.askedFor, ...named])].filter(
    (code) => !caseFile.evidence.some((one) => one.material === code),
  );
  const codes = [...missing, OTHER_SENSITIVE];
  const kinds = [...new Set(codes.map(consentFor))].filter((kind) => kind !== null);
  return {
    papers: codes.map((code) => ({ value: code, label: paperName(locale, code) })),
    material,
    consent: {
      texts: kinds.filter((kind) => !agreed.includes(kind)).map((kind) => consentText(locale, kind)),
      agreed: kinds.filter((kind) => agreed.includes(kind)).map((kind) => t(locale, `consent.${kind}`)),
    },
    maxBytes: FILE_LIMIT_BYTES,
    accept: Object.keys(ACCEPTED).join(','),
    typeNames: listOf(locale, ACCEPTED_NAMES),
  };
}
