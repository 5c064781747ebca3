import type { Island } from './main.ts';

/** What tells one control of a page from the others, also in the page that comes after it. */
function nameOf(element: Element): string {
  const form = element.closest('form')?.getAttribute('action') ?? '';
  return [element.tagName, element.id, element.getAttribute('href') ?? '', form, element.textContent].join('|');
}

/**
 * Renews a page on which work goes on without taking the focus away, and says in passing what changed; without script the
 * page loads itself anew. Nothing is drawn while somebody types or reads what is not in front, and nothing once it is over.
 */
export const island: Island = (mark) => {
  const main = document.querySelector('main');
  const pause = Number(mark.dataset.seconds) * 1_000;
  const voice = document.createElement('p');
  voice.className = 'sr-only';
  voice.setAttribute('role', 'status');
  document.body.append(voice);

  function draw(fresh: HTMLElement): void {
    if (!main || fresh.textContent === main.textContent) return;
    const active = document.activeElement;
    if (active?.matches('input, textarea, select')) return;
    const name = active && main.contains(active) ? nameOf(active) : null;
    main.replaceChildren(...fresh.childNodes);
    if (name !== null) {
      const controls = [...main.querySelectorAll<HTMLElement>('a[href], button, summary')];
      (controls.find((one) => nameOf(one) === name) ?? main).focus({ preventScroll: true });
    }
    voice.textContent = main.querySelector('[data-said]')?.textContent ?? '';
  }

  async function renew(): Promise<void> {
    const reply = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null);
    const page = reply?.ok ? new DOMParser().parseFromString(await reply.text(), 'text/html') : null;
    const fresh = page?.querySelector('main');
    if (fresh && !document.hidden) draw(fresh);
    // An answer that could not be had, or was not drawn, is asked for again.
    const over = fresh && !document.hidden && !page?.querySelector('[data-island="renew"]');
    if (!over) setTimeout(() => void renew(), pause);
  }

  setTimeout(() => void renew(), pause);
};
