import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';
import { useText } from './page.ts';

export type NoticeTone = 'info' | 'done' | 'attention' | 'danger';
export type NoticeProps = {
  tone: NoticeTone;
  /** The word before the text; by default 提示, 完成, 注意 or 危险. */
  title?: string | undefined;
  /** True for the answer to something just done: it is read out and takes the focus. */
  live?: boolean | undefined;
  children: ComponentChildren;
};

const ICONS: Record<NoticeTone, IconName> = { info: 'info', done: 'check', attention: 'alert', danger: 'alert' };

/** Something to know before going on. `danger` is for scams and loss only. */
export function Notice({ tone, title, live, children }: NoticeProps) {
  const say = useText();
  return (
    <div
      class={`notice notice-${tone}`}
      role={live ? 'status' : undefined}
      data-island={live ? 'focus' : undefined}
      tabIndex={live ? -1 : undefined}
    >
      <Icon name={ICONS[tone]} />
      <div>
        <p class="notice-title">{title ?? say(`piece.notice.${tone}`)}</p>
        <div>{children}</div>
      </div>
    </div>
  );
}
