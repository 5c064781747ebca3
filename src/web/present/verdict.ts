import type { LineFunction } from '../../domain/flags/words.ts';
import type { Knowledge } from '../../domain/knowledge/knowledge.ts';
import { makePlan } from '../../domain/remedies/plan.ts';
import type { Evidence, Verdict } from '../../domain/triage/verdict.ts';
import type { Locale, TextKey } from '../../locales/index.ts';
import { findText, t } from '../../locales/index.ts';
import type { FunctionState } from '../pieces/measure-grid.tsx';

/** A piece of the text as it was pasted; what it says when it counted. */
export type Piece = { readonly text: string; readonly says: string | null; readonly bad: boolean };

export type VerdictView = {
  readonly tone: 'danger' | 'attention' | 'info';
  readonly title: string;
  readonly body: string;
  readonly speaker: string | null;
  readonly grounds: readonly string[];
  readonly pieces: readonly Piece[];
  readonly swap: boolean;
  /** What the reader should know when it is not about their number being stopped. */
  readonly aside: { readonly title: string; readonly body: string } | null;
  readonly told: string;
  readonly causes: readonly {
    readonly code: string;
    readonly name: string;
    readonly feels: string;
    readonly decides: string;
    readonly lifts: string;
  }[];
  readonly off: Readonly<Record<LineFunction, FunctionState>> | null;
  readonly status: string;
  readonly deadlines: readonly string[];
};

const FUNCTIONS: readonly LineFunction[] = ['voice_out', 'voice_in', 'sms_out', 'sms_in', 'data', 'new_business'];
const MOST_GROUNDS = 4;
const MOST_CAUSES = 3;

/** What a person reads of a verdict. */
export function viewVerdict(locale: Locale, knowledge: Knowledge, text: string, verdict: Verdict): VerdictView {
  const { genuineness, speaker, danger, told, status, measures } = verdict;
  const kind = genuineness === 'scam' ? 'scam' : speaker.kind === 'person' ? 'person' : genuineness;
  return {
    tone: kind === 'scam' ? 'danger' : kind === 'cannot_tell' ? 'attention' : 'info',
    title: t(locale, `triage.title.${kind}`),
    body: t(locale, `triage.body.${kind}`),
    speaker: speaker.kind === 'person' ? t(locale, 'triage.speaker.person') : speaker.name,
    grounds: verdict.grounds.slice(0, MOST_GROUNDS).flatMap((code) => findText(locale, `ground.${code}`) ?? []),
    pieces: piecesOf(locale, text, verdict.evidence),
    swap: danger === 'sim_swap',
    aside: asideOf(locale, verdict),
    told: verdict.causes.length === 0 ? '' : t(locale, `triage.told.${told}`),
    causes: causesOf(locale, knowledge, verdict),
    off: measures.length === 0 ? null : offOf(measures),
    status: t(locale, `triage.status.${status}`),
    deadlines: verdict.causes.length === 0 ? [] : verdict.deadlines.map((one) => one.text),
  };
}

function asideOf(locale: Locale, { genuineness, causes, ownNumber }: Verdict): VerdictView['aside'] {
  if (genuineness === 'scam' || causes.length > 0) return null;
  if (ownNumber) return { title: t(locale, 'triage.own_request'), body: '' };
  return { title: t(locale, 'triage.not_own'), body: t(locale, 'triage.not_own_body') };
}

function causesOf(locale: Locale, knowledge: Knowledge, { causes }: Verdict): VerdictView['causes'] {
  return causes.slice(0, MOST_CAUSES).map(({ cause }) => {
    const { code, route } = makePlan(knowledge, { causes: [cause], off: false, situations: [] });
    const { feels, decides, lifts } = route;
    return {
      code,
      name: t(locale, `cause.${cause}`),
      feels: feels[locale],
      decides: decides[locale],
      lifts: lifts[locale],
    };
  });
}

function offOf(measures: readonly LineFunction[]): Record<LineFunction, FunctionState> {
  return Object.fromEntries(
    FUNCTIONS.map((one) => [one, measures.includes(one) ? 'off' : 'unknown'] as const),
  ) as Record<LineFunction, FunctionState>;
}

/** The text cut where its words counted; words that overlap become one piece. */
function piecesOf(locale: Locale, text: string, evidence: readonly Evidence[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, says } of evidence.toSorted((a, b) => a.start - b.start)) {
    const from = Math.max(at, start);
    if (end <= from) continue;
    if (from > at) pieces.push({ text: text.slice(at, from), says: null, bad: false });
    pieces.push({ text: text.slice(from, end), says: meaningOf(locale, says), bad: !/^(cause|state)\./.test(says) });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), says: null, bad: false });
  return pieces;
}

function meaningOf(locale: Locale, says: string): string {
  const [kind = '', name = ''] = says.split('.');
  const key: string =
    kind === 'cause'
      ? says
      : kind === 'state'
        ? 'triage.off'
        : kind === 'link'
          ? `ground.scam.${name}_link`
          : `ground.${says}`;
  return findText(locale, key) ?? t(locale, 'triage.off' satisfies TextKey);
}
