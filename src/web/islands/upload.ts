import type { Island } from './main.ts';

/** Sends a form with files while showing how far it is; the page that comes back is drawn as it came, so that a word said once is not lost. */
export const island: Island = (element) => {
  if (!(element instanceof HTMLFormElement)) return;
  const form = element;
  const drop = form.querySelector<HTMLElement>('.file-drop');
  const room = form.querySelector<HTMLElement>('.file-progress');
  const bar = room?.querySelector('progress');
  const line = room?.querySelector('p');
  if (!drop || !room || !bar || !line) return;
  const words = drop.dataset;
  let sending = false;

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (sending) return;
    sending = true;
    const request = new XMLHttpRequest();
    const fail = (): void => {
      sending = false;
      line.textContent = words.sayFailed ?? '';
    };
    room.hidden = false;
    request.open('POST', form.action);
    request.upload.onprogress = ({ loaded, total }) => {
      const percent = total > 0 ? Math.floor((loaded / total) * 100) : 0;
      bar.value = percent;
      line.textContent = (words.saySending ?? '').replace('{percent}', String(percent));
    };
    request.onerror = fail;
    request.onload = () => {
      if (!request.getResponseHeader('content-type')?.startsWith('text/html')) return fail();
      if (request.status < 400) line.textContent = words.saySent ?? '';
      if (request.responseURL !== location.href) history.pushState(null, '', request.responseURL);
      document.open();
      document.write(request.responseText);
      document.close();
    };
    const body = new FormData(form);
    if (event.submitter instanceof HTMLButtonElement && event.submitter.name)
      body.set(event.submitter.name, event.submitter.value);
    request.send(body);
  });
};
