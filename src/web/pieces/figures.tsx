import type { ComponentChildren } from 'preact';
import type { Drawing } from '../charts/draw.ts';
import { Card } from './card.tsx';
import { Icon } from './icon.tsx';

export type FigureColumn = { key: string; label: string; numeric: boolean; broad: boolean };
/** Rows of cells in the order of the columns; the first names the row. */
export type FigureNumbers = {
  columns: readonly FigureColumn[];
  rows: readonly { id: string; cells: readonly string[]; href?: string | undefined }[];
};
export type Download = { readonly label: string; readonly href: string };
/** What a colour of a chart stands for. */
export type LegendItem = { readonly which: 'on_time' | 'late' | 'unanswered'; readonly label: string };
export type FigureSectionProps = {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  /** Null where there is nothing to draw. */
  readonly drawing: Drawing | null;
  readonly legend?: readonly LegendItem[] | undefined;
  readonly table: FigureNumbers;
  readonly downloads: readonly Download[];
  /** What is said below the drawing, or in its place. */
  readonly children?: ComponentChildren;
};

/** A plot with its numbers beside it, each to take along. */
export function FigureSection({ id, title, body, drawing, legend, table, downloads, children }: FigureSectionProps) {
  return (
    <Card title={title}>
      <div class={drawing ? 'duty-section' : 'duty-plain'}>
        <div>
          {body && <p class="soft">{body}</p>}
          {drawing && legend && <Legend items={legend} />}
          {drawing && <Figure id={id} drawing={drawing} />}
          {children}
        </div>
        <div class="duty-numbers">
          <Numbers caption={title} {...table} />
          <Downloads downloads={downloads} of={title} />
        </div>
      </div>
    </Card>
  );
}

function Legend({ items }: { items: readonly LegendItem[] }) {
  return (
    <ul class="duty-legend">
      {items.map(({ which, label }) => (
        <li key={which}>
          <Swatch which={which} />
          {label}
        </li>
      ))}
    </ul>
  );
}

/** A spot of a chart's colour, beside the word that says it. */
export function Swatch({ which }: Pick<LegendItem, 'which'>) {
  return <span class={`duty-swatch duty-${which}`} />;
}

/** Drawn by our own server from numbers and from names that are escaped there. */
export function Figure({ id, drawing }: { id: string; drawing: Drawing }) {
  return (
    <figure class="duty-figure" id={id}>
      <div class="chart-wide" dangerouslySetInnerHTML={{ __html: drawing.wide }} />
      <div class="chart-narrow" dangerouslySetInnerHTML={{ __html: drawing.narrow }} />
    </figure>
  );
}

/** The numbers of a plot: a plain table that stays one on a telephone, where it has fewer columns. */
export function Numbers({ caption, columns, rows }: FigureNumbers & { caption: string }) {
  const classOf = ({ numeric, broad }: FigureColumn) =>
    [numeric ? 'cell-num' : '', broad ? 'cell-broad' : ''].filter(Boolean).join(' ') || undefined;
  return (
    <table class="duty-table">
      <caption class="sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" class={classOf(column)}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, cells, href }) => (
          <tr key={id}>
            {columns.map((column, index) =>
              index === 0 ? (
                <th key={column.key} scope="row" class={classOf(column)}>
                  {href ? <a href={href}>{cells[index]}</a> : cells[index]}
                </th>
              ) : (
                <td key={column.key} class={classOf(column)}>
                  {cells[index]}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The data behind something, as files. */
export function Downloads({ downloads, of }: { downloads: readonly Download[]; of: string }) {
  return (
    <ul class="duty-downloads">
      {downloads.map(({ label, href }) => (
        <li key={href}>
          <a href={href} download>
            <Icon name="down" />
            {label}
            <span class="sr-only">: {of}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
