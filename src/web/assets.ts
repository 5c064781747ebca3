import { readFileSync } from 'node:fs';
import type { PageContext } from './pieces/page.ts';

type Manifest = Readonly<Record<string, { readonly file: string } | undefined>>;

/** The addresses of style, script and icon that a build's manifest names. */
export function assetsOf(manifestFile: string): PageContext['assets'] {
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest;
  const address = (source: string): string => {
    const entry = manifest[source];
    if (!entry) throw new Error(`The web build names no ${source}; delete dist/web and build again.`);
    return `/${entry.file}`;
  };
  return { css: address('theme/main.css'), script: address('islands/main.ts'), icon: address('public/favicon.svg') };
}
