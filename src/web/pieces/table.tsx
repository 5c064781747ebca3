import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import { usePage, useText } from './page.ts';
import { withQuery } from './query.ts';

export type Column<Key extends string> = {
  key: Key;
  label: string;
  /** The column can order the list through `?sort=key` and `?sort=-key`. */
  sortable?: boolean | undefined;
  numeric?: boolean | undefined;
  /** Never broken over lines: references, numbers. */
  narrow?: boolean | undefined;
  /** The cell that names the row; it carries the row's link. */
  main?: boolean | undefined;
};
export type Row<Key extends string> = {
  id: string;
  href?: string | undefined;
  cells: Readonly<Record<Key, ComponentChildren>>;
  late?: boolean | undefined;
};
export type TableProps<Key extends string> = {
  caption: string;
  columns: readonly Column<Key>[];
  rows: readonly Row<Key>[];
  /** As in the address: `due` or `-due`. */
  sort?: string | undefined;
  /** Name of the checkbox of each row, for acts on several rows; the table then stands in a form. */
  selectName?: string | undefined;
  /** Ids of rows that are ticked, as in a form that came back. */
  selected?: readonly string[] | undefined;
};

function Head<Key extends string>({ column, sort }: { column: Column<Key>; sort: string | undefined }) {
  const { path, query } = usePage();
  const say = useText();
  const direction = sort === column.key ? 'ascending' : sort === `-${column.key}` ? 'descending' : undefined;
  const next = direction === 'ascending' ? `-${column.key}` : column.key;
  return (
    <th role="columnheader" scope="col" class={column.numeric ? 'cell-num' : undefined} aria-sort={direction}>
      {column.sortable ? (
        <a
          href={withQuery(path, query, { sort: next, cursor: null })}
          title={say(next.startsWith('-') ? 'piece.table.sort_down' : 'piece.table.sort_up', { column: column.label })}
        >
          {column.label}
          <Icon
            name={direction === 'ascending' ? 'up' : direction === 'descending' ? 'down' : 'sort'}
            class={direction ? undefined : 'faint'}
          />
        </a>
      ) : (
        column.label
      )}
    </th>
  );
}

/** A list at the desk: order and filters live in the address, each row is one link; on a narrow screen rows become cards. */
export function Table<Key extends string>({ caption, columns, rows, sort, selectName, selected }: TableProps<Key>) {
  const say = useText();
  return (
    <div class="table-room">
      <table class="table" role="table">
        <caption class="sr-only">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {selectName && <td role="cell" class="cell-select" />}
            {columns.map((column) => (
              <Head key={column.key} column={column} sort={sort} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={row.id} role="row" class={row.late ? 'row-late' : undefined}>
              {selectName && (
                <td role="cell" class="cell-select">
                  <label>
                    <input type="checkbox" name={selectName} value={row.id} checked={selected?.includes(row.id)} />
                    <span class="sr-only">{say('piece.table.select', { row: row.id })}</span>
                  </label>
                </td>
              )}
              {columns.map((column) => (
                <td
                  key={column.key}
                  role="cell"
                  class={column.numeric ? 'cell-num' : column.narrow ? 'cell-narrow' : undefined}
                  data-label={column.main ? undefined : column.label}
                >
                  {column.main && row.href ? (
                    <a class="row-link" href={row.href}>
                      {row.cells[column.key]}
                    </a>
                  ) : (
                    row.cells[column.key]
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p class="table-empty soft">{say('piece.table.empty')}</p>}
    </div>
  );
}

export type PagerProps = {
  /** Cursor of the next page; nothing on the last. */
  next?: string | undefined;
  /** True when this is not the first page. */
  begun?: boolean | undefined;
  summary?: string | undefined;
};

/** Forward by cursor, and back to the start. */
export function Pager({ next, begun, summary }: PagerProps) {
  const { path, query } = usePage();
  const say = useText();
  return (
    <nav class="pager" aria-label={say('piece.pager.label')}>
      {summary && <span class="soft num">{summary}</span>}
      {begun && <a href={withQuery(path, query, { cursor: null })}>{say('piece.pager.first')}</a>}
      {next && (
        <a class="btn btn-secondary" rel="next" href={withQuery(path, query, { cursor: next })}>
          <span>{say('piece.pager.next')}</span>
          <Icon name="right" />
        </a>
      )}
    </nav>
  );
}
