import { isNumberId } from '../domain/journal/thing-id.ts';
import { RefusalError, refusal } from '../domain/refusal.ts';
import { isStorable } from '../domain/storable-text.ts';
import { isInstant } from '../domain/time.ts';

/** One page of a list; `next` continues after its last item, null at the end. */
export type Page<Item> = { readonly items: readonly Item[]; readonly next: string | null };

export type PageRequest = { readonly cursor?: string | null | undefined; readonly limit: number };

/** What a part of a sort key is: a moment or `infinity`, a running number, the id of a mobile number, or any text. */
export type KeyPart = 'moment' | 'count' | 'number' | 'text';

/** The database counts no year 0. */
const YEAR_ONE = '0001';

const IS: Readonly<Record<KeyPart, (part: string) => boolean>> = {
  moment: (part) => (isInstant(part) && part > YEAR_ONE) || part === 'infinity',
  count: (part) => /^[0-9]{1,18}$/.test(part),
  number: isNumberId,
  text: isStorable,
};

/** The sort key of the last item that was seen; null at the start. Throws a refusal for what we never handed out. */
export function readCursor(cursor: string | null | undefined, parts: readonly KeyPart[]): readonly string[] | null {
  if (cursor === null || cursor === undefined) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key) && key.length === parts.length && parts.every((part, index) => isPart(part, key[index])))
      return key;
  } catch {
    // Not JSON: refused below like any other wrong cursor.
  }
  throw new RefusalError(refusal('request.bad_cursor'));
}

function isPart(part: KeyPart, given: unknown): boolean {
  return typeof given === 'string' && IS[part](given);
}

/** Rows were asked for with one more than the limit, which tells whether there is a next page. */
export function pageOf<Item>(
  rows: readonly Item[],
  limit: number,
  keyOf: (item: Item) => readonly string[],
): Page<Item> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const next = rows.length > limit && last ? Buffer.from(JSON.stringify(keyOf(last))).toString('base64url') : null;
  return { items, next };
}

/** Collects the conditions of a list with their values. */
export class Conditions {
  readonly values: unknown[] = [];
  readonly #texts: string[] = [];

  /** `text` names the new values `$1 $2 …`, in their order. */
  add(text: string, ...values: unknown[]): this {
    const offset = this.values.length;
    this.values.push(...values);
    this.#texts.push(text.replaceAll(/\$(\d+)/g, (_, place) => `$${Number(place) + offset}`));
    return this;
  }

  /** Adds only what was asked for. */
  when<Value>(value: Value | null | undefined, text: string): this {
    return value === null || value === undefined ? this : this.add(text, value);
  }

  /** `where …` */
  get sql(): string {
    return this.#texts.length === 0 ? '' : `where ${this.#texts.join(' and ')}`;
  }
}
