import type { Spec } from 'vega';
import type { ChartWords, Drawing } from './draw.ts';
import { AXIS, COLOURS, draw, fitted, LETTERS, texts, upon, widthOf } from './draw.ts';

type Reach = { readonly days: number; readonly atLeast: boolean };
/** One row: from the median to the day by which nine in ten were answered. `atLeast` ends in an open arrow. */
export type Range = { readonly name: string; readonly note: string; readonly median: Reach; readonly p90: Reach };

const ROW = 42;
const NAME = 14;
const SIDE = 18;
const TOP = 20;
const EMPTY = 'var(--card)';
/** Times the limit. */
const BEYOND = 4;

type Shape = { readonly shape: string; readonly size: number };
const ARROW: Shape = { shape: 'triangle-right', size: 110 };
const STROKE: Shape = { shape: 'stroke', size: 200 };
const DOT: Shape = { shape: 'circle', size: 110 };

/**
 * Dots at the median and bars to the ninth tenth, in days from zero, against the line of the law. The axis ends at four times
 * the limit, lest one long silence press all others into a corner; what lies beyond ends in an arrow at the edge.
 */
export function drawRanges(
  words: ChartWords,
  ranges: readonly Range[],
  limit: { readonly days: number; readonly label: string },
): Promise<Drawing> {
  return draw(words, (width) => specOf(ranges, limit, width - 2 * SIDE));
}

function specOf(ranges: readonly Range[], limit: { days: number; label: string }, width: number): Spec {
  const height = ranges.length * ROW;
  const y = (index: number) => TOP + index * ROW;
  const longest = Math.max(...ranges.flatMap(({ median, p90 }) => [median.days, p90.days]));
  const most = Math.min(Math.max(limit.days * 1.25, longest * 1.02), limit.days * BEYOND);
  const labelWidth = widthOf(limit.label);
  const labelAt = Math.max(0, Math.min(width - labelWidth, (limit.days / most) * width - labelWidth / 2));
  const end = ({ days, atLeast }: Reach, known: Shape, filled: string) => {
    const beyond = days > most;
    const arrow = atLeast || beyond;
    return {
      at: Math.min(days, most),
      ...(arrow ? ARROW : known),
      fill: atLeast ? EMPTY : arrow ? COLOURS.on_time : filled,
    };
  };
  return {
    width,
    height: TOP + height,
    padding: { left: SIDE, right: SIDE, top: 2, bottom: 24 },
    data: [
      {
        name: 'rows',
        values: ranges.map((range, index) => ({
          from: Math.min(range.median.days, most),
          to: Math.min(range.p90.days, most),
          y: y(index) + 27,
        })),
      },
      {
        name: 'ends',
        values: ranges.flatMap(({ median, p90 }, index) => [
          { ...end(p90, STROKE, EMPTY), y: y(index) + 27 },
          { ...end(median, DOT, COLOURS.on_time), y: y(index) + 27 },
        ]),
      },
      {
        name: 'names',
        values: ranges.map(({ name, note }, index) => ({
          x: 0,
          y: y(index) + NAME,
          text: fitted(name, width - widthOf(note) - 12),
          fill: COLOURS.ink,
        })),
      },
      {
        name: 'notes',
        values: ranges.map(({ note }, index) => ({ x: width, y: y(index) + NAME, text: note, fill: COLOURS.soft })),
      },
      { name: 'limit', values: [{ at: limit.days, label: limit.label, labelAt }] },
    ],
    scales: [{ name: 'x', type: 'linear', domain: [0, most], range: [0, width] }],
    axes: [{ ...AXIS, orient: 'bottom', scale: 'x', tickCount: 6, grid: true }],
    marks: [
      {
        type: 'rule',
        from: { data: 'limit' },
        encode: {
          enter: {
            x: { scale: 'x', field: 'at' },
            y: { value: TOP - 4 },
            y2: { value: TOP + height },
            stroke: { value: COLOURS.unanswered },
            strokeWidth: { value: 1.5 },
            strokeDash: { value: [5, 4] },
          },
        },
      },
      {
        type: 'text',
        from: { data: 'limit' },
        encode: {
          enter: {
            x: { field: 'labelAt' },
            y: { value: 11 },
            text: { field: 'label' },
            align: { value: 'left' },
            fill: { value: COLOURS.unanswered },
            font: { value: 'inherit' },
            fontSize: { value: LETTERS },
          },
        },
      },
      {
        type: 'rule',
        from: { data: 'rows' },
        encode: {
          enter: {
            x: { scale: 'x', field: 'from' },
            x2: { scale: 'x', field: 'to' },
            y: { field: 'y' },
            stroke: { value: COLOURS.on_time },
            strokeWidth: { value: 3 },
          },
        },
      },
      {
        type: 'symbol',
        from: { data: 'ends' },
        encode: {
          enter: {
            x: { scale: 'x', field: 'at' },
            y: { field: 'y' },
            shape: { field: 'shape' },
            size: { field: 'size' },
            fill: { field: 'fill' },
            stroke: { value: COLOURS.on_time },
            strokeWidth: { value: 2 },
            angle: { signal: "datum.shape === 'stroke' ? 90 : 0" },
          },
        },
      },
      ...upon(texts('names', 'left')),
      ...upon(texts('notes', 'right')),
    ],
  };
}
