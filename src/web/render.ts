import { pathToFileURL } from 'node:url';
import { assetsOf } from './assets.ts';
import { buildWeb } from './build.ts';
import type { PageName, PageProps } from './entry-server.tsx';
import type { PageContext } from './pieces/page.ts';

export type { PageName, PageProps };

/** What a route knows about its request; the assets are added here. */
export type PageRequest = Omit<PageContext, 'assets'>;

export type Web = {
  /** One page as a whole HTML document. */
  render<Name extends PageName>(name: Name, props: PageProps<Name>, request: PageRequest): string;
  /** Folder to serve under `/assets/`, immutable for a year. */
  readonly assets: string;
  /** Folder to serve at the root, for a day. */
  readonly public: string;
};

type Server = typeof import('./entry-server.tsx');

/** Builds the pages if needed and loads them. */
export async function openWeb(): Promise<Web> {
  const built = await buildWeb();
  const server = (await import(pathToFileURL(built.server).href)) as Server;
  const assets = assetsOf(built.manifest);
  return {
    assets: built.assets,
    public: built.public,
    render: (name, props, request) => server.renderPage(name, props, { ...request, assets }),
  };
}
