import type { KnownFact } from '../../domain/numbers/fact.ts';
import type { JsonValue } from '../../domain/refusal.ts';
import { findText, t } from '../../locales/index.ts';
import { formatDate, formatMoment, formatMoney } from '../../platform/locale.ts';
import type { Frame } from './frame.ts';

type Fact = KnownFact['fact'];

/** A fact in one plain sentence. */
export function factWords({ locale }: Frame, fact: Fact): string {
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
  }
}

/** Where a fact comes from. */
export function factSource({ locale, carrier, now }: Frame, known: KnownFact): string {
  return t(locale, 'fact.source', { carrier, at: formatMoment(locale, known.at, now) });
}

/** A value that a rule saw: its name and what it was, in the reader's units. */
export function seenValue({ locale }: Frame, field: string, value: JsonValue): { name: string; value: string } {
  const name = findText(locale, `value.${field}`) ?? field;
  if (typeof value === 'number' && field.endsWith('Fen')) return { name, value: formatMoney(locale, value) };
  if (typeof value === 'number' && field.endsWith('Share')) return { name, value: percent(value) };
  return { name, value: typeof value === 'string' ? value : JSON.stringify(value) };
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
