import type { Spec } from 'vega';
import type { ChartWords, Drawing } from './draw.ts';
import { AXIS, COLOURS, draw } from './draw.ts';

/** One month: the share with the bounds of its interval; hollow where it is not to be relied upon. */
export type Point = {
  readonly label: string;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly hollow: boolean;
};

const LEFT = 44;
const RIGHT = 22;
/** Labels are as wide as this, in pixels. */
const STEP = 58;

/** Shares month by month as a line, with the band in which the true share lies. A month without any duty is a gap. */
export function drawMonths(
  words: ChartWords,
  points: readonly (Point | { readonly label: string; readonly share: null })[],
): Promise<Drawing> {
  return draw(words, (width) => specOf(points, width - LEFT - RIGHT));
}

function specOf(given: Parameters<typeof drawMonths>[1], width: number): Spec {
  const points = given.map((point) =>
    point.share === null ? { label: point.label, gap: true } : { ...point, gap: false },
  );
  const every = Math.max(1, Math.ceil((given.length * STEP) / width));
  const defined = { signal: '!datum.gap' };
  const x = { scale: 'x', field: 'label' };
  const at = (field: string) => ({ scale: 'y', field });
  return {
    width,
    height: 200,
    padding: { left: LEFT, right: RIGHT, top: 10, bottom: 26 },
    data: [
      { name: 'months', values: points },
      { name: 'known', source: 'months', transform: [{ type: 'filter', expr: '!datum.gap' }] },
    ],
    scales: [
      { name: 'x', type: 'point', domain: points.map(({ label }) => label), range: [0, width], padding: 0.5 },
      { name: 'y', type: 'linear', domain: [0, 1], range: [200, 0] },
    ],
    axes: [
      { ...AXIS, orient: 'left', scale: 'y', format: '.0%', values: [0, 0.25, 0.5, 0.75, 1], grid: true },
      {
        ...AXIS,
        orient: 'bottom',
        labelPadding: 9,
        scale: 'x',
        values: points.map(({ label }) => label).filter((_, index) => (points.length - 1 - index) % every === 0),
      },
    ],
    marks: [
      {
        type: 'area',
        from: { data: 'months' },
        encode: {
          enter: {
            x,
            y: at('low'),
            y2: at('high'),
            defined,
            fill: { value: COLOURS.on_time },
            fillOpacity: { value: 0.16 },
          },
        },
      },
      {
        type: 'line',
        from: { data: 'months' },
        encode: {
          enter: { x, y: at('share'), defined, stroke: { value: COLOURS.on_time }, strokeWidth: { value: 2 } },
        },
      },
      {
        // A month between two gaps has neither line nor band; its bounds show as a stroke.
        type: 'rule',
        from: { data: 'known' },
        encode: {
          enter: {
            x,
            y: at('low'),
            y2: at('high'),
            stroke: { value: COLOURS.on_time },
            strokeOpacity: { value: 0.45 },
          },
        },
      },
      {
        type: 'symbol',
        from: { data: 'known' },
        encode: {
          enter: {
            x,
            y: at('share'),
            size: { value: 60 },
            stroke: { value: COLOURS.on_time },
            strokeWidth: { value: 2 },
            fill: { signal: `datum.hollow ? '${COLOURS.card}' : '${COLOURS.on_time}'` },
          },
        },
      },
    ],
  };
}
