import { eachMatch } from './each-match.ts';

/** Where a link leads, as far as its name tells. */
export type LinkKind = 'official' | 'short' | 'lookalike' | 'foreign' | 'hidden';
export type Link = { readonly kind: LinkKind; readonly start: number; readonly end: number; readonly host: string };

export type Hosts = {
  readonly officialHosts: readonly string[];
  readonly borrowedNames: readonly string[];
  readonly shortHosts: readonly string[];
};

const LINK =
  /(?:https?:\/\/)?((?:[a-z0-9][a-z0-9-]*\.)+(com|cn|net|org|top|xyz|vip|cc|info|site|online|shop|club|app|link|me|io|tk|ml|ga|cf|pw|work|live|icu|fun|store|tech|biz|pro|ltd|mobi|tv|ink|wang|ren|win|life|space|website|asia|hk|tw|us|ru|kr|in|co|example|apk))(?![a-z0-9@-])(?:[:/?][!-~]*)?/g;
const BY_NUMBER = /https?:\/\/\d{1,3}(?:\.\d{1,3}){3}[!-~]*/g;
/** Masked or cut out, as forwarded texts often have it. */
const HIDDEN = /url|链接[:：]|网址[:：]|https?:\/\/(?![a-z0-9])/g;
const FILES = new Set(['jpg', 'png', 'pdf', 'doc', 'docx', 'txt']);

/** Every link of a normalised text, by what its host is. */
export function linksIn(text: string, hosts: Hosts): Link[] {
  const links: Link[] = [];
  if (text.includes('.')) {
    eachMatch(LINK, text, ({ 0: whole, 1: host = '', 2: tail = '', index }) => {
      if (!FILES.has(tail)) links.push({ kind: kindOf(host, hosts), start: index, end: index + whole.length, host });
    });
    if (text.includes('http'))
      eachMatch(BY_NUMBER, text, ({ 0: whole, index }) =>
        links.push({ kind: 'lookalike', start: index, end: index + whole.length, host: whole }),
      );
  }
  if (
    links.length === 0 &&
    (text.includes('url') || text.includes('链接') || text.includes('网址') || text.includes('http'))
  ) {
    eachMatch(HIDDEN, text, ({ 0: whole, index }) =>
      links.push({ kind: 'hidden', start: index, end: index + whole.length, host: '' }),
    );
  }
  return links;
}

function kindOf(host: string, { officialHosts, borrowedNames, shortHosts }: Hosts): LinkKind {
  if (shortHosts.includes(host)) return 'short';
  if (officialHosts.some((one) => host === one || host.endsWith(`.${one}`))) return 'official';
  return borrowedNames.some((name) => host.includes(name)) ? 'lookalike' : 'foreign';
}

export type PhoneKind = 'service' | 'company' | 'personal' | 'overseas' | 'landline';
export type PhoneFound = { readonly kind: PhoneKind; readonly start: number; readonly end: number };

const PHONE =
  /(?:\+|\b00)\d{1,3}[- ]?[\dx]{4,}(?:-[\dx]+)?|\b1[3-9][\dx]{9}\b|\b0[\dx]{2,3}-[\dx]{4,8}(?:-[\dx]{4})?|\b[48]00-?[\dx]{3}-?[\dx]{4}\b|\b\d{3,11}\b/g;

/** Numbers a reader could dial, by who may stand behind them. */
export function phonesIn(text: string, serviceNumbers: readonly string[]): PhoneFound[] {
  const found: PhoneFound[] = [];
  eachMatch(PHONE, text, ({ 0: whole, index }) => {
    const kind = phoneKind(whole.replaceAll(/[- ]/g, ''), serviceNumbers);
    if (kind) found.push({ kind, start: index, end: index + whole.length });
  });
  return found;
}

function phoneKind(digits: string, serviceNumbers: readonly string[]): PhoneKind | null {
  if (serviceNumbers.includes(digits)) return 'service';
  if (/^(\+86|0086)/.test(digits)) return 'personal';
  if (/^(\+|00)/.test(digits)) return 'overseas';
  if (/^1[3-9].{9}$/.test(digits)) return 'personal';
  if (/^[48]00[\dx]{7}$/.test(digits) || /^9[56]\d{3,6}$/.test(digits)) return 'company';
  return /^0[\dx]{9,11}$/.test(digits) ? 'landline' : null;
}
