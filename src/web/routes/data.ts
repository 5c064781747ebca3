import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../app/context.ts';
import { exportMyData, readMyAccessLog } from '../../app/mine/my-data.ts';
import { findText, t } from '../../locales/index.ts';
import { formatMoment } from '../../platform/locale.ts';
import { paths } from '../paths.ts';
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
    const { cursor, own } = request.query as { cursor?: string; own?: string };
    const showsOwn = own === 'yes';
    const log = await readMyAccessLog(ctx, askerOf(request), { cursor, limit: 30, own: showsOwn });
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
    });
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
