import { findText, t } from '../../locales/index.ts';
import { formatMoment } from '../../platform/locale.ts';
import { ledgerWords } from '../clocks/ledger-words.ts';
import { factWords } from '../numbers/fact-words.ts';
import { functionWords } from '../timeline/entry-words.ts';
import type { Told } from './case-words.ts';
import {
  boundWords,
  conditionWords,
  groundWords,
  outcomeWords,
  periodWords,
  ruleWords,
  whoWords,
} from './case-words.ts';
import type { FileContent } from './file-json.ts';
import type { GatheredCase } from './gather-case.ts';
import type { Sheet, SheetPart } from './sheet.ts';

export type Happening = Pick<Told, 'kind' | 'at' | 'who' | 'what' | 'words'>;

/** The marks and everything after them, by the time at which it happened, not at which it was written down. */
export function happenings({ gathered, timeline }: Pick<FileContent, 'gathered' | 'timeline'>): Happening[] {
  const { locale } = gathered;
  const marks = gathered.flags.map(({ flag }) => ({
    kind: 'flag.placed' as const,
    at: flag.reasons.measures[0]?.from ?? flag.placedAt,
    who: flag.origin === 'reported' ? t(locale, 'bundle.as_told') : whoWords(gathered, flag.raisedBy),
    what: t(locale, 'entry.flag.placed', {
      list: functionWords(locale, flag.reasons.measures) || t(locale, 'bundle.untold'),
    }),
    words: {},
  }));
  // Time may have brought about what nobody has written down yet.
  const late = gathered.clocks
    .filter(({ clock }) => clock.status === 'breached' && (clock.endedSeq ?? 0) > gathered.head.seq)
    .map(({ clock }) => ({
      kind: 'clock.breached' as const,
      at: clock.dueAt,
      who: t(locale, 'entry.who.product'),
      what: t(locale, 'entry.clock.breached', { title: periodWords(locale, clock.ruleId) }),
      words: {},
    }));
  return [...marks, ...timeline, ...late].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** Everything in full: reasons, what happened with all that was said, and each date step by step. */
export function timelineSheet(content: FileContent): Sheet {
  const { gathered } = content;
  const { locale, caseFile } = gathered;
  return {
    reference: caseFile.reference,
    title: t(locale, 'bundle.timeline'),
    under: '',
    foot: t(locale, 'bundle.foot', { page: '{page}', pages: '{pages}' }),
    parts: [reasons(gathered), story(content), ledgers(gathered)],
  };
}

function story(content: FileContent): SheetPart {
  const { locale } = content.gathered;
  return {
    kind: 'story',
    title: t(locale, 'bundle.whole_story'),
    items: happenings(content).map(({ at, who, what, words }) => ({
      head: `${formatMoment(locale, at)}　${who}　${what}`,
      lines: Object.entries(words).map(([field, text]) => `${fieldWords(content.gathered, field)}${text}`),
    })),
  };
}

/** Words that are not simply what was said are named. */
function fieldWords({ locale }: GatheredCase, field: string): string {
  const name = findText(locale, `bundle.field.${field}`);
  return name === undefined ? '' : name;
}

function reasons(gathered: GatheredCase): SheetPart {
  const { locale, flags } = gathered;
  return {
    kind: 'story',
    title: t(locale, 'bundle.reasons'),
    items: flags.map(({ flag, grounds }) => {
      const { reasons: why, missing } = flag;
      const said = (key: string, text: string) => `${findText(locale, `word.part.${key}`) ?? key}：${text}`;
      return {
        head: `${t(locale, `notice.cause.${flag.cause}`)} (${why.code})　${functionWords(locale, why.measures)}`,
        lines: [
          said('ground', groundWords(locale, why.ground)),
          said('responsible', why.responsible.body || t(locale, 'bundle.untold')),
          ...grounds.facts.map(({ fact, at }) =>
            said('facts', `${formatMoment(locale, at)}　${factWords(locale, fact)}`),
          ),
          ...(why.rule ? [said('rule', `${why.rule.policyId} v${why.rule.version} · ${why.rule.ruleId}`)] : []),
          said('lift_condition', conditionWords(locale, why.liftCondition)),
          ...(flag.decidedAutomatically ? [t(locale, 'bundle.automatic')] : []),
          ...(missing.length > 0
            ? [
                t(locale, 'bundle.missing', {
                  list: missing.map((one) => t(locale, `word.part.${one}`)).join(t(locale, 'list.and')),
                }),
              ]
            : []),
        ],
      };
    }),
  };
}

function ledgers(gathered: GatheredCase): SheetPart {
  const { locale, clocks } = gathered;
  return {
    kind: 'story',
    title: t(locale, 'bundle.ledgers'),
    items: clocks.map(({ clock, ledger, rule }) => ({
      head: `${periodWords(locale, clock.ruleId)}　${boundWords(gathered, clock)}　${outcomeWords(locale, clock)}`,
      lines: [...(ledger ? ledgerWords(locale, ledger) : [t(locale, 'bundle.rule.named')]), ruleWords(locale, rule)],
    })),
  };
}
