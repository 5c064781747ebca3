import type { Law } from '../../src/domain/knowledge/knowledge.ts';
import { APPEALS, APPEALS_BACKGROUND } from './appeals.ts';
import { CIVIL, CIVIL_BACKGROUND } from './civil.ts';
import { CREDIT, CREDIT_BACKGROUND } from './credit.ts';
import { FRAUD, FRAUD_BACKGROUND } from './fraud-law.ts';
import { PRIVACY, PRIVACY_BACKGROUND } from './privacy.ts';
import { PROCEDURE, PROCEDURE_BACKGROUND } from './procedure.ts';
import { PROVINCES, PROVINCES_BACKGROUND } from './provinces.ts';
import { PUNISHMENTS, PUNISHMENTS_BACKGROUND } from './punishment.ts';
import { SERVICE, SERVICE_BACKGROUND } from './service.ts';
import { TELECOM, TELECOM_BACKGROUND } from './telecom.ts';
import { TIME, TIME_BACKGROUND } from './time.ts';

/** Rules that people rely on and letters cite, the strongest first. Paraphrased; the ids follow the articles. */
export const LAWS: readonly Law[] = [
  ...FRAUD,
  ...TELECOM,
  ...APPEALS,
  ...SERVICE,
  ...PUNISHMENTS,
  ...CREDIT,
  ...CIVIL,
  ...PRIVACY,
  ...PROCEDURE,
  ...PROVINCES,
  ...TIME,
];

export const BACKGROUND: readonly Law[] = [
  ...FRAUD_BACKGROUND,
  ...TELECOM_BACKGROUND,
  ...APPEALS_BACKGROUND,
  ...SERVICE_BACKGROUND,
  ...PUNISHMENTS_BACKGROUND,
  ...CREDIT_BACKGROUND,
  ...CIVIL_BACKGROUND,
  ...PRIVACY_BACKGROUND,
  ...PROCEDURE_BACKGROUND,
  ...PROVINCES_BACKGROUND,
  ...TIME_BACKGROUND,
];
