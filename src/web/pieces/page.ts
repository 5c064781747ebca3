import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Role } from '../../domain/journal/actor.ts';
import { type Locale, type TextData, type TextKey, t } from '../../locales/index.ts';

/** What every page knows about the request it answers; pieces read it instead of being handed it. */
export type PageContext = {
  readonly locale: Locale;
  /** The instant of the request, RFC 3339 UTC. */
  readonly now: string;
  /** Path of the page with its leading slash, without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly largeType: boolean;
  /** Single keys do something at a desk; left out where no desk is shown. */
  readonly keys?: boolean | undefined;
  /** Token that every form that posts carries. */
  readonly csrf: string;
  readonly person?:
    | { readonly name: string; readonly role?: string | undefined; readonly kind?: Role | undefined }
    | undefined;
  readonly assets: { readonly css: string; readonly script: string; readonly icon: string };
};

export const Page = createContext<PageContext | null>(null);

/** The context of the page being rendered. */
export function usePage(): PageContext {
  const page = useContext(Page);
  if (!page) throw new Error('A piece is rendered outside a page.');
  return page;
}

/** `t` for the language of this page. */
export function useText(): <Key extends TextKey>(key: Key, ...data: TextData<Key>) => string {
  const { locale } = usePage();
  return (key, ...data) => t(locale, key, ...data);
}
