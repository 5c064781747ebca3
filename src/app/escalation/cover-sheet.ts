import type { ListedFile } from '../../domain/escalation/manifest.ts';
import type { EntryKind } from '../../domain/journal/entry.ts';
import { findText, t } from '../../locales/index.ts';
import { formatBytes, formatDayOf, formatMoment, formatPhone } from '../../platform/locale.ts';
import { momentWords } from '../clocks/ledger-words.ts';
import { functionWords } from '../timeline/entry-words.ts';
import { boundWords, groundWords, outcomeWords, periodWords, ruleWords } from './case-words.ts';
import { statementOf } from './complaint-letter.ts';
import type { FileContent } from './file-json.ts';
import type { GatheredCase } from './gather-case.ts';
import type { Sheet, SheetPart } from './sheet.ts';
import { happenings } from './timeline-sheet.ts';

/** Lines of the short timeline: the beginning and the newest, with a word on how many stand between. */
const FIRST = 6;
const LAST = 14;
/** Many alike, and nothing follows from one. */
const IN_FULL_ONLY: readonly EntryKind[] = ['case.message', 'evidence.added', 'lift.confirmed', 'case.review_started'];

/** The page on top: who asks what of whom and why, what happened and until when, and everything that is enclosed. */
export function coverSheet(content: FileContent, enclosed: readonly ListedFile[], keyId: string): Sheet {
  const { gathered } = content;
  const { locale, caseFile, madeAt } = gathered;
  return {
    reference: caseFile.reference,
    title: t(locale, 'bundle.title'),
    under: t(locale, 'bundle.under', { at: formatMoment(locale, madeAt) }),
    foot: t(locale, 'bundle.foot', { page: '{page}', pages: '{pages}' }),
    parts: [
      matter(gathered),
      flagTable(gathered),
      story(content),
      clockTable(gathered),
      enclosures(content, enclosed),
      checking(content, keyId),
    ],
  };
}

function matter(gathered: GatheredCase): SheetPart {
  const { locale, caseFile, people, carrier, line, authority, maskedNumber } = gathered;
  const statement = statementOf(gathered);
  const names = people.map(({ as, name }) =>
    t(locale, `bundle.as.${as}`, { name: name || t(locale, 'bundle.unnamed') }),
  );
  const asks = t(locale, 'bundle.asks', {
    remedy: t(locale, `word.remedy.${caseFile.remedy}`),
    n: gathered.flags.length,
  });
  return {
    kind: 'pairs',
    title: t(locale, 'bundle.matter'),
    pairs: [
      [t(locale, 'bundle.reference'), caseFile.reference],
      [t(locale, 'bundle.complainant'), names.join('\n')],
      [t(locale, 'bundle.respondent'), carrier || t(locale, 'party.carrier')],
      [t(locale, 'bundle.province'), findText(locale, `province.${line.province}`) ?? line.province],
      [t(locale, 'bundle.number'), maskedNumber ? formatPhone(maskedNumber) : t(locale, 'bundle.shredded')],
      [t(locale, 'bundle.status'), t(locale, `status.case.${caseFile.status}`)],
      ...(authority ? [[t(locale, 'bundle.authority'), authority] as const] : []),
      [t(locale, 'bundle.request'), statement === '' ? asks : `${asks}\n${statement}`],
    ],
  };
}

function flagTable({ locale, flags }: GatheredCase): SheetPart {
  return {
    kind: 'table',
    title: t(locale, 'bundle.flags'),
    note: '',
    head: [
      t(locale, 'bundle.flag.off'),
      t(locale, 'bundle.flag.cause'),
      t(locale, 'bundle.flag.by'),
      t(locale, 'bundle.flag.ground'),
      t(locale, 'bundle.flag.since'),
      t(locale, 'bundle.flag.status'),
    ],
    weights: [4, 4, 3, 5, 4, 2.4],
    rows: flags.map(({ flag }) => [
      functionWords(locale, flag.reasons.measures) || t(locale, 'bundle.untold'),
      `${t(locale, `notice.cause.${flag.cause}`)} (${flag.reasons.code})`,
      t(locale, `word.imposer.${flag.imposedBy}`),
      groundWords(locale, flag.reasons.ground),
      formatDayOf(locale, flag.reasons.measures[0]?.from ?? flag.placedAt),
      t(locale, `status.flag.${flag.status}`),
    ]),
  };
}

