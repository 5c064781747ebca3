import { PLAIN_FORMS } from './traditional.ts';

/** A text as the cues read it, with the way back to the given one. */
export type Normalised = {
  readonly text: string;
  /** For each unit of `text` its place in the given text; one more for the end. */
  readonly places: readonly number[];
};

const DROP = 0;
const SPACE = 0x20;

/** One look-up a unit: itself, its plain form, or nothing. */
const TABLE = makeTable();

function makeTable(): Uint16Array {
  const table = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit);
  for (let unit = 0; unit < 0x20; unit += 1) table[unit] = SPACE;
  for (let unit = 0xff01; unit <= 0xff5e; unit += 1) table[unit] = unit - 0xfee0;
  for (const unit of [0x3000, 0xa0, 0x2002, 0x2003, 0x2009]) table[unit] = SPACE;
  for (let unit = 0x41; unit <= 0x5a; unit += 1) {
    table[unit] = unit + 0x20;
    table[unit + 0xfee0] = unit + 0x20;
  }
  // Invisible marks, variation selectors, halves of pictures.
  for (const unit of [0xad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff, 0xfe0e, 0xfe0f]) table[unit] = DROP;
  for (let unit = 0xd800; unit <= 0xdfff; unit += 1) table[unit] = DROP;
  for (const forms of PLAIN_FORMS)
    for (let at = 0; at + 1 < forms.length; at += 2) table[forms.charCodeAt(at)] = forms.charCodeAt(at + 1);
  table[0] = SPACE;
  return table;
}

function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}

/** Signs that are put between characters to hide a word from filters. */
const HIDING = new Set([...'*·~^_-/|+.'].map((sign) => sign.charCodeAt(0)));

/** Plain script, half width, small letters; without pictures, without spaces and hiding signs between Chinese characters. */
export function normalise(given: string): Normalised {
  // Plain arrays: for texts of the length of a message they are made sooner than typed ones.
  const units: number[] = [];
  const places: number[] = [];
  let length = 0;
  for (let at = 0; at < given.length; at += 1) {
    const unit = TABLE[given.charCodeAt(at)] as number;
    if (unit === DROP) continue;
    const before = length > 0 ? (units[length - 1] as number) : SPACE;
    if (unit === SPACE && (before === SPACE || isHan(before))) continue;
    if (isHan(unit) && length > 1 && (before === SPACE || HIDING.has(before)) && isHan(units[length - 2] as number))
      length -= 1;
    units[length] = unit;
    places[length] = at;
    length += 1;
  }
  if (length > 0 && units[length - 1] === SPACE) length -= 1;
  places[length] = given.length;
  units.length = length;
  places.length = length + 1;
  return { text: decode(units), places };
}

const SLICE = 8192;

function decode(units: readonly number[]): string {
  let text = '';
  for (let at = 0; at < units.length; at += SLICE)
    text += String.fromCharCode(...(units.length <= SLICE ? units : units.slice(at, at + SLICE)));
  return text;
}
