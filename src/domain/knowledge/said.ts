import type { KnowledgeTables } from './knowledge.ts';
import type { NamedRow } from './rows.ts';
import { wordsOf } from './rows.ts';

/** Service numbers, message senders, 400 lines, fixed lines and mobiles; not sums, years or articles. */
const PHONE =
  /(?<![\d.,〔第-])(?:106\d{4,9}|400-?\d{3}-?\d{4}|0\d{2,3}-\d{5,8}|1[3-9]\d{9}|9[56]\d{3,4}|1[0-2]\d{3})(?![\d%])(?!\s*(?:元|条|天|张|号段|年|yuan|days))/g;
const ADDRESS = /(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:cn|com|org|net)\b/g;

/** A number that any text names must be one of a channel, as called or as sender: nobody invents one. */
export function inventedPhones(tables: KnowledgeTables, rows: readonly NamedRow[]): string[] {
  const known = new Set(tables.channels.flatMap(({ phones, senders = [] }) => [...phones, ...senders]));
  return rows.flatMap(({ id, row }) =>
    saidIn(row, PHONE)
      .filter((phone) => !known.has(phone))
      .map((phone) => `${id} names ${phone}, which no channel has`),
  );
}

/** The same for addresses: of a channel, a carrier or a label service, or below one. */
export function inventedAddresses(tables: KnowledgeTables, rows: readonly NamedRow[]): string[] {
  const known = [
    ...tables.channels.flatMap(({ site = '' }) => site),
    ...tables.carriers.flatMap(({ hosts }) => hosts),
    ...tables.labelServices.map(({ site }) => site),
  ].filter((site) => site !== '');
  const isKnown = (address: string) =>
    known.some((site) => address === site || address.endsWith(`.${site}`) || site.endsWith(`.${address}`));
  return rows.flatMap(({ id, row }) =>
    saidIn(row, ADDRESS)
      .filter((address) => !isKnown(address))
      .map((address) => `${id} names ${address}, which nobody here has`),
  );
}

function saidIn(row: NamedRow['row'], pattern: RegExp): string[] {
  const found = wordsOf(row).flatMap(({ words }) =>
    [words['zh-CN'], words.en].flatMap((text) => Array.from((text ?? '').matchAll(pattern), ([said]) => said)),
  );
  return [...new Set(found)];
}
