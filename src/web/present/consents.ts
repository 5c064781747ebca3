import type { ConsentStanding } from '../../app/consents/consents.ts';
import { consentWords } from '../../app/consents/consents.ts';
import type { ConsentKind } from '../../domain/consents/consent.ts';
import type { Locale } from '../../locales/index.ts';
import { t } from '../../locales/index.ts';
import { formatMoment } from '../../platform/locale.ts';
import type { ConsentCardProps } from '../pieces/consent-card.tsx';

/** The text of one consent with the name of what it is about. */
export function consentText(locale: Locale, kind: ConsentKind) {
  return { title: t(locale, `consent.${kind}`), words: consentWords(locale, kind) };
}

/** What the person agreed to and took back, kind by kind. */
export function consentRows(
  locale: Locale,
  actorId: string,
  all: readonly ConsentStanding[],
): ConsentCardProps['rows'] {
  return all.map(({ kind, inForce, past }) => ({
    kind,
    title: t(locale, `consent.${kind}`),
    state: inForce
      ? t(locale, inForce.givenBy === actorId ? 'consent.given' : 'consent.given_for_you', {
          at: formatMoment(locale, inForce.givenAt),
          version: inForce.version,
        })
      : past.length === 0
        ? t(locale, 'consent.never')
        : null,
    words: inForce?.words ?? null,
    past: past.map(({ givenAt, withdrawnAt, version, consentId }) => ({
      id: consentId,
      words: withdrawnAt
        ? t(locale, 'consent.was', {
            at: formatMoment(locale, givenAt),
            end: formatMoment(locale, withdrawnAt),
            version,
          })
        : t(locale, 'consent.given', { at: formatMoment(locale, givenAt), version }),
    })),
    mayWithdraw: inForce !== null || past.some((one) => one.withdrawnAt === null),
  }));
}
