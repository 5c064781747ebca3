import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { listMyConsents } from '../../app/consents/consents.ts';
import { withdrawConsent } from '../../app/consents/withdraw-consent.ts';
import type { AppContext } from '../../app/context.ts';
import { correctMyName, readMyName } from '../../app/corrections/correct-name.ts';
import { listMyOpenNumbers } from '../../app/holder/my-open-numbers.ts';
import { exportMyData, readMyAccessLog } from '../../app/mine/my-data.ts';
import { CONSENT_KINDS } from '../../domain/consents/consent.ts';
import { findText, t } from '../../locales/index.ts';
import { formatMoment } from '../../platform/locale.ts';
import type { FormState, Typed } from '../form.ts';
import { EMPTY_FORM, readForm, refusedForm } from '../form.ts';
import { paths } from '../paths.ts';
import { consentRows } from '../present/consents.ts';
import type { Web } from '../render.ts';
import { requireActor, show } from '../visit.ts';
import { askerOf } from './asking.ts';

/** What is kept about a person, in the order of how much it tells. */
const KEPT = ['number', 'account', 'case', 'evidence', 'notices', 'journal', 'readings'] as const;

const DONE: Readonly<Record<string, string>> = { name: 'correction.name_done', corrected: 'correction.done_own' };

/** The person's own data: kept, read, taken along. */
export function addDataRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  app.get(paths.data, (request, reply) => showData(request, reply, EMPTY_FORM));

  app.get(paths.dataName, async (_request, reply) => reply.redirect(paths.data, 303));

  app.post(paths.dataName, async (request, reply) => {
    const typed = readForm(request);
    try {
      await correctMyName(ctx, askerOf(request, typed), typed.name ?? '');
      return reply.redirect(`${paths.data}?done=name`, 303);
    } catch (error) {
      return showData(request, reply, refusedForm(request.visit.locale, typed, error), 422);
    }
  });

  app.get(paths.dataConsent, async (_request, reply) => reply.redirect(paths.data, 303));

  app.post(paths.dataConsent, async (request, reply) => {
    const typed = readForm(request);
    const asker = askerOf(request, typed);
    const kind = CONSENT_KINDS.find((one) => one === typed.kind);
    if (!kind) return reply.redirect(paths.data, 303);
    const { deleted, held } = await withdrawConsent(ctx, asker, kind);
    const query = `withdrawn=${deleted}${held.length > 0 ? '&held=yes' : ''}`;
    return reply.redirect(`${paths.data}?${query}`, 303);
  });

  app.get(paths.dataExport, async (request, reply) => {
    requireActor(request);
    const data = await exportMyData(ctx, askerOf(request));
    return reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', 'attachment; filename="qingbiao-my-data.json"')
      .send(JSON.stringify(data, null, 2));
  });

  async function showData(request: FastifyRequest, reply: FastifyReply, form: FormState, status = 200) {
    requireActor(request);
    const { locale, now } = request.visit;
    const { cursor, own, withdrawn, held, done } = request.query as Typed;
    const showsOwn = own === 'yes';
    const asker = askerOf(request);
    const log = await readMyAccessLog(ctx, asker, { cursor, limit: 30, own: showsOwn });
    return show(
      web,
      request,
      reply,
      'data',
      {
        kept: KEPT.map((name) => ({
          what: t(locale, `data.kept.${name}`),
          why: t(locale, `data.kept.${name}.why`),
          until: t(locale, `data.kept.${name}.until`),
        })),
        readings: log.items.map(({ at, who, purpose, what, numberId }, index) => ({
          id: `${at}-${numberId}-${index}`,
          when: formatMoment(locale, at, now),
          who: findText(locale, `data.who.${who}`) ?? t(locale, 'data.who.other'),
          what: t(locale, 'data.looked', {
            what: findText(locale, `data.what.${what}`) ?? what,
            purpose: findText(locale, `data.purpose.${purpose}`) ?? purpose,
          }),
        })),
        next: log.next,
        own: showsOwn,
        consents: consentRows(locale, asker.actor.id, await listMyConsents(ctx, asker, locale)),
        name: form.typed.name ?? (await readMyName(ctx, asker)),
        nameFault: form.errors.name ?? form.errors.form,
        numbers: (await listMyOpenNumbers(ctx, asker.actor)).map(({ numberId, masked }) => ({
          href: paths.correct(numberId),
          label: masked,
        })),
        done: done
          ? (findText(locale, DONE[done] ?? '') ?? null)
          : /^\d{1,6}$/.test(withdrawn ?? '')
            ? t(locale, held === undefined ? 'consent.withdrawn_done' : 'consent.withdrawn_held', {
                n: withdrawn ?? '',
              })
            : null,
      },
      status,
    );
  }
}
