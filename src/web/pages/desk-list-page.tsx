import { Button } from '../pieces/button.tsx';
import { Card } from '../pieces/card.tsx';
import type { ClockState } from '../pieces/clock-badge.tsx';
import { ClockLine } from '../pieces/clock-badge.tsx';
import { Empty } from '../pieces/empty.tsx';
import { ErrorSummary, type FieldError } from '../pieces/error-summary.tsx';
import type { Filter } from '../pieces/filter-bar.tsx';
import { FilterBar } from '../pieces/filter-bar.tsx';
import { Form } from '../pieces/form.tsx';
import { usePage } from '../pieces/page.ts';
import type { SavedFiltersProps } from '../pieces/saved-filters.tsx';
import { maySaveFilter, SavedFilters, SaveFilter } from '../pieces/saved-filters.tsx';
import type { CaseStatus, FlagStatus } from '../pieces/status-pill.tsx';
import { StatusPill } from '../pieces/status-pill.tsx';
import type { Column, Row } from '../pieces/table.tsx';
import { Pager, Table } from '../pieces/table.tsx';
import type { TakeNextProps } from '../pieces/take-next.tsx';
import { TakeNext } from '../pieces/take-next.tsx';
import { DeskFrame } from './desk-frame.tsx';

/** What a cell shows: words, a status, the time left, or one small act. */
export type DeskCell =
  | string
  | { pill: 'case'; status: CaseStatus }
  | { pill: 'flag'; status: FlagStatus }
  | { clock: ClockState; due: string }
  | { act: string; action: string; formKey: string; words?: string | undefined };
export type DeskRow = Omit<Row<string>, 'cells'> & { cells: Readonly<Record<string, DeskCell>> };
export type DeskList = {
  title?: string | undefined;
  columns: readonly Column<string>[];
  rows: readonly DeskRow[];
  empty: string;
  sort?: string | undefined;
  next?: string | null | undefined;
};
export type DeskListPageProps = {
  title: string;
  carrier: string;
  hint?: string | undefined;
  done?: string | null | undefined;
  /** What kept a small act of a row from being done. */
  faults?: readonly FieldError[] | undefined;
  filters: readonly Filter[];
  /** Filters kept under a name, where this list has them. */
  saved?: SavedFiltersProps | undefined;
  /** Takes on the most pressing case that nobody works on. */
  takeNext?: TakeNextProps | undefined;
  /** Begins something new of what is listed. */
  begin?: { action: string; label: string; hint: string; formKey: string } | undefined;
  /** A link above the list, such as to what was handled. */
  link?: { label: string; href: string } | undefined;
  /** Another one, to a neighbouring list. */
  beside?: { label: string; href: string } | undefined;
  lists: readonly DeskList[];
};

/** A page of the desk that is one or more lists, each filtered, ordered and paged by its address. */
export function DeskListPage({ carrier, hint, done, faults = [], ...lists }: DeskListPageProps) {
  return (
    <DeskFrame title={lists.title} carrier={carrier} hint={hint} done={done}>
      <ErrorSummary errors={faults} />
      <Lists {...lists} />
    </DeskFrame>
  );
}

/** Filters and lists, as the desks of carriers and of authorities both show them. */
export function Lists({
  title,
  filters,
  saved,
  takeNext,
  begin,
  link,
  beside,
  lists,
}: Omit<DeskListPageProps, 'carrier' | 'hint' | 'done' | 'faults'>) {
  const { query } = usePage();
  return (
    <>
      {takeNext && <TakeNext {...takeNext} />}
      {begin && (
        <Form action={begin.action} idempotencyKey={begin.formKey} class="inline-form">
          <Button look="primary">{begin.label}</Button> <span class="soft">{begin.hint}</span>
        </Form>
      )}
      {saved && <SavedFilters {...saved} />}
      {filters.length > 0 && <FilterBar filters={filters} />}
      {((saved && maySaveFilter(saved)) || link || beside) && (
        <div class="save-filter">
          {saved && <SaveFilter {...saved} />}
          {link && <a href={link.href}>{link.label}</a>}
          {beside && <a href={beside.href}>{beside.label}</a>}
        </div>
      )}
      {lists.map((list) => (
        <ListOf
          key={list.title ?? title}
          list={list}
          caption={list.title ?? title}
          begun={query.cursor !== undefined}
        />
      ))}
    </>
  );
}

function ListOf({ list, caption, begun }: { list: DeskList; caption: string; begun: boolean }) {
  const table =
    list.rows.length === 0 ? (
      <Empty title={list.empty} />
    ) : (
      <>
        <Table caption={caption} columns={list.columns} rows={list.rows.map(drawn)} sort={list.sort} />
        {(list.next || begun) && <Pager next={list.next ?? undefined} begun={begun} />}
      </>
    );
  return list.title ? <Card title={list.title}>{table}</Card> : table;
}

function drawn({ cells, ...row }: DeskRow): Row<string> {
  return {
    ...row,
    cells: Object.fromEntries(
      Object.entries(cells).map(([key, cell]) => [key, <Cell key={key} id={row.id} cell={cell} />]),
    ),
  };
}

function Cell({ id, cell }: { id: string; cell: DeskCell }) {
  if (typeof cell === 'string') return <span>{cell}</span>;
  if ('clock' in cell) return <ClockLine state={cell.clock} due={cell.due} />;
  if ('pill' in cell)
    return cell.pill === 'case' ? (
      <StatusPill kind="case" status={cell.status} />
    ) : (
      <StatusPill kind="flag" status={cell.status} />
    );
  return (
    <Form
      action={cell.action}
      class="flex flex-wrap items-center gap-2 desk-act"
      idempotencyKey={`${cell.formKey}-${id}`}
    >
      {cell.words && (
        <input
          class="input"
          id={`words-${id}`}
          name="words"
          aria-label={cell.words}
          placeholder={cell.words}
          required
          maxLength={500}
        />
      )}
      <Button look="secondary">{cell.act}</Button>
    </Form>
  );
}
