import { toggleHelp } from './keys-help.ts';
import type { Island } from './main.ts';

/** Under this name the tab remembers its last list. */
const LIST = 'qingbiao-list';

/** Fields in which a letter is a letter; a box that is ticked is none. */
function isTyping(target: EventTarget | null): target is HTMLElement {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit])'))
  );
}

/**
 * Single keys of a desk. Nothing happens while somebody types, holds another key or composes a sign; a screen reader in
 * its own mode takes its keys first. Whoever wants none switches them off, and this is never loaded.
 */
export const island: Island = (main) => {
  const all = <E extends HTMLElement>(selector: string) => [...main.querySelectorAll<E>(selector)];
  const first = (selector: string) => main.querySelector<HTMLElement>(selector);
  const rowOf = (element: Element | null) => element?.closest<HTMLElement>('tbody tr') ?? null;
  const help = main.dataset.help ?? '';
  const isCase = /\/cases\/./.test(location.pathname);
  if (!isCase && first('.row-link')) sessionStorage.setItem(LIST, location.pathname + location.search);

  function move(step: number): boolean {
    const links = all<HTMLAnchorElement>('.row-link');
    const row = rowOf(document.activeElement);
    const now = links.findIndex((link) => row?.contains(link));
    const to = links[Math.min(links.length - 1, Math.max(0, now + step))];
    to?.focus();
    return to !== undefined;
  }

  /** The box takes the focus, so that a screen reader says what it is now. */
  function tick(): boolean {
    const box = rowOf(document.activeElement)?.querySelector<HTMLInputElement>('input[type=checkbox]');
    box?.focus();
    box?.click();
    return box !== null && box !== undefined;
  }

  function focus(element: HTMLElement | null): boolean {
    element?.closest('details')?.setAttribute('open', '');
    element?.focus();
    return element !== null;
  }

  function find(): boolean {
    const { find: address } = main.dataset;
    if (address === undefined) return focus(first('.filters :is(input, select)'));
    if (location.pathname === address) return focus(first('#text'));
    location.assign(address);
    return true;
  }

  /** Back to the list that was last seen in this tab, as it was filtered, also after acts on the case; else to the one above. */
  function back(): boolean {
    if (!isCase) return false;
    const above = document.querySelector<HTMLAnchorElement>('.bar .tabs a[aria-current]');
    const to = sessionStorage.getItem(LIST) ?? above?.href;
    if (to) location.assign(to);
    return to !== undefined;
  }

  const keys: Readonly<Record<string, () => boolean>> = {
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => rowOf(document.activeElement) !== null && move(1),
    ArrowUp: () => rowOf(document.activeElement) !== null && move(-1),
    x: tick,
    '/': find,
    f: () => focus(first('.filters :is(input, select)')),
    s: () => focus(first('.save-filter #name')),
    u: back,
    a: () => focus(first('#acts :is(button, summary, a, input:not([type=hidden]))')),
    // A box would send its form; here it belongs to a row.
    Enter: () => {
      const isBox = (document.activeElement as HTMLInputElement | null)?.type === 'checkbox';
      const link = isBox ? rowOf(document.activeElement)?.querySelector<HTMLElement>('.row-link') : null;
      link?.click();
      return link !== null && link !== undefined;
    },
  };

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    if (isTyping(event.target)) {
      if (event.key === 'Escape') event.target.blur();
      return;
    }
    const open = document.querySelector('dialog[open]') !== null;
    const done =
      event.key === '?' || event.key === '？'
        ? toggleHelp(help)
        : !open && Object.hasOwn(keys, event.key) && keys[event.key]?.();
    if (done) event.preventDefault();
  });

  document.querySelector(`.bar a[href="${help}"]`)?.addEventListener('click', (event) => {
    if (toggleHelp(help)) event.preventDefault();
  });
};
