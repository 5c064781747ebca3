import type { Island } from './main.ts';

type Words = Readonly<Record<string, string | undefined>>;

function fill(text: string | undefined, data: Readonly<Record<string, string>>): string {
  return (text ?? '').replace(
    /\{([a-z]+)(?:\|([^|}]*)\|([^}]*))?\}/g,
    (_, name: string, one?: string, many?: string) =>
      one === undefined ? (data[name] ?? '') : ((data[name] === '1' ? one : many) ?? ''),
  );
}

function sizeOf(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.round(bytes / 1024)} KB`
    : `${(bytes / 1024 / 1024).toFixed(1).replace('.0', '')} MB`;
}

function problemOf(file: File, input: HTMLInputElement, max: number, words: Words): string | undefined {
  const name = file.name;
  if (file.size === 0) return fill(words.sayEmpty, { name });
  if (file.size > max) return fill(words.sayTooLarge, { name, size: sizeOf(file.size), limit: sizeOf(max) });
  const types = input.accept.split(',').map((type) => type.trim());
  return types.includes(file.type) ? undefined : fill(words.sayWrongType, { name });
}

/** Dropping, a picture of each chosen file, and a first check before anything is sent; the server checks again. */
export const island: Island = (element) => {
  const input = element.querySelector('input');
  const zone = element.querySelector('.file-zone');
  const list = element.querySelector('.file-list');
  if (!input || !zone || !list) return;
  const words: Words = element.dataset;
  const hint = element.querySelector<HTMLElement>('.file-drop-hint');
  if (hint && matchMedia('(pointer: fine)').matches) hint.hidden = false;

  function keep(files: readonly File[]): void {
    const held = new DataTransfer();
    for (const file of files) held.items.add(file);
    if (input) input.files = held.files;
    draw();
  }

  function rowOf(file: File, files: readonly File[]): HTMLElement {
    const row = document.createElement('li');
    const problem = input && problemOf(file, input, Number(element.dataset.max), words);
    if (file.type.startsWith('image/') && !problem) {
      const picture = document.createElement('img');
      picture.alt = '';
      picture.src = URL.createObjectURL(file);
      picture.onload = () => URL.revokeObjectURL(picture.src);
      row.append(picture);
    }
    const name = document.createElement('span');
    name.className = problem ? 'file-bad' : 'num';
    name.textContent = problem || `${file.name} · ${sizeOf(file.size)}`;
    const away = document.createElement('button');
    away.type = 'button';
    away.className = 'btn btn-quiet';
    away.textContent = '×';
    away.setAttribute('aria-label', fill(words.sayRemove, { name: file.name }));
    away.onclick = () => keep(files.filter((one) => one !== file));
    row.append(name, away);
    return row;
  }

  function draw(): void {
    const files = [...(input?.files ?? [])];
    list?.replaceChildren(...files.map((file) => rowOf(file, files)));
  }

  input.addEventListener('change', draw);
  zone.addEventListener('dragover', (event) => {
    event.preventDefault();
    zone.classList.add('file-over');
  });
  zone.addEventListener('dragleave', () => zone.classList.remove('file-over'));
  zone.addEventListener('drop', (event) => {
    event.preventDefault();
    zone.classList.remove('file-over');
    const dropped = [...((event as DragEvent).dataTransfer?.files ?? [])];
    keep(input.multiple ? [...(input.files ?? []), ...dropped] : dropped.slice(0, 1));
  });
};
