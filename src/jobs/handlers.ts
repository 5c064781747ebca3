import { workBackTests } from '../app/back-tests/work-back-tests.ts';
import { workBulk } from '../app/bulk/work-bulk.ts';
import { settleDates, sweepClocks } from '../app/clocks/sweep-clocks.ts';
import type { AppContext } from '../app/context.ts';
import { askHolderCheck } from '../app/holder/ask-after.ts';
import { joinReported } from '../app/holder/join-reported.ts';
import { sweepImports, workImport } from '../app/imports/work-import.ts';
import type { JobName, Jobs } from '../app/later.ts';
import { weighRule } from '../app/learning/weigh-rule.ts';
import { workClasses } from '../app/learning/work-classes.ts';
import { sendLift } from '../app/lifts/send-lift.ts';
import { checkDelivery } from '../app/notices/check-delivery.ts';
import { deliverNotice } from '../app/notices/deliver-notice.ts';
import { appoint, appointOnLine } from '../app/organisations/appoint.ts';
import { retain } from '../app/retention/retain.ts';
import { publishEntry } from '../app/webhooks/publish-entry.ts';
import { sendWebhook } from '../app/webhooks/send-webhook.ts';

export type Handlers = { readonly [N in JobName]: (ctx: AppContext, payload: Jobs[N]) => Promise<unknown> };

/** One handler for each entry of the catalogue; each is safe to run twice. */
export const HANDLERS: Handlers = {
  deliver_notice: deliverNotice,
  check_delivery: checkDelivery,
  send_lift: sendLift,
  publish_entry: publishEntry,
  send_webhook: sendWebhook,
  ask_holder_check: askHolderCheck,
  join_reported: joinReported,
  weigh_rule: weighRule,
  work_classes: workClasses,
  work_bulk: workBulk,
  work_back_tests: workBackTests,
  appoint,
  appoint_on_line: appointOnLine,
  sweep_clocks: sweepClocks,
  settle_dates: settleDates,
  work_import: workImport,
  sweep_imports: sweepImports,
  retain,
};
