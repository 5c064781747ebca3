import type { Locale } from '../locales/index.ts';

/** The language a client asks for by `Accept-Language`; Chinese unless it clearly wants English. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  if (!acceptLanguage) return 'zh-CN';
  const wanted = { zh: 0, en: 0 };
  for (const part of acceptLanguage.slice(0, 500).toLowerCase().split(',')) {
    const [tag = '', ...parameters] = part.split(';').map((text) => text.trim());
    const quality = Number(parameters.find((text) => text.startsWith('q='))?.slice(2) ?? 1) || 0;
    const language = tag.split('-')[0];
    if (language === 'zh' || language === 'en') wanted[language] = Math.max(wanted[language], quality);
  }
  return wanted.en > wanted.zh ? 'en' : 'zh-CN';
}
