import type { ComponentChildren } from 'preact';
import { Form } from '../pieces/form.tsx';
import { usePage, useText } from '../pieces/page.ts';
import { type Tab, Tabs } from '../pieces/tabs.tsx';
import { Account, type AccountPaths } from './account.tsx';
import { Brand } from './brand.tsx';
import { Document } from './document.tsx';
import { Switches } from './switches.tsx';

export type DeskLayoutProps = {
  title: string;
  /** 工作台 of a carrier, or the name of the authority. */
  house: string;
  homeHref: string;
  tabs: readonly Tab[];
  /** The page that lists the keys. */
  keysHref: string;
  /** Where `/` leads; where there is none, to the filters. */
  findHref?: string | undefined;
  /** Where the search field of the top bar leads (`?q=`). */
  searchHref?: string | undefined;
  paths: AccountPaths;
  /** Shown beside the title: counts, an act on the whole page. */
  aside?: ComponentChildren;
  /** Seconds after which the page loads itself anew. */
  renews?: number | undefined;
  children: ComponentChildren;
};

/** Dense pages for staff: one top bar, the whole width, no decoration. */
export function DeskLayout({
  title,
  house,
  homeHref,
  tabs,
  keysHref,
  findHref,
  searchHref,
  paths,
  aside,
  renews,
  children,
}: DeskLayoutProps) {
  const { query, keys } = usePage();
  const say = useText();
  return (
    <Document title={title} room="desk" renews={renews}>
      <header class="bar">
        <Brand href={homeHref} />
        <span class="bar-house">{house}</span>
        <Tabs items={tabs} />
        {searchHref && (
          <Form action={searchHref} method="get" class="bar-search">
            <label class="sr-only" for="bar-q">
              {say('layout.search')}
            </label>
            <input
              class="input"
              id="bar-q"
              name="q"
              type="search"
              placeholder={say('layout.search_hint')}
              value={query.q ?? ''}
            />
          </Form>
        )}
        <div class="bar-end">
          <a class="switch desk-keys" href={keysHref}>
            {say('keys.title')}
          </a>
          <Switches type={false} />
          <Account paths={paths} />
        </div>
      </header>
      <main
        id="main"
        class="desk"
        tabIndex={-1}
        data-island={keys ? 'desk-keys' : undefined}
        data-help={keysHref}
        data-find={findHref}
      >
        <div class="desk-title">
          <h1>{title}</h1>
          {aside}
        </div>
        {children}
      </main>
    </Document>
  );
}
