import type { Instant, PlainDate } from '../time.ts';

/** What a carrier's systems report about a line. Money in fen. */
export type Fact =
  | { readonly kind: 'bill_issued'; readonly billId: string; readonly amountFen: number; readonly dueDate: PlainDate }
  | {
      readonly kind: 'bill_overdue';
      readonly billId: string;
      readonly overdueDays: number;
      readonly overdueFen: number;
    }
  | {
      readonly kind: 'payment_received';
      readonly paymentId: string;
      readonly amountFen: number;
      readonly billId: string | null;
    }
  | {
      readonly kind: 'complaint_received';
      readonly complaintId: string;
      readonly topic: string;
      readonly complaints: number;
    }
  | {
      readonly kind: 'usage_observed';
      readonly windowHours: number;
      readonly callsOut: number;
      readonly distinctCallees: number;
      readonly shortCallShare: number;
      /** The model that observed it, with its version, as its owner calls it; absent where none did. */
      readonly model?: string;
    }
  | { readonly kind: 'verification_result'; readonly check: string; readonly passed: boolean }
  /** A contract for a phone or a term was not paid: what the lender reports. */
  | {
      readonly kind: 'contract_defaulted';
      readonly contractId: string;
      readonly overdueDays: number;
      readonly overdueFen: number;
    }
  /** Its debt was settled in full, with the proof that says so. */
  | { readonly kind: 'contract_settled'; readonly contractId: string; readonly settlementId: string };

export type FactKind = Fact['kind'];

/** A fact as the state remembers it: the last ones only, the journal keeps all. */
export type KnownFact = {
  readonly factId: string;
  readonly line: number;
  readonly fact: Fact;
  readonly at: Instant;
  readonly byHuman: boolean;
};

/** A bill that is still open, or that a flag hangs on. */
export type Bill = {
  readonly billId: string;
  readonly line: number;
  readonly amountFen: number;
  readonly paidFen: number;
  readonly dueDate: PlainDate | null;
  readonly paymentIds: readonly string[];
};

/** Fen still owed on a bill, never below zero. */
export function owedFen(bill: Bill): number {
  return Math.max(0, bill.amountFen - bill.paidFen);
}