function story(content: FileContent): SheetPart {
  const { locale } = content.gathered;
  const all = happenings(content)
    .filter(({ kind }) => !IN_FULL_ONLY.includes(kind))
    .map(({ at, who, what }) => [formatMoment(locale, at), who, what]);
  const between = all.length - FIRST - LAST;
  const rows =
    between > 1
      ? [...all.slice(0, FIRST), ['', '', t(locale, 'bundle.between', { n: between })], ...all.slice(-LAST)]
      : all;
  return {
    kind: 'table',
    title: t(locale, 'bundle.story'),
    note: t(locale, 'bundle.story_note'),
    head: [t(locale, 'bundle.when'), t(locale, 'bundle.who'), t(locale, 'bundle.what')],
    weights: [4.4, 3.4, 9],
    rows,
  };
}

function clockTable(gathered: GatheredCase): SheetPart {
  const { locale, clocks } = gathered;
  return {
    kind: 'table',
    title: t(locale, 'bundle.clocks'),
    note: clocks.length === 0 ? t(locale, 'bundle.no_clocks') : t(locale, 'bundle.clocks_note'),
    head: [
      t(locale, 'bundle.clock.what'),
      t(locale, 'bundle.clock.binds'),
      t(locale, 'bundle.clock.from'),
      t(locale, 'bundle.clock.due'),
      t(locale, 'bundle.clock.result'),
      t(locale, 'bundle.clock.rule'),
    ],
    weights: [4, 2.6, 3.4, 3.4, 4, 4.6],
    rows: clocks.map(({ clock, rule }) => [
      periodWords(locale, clock.ruleId),
      boundWords(gathered, clock),
      formatMoment(locale, clock.startedAt),
      momentWords(locale, clock.dueAt) + (clock.provisional ? t(locale, 'bundle.provisional') : ''),
      outcomeWords(locale, clock),
      ruleWords(locale, rule),
    ]),
  };
}

function enclosures({ gathered, absent }: FileContent, enclosed: readonly ListedFile[]): SheetPart {
  const { locale, evidence } = gathered;
  const gone = evidence.filter(({ path }) => absent.includes(path));
  return {
    kind: 'table',
    title: t(locale, 'bundle.enclosures'),
    note: evidence.length === 0 ? t(locale, 'bundle.no_evidence') : '',
    head: [t(locale, 'bundle.file'), t(locale, 'bundle.size'), 'SHA-256'],
    weights: [7, 2, 8],
    rows: [
      ...enclosed.map(({ path, bytes, sha256 }) => [path, formatBytes(bytes), sha256]),
      ...gone.map(({ path, item }) => [t(locale, 'bundle.gone', { path }), formatBytes(item.bytes), item.sha256]),
    ],
  };
}

function checking({ gathered, letters, unprintable }: FileContent, keyId: string): SheetPart {
  const { locale, head } = gathered;
  const left = letters.some((one) => 'refusal' in one) ? [t(locale, 'bundle.no_letter')] : [];
  const boxes = unprintable.length > 0 ? [t(locale, 'bundle.unprintable', { list: codesOf(unprintable) })] : [];
  return {
    kind: 'notes',
    title: t(locale, 'bundle.checking'),
    notes: [
      t(locale, 'bundle.how', { key: keyId }),
      t(locale, 'bundle.head', { seq: head.seq, hash: head.hash }),
      ...left,
      ...boxes,
    ],
  };
}

function codesOf(characters: readonly string[]): string {
  return characters.map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase()}`).join(' ');
}
