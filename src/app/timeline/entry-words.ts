import type { Measure } from '../../domain/flags/measure.ts';
import type { NewEntry } from '../../domain/journal/entry.ts';
import type { Locale } from '../../locales/index.ts';
import { findText, t } from '../../locales/index.ts';
import { factWords } from '../numbers/fact-words.ts';

/**
 * What an entry says, in one line. `titleOf` names what a clock waits for, since an entry that bears on a clock knows only its id.
 */
export function entryWords(locale: Locale, entry: NewEntry, titleOf: (clockId: string) => string): string {
  switch (entry.kind) {
    case 'fact.recorded':
      return t(locale, 'entry.fact.recorded', { fact: factWords(locale, entry.data.fact) });
    case 'flag.placed': {
      return t(locale, 'entry.flag.placed', { list: functionWords(locale, entry.data.reasons.measures) });
    }
    case 'lift.ordered':
      return t(locale, 'entry.lift.ordered', { because: t(locale, `lift.because.${entry.data.because}`) });
    case 'lift.sent':
      return t(locale, 'entry.lift.sent', {
        system: named(locale, 'system', entry.data.system),
        n: entry.data.attempt,
      });
    case 'lift.confirmed':
    case 'lift.failed':
    case 'lift.silent':
      return t(locale, `entry.${entry.kind}`, { system: named(locale, 'system', entry.data.system) });
    case 'case.precheck_asked':
      return t(locale, 'entry.case.precheck_asked', { list: paperWords(locale, entry.data.papers) });
    case 'case.precheck_answered':
      return t(locale, entry.data.enough ? 'entry.case.precheck_enough' : 'entry.case.precheck_lacking');
    case 'case.material_asked':
    case 'case.precheck_set_aside':
      return t(locale, `entry.${entry.kind}`, { list: paperWords(locale, entry.data.materials) });
    case 'correspondence.recorded': {
      const { way, counterpart, gist } = entry.data;
      return t(locale, 'entry.correspondence.recorded', {
        way: t(locale, `way.${way}`),
        counterpart: t(locale, `counterpart.${counterpart}`),
        gist: t(locale, `gist.${gist}`),
      });
    }
    case 'case.decided':
      return t(locale, 'entry.case.decided', { outcome: t(locale, `case.decision.${entry.data.outcome}`) });
    case 'holder.checked':
      return t(locale, `entry.holder.${entry.data.passed ? 'passed' : 'failed'}`, {
        how: t(locale, `holder.method.${entry.data.method}`),
      });
    case 'correction.answered':
      return t(locale, `entry.correction.${entry.data.outcome}`);
    case 'evidence.forgotten':
      return t(locale, entry.data.because ? 'entry.evidence.withdrawn' : 'entry.evidence.forgotten');
    case 'clock.breached':
    case 'clock.paused':
    case 'clock.resumed':
    case 'clock.ran_on':
    case 'clock.settled':
      return t(locale, `entry.${entry.kind}`, { title: titleOf(entry.data.clockId) });
    default:
      return findText(locale, `entry.${entry.kind}`) ?? t(locale, 'entry.other');
  }
}

/** The functions that measures switch off, each once: 打电话、发短信. */
export function functionWords(locale: Locale, measures: readonly Pick<Measure, 'function'>[]): string {
  const off = [...new Set(measures.map((measure) => measure.function))];
  return off.map((name) => t(locale, `function.${name}`)).join(t(locale, 'list.and'));
}

function paperWords(locale: Locale, codes: readonly string[]): string {
  return codes.map((code) => named(locale, 'paper', code)).join(t(locale, 'list.and'));
}

/** What a carrier calls a thing of its own may have no words of ours: then it is shown as it came. */
function named(locale: Locale, kind: 'system' | 'paper', code: string): string {
  return findText(locale, `${kind}.${code}`) ?? code;
}
