import type { HolderAnswer, HolderCheckPort } from '../app/holder/holder-check-port.ts';
import type { HolderCheckConfig } from '../platform/config.ts';
import { isLoopbackHost } from '../platform/config.ts';

const PATIENCE_MS = 5_000;
const ANSWERS: readonly HolderAnswer[] = ['waiting', 'passed', 'failed'];

/**
 * A real-person check over HTTP, as docs/holder-check.md tells: `POST {url}/checks` is answered with `{reference, url}`, and
 * `GET {url}/checks/{reference}` with `{status}`. Anything else throws.
 */
export function createHttpHolderCheck({ url, token, name }: HolderCheckConfig): HolderCheckPort {
  const ask = async (path: string, init: RequestInit) => {
    const answer = await fetch(`${url}${path}`, {
      ...init,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(PATIENCE_MS),
      redirect: 'error',
    });
    if (!answer.ok) throw new Error(`the holder check answered ${answer.status}`);
    return (await answer.json()) as { readonly [field: string]: unknown };
  };
  return {
    name,
    async begin({ checkId, mobile, returnUrl, locale }) {
      const body = { check_id: checkId, mobile_number: mobile, return_url: returnUrl, locale };
      const { reference, url: page } = await ask('/checks', { method: 'POST', body: JSON.stringify(body) });
      if (typeof reference !== 'string' || typeof page !== 'string' || !isPage(page))
        throw new Error('the holder check answered something else');
      return { reference, url: page };
    },
    async result(reference) {
      const { status } = await ask(`/checks/${encodeURIComponent(reference)}`, { method: 'GET' });
      const known = ANSWERS.find((one) => one === status);
      if (!known) throw new Error('the holder check answered something else');
      return known;
    },
  };
}

/** People are sent to a page in the web, and in the open to this machine alone. */
function isPage(spelled: string): boolean {
  const page = URL.canParse(spelled) ? new URL(spelled) : null;
  return page !== null && (page.protocol === 'https:' || (page.protocol === 'http:' && isLoopbackHost(page.hostname)));
}
