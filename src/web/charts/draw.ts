import { createHash } from 'node:crypto';
import type { Mark, Spec } from 'vega';
import { Error as ERRORS, parse, View } from 'vega';

/** What a chart is called and what it shows, for whoever does not see it. */
export type ChartWords = { readonly title: string; readonly description: string };
/** The same chart for a broad and for a narrow place; each is a whole `<svg>`. */
export type Drawing = { readonly wide: string; readonly narrow: string };

/** Widths in pixels at which letters keep their size: half of a desk, and a telephone. */
export const WIDTHS = { wide: 600, narrow: 340 } as const;
export const LETTERS = 12;

/** Draws a chart at both widths. Colours are the page's own variables, so that it follows light and dark; no style, no script. */
export async function draw(words: ChartWords, specAt: (width: number) => Spec): Promise<Drawing> {
  const [wide, narrow] = await Promise.all([svgOf(specAt(WIDTHS.wide), words), svgOf(specAt(WIDTHS.narrow), words)]);
  return { wide, narrow };
}

async function svgOf(spec: Spec, { title, description }: ChartWords): Promise<string> {
  const view = new View(parse({ ...spec, config: CONFIG }), { renderer: 'none', logLevel: ERRORS });
  const svg = await view.toSVG();
  view.finalize();
  const [, width = '', height = '', body = ''] =
    /^<svg[^>]* width="(\d+)" height="(\d+)"[^>]*>(.*)<\/svg>$/s.exec(svg) ?? [];
  if (body === '') throw new Error('the charting library drew something else than an svg');
  // The picture is one thing with a name and a description; its parts have none of their own.
  const drawn = body.replaceAll(/ (?:role|aria-[a-z]+)="[^"]*"/g, '');
  const id = `chart-${createHash('sha256').update(svg).update(title).digest('hex').slice(0, 12)}`;
  return (
    `<svg class="chart" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img"` +
    ` aria-labelledby="${id}-t" aria-describedby="${id}-d">` +
    `<title id="${id}-t">${escaped(title)}</title><desc id="${id}-d">${escaped(description)}</desc>${drawn}</svg>`
  );
}

const CONFIG = { autosize: 'none' } as const;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export const COLOURS = {
  on_time: 'var(--teal)',
  late: 'var(--chart-late)',
  unanswered: 'var(--red)',
  ink: 'var(--ink)',
  soft: 'var(--soft)',
  line: 'var(--line)',
  card: 'var(--card)',
} as const;
/** What is written upon each of them. */
export const UPON = { on_time: 'var(--on-teal)', late: 'var(--chart-on-late)', unanswered: 'var(--on-teal)' } as const;

/** An axis in the page's colours. */
export const AXIS = {
  domain: false,
  ticks: false,
  labelColor: COLOURS.soft,
  labelFont: 'inherit',
  labelFontSize: LETTERS,
  gridColor: COLOURS.line,
  labelPadding: 6,
} as const;

/** How wide a text is about, in pixels: Chinese signs are square, others about half. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 1 : 0.56), 0) * LETTERS;
}

/** A text cut to what fits, with an ellipsis where it was. */
export function fitted(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  const signs = [...text];
  while (signs.length > 1 && widthOf(`${signs.join('')}…`) > width) signs.pop();
  return `${signs.join('')}…`;
}

type Words = { readonly x: number; readonly y: number; readonly text: string; readonly fill: string };

/** Texts at places of their own. */
export function texts(
  name: string,
  align: 'left' | 'right' | 'center',
  baseline: 'alphabetic' | 'middle' = 'alphabetic',
) {
  return {
    type: 'text',
    from: { data: name },
    encode: {
      enter: {
        x: { field: 'x' },
        y: { field: 'y' },
        text: { field: 'text' },
        fill: { field: 'fill' },
        align: { value: align },
        baseline: { value: baseline },
        font: { value: 'inherit' },
        fontSize: { value: LETTERS },
      },
    },
  } satisfies Mark;
}

/** The same texts with a rim in the colour of the ground, where a line may pass behind them. */
export function upon(mark: ReturnType<typeof texts>): Mark[] {
  const enter = { ...mark.encode.enter, stroke: { value: COLOURS.card }, strokeWidth: { value: 5 } };
  return [{ ...mark, encode: { enter } }, mark];
}

export type { Words };
