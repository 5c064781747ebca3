import type { MandateView } from '../../app/mandates/my-mandates.ts';
import type { Actor } from '../../domain/journal/actor.ts';
import type { MandateTerms } from '../../domain/mandates/mandate.ts';
import { MANDATE_ACTS, MANDATE_KINDS } from '../../domain/mandates/mandate.ts';
import { msOf } from '../../domain/time.ts';
import type { Locale } from '../../locales/index.ts';
import { t } from '../../locales/index.ts';
import { formatMoment, formatMoney, formatPhone } from '../../platform/locale.ts';
import { paths } from '../paths.ts';
import type { Option } from '../pieces/field.tsx';
import type { Frame } from './frame.ts';
import { listOf } from './frame.ts';
import { timelineOf } from './timeline.ts';

export type MandateCard = {
  readonly href: string;
  readonly who: string;
  readonly line: string;
  readonly status: string;
};
export type MandateDetail = {
  readonly title: string;
  readonly terms: readonly string[];
  readonly acts: readonly {
    readonly id: string;
    readonly when: string;
    readonly what: string;
    readonly words: string | null;
  }[];
  readonly mayRevoke: boolean;
  readonly action: string;
  readonly side: MandateView['side'];
  readonly done: string | null;
};

export function mandateCard(
  locale: Locale,
  { mandate, mobile, side, representative }: MandateView,
  now: string,
): MandateCard {
  const { kind, until, status, endedAt, mandateId } = mandate;
  const kindWords = t(locale, `mandate.kind.${kind}`);
  return {
    href: paths.mandate(mandateId),
    who:
      side === 'principal'
        ? t(locale, 'mandate.who', { name: representative, kind: kindWords })
        : t(locale, 'mandate.for', { number: formatPhone(mobile) }),
    line: formatPhone(mobile),
    status: t(locale, `mandate.status.${status}`, {
      until: formatMoment(locale, status === 'live' ? until : (endedAt ?? until), now),
    }),
  };
}

/** The terms as sentences, as they are signed and as they are shown later. */
export function termLines(locale: Locale, terms: MandateTerms, number: string): string[] {
  const acts = terms.acts.map((act) => t(locale, `mandate.act.${act}`));
  return [
    t(locale, 'mandate.term.number', { number: formatPhone(number) }),
    t(locale, 'mandate.term.kind', { kind: t(locale, `mandate.kind.${terms.kind}`) }),
    t(locale, 'mandate.term.acts', { acts: listOf(locale, acts) }),
    t(locale, 'mandate.term.days', { n: terms.days }),
    terms.feeFen === 0
      ? t(locale, 'mandate.term.free')
      : t(locale, 'mandate.term.fee', { fee: formatMoney(locale, terms.feeFen) }),
    t(locale, 'mandate.term.never'),
  ];
}

export function mandateDetail(frame: Frame, reader: Actor, view: MandateView, done: string | null): MandateDetail {
  const { locale, now } = frame;
  const { mandate, mobile, side, acts } = view;
  const days = Math.round((msOf(mandate.until) - msOf(mandate.grantedAt)) / 86_400_000);
  const told = new Map(timelineOf(frame, reader, acts).map((one) => [one.id, one]));
  return {
    title: mandateCard(locale, view, now).who,
    terms: [
      ...termLines(locale, { kind: mandate.kind, acts: mandate.acts, days, feeFen: mandate.feeFen }, mobile),
      mandateCard(locale, view, now).status,
      t(locale, `mandate.signed.${mandate.signed}`),
    ],
    acts: acts.flatMap(({ seq }) => {
      const line = told.get(String(seq));
      return line
        ? [
            {
              id: line.id,
              when: formatMoment(locale, line.at, now),
              what: line.what,
              words: typeof line.detail === 'string' ? line.detail : null,
            },
          ]
        : [];
    }),
    mayRevoke: mandate.status === 'live',
    action: paths.mandate(mandate.mandateId),
    side,
    done,
  };
}

export function kindOptions(locale: Locale): Option[] {
  return MANDATE_KINDS.map((kind) => ({ value: kind, label: t(locale, `mandate.kind.${kind}`) }));
}

export function actOptions(locale: Locale): Option[] {
  return MANDATE_ACTS.map((act) => ({ value: act, label: t(locale, `mandate.act.${act}`) }));
}
