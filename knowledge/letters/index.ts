import type { LetterBook } from '../../src/domain/letters/letter.ts';
import { PERIODS } from '../periods.ts';
import { AUTHORISATION } from './authorisation.ts';
import { CITATIONS } from './citations.ts';
import { CARRIER_COMPLAINT, DEMAND_FOR_REASONS, UNDERTAKING } from './to-carrier.ts';
import { CREDIT_OBJECTION, LABEL_APPEAL, REGULATOR_COMPLAINT } from './to-others.ts';

function daysOf(ruleId: string): number {
  const rule = PERIODS.find((one) => one.ruleId === ruleId);
  if (rule?.unit !== 'calendar_days' || rule.length === null) throw new Error(`${ruleId} has no calendar days`);
  return rule.length;
}

/** The letters and the articles they cite. They are written in Chinese only, since those who receive them read Chinese. */
export const letterBook: LetterBook = {
  templates: {
    carrier_complaint: CARRIER_COMPLAINT,
    demand_for_reasons: DEMAND_FOR_REASONS,
    undertaking: UNDERTAKING,
    authorisation: AUTHORISATION,
    regulator_complaint: REGULATOR_COMPLAINT,
    credit_objection: CREDIT_OBJECTION,
    label_appeal: LABEL_APPEAL,
  },
  citations: new Map(CITATIONS.map((one) => [one.citationId, one])),
  carrierReplyDays: daysOf('carrier.reply'),
};
