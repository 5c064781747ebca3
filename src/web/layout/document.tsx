import type { ComponentChildren } from 'preact';
import { usePage, useText } from '../pieces/page.ts';

export type DocumentProps = {
  title: string;
  description?: string | undefined;
  /** Roomy for the public, dense for staff. */
  room: 'counter' | 'desk';
  /** Pages about a person stay out of search engines. */
  indexed?: boolean | undefined;
  /** For pages that are found and passed on: their address, and what they are for machines. */
  share?: Share | undefined;
  /** Seconds after which the page renews itself: by an island that keeps the focus, or by loading itself anew. */
  renews?: number | undefined;
  children: ComponentChildren;
};

export type Share = { readonly url: string; readonly image: string; readonly data: object };

/** The shell of every page: head, skip link, and one small script that pages do not need. */
export function Document({ title, description, room, indexed, share, renews, children }: DocumentProps) {
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
        {renews !== undefined && (
          <noscript>
            <meta http-equiv="refresh" content={String(renews)} />
          </noscript>
        )}
        {share && <ShareTags {...share} title={title} description={description} />}
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
        {renews !== undefined && <span hidden data-island="renew" data-seconds={renews} />}
      </body>
    </html>
  );
}

function ShareTags({ url, image, data, title, description }: Share & Pick<DocumentProps, 'title' | 'description'>) {
  // In a script element only the sign that could end it must be written another way.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return (
    <>
      <link rel="canonical" href={url} />
      <meta property="og:type" content="article" />
      <meta property="og:title" content={title} />
      {description && <meta property="og:description" content={description} />}
      <meta property="og:url" content={url} />
      <meta property="og:image" content={image} />
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
    </>
  );
}
