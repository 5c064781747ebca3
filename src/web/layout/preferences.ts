import { isLocale, type Locale } from '../../locales/index.ts';

export type Preferences = {
  readonly locale: Locale;
  readonly largeType: boolean;
  /** Single keys do something at a desk, unless their reader switched them off. */
  readonly keys: boolean;
  /** Cookies to set because the address asked for a change; a year each, for the whole site. */
  readonly remember: readonly { readonly name: 'lang' | 'type' | 'keys'; readonly value: string }[];
};

type Asked = {
  query: Readonly<Record<string, string | undefined>>;
  cookies: Readonly<Record<string, string | undefined>>;
  acceptLanguage: string | undefined;
};

/** Chinese comes first: English only for a reader whose first language is not Chinese and who names English. */
function fromBrowser(acceptLanguage: string | undefined): Locale {
  const wanted = (acceptLanguage ?? '')
    .toLowerCase()
    .split(',')
    .map((one) => one.trim());
  const chinese = wanted.findIndex((one) => one.startsWith('zh'));
  const english = wanted.findIndex((one) => one.startsWith('en'));
  return english >= 0 && (chinese < 0 || english < chinese) ? 'en' : 'zh-CN';
}

/** Language, size of type and single keys: the address (`?lang=en`, `?type=large`, `?keys=off`) before the cookie before the browser. */
export function preferencesOf({ query, cookies, acceptLanguage }: Asked): Preferences {
  const remember: { name: 'lang' | 'type' | 'keys'; value: string }[] = [];
  if (isLocale(query.lang)) remember.push({ name: 'lang', value: query.lang });
  if (query.type === 'large' || query.type === 'normal') remember.push({ name: 'type', value: query.type });
  const keys = query.keys === 'on' || query.keys === 'off' ? query.keys : undefined;
  if (keys) remember.push({ name: 'keys', value: keys });
  const locale = isLocale(query.lang)
    ? query.lang
    : isLocale(cookies.lang)
      ? cookies.lang
      : fromBrowser(acceptLanguage);
  const type = query.type === 'large' || query.type === 'normal' ? query.type : cookies.type;
  return { locale, largeType: type === 'large', keys: (keys ?? cookies.keys) !== 'off', remember };
}
