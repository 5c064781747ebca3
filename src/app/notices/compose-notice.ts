import { shanghaiDate } from '../../domain/clocks/plain-date.ts';
import { firstDoor } from '../../domain/flags/words.ts';
import type { NumberState } from '../../domain/journal/state.ts';
import type { Notice, NoticeKind } from '../../domain/notices/notice.ts';
import { maskMobile } from '../../domain/numbers/mobile-number.ts';
import type { Locale } from '../../locales/index.ts';
import { findText, t } from '../../locales/index.ts';
import { formatDate, formatMoney } from '../../platform/locale.ts';

export type Composed = { readonly subject: string; readonly text: string; readonly short: string };

type Facts = {
  readonly state: NumberState;
  readonly mobile: string;
  readonly carrierName: string;
  readonly link: string;
};

/** The words of a notice: the same for inbox, mail and text message, so that nobody is told two things. */
export function composeNotice(
  locale: Locale,
  notice: Pick<Notice, 'kind' | 'values' | 'subject'>,
  facts: Facts,
): Composed {
  const data = {
    ...valuesIn(locale, notice.values, facts.carrierName),
    ...factsIn(locale, notice, facts),
    number: maskMobile(facts.mobile),
    carrier: facts.carrierName,
  };
  const say = (part: 'subject' | 'text') => findText(locale, `notice.${notice.kind}.${part}`, data) ?? notice.kind;
  const subject = say('subject');
  const text = say('text');
  return {
    subject,
    text: [text, '', t(locale, 'notice.where', { link: facts.link }), t(locale, 'notice.never')].join('\n'),
    short: t(locale, 'notice.short', { text }),
  };
}

function valuesIn(locale: Locale, values: Notice['values'], carrier: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (name === 'owed_fen' && typeof value === 'number') return ['owed', formatMoney(locale, value)];
      if (name === 'materials' && Array.isArray(value)) {
        return [
          name,
          value
            .map((code) => findText(locale, `paper.${String(code)}`) ?? String(code))
            .join(locale === 'en' ? ', ' : '、'),
        ];
      }
      if (name === 'because') return [name, findText(locale, `notice.because.${String(value)}`) ?? String(value)];
      if (name === 'rule_id')
        return ['what', findText(locale, `period.${String(value)}.title`, { carrier }) ?? String(value)];
      if (name === 'last_day') return [name, formatDate(locale, String(value))];
      if (name === 'until') return ['until_day', formatDate(locale, shanghaiDate(String(value)))];
      if (name === 'result') return [name, findText(locale, `notice.holder.${String(value)}`) ?? String(value)];
      if (name === 'outcome')
        return ['result', findText(locale, `notice.correction.${String(value)}`) ?? String(value)];
      if (name === 'act') return ['what', findText(locale, `mandate.act.${String(value)}`) ?? String(value)];
      if (name === 'ground') return [name, findText(locale, `decline.${String(value)}`) ?? String(value)];
      return [name, String(value)];
    }),
  );
}

/** The period that a notice speaks of; the others say nothing of a day. */
const PERIODS: Partial<Record<NoticeKind, readonly string[]>> = {
  lift_ordered: ['carrier.restoreAfterPay', 'carrier.reopen'],
  case_received: ['carrier.reply'],
  not_back_received: ['carrier.reply'],
  material_asked: ['ours.supplement'],
};

/** What the notice's subject adds: why the flag stands, and until when somebody must act. */
function factsIn(
  locale: Locale,
  { kind, subject }: Pick<Notice, 'kind' | 'subject'>,
  { state }: Facts,
): Record<string, string> {
  const flag = subject.kind === 'flag' ? state.flags[subject.id] : undefined;
  // A notice is read again when its clock has long ended: the day it named stays the same.
  const clock = Object.values(state.clocks).findLast(
    (one) => one.subject.id === subject.id && (PERIODS[kind]?.includes(one.ruleId) ?? false),
  );
  return {
    cause: flag ? (findText(locale, `notice.cause.${flag.cause}`) ?? flag.cause) : '',
    door: flag ? (findText(locale, `notice.door.${firstDoor(flag.imposedBy)}`) ?? '') : '',
    due: clock ? formatDate(locale, clock.shownDate) : '—',
  };
}
