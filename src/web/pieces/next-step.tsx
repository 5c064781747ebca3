import type { ComponentChildren } from 'preact';
import { LinkButton } from './button.tsx';
import { Icon } from './icon.tsx';
import { useText } from './page.ts';

type Way = { label: string; href: string };
export type NextStepProps = {
  /** What to do, as a short sentence; or, while waiting, what is being waited for. */
  title: string;
  body?: string | undefined;
  /** The one thing to do. Left out when it is somebody else's move. */
  action?: Way | undefined;
  /** Other ways, as plain links. */
  others?: readonly Way[] | undefined;
  /** A form instead of a link, or a clock under the words. */
  children?: ComponentChildren;
};

/** The loudest thing on the page: one thing to do, or the relief that there is nothing to do. */
export function NextStep({ title, body, action, others, children }: NextStepProps) {
  const say = useText();
  const waits = !action && !children;
  return (
    <section class={waits ? 'next next-wait' : 'next'}>
      <p class="next-kicker">
        <Icon name={waits ? 'clock' : 'right'} />
        {waits ? say('piece.next.waiting') : say('piece.next.heading')}
      </p>
      <h2>{title}</h2>
      {body && <p class="next-body">{body}</p>}
      {children}
      {action && (
        <LinkButton href={action.href} look="primary" wide>
          {action.label}
        </LinkButton>
      )}
      {others && others.length > 0 && (
        <p class="next-others">
          <span>{say('piece.next.other_ways')}</span>
          {others.map((way) => (
            <a key={way.href} href={way.href}>
              {way.label}
            </a>
          ))}
        </p>
      )}
    </section>
  );
}
