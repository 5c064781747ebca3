import type { ComponentChildren } from 'preact';
import { usePage, useText } from '../pieces/page.ts';

export type DocumentProps = {
  title: string;
  description?: string | undefined;
  /** Roomy for the public, dense for staff. */
  room: 'counter' | 'desk';
  /** Pages about a person stay out of search engines. */
  indexed?: boolean | undefined;
  children: ComponentChildren;
};

/** The shell of every page: head, skip link, and one small script that pages do not need. */
export function Document({ title, description, room, indexed, children }: DocumentProps) {
  const { locale, largeType, assets } = usePage();
  const say = useText();
  return (
    <html lang={locale} data-room={room} data-type={largeType ? 'large' : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · ${say('app.name')}`}</title>
        {description && <meta name="description" content={description} />}
        {!indexed && <meta name="robots" content="noindex" />}
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#f6f4ee" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#141917" media="(prefers-color-scheme: dark)" />
        <meta name="format-detection" content="telephone=no" />
        <link rel="stylesheet" href={assets.css} />
        <link rel="icon" type="image/svg+xml" href={assets.icon} />
        <script type="module" src={assets.script} />
      </head>
      <body>
        <a class="skip" href="#main">
          {say('layout.skip')}
        </a>
        {children}
      </body>
    </html>
  );
}
