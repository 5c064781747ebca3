import type { Fact } from '../../domain/numbers/fact.ts';
import type { Locale } from '../../locales/index.ts';
import { t } from '../../locales/index.ts';
import { formatDate, formatMoney } from '../../platform/locale.ts';

/** A fact in one plain sentence. */
export function factWords(locale: Locale, fact: Fact): string {
  switch (fact.kind) {
    case 'bill_issued':
      return t(locale, 'fact.bill_issued', {
        bill: fact.billId,
        sum: formatMoney(locale, fact.amountFen),
        due: formatDate(locale, fact.dueDate),
      });
    case 'bill_overdue':
      return t(locale, 'fact.bill_overdue', {
        bill: fact.billId,
        days: fact.overdueDays,
        sum: formatMoney(locale, fact.overdueFen),
      });
    case 'payment_received':
      return t(locale, 'fact.payment_received', { sum: formatMoney(locale, fact.amountFen) });
    case 'complaint_received':
      return t(locale, 'fact.complaint_received', { topic: fact.topic, n: fact.complaints });
    case 'usage_observed':
      return t(locale, 'fact.usage_observed', {
        hours: fact.windowHours,
        calls: fact.callsOut,
        people: fact.distinctCallees,
        share: percent(fact.shortCallShare),
      });
    case 'verification_result':
      return t(locale, fact.passed ? 'fact.verification_passed' : 'fact.verification_failed');
    case 'contract_defaulted':
      return t(locale, 'fact.contract_defaulted', {
        contract: fact.contractId,
        days: fact.overdueDays,
        sum: formatMoney(locale, fact.overdueFen),
      });
    case 'contract_settled':
      return t(locale, 'fact.contract_settled', { contract: fact.contractId });
  }
}

/** A share as whole percents. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
