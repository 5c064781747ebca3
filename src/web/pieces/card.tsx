import type { ComponentChildren } from 'preact';

export type CardProps = {
  title?: string | undefined;
  aside?: ComponentChildren;
  level?: 2 | 3 | undefined;
  children: ComponentChildren;
};

/** A part of a page with a thin line around it. */
export function Card({ title, aside, level = 2, children }: CardProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section class="card">
      {title && (
        <header>
          <Heading>{title}</Heading>
          {aside}
        </header>
      )}
      {children}
    </section>
  );
}
