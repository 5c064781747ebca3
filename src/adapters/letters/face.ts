import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** Where the face of printed letters lies, by weight. */
export function faceFile(weight: '400Regular' | '700Bold'): string {
  const { resolve } = createRequire(import.meta.url);
  return resolve(`@expo-google-fonts/noto-serif-sc/${weight}/NotoSerifSC_${weight}.ttf`);
}

type Range = { readonly first: number; readonly last: number };

let reading: Promise<readonly Range[]> | null = null;

// Joiners and selectors change their neighbours and have no shape of their own.
const SHAPELESS = /^(?:\s|[\u200b-\u200c]|\u200d|[\ufe00-\ufe0f])$/u;

/**
 * The characters of a text that a PDF shows as an empty box, each once, in their order: emoji, and a few very rare
 * characters of names. A Word document shows them in whatever face its reader has.
 */
export async function unprintableIn(text: string): Promise<string[]> {
  reading ??= readRanges(faceFile('400Regular'));
  const ranges = await reading;
  const has = (code: number) => ranges.some(({ first, last }) => first <= code && code <= last);
  return [...new Set(text)].filter((character) => !SHAPELESS.test(character) && !has(character.codePointAt(0) ?? 0));
}

/** The ranges of the font's table of characters that covers all planes (OpenType `cmap`, format 12). */
async function readRanges(file: string): Promise<readonly Range[]> {
  const font = await readFile(file);
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + index * 16);
  const entry = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap');
  if (entry === undefined) throw new Error(`${file} has no table of characters`);
  const cmap = font.readUInt32BE(entry + 8);
  const subtables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, index) => cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4),
  );
  const whole = subtables.find((at) => font.readUInt16BE(at) === 12);
  if (whole === undefined) throw new Error(`${file} has no table of characters for all planes`);
  return Array.from({ length: font.readUInt32BE(whole + 12) }, (_, index) => {
    const at = whole + 16 + index * 12;
    return { first: font.readUInt32BE(at), last: font.readUInt32BE(at + 4) };
  });
}
