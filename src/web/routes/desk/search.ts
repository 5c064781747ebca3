import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { objectToSearch, objectToUnmask, SEARCH_PURPOSES } from '../../../access/search.ts';
import type { AppContext } from '../../../app/context.ts';
import type { FoundNumber, Unmasked } from '../../../app/desk/search-desk.ts';
import { searchDesk, unmask } from '../../../app/desk/search-desk.ts';
import { RefusalError, refusal } from '../../../domain/refusal.ts';
import type { Locale } from '../../../locales/index.ts';
import { t } from '../../../locales/index.ts';
import { formatPhone } from '../../../platform/locale.ts';
import type { FormState } from '../../form.ts';
import { EMPTY_FORM, readForm, refusedForm } from '../../form.ts';
import type { SearchHit } from '../../pages/desk-search-page.tsx';
import { paths } from '../../paths.ts';
import type { Web } from '../../render.ts';
import { requireActor, show } from '../../visit.ts';
import { askerOf } from '../asking.ts';
import { openDesk } from './desk-frame.ts';

type Found = {
  readonly items: readonly FoundNumber[];
  readonly shown: { readonly id: string; readonly what: Unmasked } | null;
};

/** The search of a desk. Posted, so that no number and no name stands in an address. */
export function addDeskSearchRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  app.get(paths.deskSearch, (request, reply) => showSearch(request, reply, EMPTY_FORM, null));

  app.post(paths.deskSearch, async (request, reply) => {
    const typed = readForm(request);
    try {
      const asker = askerOf(request, typed);
      const purpose = SEARCH_PURPOSES.find((one) => one === typed.purpose);
      // The record says why somebody looked, so a reason is said and never guessed.
      if (!purpose) throw new RefusalError(refusal('search.no_purpose', {}, '/purpose'));
      const id = typed.unmask;
      const shown = id ? { id, what: await unmask(ctx, asker, id, purpose) } : null;
      const { items } = await searchDesk(ctx, asker, { text: typed.text ?? '', purpose });
      return await showSearch(request, reply, { typed, errors: {} }, { items, shown });
    } catch (error) {
      if (error instanceof RefusalError && error.refusal.code.startsWith('access.')) throw error;
      const form = refusedForm(request.visit.locale, typed, error);
      return showSearch(request, reply, form, null, 422);
    }
  });

  async function showSearch(
    request: FastifyRequest,
    reply: FastifyReply,
    form: FormState,
    found: Found | null,
    status = 200,
  ) {
    const { carrier, locale } = await openDesk(ctx, request);
    const actor = requireActor(request);
    const refused = objectToSearch(actor);
    if (refused) throw new RefusalError(refused);
    const purposes = SEARCH_PURPOSES.map((one) => ({ value: one, label: t(locale, `data.purpose.${one}`) }));
    const hits = found?.items.map((one) => hitOf(locale, one, found.shown)) ?? null;
    const props = { carrier, purposes, hits, mayUnmask: objectToUnmask(actor) === null, form };
    return show(web, request, reply, 'deskSearch', props, status);
  }
}

function hitOf(locale: Locale, one: FoundNumber, shown: Found['shown']): SearchHit {
  const holder = one.maskedHolder ?? t(locale, 'search.no_holder');
  const whole = shown?.id === one.numberId ? shown.what : null;
  const { mobileNumber, holder: name } = whole ?? { mobileNumber: null, holder: null };
  const digits = mobileNumber === null ? one.maskedNumber : formatPhone(mobileNumber.replace('+86', ''));
  return {
    id: one.numberId,
    number: one.maskedNumber,
    holder,
    facts: [
      ...(one.open ? [] : [t(locale, 'search.closed')]),
      t(locale, 'search.flags', { count: one.activeFlags }),
      ...(one.cases.length === 0 ? [t(locale, 'search.no_cases')] : []),
    ],
    cases: one.cases.map(({ caseId, reference, status }) => ({
      id: caseId,
      words: `${reference} ${t(locale, `status.case.${status}`)}`,
    })),
    whole: whole && `${digits} · ${name ?? t(locale, 'search.no_holder')}`,
  };
}
