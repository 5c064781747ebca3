let dialog: HTMLDialogElement | null = null;

/** Opens the list of keys over the page, or closes it. Always answers that the key is done with. */
export function toggleHelp(address: string): boolean {
  if (dialog?.open) dialog.close();
  else if (dialog) dialog.showModal();
  else void load(address);
  return true;
}

/** The list is the help page's own, so that both say the same; where it cannot be had, the page itself is opened. */
async function load(address: string): Promise<void> {
  try {
    const answer = await fetch(address);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const list = page.querySelector<HTMLElement>('#keys-help');
    if (!answer.ok || !list) throw new Error('no list of keys');
    // Somebody pressed twice before it came.
    dialog ??= build(list, page.querySelector('h1')?.textContent ?? '');
    if (!dialog.open) dialog.showModal();
  } catch {
    location.assign(address);
  }
}

/** The browser keeps the focus inside, closes it with Esc, and gives the focus back to where it was. */
function build(list: HTMLElement, title: string): HTMLDialogElement {
  const made = document.createElement('dialog');
  made.className = 'keys-dialog';
  const head = document.createElement('h1');
  head.id = 'keys-dialog-title';
  head.textContent = title;
  made.setAttribute('aria-labelledby', head.id);
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'btn btn-secondary';
  close.textContent = list.dataset.close ?? '×';
  close.addEventListener('click', () => made.close());
  list.removeAttribute('id');
  made.append(head, close, document.importNode(list, true));
  document.body.append(made);
  return made;
}
