import type { Island } from './main.ts';

function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** j and k move between the rows' links, x marks the row, / goes to the search field. */
export const island: Island = (element) => {
  const links = [...element.querySelectorAll<HTMLAnchorElement>('.row-link')];

  function move(step: number): void {
    const now = links.findIndex((link) => link.closest('tr')?.contains(document.activeElement));
    links[Math.min(links.length - 1, Math.max(0, now + step))]?.focus();
  }

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === 'j') move(1);
    else if (event.key === 'k') move(-1);
    else if (event.key === 'x')
      document.activeElement?.closest('tr')?.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
    else if (event.key === '/') document.querySelector<HTMLInputElement>('#bar-q')?.focus();
    else return;
    event.preventDefault();
  });
};
