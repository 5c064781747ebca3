import type { Spec } from 'vega';
import { formatCount } from '../../platform/locale.ts';
import type { ChartWords, Drawing, Words } from './draw.ts';
import { AXIS, COLOURS, draw, fitted, texts, UPON, upon, widthOf } from './draw.ts';

const PARTS = ['on_time', 'late', 'unanswered'] as const;
/** One bar: its name, what stands at its right end, and how many of each part. */
export type Bar = { readonly name: string; readonly note: string } & { readonly [P in (typeof PARTS)[number]]: number };

const ROW = 46;
const NAME = 14;
const THICK = 20;

/** Bars of the same length, each parted into on time, late and without an answer; the numbers stand within where they fit. */
export function drawStackedBars(words: ChartWords, bars: readonly Bar[]): Promise<Drawing> {
  return draw(words, (width) => specOf(bars, width - 2 * SIDE));
}

/** Room for half of the outermost label. */
const SIDE = 18;

function specOf(bars: readonly Bar[], width: number): Spec {
  return {
    width,
    height: bars.length * ROW,
    padding: { left: SIDE, right: SIDE, top: 2, bottom: 24 },
    data: [
      { name: 'parts', values: bars.flatMap((bar, index) => partsOf(bar, index)) },
      { name: 'numbers', values: bars.flatMap((bar, index) => numbersOf(bar, index, width)) },
      { name: 'names', values: bars.map((bar, index) => nameOf(bar, index, width)) },
      { name: 'notes', values: bars.map(({ note }, index) => textAt(width, index, note, COLOURS.soft)) },
    ],
    scales: [{ name: 'x', type: 'linear', domain: [0, 1], range: [0, width] }],
    axes: [{ ...AXIS, orient: 'bottom', scale: 'x', format: '.0%', values: [0, 0.25, 0.5, 0.75, 1], grid: true }],
    marks: [
      {
        type: 'rect',
        from: { data: 'parts' },
        encode: {
          enter: {
            x: { scale: 'x', field: 'from' },
            x2: { scale: 'x', field: 'to' },
            y: { field: 'y' },
            height: { value: THICK },
            fill: { field: 'fill' },
            stroke: { value: COLOURS.card },
            strokeWidth: { value: 1 },
          },
        },
      },
      texts('numbers', 'center', 'middle'),
      ...upon(texts('names', 'left')),
      ...upon(texts('notes', 'right')),
    ],
  };
}

function shares(bar: Bar) {
  const whole = PARTS.reduce((sum, part) => sum + bar[part], 0) || 1;
  let from = 0;
  return PARTS.map((part) => {
    const start = from;
    from += bar[part] / whole;
    return { part, count: bar[part], from: start, to: from };
  }).filter(({ count }) => count > 0);
}

function partsOf(bar: Bar, index: number) {
  return shares(bar).map(({ part, from, to }) => ({ from, to, y: index * ROW + NAME + 5, fill: COLOURS[part] }));
}

function numbersOf(bar: Bar, index: number, width: number): Words[] {
  return shares(bar)
    .map(({ part, count, from, to }) => ({
      part,
      text: formatCount(count),
      room: (to - from) * width,
      middle: (from + to) / 2,
    }))
    .filter(({ text, room }) => widthOf(text) + 6 <= room)
    .map(({ part, text, middle }) => ({
      x: middle * width,
      y: index * ROW + NAME + 5 + THICK / 2,
      text,
      fill: UPON[part],
    }));
}

function nameOf({ name, note }: Bar, index: number, width: number): Words {
  return textAt(0, index, fitted(name, width - widthOf(note) - 12), COLOURS.ink);
}

function textAt(x: number, index: number, text: string, fill: string): Words {
  return { x, y: index * ROW + NAME, text, fill };
}
