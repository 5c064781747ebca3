import type { Spec } from 'vega';
import type { ChartWords, Drawing } from './draw.ts';
import { AXIS, COLOURS, draw, fitted, texts, upon, widthOf } from './draw.ts';

/** One row: a share with the bounds of its interval, and what is tolerated of it where something is. */
export type Rate = {
  readonly name: string;
  readonly note: string;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** Hollow: too few to rely on. */
  readonly hollow: boolean;
  readonly tolerated: number | null;
};

const ROW = 42;
const NAME = 14;
const BAR = 27;
const SIDE = 18;

/** Shares from none to all, each with its interval, so that few are seen to be few. */
export function drawRates(words: ChartWords, rates: readonly Rate[]): Promise<Drawing> {
  return draw(words, (width) => specOf(rates, width - 2 * SIDE));
}

function specOf(rates: readonly Rate[], width: number): Spec {
  const height = rates.length * ROW;
  const placed = rates.map((rate, index) => ({ ...rate, y: index * ROW + BAR }));
  const x = (field: string) => ({ scale: 'x', field });
  return {
    width,
    height,
    padding: { left: SIDE, right: SIDE, top: 2, bottom: 24 },
    data: [
      { name: 'rates', values: placed },
      { name: 'tolerated', values: placed.filter(({ tolerated }) => tolerated !== null) },
      {
        name: 'names',
        values: rates.map(({ name, note }, index) => ({
          x: 0,
          y: index * ROW + NAME,
          text: fitted(name, width - widthOf(note) - 12),
          fill: COLOURS.ink,
        })),
      },
      {
        name: 'notes',
        values: rates.map(({ note }, index) => ({ x: width, y: index * ROW + NAME, text: note, fill: COLOURS.soft })),
      },
    ],
    scales: [{ name: 'x', type: 'linear', domain: [0, 1], range: [0, width] }],
    axes: [{ ...AXIS, orient: 'bottom', scale: 'x', format: '.0%', values: [0, 0.25, 0.5, 0.75, 1], grid: true }],
    marks: [
      {
        type: 'rule',
        from: { data: 'rates' },
        encode: {
          enter: {
            x: x('low'),
            x2: x('high'),
            y: { field: 'y' },
            stroke: { value: COLOURS.on_time },
            strokeWidth: { value: 3 },
            strokeOpacity: { value: 0.55 },
          },
        },
      },
      {
        type: 'rule',
        from: { data: 'tolerated' },
        encode: {
          enter: {
            x: x('tolerated'),
            y: { field: 'y', offset: -9 },
            y2: { field: 'y', offset: 9 },
            stroke: { value: COLOURS.unanswered },
            strokeWidth: { value: 2 },
            strokeDash: { value: [4, 3] },
          },
        },
      },
      {
        type: 'symbol',
        from: { data: 'rates' },
        encode: {
          enter: {
            x: x('share'),
            y: { field: 'y' },
            size: { value: 110 },
            stroke: { value: COLOURS.on_time },
            strokeWidth: { value: 2 },
            fill: { signal: `datum.hollow ? '${COLOURS.card}' : '${COLOURS.on_time}'` },
          },
        },
      },
      ...upon(texts('names', 'left')),
      ...upon(texts('notes', 'right')),
    ],
  };
}
