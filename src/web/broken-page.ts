import type { IncomingHttpHeaders } from 'node:http';
import { parse } from 'node:querystring';
import { fastifyCookie } from '@fastify/cookie';
import type { Refusal } from '../domain/refusal.ts';
import type { Instant } from '../domain/time.ts';
import { t } from '../locales/index.ts';
import { refusalWords } from '../locales/refusal-words.ts';
import { preferencesOf } from './layout/preferences.ts';
import { pageHeaders } from './page-headers.ts';
import { pageStatus } from './page-status.ts';
import { paths } from './paths.ts';
import type { Web } from './render.ts';
import { csrfOf } from './visit.ts';

/** What could be read of a request that never reached a page. */
export type Glimpse = {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly now: Instant;
  readonly publicUrl: string;
};

/** The page for such a request: what is wrong and the way on, in the language that its reader uses. */
export function brokenPage(web: Web, { url, headers, now, publicUrl }: Glimpse, refused: Refusal) {
  const query = parse(url.split('?')[1] ?? '') as Record<string, string>;
  const cookies = fastifyCookie.parse(headers.cookie ?? '');
  const { locale, largeType } = preferencesOf({ query, cookies, acceptLanguage: headers['accept-language'] });
  const props = {
    title: t(locale, 'page.cannot'),
    body: refusalWords(locale, refused),
    action: { label: t(locale, 'page.to_start'), href: paths.home },
  };
  // The address itself is at fault, so what leads on from this page leads to the start.
  const page = { locale, now, path: paths.home, query: {}, largeType, csrf: csrfOf(undefined) };
  return {
    status: pageStatus(refused.code),
    headers: { 'content-type': 'text/html; charset=utf-8', ...pageHeaders(publicUrl) },
    body: web.render('message', props, page),
  };
}
