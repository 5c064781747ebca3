import type { ComponentChildren } from 'preact';
import type { Drawing } from '../charts/draw.ts';
import { Card } from '../pieces/card.tsx';
import { Empty } from '../pieces/empty.tsx';
import type { Filter } from '../pieces/filter-bar.tsx';
import { FilterBar } from '../pieces/filter-bar.tsx';
import { Icon } from '../pieces/icon.tsx';
import { useText } from '../pieces/page.ts';
import { AuthorityFrame } from './authority-frame.tsx';
import { DeskFrame } from './desk-frame.tsx';

export type DutyColumn = { key: string; label: string; numeric: boolean; broad: boolean };
/** Rows of cells in the order of the columns; the first names the row. */
export type DutyNumbers = {
  columns: readonly DutyColumn[];
  rows: readonly { id: string; cells: readonly string[]; href?: string | undefined }[];
};
export type DutySection = {
  id: string;
  title: string;
  body: string;
  notes: readonly string[];
  drawing: Drawing | null;
  /** Whether the colours of the three outcomes need saying. */
  legend: boolean;
  table: DutyNumbers;
  downloads: readonly { label: string; href: string }[];
};
export type DutyPageProps = {
  /** Whose desk it shows at. */
  desk: { kind: 'carrier'; carrier: string } | { kind: 'authority'; body: string };
  hint: string;
  filters: readonly Filter[];
  /** Null where nothing was found. */
  total: {
    of: string;
    figures: readonly { which: Outcome; label: string; value: string; more: string | null }[];
    small: boolean;
    aside: string;
  } | null;
  sections: readonly DutySection[];
  /** All the data behind the page. */
  downloads: DutySection['downloads'];
  clearHref: string;
};

const OUTCOMES = ['on_time', 'late', 'unanswered'] as const;
type Outcome = (typeof OUTCOMES)[number];
const HOW = ['law', 'answer', 'days', 'silent', 'middle', 'interval', 'own'] as const;

/** How carriers keep the periods that bind them: plots with their numbers beside them, each to take along. */
export function DutyPage({ desk, hint, filters, total, sections, downloads, clearHref }: DutyPageProps) {
  const say = useText();
  return (
    <Frame desk={desk} title={say('duty.title')} hint={hint}>
      <FilterBar filters={filters} />
      {total === null ? (
        <Empty
          title={say('duty.empty')}
          body={say('duty.empty_body')}
          action={{ label: say('duty.empty_all'), href: clearHref }}
        />
      ) : (
        <Total {...total} />
      )}
      {sections.map((section) => (
        <Section key={section.id} {...section} />
      ))}
      <Card title={say('duty.how.title')}>
        <ul class="duty-how">
          {HOW.map((name) => (
            <li key={name}>{say(`duty.how.${name}`)}</li>
          ))}
        </ul>
        {downloads.length > 0 && (
          <>
            <h3>{say('duty.data.cells')}</h3>
            <Downloads downloads={downloads} of={say('duty.data.cells')} />
          </>
        )}
      </Card>
    </Frame>
  );
}

function Frame({
  desk,
  ...frame
}: {
  desk: DutyPageProps['desk'];
  title: string;
  hint: string;
  children: ComponentChildren;
}) {
  return desk.kind === 'authority' ? (
    <AuthorityFrame {...frame} body={desk.body} />
  ) : (
    <DeskFrame {...frame} carrier={desk.carrier} />
  );
}

function Total({ of, figures, small, aside }: NonNullable<DutyPageProps['total']>) {
  const say = useText();
  return (
    <section class="duty-total">
      <h2>
        {of}
        {small && <span class="soft"> · {say('duty.small')}</span>}
      </h2>
      <dl>
        {figures.map(({ which, label, value, more }) => (
          <div key={which}>
            <dt>
              <span class={`duty-swatch duty-${which}`} />
              {label}
            </dt>
            <dd>
              <span class="num">{value}</span>
              {more && <span class="soft">{more}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <p class="soft">{aside}</p>
    </section>
  );
}

function Section({ id, title, body, notes, drawing, legend, table, downloads }: DutySection) {
  const say = useText();
  return (
    <Card title={title}>
      <div class={drawing ? 'duty-section' : 'duty-plain'}>
        <div>
          {body && <p class="soft">{body}</p>}
          {drawing && (
            <figure class="duty-figure" id={id}>
              {legend && (
                <ul class="duty-legend">
                  {OUTCOMES.map((which) => (
                    <li key={which}>
                      <span class={`duty-swatch duty-${which}`} />
                      {say(`duty.${which}`)}
                    </li>
                  ))}
                </ul>
              )}
              {/* Drawn by our own server from numbers and from names that are escaped there. */}
              <div class="chart-wide" dangerouslySetInnerHTML={{ __html: drawing.wide }} />
              <div class="chart-narrow" dangerouslySetInnerHTML={{ __html: drawing.narrow }} />
            </figure>
          )}
          {notes.map((note) => (
            <p key={note} class="soft">
              {note}
            </p>
          ))}
        </div>
        <div class="duty-numbers">
          <Numbers caption={title} {...table} />
          <Downloads downloads={downloads} of={title} />
        </div>
      </div>
    </Card>
  );
}

/** The numbers of a plot: a plain table that stays one on a telephone, where it has fewer columns. */
export function Numbers({ caption, columns, rows }: DutyNumbers & { caption: string }) {
  const classOf = ({ numeric, broad }: DutyColumn) =>
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

export function Downloads({ downloads, of }: { downloads: DutySection['downloads']; of: string }) {
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
