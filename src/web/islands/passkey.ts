import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';
import type { Island } from './main.ts';

type Begun = {
  readonly step: string;
  readonly options: PublicKeyCredentialCreationOptionsJSON & PublicKeyCredentialRequestOptionsJSON;
};

/** Asks the device for a passkey and sends its answer with the form. Hidden where script does not run: other ways stand beside it. */
export const island: Island = (element) => {
  const form = element.querySelector('form');
  const line = element.querySelector<HTMLElement>('[data-line]');
  const words = element.dataset;
  if (!form || !line) return;
  element.hidden = false;
  const tell = (text: string | undefined): void => {
    line.hidden = false;
    line.textContent = text ?? '';
  };
  if (words.origin && words.origin !== location.origin) {
    form.hidden = true;
    tell(words.sayAddress);
    return;
  }
  if (!browserSupportsWebAuthn()) {
    form.hidden = true;
    tell(words.sayUnknown);
    return;
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    tell(words.sayWait);
    perform(form, words).then(
      () => form.submit(),
      (error: unknown) => tell(error instanceof Refused ? error.message : words.sayStopped),
    );
  });
};

class Refused extends Error {}

async function perform(form: HTMLFormElement, words: DOMStringMap): Promise<void> {
  const csrf = fieldIn(form, 'csrf');
  const answer = await fetch(words.options ?? '', { method: 'POST', body: new URLSearchParams({ csrf: csrf.value }) });
  const body = (await answer.json()) as Begun & { readonly detail?: string; readonly go?: string };
  if (body.go?.startsWith('/')) location.assign(body.go);
  if (!answer.ok) throw new Refused(body.detail ?? words.sayStopped);
  const { options: optionsJSON, step } = body;
  const response = await (words.ceremony === 'add'
    ? startRegistration({ optionsJSON })
    : startAuthentication({ optionsJSON }));
  fieldIn(form, 'step').value = step;
  fieldIn(form, 'response').value = JSON.stringify(response);
}

function fieldIn(form: HTMLFormElement, name: string): HTMLInputElement {
  const field = form.elements.namedItem(name);
  if (!(field instanceof HTMLInputElement)) throw new Error(`the form has no ${name}`);
  return field;
}
