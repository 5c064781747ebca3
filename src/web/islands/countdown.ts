import type { Island } from './main.ts';

const MINUTE = 60_000;

/**
 * Brings the clock up to date when the page is looked at again after a while. The server says how much time is left,
 * so the clock of the phone need not be right.
 */
export const island: Island = (element) => {
  let drawn = performance.now();

  async function redraw(): Promise<void> {
    const at = [...document.querySelectorAll('.clock')].indexOf(element);
    const reply = await fetch(location.href, { headers: { accept: 'text/html' } });
    if (!reply.ok) return;
    const fresh = new DOMParser().parseFromString(await reply.text(), 'text/html').querySelectorAll('.clock')[at];
    if (!fresh) return;
    drawn = performance.now();
    for (const part of ['.clock-ring', '.clock-left']) {
      const there = fresh.querySelector(part);
      if (there) element.querySelector(part)?.replaceWith(there);
    }
    element.className = fresh.className;
  }

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && performance.now() - drawn > MINUTE)
      void redraw().catch(() => undefined);
  });
};
