import type { FastifyInstance } from 'fastify';
import { listMyConsents } from '../../app/consents/consents.ts';
import { withdrawConsent } from '../../app/consents/withdraw-consent.ts';
import type { AppContext } from '../../app/context.ts';
import { exportMyData, readMyAccessLog } from '../../app/mine/my-data.ts';
import { CONSENT_KINDS } from '../../domain/consents/consent.ts';
import { findText, t } from '../../locales/index.ts';
import { formatMoment } from '../../platform/locale.ts';
import type { Typed } from '../form.ts';
import { readForm } from '../form.ts';
import { paths } from '../paths.ts';
import { consentRows } from '../present/consents.ts';
import type { Web } from '../render.ts';
import { requireActor, show } from '../visit.ts';
import { askerOf } from './asking.ts';

/** What is kept about a person, in the order of how much it tells. */
const KEPT = ['number', 'account', 'case', 'evidence', 'notices', 'journal', 'readings'] as const;

/** The person's own data: kept, read, taken along. */
export function addDataRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  app.get(paths.data, async (request, reply) => {
    requireActor(request);
    const { locale, now } = request.visit;
    const { cursor, own, withdrawn, held } = request.query as Typed;
    const showsOwn = own === 'yes';
    const asker = askerOf(request);
    const log = await readMyAccessLog(ctx, asker, { cursor, limit: 30, own: showsOwn });
    return show(web, request, reply, 'data', {
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
      done: /^\d{1,6}$/.test(withdrawn ?? '')
        ? t(locale, held === undefined ? 'consent.withdrawn_done' : 'consent.withdrawn_held', { n: withdrawn ?? '' })
        : null,
    });
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
}
