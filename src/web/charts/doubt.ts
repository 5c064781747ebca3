import type { Spec } from 'vega';
import type { ChartWords, Drawing } from './draw.ts';
import { AXIS, COLOURS, draw, LETTERS } from './draw.ts';

export type DoubtPlot = {
  /** Decimal logarithms by the number of the decision, from the first on. */
  readonly points: readonly { readonly at: number; readonly log10: number }[];
  readonly alarm: { readonly log10: number; readonly label: string };
};

const LEFT = 58;
const RIGHT = 22;
const HEIGHT = 220;
/** Below a ten-thousandth nobody asks how much below. */
const LOWEST = -4;

/** The way of a doubt, ten times a step upwards, against the line at which a rule is paused. */
export function drawDoubt(words: ChartWords, plot: DoubtPlot): Promise<Drawing> {
  return draw(words, (width) => specOf(plot, width - LEFT - RIGHT));
}

function specOf({ points, alarm }: DoubtPlot, width: number): Spec {
  const way = [{ at: 0, log10: 0 }, ...points].map(({ at, log10 }) => ({ at, log10: Math.max(LOWEST, log10) }));
  const bottom = Math.floor(Math.min(-1, ...way.map(({ log10 }) => log10)));
  const top = Math.ceil(Math.max(alarm.log10 + 1, ...way.map(({ log10 }) => log10)));
  const most = Math.max(5, ...way.map(({ at }) => at));
  const every = Math.max(1, Math.ceil((top - bottom) / 8));
  const steps = Array.from({ length: top - bottom + 1 }, (_, index) => bottom + index).filter(
    (step) => step % every === 0,
  );
  const last = way.at(-1);
  const x = { scale: 'x', field: 'at' };
  const y = { scale: 'y', field: 'log10' };
  return {
    width,
    height: HEIGHT,
    padding: { left: LEFT, right: RIGHT, top: 10, bottom: 26 },
    data: [
      { name: 'way', values: way },
      { name: 'last', values: last ? [last] : [] },
      { name: 'alarm', values: [alarm] },
    ],
    scales: [
      { name: 'x', type: 'linear', domain: [0, most], range: [0, width] },
      { name: 'y', type: 'linear', domain: [bottom, top], range: [HEIGHT, 0] },
    ],
    axes: [
      {
        ...AXIS,
        orient: 'left',
        scale: 'y',
        values: steps,
        grid: true,
        encode: {
          labels: {
            update: {
              text: {
                signal: 'datum.value < 0 ? format(pow(10, datum.value), "~r") : format(pow(10, datum.value), ",.0f")',
              },
            },
          },
        },
      },
      { ...AXIS, orient: 'bottom', scale: 'x', tickCount: Math.min(most, 6), format: 'd', labelPadding: 9 },
    ],
    marks: [
      {
        type: 'rule',
        from: { data: 'alarm' },
        encode: {
          enter: {
            x: { value: 0 },
            x2: { value: width },
            y,
            stroke: { value: COLOURS.unanswered },
            strokeWidth: { value: 1.5 },
            strokeDash: { value: [5, 4] },
          },
        },
      },
      {
        type: 'line',
        from: { data: 'way' },
        encode: { enter: { x, y, stroke: { value: COLOURS.on_time }, strokeWidth: { value: 2 } } },
      },
      {
        type: 'symbol',
        from: { data: 'last' },
        encode: { enter: { x, y, size: { value: 70 }, fill: { value: COLOURS.on_time } } },
      },
      {
        type: 'text',
        from: { data: 'alarm' },
        encode: {
          enter: {
            x: { value: 4 },
            y: { scale: 'y', field: 'log10', offset: -6 },
            text: { field: 'label' },
            align: { value: 'left' },
            fill: { value: COLOURS.unanswered },
            font: { value: 'inherit' },
            fontSize: { value: LETTERS },
          },
        },
      },
    ],
  };
}
