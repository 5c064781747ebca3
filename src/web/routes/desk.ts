import { addDeskAttentionRoutes } from './desk/attention.ts';
import { addBackTestRoutes } from './desk/back-tests.ts';
import { addDeskBulkRoutes } from './desk/bulk.ts';
import { addDeskCaseRoutes } from './desk/cases.ts';
import { addClassRoutes } from './desk/classes.ts';
import { addDutyRoutes } from './desk/duty.ts';
import { addDeskFilterRoutes } from './desk/filters.ts';
import { addDeskFlagRoutes } from './desk/flags.ts';
import { addDeskHoldRoutes } from './desk/holds.ts';
import { addDeskImportRoutes } from './desk/imports.ts';
import { addLearningRoutes } from './desk/learning.ts';
import { addDeskMandateRoutes } from './desk/mandates.ts';
import { addDeskPolicyRoutes } from './desk/policies.ts';
import { addDeskPrecheckRoutes } from './desk/prechecks.ts';
import { addDeskSearchRoutes } from './desk/search.ts';
import { addDeskTemplateRoutes } from './desk/templates.ts';
import { addDeskTimelineRoutes } from './desk/timeline.ts';
import { addDeskWebhookRoutes } from './desk/webhooks.ts';
import type { AddRoutes } from './index.ts';

/** The carrier's desk. */
export const addDeskRoutes: AddRoutes = (app, ctx, web) => {
  for (const add of [
    addDeskCaseRoutes,
    addDeskBulkRoutes,
    addDeskFilterRoutes,
    addDeskTemplateRoutes,
    addDeskSearchRoutes,
    addDeskPrecheckRoutes,
    addDeskFlagRoutes,
    addDeskPolicyRoutes,
    addDeskAttentionRoutes,
    addDeskWebhookRoutes,
    addDeskTimelineRoutes,
    addDeskMandateRoutes,
    addDeskImportRoutes,
    addDeskHoldRoutes,
    addDutyRoutes,
    addLearningRoutes,
    addBackTestRoutes,
    addClassRoutes,
  ]) {
    add(app, ctx, web);
  }
};
