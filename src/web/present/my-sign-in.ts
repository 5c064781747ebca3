import type { Session } from '../../app/sign-in/sessions.ts';
import type { Ways } from '../../app/sign-in/ways.ts';
import { shanghaiDate } from '../../domain/clocks/plain-date.ts';
import type { Locale } from '../../locales/index.ts';
import { t } from '../../locales/index.ts';
import { formatDate, formatMoment } from '../../platform/locale.ts';
import type { MySignInPageProps, SessionLine } from '../pages/my-sign-in-page.tsx';

type Found = {
  readonly sessions: readonly Session[];
  readonly ways: Ways;
  readonly current: string;
  readonly isPerson: boolean;
  readonly canMail: boolean;
  readonly canText: boolean;
};

/** Sessions, passkeys and addresses as lines to read. */
export function mySignInPage(
  locale: Locale,
  { sessions, ways, current, isPerson, canMail, canText }: Found,
): Pick<MySignInPageProps, 'sessions' | 'passkeys' | 'addresses'> {
  return {
    sessions: sessions.map((one) => sessionLine(locale, one, current)).toSorted(currentFirst),
    passkeys: ways.passkeys.map(({ credentialId, label, createdAt, lastUsedAt }) => ({
      id: credentialId.toString('base64url'),
      title: label,
      about: [
        t(locale, 'mysignin.passkey', { created: formatDate(locale, shanghaiDate(createdAt)) }),
        lastUsedAt && t(locale, 'mysignin.passkey_used', { used: formatMoment(locale, lastUsedAt) }),
      ].filter((line): line is string => Boolean(line)),
    })),
    addresses: isPerson ? { mail: ways.mail, phone: ways.phone, canMail, canText } : null,
  };
}

function sessionLine(locale: Locale, one: Session, current: string): SessionLine {
  const { sessionId, kind, label, device, scopes, createdAt, lastUsedAt, expiresAt } = one;
  const isKey = kind === 'bearer';
  const about = [
    t(locale, 'mysignin.when', { created: formatMoment(locale, createdAt) }),
    lastUsedAt && t(locale, 'mysignin.used', { used: formatMoment(locale, lastUsedAt) }),
    isKey && scopes && t(locale, 'mysignin.scopes', { scopes: scopes.join(t(locale, 'list.and')) }),
    isKey && expiresAt && t(locale, 'mysignin.until', { until: formatMoment(locale, expiresAt) }),
  ];
  return {
    id: sessionId,
    title: isKey ? t(locale, 'mysignin.key', { label }) : (device ?? t(locale, 'mysignin.unknown_device')),
    about: about.filter((line): line is string => Boolean(line)),
    current: sessionId === current,
    isKey,
  };
}

function currentFirst(one: SessionLine, other: SessionLine): number {
  return Number(other.current) - Number(one.current);
}
