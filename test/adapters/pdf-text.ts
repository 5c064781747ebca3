import { inflateSync } from 'node:zlib';

/** One run of text: what it says, from where to where it reaches, and the line it stands on, in points. */
export type Run = { readonly text: string; readonly left: number; readonly right: number; readonly line: number };
export type PdfPage = { readonly width: number; readonly runs: readonly Run[] };

type Font = { readonly words: ReadonlyMap<number, string>; readonly widths: ReadonlyMap<number, number> };

/** Reads a PDF as its text layer says, with places; knows as much of the format as the typesetter writes. */
export function readPdf(bytes: Uint8Array): PdfPage[] {
  const file = Buffer.from(bytes).toString('latin1');
  const object = (id: string) => new RegExp(`(?:^|\\n)${id} 0 obj\\s([\\s\\S]*?)\\nendobj`).exec(file)?.[1] ?? '';
  const streamOf = (id: string) => {
    const text = object(id);
    const body = text
      .slice(text.search(/stream\r?\n/))
      .replace(/^stream\r?\n/, '')
      .replace(/\s*endstream\s*$/, '');
    if (!/\/Filter \/FlateDecode/.test(text.slice(0, 200))) return body;
    return inflateSync(Buffer.from(body, 'latin1'), { finishFlush: 2 }).toString('latin1');
  };
  const fontOf = (id: string): Font => ({
    words: readWords(streamOf(/\/ToUnicode (\d+) 0 R/.exec(object(id))?.[1] ?? '')),
    widths: readWidths(object(/\/DescendantFonts \[(\d+) 0 R\]/.exec(object(id))?.[1] ?? '')),
  });
  return [...file.matchAll(/\/Type \/Page\n[\s\S]*?endobj/g)].map(([page]) => {
    const fonts = new Map(
      [...page.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, fontOf(id)]),
    );
    const width = Number(/\/MediaBox \[0 0 ([\d.]+)/.exec(page)?.[1]);
    return { width, runs: readRuns(streamOf(/\/Contents (\d+) 0 R/.exec(page)?.[1] ?? ''), fonts) };
  });
}

/** The text of each line of a page, from the top. */
export function linesOf(page: PdfPage): string[] {
  const lines = new Map<number, Run[]>();
  for (const run of page.runs) lines.set(run.line, [...(lines.get(run.line) ?? []), run]);
  return [...lines]
    .sort(([one], [other]) => other - one)
    .map(([, runs]) =>
      runs
        .sort((one, other) => one.left - other.left)
        .map(({ text }) => text)
        .join(''),
    );
}

/** All text in its order, without the invisible joiners that keep signs together. */
export function textOf(pages: readonly PdfPage[]): string {
  const text = pages.map(({ runs }) => runs.map((run) => run.text).join('')).join('');
  return text.replaceAll('\u2060', '');
}

function readWords(map: string): Map<number, string> {
  const words = new Map<number, string>();
  for (const [, glyph = '', hex = ''] of map.matchAll(/<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>/g))
    words.set(Number.parseInt(glyph, 16), Buffer.from(hex, 'hex').swap16().toString('utf16le'));
  return words;
}

function readWidths(font: string): Map<number, number> {
  const widths = new Map<number, number>();
  const [, ranges = ''] = /\/W \[([^\]]*)\]/.exec(font) ?? [];
  for (const [, first, last, width] of ranges.matchAll(/(\d+) (\d+) ([\d.]+)/g))
    for (let glyph = Number(first); glyph <= Number(last); glyph += 1) widths.set(glyph, Number(width));
  return widths;
}

function readRuns(content: string, fonts: ReadonlyMap<string, Font>): Run[] {
  const runs: Run[] = [];
  let left = 0;
  let line = 0;
  let font: Font | undefined;
  let size = 0;
  let operands: (string | number | number[])[] = [];
  for (const token of tokensOf(content)) {
    if (!token.operator) {
      operands.push(token.value);
      continue;
    }
    if (token.operator === 'cm') [left, line] = [Number(operands.at(-2)), Number(operands.at(-1))];
    if (token.operator === 'Tf') [font, size] = [fonts.get(String(operands.at(-2))), Number(operands.at(-1))];
    if (/^T[Jj]$/.test(token.operator) && font) runs.push({ ...shown(operands, font, size, left), line });
    operands = [];
  }
  return runs;
}

function shown(
  operands: readonly (string | number | number[])[],
  font: Font,
  size: number,
  left: number,
): Omit<Run, 'line'> {
  let text = '';
  let thousandths = 0;
  for (const operand of operands) {
    if (typeof operand === 'number') thousandths -= operand;
    if (!Array.isArray(operand)) continue;
    for (let at = 0; at < operand.length; at += 2) {
      const glyph = (operand[at] ?? 0) * 256 + (operand[at + 1] ?? 0);
      text += font.words.get(glyph) ?? '';
      thousandths += font.widths.get(glyph) ?? 0;
    }
  }
  return { text, left, right: left + (thousandths * size) / 1000 };
}

type Token = { readonly operator: string; readonly value: string | number | number[] };

/** Numbers, names and operators as they stand; strings as bytes; brackets of lists are left out. */
function* tokensOf(content: string): Generator<Token> {
  const word = /<<|>>|<([0-9A-Fa-f]*)>|\/([^\s()<>[\]/]*)|-?[\d.]+|[A-Za-z*'"]+|\(/g;
  for (let found = word.exec(content); found; found = word.exec(content)) {
    const [text, hex, name] = found;
    if (text === '(') {
      const { bytes, end } = stringAt(content, found.index + 1);
      word.lastIndex = end;
      yield { operator: '', value: bytes };
    } else if (hex !== undefined) yield { operator: '', value: [...Buffer.from(hex, 'hex')] };
    else if (name !== undefined) yield { operator: '', value: name };
    else if (/^-?[\d.]/.test(text)) yield { operator: '', value: Number(text) };
    else if (/^[A-Za-z*'"]/.test(text)) yield { operator: text, value: '' };
  }
}

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/** The bytes of a string whose opening bracket has been read; brackets inside may stand in pairs. */
function stringAt(content: string, start: number): { bytes: number[]; end: number } {
  const bytes: number[] = [];
  let depth = 1;
  const piece = /\\([0-7]{1,3})|\\([\s\S])|([\s\S])/y;
  piece.lastIndex = start;
  for (let found = piece.exec(content); found; found = piece.exec(content)) {
    const [, octal, escaped, plain] = found;
    if (plain === '(') depth += 1;
    if (plain === ')') depth -= 1;
    if (depth === 0) break;
    if (octal !== undefined) bytes.push(Number.parseInt(octal, 8));
    else if (escaped !== undefined) bytes.push(ESCAPES[escaped] ?? escaped.charCodeAt(0));
    else if (plain !== undefined) bytes.push(plain.charCodeAt(0));
  }
  return { bytes, end: piece.lastIndex };
}
