import { LinkButton } from './button.tsx';
import { FlagMark } from './flag-mark.tsx';

export type EmptyProps = {
  title: string;
  body?: string | undefined;
  action?: { label: string; href: string } | undefined;
  level?: 1 | 2 | undefined;
};

/** Nothing here, and what can be done now. */
export function Empty({ title, body, action, level = 2 }: EmptyProps) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <section class="empty">
      <FlagMark state="lifted" />
      <Heading>{title}</Heading>
      {body && <p class="soft">{body}</p>}
      {action && (
        <LinkButton href={action.href} look="secondary">
          {action.label}
        </LinkButton>
      )}
    </section>
  );
}
