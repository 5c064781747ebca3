import { Button } from './button.tsx';
import type { Option } from './field.tsx';
import { Form } from './form.tsx';
import { usePage, useText } from './page.ts';

export type Filter =
  | { name: string; label: string; kind: 'select'; options: readonly Option[]; any: string }
  | { name: string; label: string; kind: 'search' | 'date' };
export type FilterBarProps = {
  filters: readonly Filter[];
  /** Query names that survive filtering, such as `sort`. */
  keep?: readonly string[] | undefined;
};

/** Filters of a list as a form that reads, so that every view has an address that can be kept and sent. */
export function FilterBar({ filters, keep = ['sort'] }: FilterBarProps) {
  const { path, query } = usePage();
  const say = useText();
  const kept = Object.fromEntries(keep.flatMap((name) => (query[name] ? [[name, query[name]]] : [])));
  const used = filters.some((filter) => query[filter.name]);
  return (
    <Form action={path} method="get" hidden={kept} class="filters" label={say('piece.filter.label')}>
      {filters.map((filter) => (
        <div key={filter.name} class="filter">
          <label for={`filter-${filter.name}`}>{filter.label}</label>
          {filter.kind === 'select' ? (
            <select class="input select" id={`filter-${filter.name}`} name={filter.name}>
              <option value="">{filter.any}</option>
              {filter.options.map((option) => (
                <option key={option.value} value={option.value} selected={query[filter.name] === option.value}>
                  {option.label}
                </option>
              ))}
            </select>
          ) : (
            <input
              class="input"
              id={`filter-${filter.name}`}
              name={filter.name}
              type={filter.kind as 'search'}
              value={query[filter.name] ?? ''}
            />
          )}
        </div>
      ))}
      <Button>{say('piece.filter.apply')}</Button>
      {used && <a href={path}>{say('piece.filter.clear')}</a>}
    </Form>
  );
}
