import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';
type Shared = {
  look?: ButtonLook | undefined;
  icon?: IconName | undefined;
  wide?: boolean | undefined;
  children: ComponentChildren;
};
export type ButtonProps = Shared & {
  name?: string | undefined;
  value?: string | undefined;
  formAction?: string | undefined;
  describedBy?: string | undefined;
};
export type LinkButtonProps = Shared & { href: string; download?: boolean | string | undefined };

function classOf({ look = 'secondary', wide }: Pick<Shared, 'look' | 'wide'>): string {
  return `btn btn-${look}${wide ? ' btn-wide' : ''}`;
}

/** Sends the form it stands in. One `primary` a view. */
export function Button({ look, icon, wide, name, value, formAction, describedBy, children }: ButtonProps) {
  return (
    <button
      type="submit"
      class={classOf({ look, wide })}
      name={name}
      value={value}
      formAction={formAction}
      aria-describedby={describedBy}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}

/** A link that looks like a button because it begins something. */
export function LinkButton({ look, icon, wide, href, download, children }: LinkButtonProps) {
  return (
    <a class={classOf({ look, wide })} href={href} download={download}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </a>
  );
}
