import type { MyCase } from '../../app/mine/my-case.ts';
import type { CorrespondenceItem } from '../../domain/cases/correspondence.ts';
import { COUNTERPARTS, openGists, WAYS } from '../../domain/cases/correspondence.ts';
import { shanghaiDate } from '../../domain/clocks/plain-date.ts';
import { firstDoor } from '../../domain/flags/words.ts';
import type { Knowledge } from '../../domain/knowledge/knowledge.ts';
import type { Instant } from '../../domain/time.ts';
import { addMs } from '../../domain/time.ts';
import type { Locale } from '../../locales/index.ts';
import { findText, t } from '../../locales/index.ts';
import { formatDate, formatMoment } from '../../platform/locale.ts';
import type { FormState } from '../form.ts';
import type { KeptCasePageProps } from '../pages/kept-case-page.tsx';
import { caseNext, evidenceOf } from './case.ts';
import { uploadOf } from './case-page.ts';
import { clockBadge, clockTitle, isOpenDoor } from './clocks.ts';
import type { Frame } from './frame.ts';
import { shortDate } from './frame.ts';

type More = { readonly form: FormState; readonly formKey: string; readonly done: boolean };

/** A case that the person keeps, as they see it. */
export function keptCasePage(
  frame: Frame,
  reader: Parameters<typeof evidenceOf>[1],
  found: MyCase,
  knowledge: Knowledge,
  more: More,
): KeptCasePageProps {
  const { view, entries } = found;
  const { caseFile } = view;
  const { locale } = frame;
  const door = view.clocks.find(isOpenDoor);
  const options = <T extends string>(some: readonly T[], prefix: 'gist' | 'counterpart' | 'way') =>
    some.map((value) => ({ value, label: findText(locale, `${prefix}.${value}`) ?? value }));
  return {
    ...more,
    caseId: caseFile.caseId,
    reference: caseFile.reference,
    status: caseFile.status,
    acts: view.acts,
    next: nextStep(frame, found),
    lastDay: door ? formatDate(locale, door.shownDate) : null,
    clocks: view.clocks
      .filter((clock) => (clock.subject.kind === 'case' || clock.subject.kind === 'lift') && !isOpenDoor(clock))
      .map((clock) => clockBadge(frame, clock)),
    flags: view.flags.map(({ flag }) => ({
      id: flag.flagId,
      label: knowledge.routes.get(flag.reasons.code)?.name[locale] ?? flag.reasons.code,
      status: flag.status,
    })),
    planCode: view.flags[0]?.flag.reasons.code ?? 'Z0',
    record: {
      gists: options(openGists(caseFile.status), 'gist'),
      counterparts: options(COUNTERPARTS, 'counterpart'),
      ways: options(WAYS, 'way'),
      materials: knowledge.tables.materials.map(({ materialId, name }) => ({ value: materialId, label: name[locale] })),
      now: localTime(frame.now),
    },
    log: caseFile.correspondence.toReversed().map((item) => ({
      id: item.correspondenceId,
      when: formatMoment(locale, item.at, frame.now),
      what: t(locale, 'entry.correspondence.recorded', contactWords(locale, item)),
      details: detailsOf(locale, entries.find(({ seq }) => seq === item.seq)?.personal ?? {}),
    })),
    evidence: evidenceOf(frame, reader, view, entries),
    upload: uploadOf(frame, found, undefined),
  };
}

function contactWords(locale: Locale, { way, counterpart, gist }: CorrespondenceItem) {
  return {
    way: t(locale, `way.${way}`),
    counterpart: t(locale, `counterpart.${counterpart}`),
    gist: t(locale, `gist.${gist}`),
  };
}

function detailsOf(locale: Locale, personal: Readonly<Record<string, string>>): string[] {
  const labelled = (['ticket', 'spoke_with', 'words'] as const).flatMap((field) => {
    const value = personal[field];
    return value ? [`${t(locale, `kept.${field}`)}: ${value}`] : [];
  });
  return labelled;
}

const SHANGHAI_MS = 8 * 3_600_000;

/** `YYYY-MM-DDTHH:MM` in Shanghai, as a field for date and time takes it. */
export function localTime(instant: Instant): string {
  return addMs(instant, SHANGHAI_MS).slice(0, 16);
}

/** The dates of a case for a calendar. */
export function caseDates(frame: Frame, found: MyCase) {
  const { reference } = found.view.caseFile;
  return found.view.clocks.map((clock) => ({
    uid: clock.clockId,
    dueAt: clock.dueAt,
    title: clockTitle(frame, clock.ruleId),
    body: t(frame.locale, 'kept.title', { reference }),
  }));
}

function nextStep(frame: Frame, found: MyCase): KeptCasePageProps['next'] {
  const { locale } = frame;
  const { view } = found;
  const { status } = view.caseFile;
  const waiting = view.clocks.filter((clock) => !isOpenDoor(clock));
  const first = waiting.toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0];
  const by = first ? shortDate(frame, shanghaiDate(addMs(first.dueAt, -1))) : '—';
  const plain = (name: 'draft' | 'material' | 'escalate' | 'ask_again' | 'lifting' | 'restored' | 'closed') => ({
    title: t(locale, `kept.next.${name}`),
    body: t(locale, `kept.next.${name}_body`),
    mine: name !== 'closed' && name !== 'restored',
  });
  switch (status) {
    case 'draft':
      return plain('draft');
    case 'needs_material':
      return plain('material');
    case 'refused':
    case 'overdue':
    case 'partly': {
      const carriers = view.flags.every(({ flag }) => firstDoor(flag.imposedBy) === 'carrier');
      return plain(carriers ? 'escalate' : 'ask_again');
    }
    case 'escalated':
    case 'accepted':
      return { title: t(locale, `kept.next.${status}`, { by }), body: t(locale, 'kept.next.wait_body'), mine: false };
    case 'lifting':
    case 'granted':
      return plain('lifting');
    case 'restored':
      return plain('restored');
    case 'closed':
      return plain('closed');
    case 'withdrawn': {
      const { title, body } = caseNext(frame, view, found.late);
      return { title, body, mine: false };
    }
    default:
      return { title: t(locale, 'kept.next.wait', { by }), body: t(locale, 'kept.next.wait_body'), mine: false };
  }
}
