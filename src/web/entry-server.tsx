import { type ComponentType, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { pages } from './pages/index.ts';
import { Page, type PageContext } from './pieces/page.ts';

export type PageName = keyof typeof pages;
/** Read off the function itself: preact's own `ComponentProps` makes the type checker run for minutes over a union of pages. */
export type PageProps<Name extends PageName> = Parameters<(typeof pages)[Name]>[0];

/** One page as HTML. */
export function renderPage<Name extends PageName>(name: Name, props: PageProps<Name>, context: PageContext): string {
  return renderDocument(pages[name] as unknown as ComponentType<object>, props as object, context);
}

/** Any component that draws a whole document, as HTML. */
export function renderDocument<Props extends object>(
  component: ComponentType<Props>,
  props: Props,
  context: PageContext,
): string {
  const tree = h(Page.Provider, { value: context, children: h(component as ComponentType<object>, props) });
  return `<!doctype html>${renderToString(tree)}`;
}
