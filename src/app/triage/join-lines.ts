import type { ReadLine } from './ocr-port.ts';

/** Centre to centre, in heights of a box: lines of one paragraph stand closer than two bubbles do. */
const LEADING = 1.6;
const SAME_ROW = 0.5;
const SAME_SIZE = 1.5;
/** In heights of a box: how far the left edges of one paragraph differ, and how much of a full line may stay free. */
const RAGGED_LEFT = 1;
const FREE_RIGHT = 2.5;

const WIDE = '[\\p{scx=Han}\\u3000-\\u303f\\uff00-\\uffef“”‘’…—]';
const BETWEEN_WIDE = new RegExp(`(?<=${WIDE})[^\\S\\n]+(?=${WIDE})`, 'gu');
/** No longer address is told apart from words. */
const ADDRESS_TAIL = 200;
const STARTS_WIDE = new RegExp(`^${WIDE}`, 'u');
const LATIN_WORDS = /[a-z] [a-z\d]|\d [a-z]/i;
const IN_ADDRESS = /(?:https?:\/\/|www\.|\w\.(?:cn|com|net|org|top|xyz|cc)\b)\S*$/i;

/**
 * One text from lines in reading order. What a bubble wrapped is one line again; rows side by side are one line with a
 * space between them; bubbles and other paragraphs stand on lines of their own.
 */
export function joinLines(lines: readonly ReadLine[]): string {
  const rows = toRows([...lines].sort((a, b) => middle(a) - middle(b)));
  let text = '';
  rows.forEach((row, index) => {
    const previous = rows[index - 1];
    if (previous) text += continues(previous, row) ? glue(text, row.text) : '\n';
    text += row.text;
  });
  return text.replace(BETWEEN_WIDE, '').replace(/[^\S\n]+/g, ' ');
}

/** Boxes at one height become one line, from left to right. */
function toRows(sorted: readonly ReadLine[]): ReadLine[] {
  const rows: ReadLine[][] = [];
  for (const line of sorted) {
    const row = rows.at(-1);
    const first = row?.[0];
    const near = first && middle(line) - middle(first) < SAME_ROW * Math.min(line.box.height, first.box.height);
    if (row && near) row.push(line);
    else rows.push([line]);
  }
  return rows.map((row) => merge(row.sort((a, b) => a.box.x - b.box.x)));
}

function merge(row: readonly ReadLine[]): ReadLine {
  const boxes = row.map(({ box }) => box);
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
  const [right, bottom] = [Math.max(...boxes.map(rightOf)), Math.max(...boxes.map((box) => box.y + box.height))];
  return {
    text: row.map(({ text }) => text.trim()).join(' '),
    confidence: Math.min(...row.map(({ confidence }) => confidence)),
    box: { x, y, width: right - x, height: bottom - y },
  };
}

/** True where `below` is the rest of the sentence that `above` had no more room for. */
function continues(above: ReadLine, below: ReadLine): boolean {
  const [small, large] = [above.box.height, below.box.height].sort((a, b) => a - b) as [number, number];
  return (
    large < SAME_SIZE * small &&
    middle(below) - middle(above) < LEADING * large &&
    Math.abs(above.box.x - below.box.x) < RAGGED_LEFT * large &&
    rightOf(above.box) > rightOf(below.box) - FREE_RIGHT * large
  );
}

/** Nothing between Chinese and within a number or an address; a space between two English words and after an address. */
function glue(before: string, after: string): string {
  if (IN_ADDRESS.test(before.slice(-ADDRESS_TAIL))) return STARTS_WIDE.test(after) ? ' ' : '';
  return LATIN_WORDS.test(`${before.at(-1)} ${after.at(0)}`) ? ' ' : '';
}

function middle({ box }: ReadLine): number {
  return box.y + box.height / 2;
}

function rightOf(box: ReadLine['box']): number {
  return box.x + box.width;
}
