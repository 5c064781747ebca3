import { authorityScope, isRefusal } from '../../access/lists.ts';
import type { Actor } from '../../domain/journal/actor.ts';
import { RefusalError } from '../../domain/refusal.ts';
import { listCarriers } from '../../store/carriers.ts';
import type { RuleReport } from '../../store/rule-reports.ts';
import { listReports as listReportsOf, markReportRead } from '../../store/rule-reports.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { notFound } from '../on-number.ts';
import type { PageInput } from '../pages.ts';
import { pageRequest } from '../pages.ts';

export type { RuleReport };
export type ReportItem = RuleReport & { readonly carrierZh: string; readonly carrierEn: string };

/** What the asker's body was told of rules that were found bad, newest first. */
export async function listReports(
  ctx: AppContext,
  asker: Asker,
  input: PageInput,
): Promise<{ readonly items: readonly ReportItem[]; readonly next: string | null }> {
  const { items, next } = await listReportsOf(ctx.pool, requireBody(asker.actor), pageRequest(input));
  const carriers = new Map((await listCarriers(ctx.pool)).map((one) => [one.carrierId, one]));
  return {
    items: items.map((item) => {
      const carrier = carriers.get(item.carrierId);
      return { ...item, carrierZh: carrier?.nameZh ?? item.carrierId, carrierEn: carrier?.nameEn ?? item.carrierId };
    }),
    next,
  };
}

/** Notes that the body has seen a report. */
export async function readReport(ctx: AppContext, asker: Asker, reportId: string): Promise<void> {
  const seen = { at: ctx.clock.now(), by: asker.actor.id };
  if (!(await markReportRead(ctx.pool, reportId, requireBody(asker.actor), seen))) throw notFound();
}

function requireBody(actor: Actor): string {
  const scope = authorityScope(actor);
  if (isRefusal(scope)) throw new RefusalError(scope);
  return scope.authorityId;
}
