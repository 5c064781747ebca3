import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../app/context.ts';
import { beginHolderCheck, readHolderStanding } from '../../app/holder/holder-check.ts';
import { maskMobile } from '../../domain/numbers/mobile-number.ts';
import { t } from '../../locales/index.ts';
import { formatMoment } from '../../platform/locale.ts';
import type { FormState } from '../form.ts';
import { EMPTY_FORM, readForm } from '../form.ts';
import { paths } from '../paths.ts';
import { consentText } from '../present/consents.ts';
import type { Web } from '../render.ts';
import { show } from '../visit.ts';
import { askerOf } from './asking.ts';
import { guarded, type Refuse } from './sign-in.ts';

type ByNumber = { Params: { numberId: string } };

/** Having a number in hand and being its holder: two proofs, shown apart. */
export function addHolderRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  app.get<ByNumber>(paths.holder(':numberId'), (request, reply) => showHolder(request, reply, request.params.numberId));

  app.post<ByNumber>(paths.holder(':numberId'), async (request, reply) => {
    const { numberId } = request.params;
    const { locale } = request.visit;
    const typed = readForm(request);
    const asker = askerOf(request, typed);
    const again: Refuse = (form, status) => showHolder(request, reply, numberId, form, status);
    return guarded(request, reply, typed, again, async () => {
      const returnUrl = `${ctx.config.publicUrl}${paths.holder(numberId)}`;
      const url = await beginHolderCheck(ctx, asker, numberId, { returnUrl, locale, agrees: typed.consent === 'yes' });
      return showHolder(request, reply, numberId, EMPTY_FORM, 200, url);
    });
  });

  async function showHolder(
    request: FastifyRequest,
    reply: FastifyReply,
    numberId: string,
    form: FormState = EMPTY_FORM,
    status = 200,
    goTo: string | null = null,
  ) {
    const { locale } = request.visit;
    const { possession, holder, agreed } = await readHolderStanding(ctx, askerOf(request), numberId);
    const digits = (await ctx.numbers.digitsOf([numberId])).get(numberId);
    const provider = ctx.holderCheck?.name ?? null;
    const tell = (proof: typeof holder, kind: 'possession' | 'holder') =>
      proof === null
        ? t(locale, `holder.${kind}.none`)
        : t(locale, `holder.${kind}.${proof.status}`, {
            at: formatMoment(locale, proof.decidedAt ?? proof.askedAt),
            how: t(locale, `holder.method.${proof.method}`),
          });
    const props = {
      number: digits === undefined ? '' : maskMobile(digits),
      action: paths.holder(numberId),
      possession: tell(possession, 'possession'),
      holder: tell(holder, 'holder'),
      isProved: holder?.status === 'passed',
      waits: holder?.status === 'waiting',
      provider,
      consent: agreed ? null : consentText(locale, 'real_person_check'),
      goTo,
      form,
    };
    return show(web, request, reply, 'holder', props, status);
  }
}
