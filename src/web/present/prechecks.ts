import type { CaseView } from '../../app/cases/case-view.ts';
import type { PrecheckView } from '../../app/prechecks/read-prechecks.ts';
import { prechecksIn } from '../../app/prechecks/read-prechecks.ts';
import type { Case } from '../../domain/cases/case.ts';
import { caseAllows } from '../../domain/cases/case-transitions.ts';
import { acceptedPapers, openPrecheck } from '../../domain/cases/precheck.ts';
import type { NewEntry } from '../../domain/journal/entry.ts';
import { t } from '../../locales/index.ts';
import { formatMoment } from '../../platform/locale.ts';
import type { DeskPrecheckProps } from '../pages/desk-precheck.tsx';
import { paths } from '../paths.ts';
import type { Option } from '../pieces/field.tsx';
import type { PrecheckCardProps, PrecheckResult } from '../pieces/precheck-card.tsx';
import type { Frame } from './frame.ts';
import { listOf, paperName } from './frame.ts';
import { PHRASES } from './precheck-phrases.ts';

/** Papers that any carrier may ask a holder for at a hall, where the reasons name none. */
const USUAL = ['id_card'] as const;

/** The look at papers as its person sees it: the answer in force, what waits, and how to ask. */
export function precheckCard(frame: Frame, { caseFile, flags, acts }: CaseView, entries: readonly NewEntry[]) {
  const { locale, now, carrier } = frame;
  const all = prechecksIn(entries).toReversed();
  const mayAsk = acts.includes('ask_precheck');
  if (all.length === 0 && !mayAsk) return null;
  const codes = papersOf(caseFile, flags);
  const waiting = all.find(({ answer }) => answer === null);
  const results = all.flatMap((one) => resultOf(frame, caseFile.reference, one) ?? []);
  return {
    waiting: waiting
      ? {
          title: t(locale, 'precheck.waiting', { carrier, at: formatMoment(locale, waiting.askedAt, now) }),
          body: caseAllows(caseFile.status, 'answer_precheck')
            ? t(locale, 'precheck.waiting_body', { list: namesOf(frame, waiting.papers) })
            : t(locale, 'precheck.lapsed'),
        }
      : null,
    latest: results[0] ?? null,
    earlier: results.slice(1),
    ask: mayAsk
      ? {
          action: paths.caseAct(caseFile.caseId, 'ask_precheck'),
          options: codes.map((code) => ({
            value: code,
            label: paperName(locale, code),
            hint: t(locale, hasFile(caseFile, code) ? 'precheck.sent' : 'precheck.not_sent'),
          })),
          ticked: codes.filter((code) => hasFile(caseFile, code)),
          label: t(locale, 'precheck.ask', { carrier }),
        }
      : null,
    time: t(locale, 'precheck.time', { carrier }),
  } satisfies Omit<PrecheckCardProps, 'form' | 'formKey'>;
}

/** One line for the page of a flag, with where to read more; null when nobody asked. */
export function precheckLine({ locale, now }: Frame, caseFile: Case | null): { words: string; href: string } | null {
  const last = caseFile?.prechecks?.at(-1);
  if (!caseFile || !last) return null;
  const state = last.answer
    ? last.setAside.length > 0
      ? 'turned'
      : last.answer.enough
        ? 'enough'
        : 'lacking'
    : caseAllows(caseFile.status, 'answer_precheck')
      ? 'waiting'
      : 'lapsed';
  const at = formatMoment(locale, last.answer?.answeredAt ?? last.askedAt, now);
  return { words: t(locale, `precheck.flag_${state}`, { at }), href: `${paths.case(caseFile.caseId)}#precheck` };
}

/** What the desk needs to answer, and what it is bound by. */
export function deskPrecheck(
  frame: Frame,
  { caseFile, flags, acts }: CaseView,
  entries: readonly NewEntry[],
): Pick<DeskPrecheckProps, 'open' | 'accepted' | 'boundTitle' | 'boundBody'> {
  const { locale, now } = frame;
  const all = prechecksIn(entries);
  const open = openPrecheck(caseFile);
  const asked = all.find(({ precheckId }) => precheckId === open?.precheckId);
  const accepted = acceptedPapers(caseFile);
  const passed = all.findLast(({ answer }) => answer?.enough)?.answer;
  const at = passed ? formatMoment(locale, passed.answeredAt, now) : '';
  return {
    open:
      open && asked && acts.includes('answer_precheck')
        ? {
            asked: t(locale, 'desk.precheck.asked', { at: formatMoment(locale, open.askedAt, now) }),
            words: asked.words,
            papers: open.papers.map((code) => ({
              code,
              name: paperName(locale, code),
              file: t(locale, hasFile(caseFile, code) ? 'desk.precheck.with_file' : 'desk.precheck.without_file'),
            })),
            others: papersOf(caseFile, flags)
              .filter((code) => !open.papers.includes(code))
              .map((code) => optionOf(frame, code)),
            phrases: PHRASES.map((one) => ({ value: one, label: t(locale, `desk.precheck.phrase.${one}`) })),
          }
        : null,
    accepted: accepted.map((code) => optionOf(frame, code)),
    boundTitle: t(locale, 'desk.precheck.bound', { at }),
    boundBody: t(locale, 'desk.precheck.bound_body', { list: namesOf(frame, accepted) }),
  };
}

function resultOf(frame: Frame, reference: string, { answer, turnedDown }: PrecheckView): PrecheckResult | null {
  if (!answer) return null;
  const { locale, now, carrier } = frame;
  const moment = (at: string) => formatMoment(locale, at, now);
  return {
    enough: answer.enough && turnedDown.length === 0,
    title: t(locale, `precheck.${answer.enough ? 'enough' : 'lacking'}`, { carrier, at: moment(answer.answeredAt) }),
    papers: answer.papers.map(({ material, result, words }) => ({
      name: paperName(locale, material),
      good: result === 'good',
      result: t(locale, `precheck.result.${result}`),
      words,
    })),
    words: answer.words,
    notes: answer.enough
      ? [
          ...(answer.originals.length > 0
            ? [t(locale, 'precheck.originals', { list: namesOf(frame, answer.originals) })]
            : []),
          answer.hall
            ? t(locale, 'precheck.hall', { carrier, words: answer.hall })
            : t(locale, 'precheck.no_hall', { carrier }),
          t(locale, 'precheck.binds', { reference }),
        ]
      : [],
    turned: turnedDown.map(({ at, materials, changed }) => ({
      what: t(locale, 'precheck.turned', { carrier, at: moment(at), list: namesOf(frame, materials) }),
      why: t(locale, 'precheck.turned_why', { words: changed }),
    })),
  };
}

/** Papers that this case may need: asked for, named by the reasons of its flags, or sent already. */
function papersOf(caseFile: Case, flags: CaseView['flags']): string[] {
  const named = flags.flatMap(({ flag }) => flag.reasons.papers ?? []);
  const sent = caseFile.evidence.flatMap(({ material }) =>
    material === null || material === 'other_sensitive' ? [] : [material],
  );
  const codes = [...new Set([...caseFile.askedFor, ...named, ...sent])];
  return codes.length > 0 ? codes : [...USUAL];
}

function hasFile({ evidence }: Case, code: string): boolean {
  return evidence.some(({ material, forgottenAt }) => material === code && forgottenAt === null);
}

function optionOf({ locale }: Frame, code: string): Option {
  return { value: code, label: paperName(locale, code) };
}

function namesOf({ locale }: Frame, codes: readonly string[]): string {
  return listOf(
    locale,
    codes.map((code) => paperName(locale, code)),
  );
}
