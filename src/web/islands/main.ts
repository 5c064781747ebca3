/** Runs the island of every `data-island` on the page, each fetched only where it is used. Pages work without any of them. */
export type Island = (element: HTMLElement) => void;

const islands: Record<string, () => Promise<{ island: Island }>> = {
  countdown: () => import('./countdown.ts'),
  'desk-keys': () => import('./desk-keys.ts'),
  'file-drop': () => import('./file-drop.ts'),
  focus: () => import('./focus.ts'),
  passkey: () => import('./passkey.ts'),
  renew: () => import('./renew.ts'),
  upload: () => import('./upload.ts'),
};

for (const element of document.querySelectorAll<HTMLElement>('[data-island]')) {
  islands[element.dataset.island ?? '']?.().then(
    ({ island }) => island(element),
    () => undefined,
  );
}
