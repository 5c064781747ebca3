import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../app/context.ts';
import type { Web } from '../render.ts';
import { addAuthorityCaseRoutes } from './authority/cases.ts';
import { addReportRoutes } from './authority/reports.ts';
import { addBundleRoutes } from './bundle.ts';
import { addCaseRoutes } from './cases.ts';
import { addClockRoutes } from './clocks.ts';
import { addCorrectionRoutes } from './corrections.ts';
import { addDataRoutes } from './data.ts';
import { addDeskRoutes } from './desk.ts';
import { addEnrolRoutes } from './enrol.ts';
import { addEscalateRoutes } from './escalate.ts';
import { addGuideRoutes } from './guides.ts';
import { addHolderRoutes } from './holder.ts';
import { addKeepRoutes } from './keep.ts';
import { addKeysRoutes } from './keys.ts';
import { addLetterRoutes } from './letters.ts';
import { addMandateRoutes } from './mandates.ts';
import { addMineRoutes } from './mine.ts';
import { addMySignInRoutes } from './my-sign-in.ts';
import { addOrganisationRoutes } from './organisation.ts';
import { addPolicyRoutes } from './policies.ts';
import { addProveRoutes } from './prove.ts';
import { addPublicRoutes } from './public.ts';
import { addReminderRoutes } from './reminders.ts';
import { addSignInRoutes } from './sign-in.ts';
import { addStaffSignInRoutes } from './sign-in-staff.ts';
import { addTeamRoutes } from './team.ts';

/** A module of routes adds its own to the server of the pages. */
export type AddRoutes = (app: FastifyInstance, ctx: AppContext, web: Web) => void;

const MODULES: readonly AddRoutes[] = [
  addPublicRoutes,
  addSignInRoutes,
  addStaffSignInRoutes,
  addEnrolRoutes,
  addMySignInRoutes,
  addHolderRoutes,
  addProveRoutes,
  addGuideRoutes,
  addClockRoutes,
  addPolicyRoutes,
  addReminderRoutes,
  addKeepRoutes,
  addLetterRoutes,
  addMandateRoutes,
  addDataRoutes,
  addCorrectionRoutes,
  addOrganisationRoutes,
  addMineRoutes,
  addCaseRoutes,
  addBundleRoutes,
  addEscalateRoutes,
  addDeskRoutes,
  addTeamRoutes,
  addKeysRoutes,
  addAuthorityCaseRoutes,
  addReportRoutes,
];

export const addRoutes: AddRoutes = (app, ctx, web) => {
  for (const add of MODULES) add(app, ctx, web);
};
