import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../../app/context.ts';
import { listReports, readReport } from '../../../app/learning/read-reports.ts';
import { readForm } from '../../form.ts';
import { paths } from '../../paths.ts';
import { reportsPage } from '../../present/classes.ts';
import type { Web } from '../../render.ts';
import { show } from '../../visit.ts';
import { askerOf, freshFormKey } from '../asking.ts';
import { textOf } from '../desk/desk-frame.ts';
import { openAuthority } from './authority-frame.ts';

type ByReport = { Params: { reportId: string } };

/** What a body is told of rules that flagged wrongly. */
export function addReportRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  app.get(paths.authorityReports, async (request, reply) => {
    const frame = await openAuthority(ctx, request);
    const cursor = textOf(request, 'cursor');
    const found = await listReports(ctx, askerOf(request), { cursor });
    const props = reportsPage(frame, found, { begun: cursor !== undefined, formKey: freshFormKey(ctx) });
    return show(web, request, reply, 'reports', props);
  });

  app.get<ByReport>(paths.authorityReport(':reportId'), async (_request, reply) =>
    reply.redirect(paths.authorityReports, 303),
  );

  app.post<ByReport>(paths.authorityReport(':reportId'), async (request, reply) => {
    await openAuthority(ctx, request);
    await readReport(ctx, askerOf(request, readForm(request)), request.params.reportId);
    return reply.redirect(paths.authorityReports, 303);
  });
}
