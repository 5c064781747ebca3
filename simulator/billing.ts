import { freshId, type Tell, type Told } from './facts.ts';
import type { ApiClient, Json } from './lib/api-client.ts';

export type Bill = { readonly billId: string; readonly amountFen: number };
type Named = {
  readonly billId?: string | undefined;
  readonly amountFen?: number | undefined;
  readonly at?: string | undefined;
};

/** The carrier's billing system. Money in fen. */
export type Billing = {
  issueBill(number: string, bill?: Named & { readonly dueDate?: string | undefined }): Promise<Told & Bill>;
  /** Says that a bill is overdue, by 31 days unless told otherwise; issues one first where none is known. */
  goOverdue(number: string, bill?: Named & { readonly overdueDays?: number | undefined }): Promise<Told & Bill>;
  /** Pays the whole of what is owed unless told otherwise. */
  pay(number: string, payment?: Payment): Promise<Paid>;
  /** Tells one and the same payment twice, as two reports with names of their own. */
  payTwice(number: string, payment?: Payment): Promise<readonly [Paid, Paid]>;
  /** Pays one fen too little unless told otherwise. */
  payShort(number: string, payment?: Payment): Promise<Paid>;
};

export type Payment = Named & { readonly paymentId?: string | undefined };
export type Paid = Told & Bill & { readonly paymentId: string };

const MONTHLY_FEN = 8_800;

export function createBilling(api: ApiClient, tell: Tell, now: () => string): Billing {
  const lastBills = new Map<string, Bill>();

  /** What the product says is owed; where no flag says so, the bill issued last. */
  const owed = async (number: string): Promise<Bill | null> => {
    const { flags } = (await api.post('/standing', { mobile_number: number })) as { flags?: readonly Json[] };
    for (const flag of flags ?? []) {
      const condition = (flag['reasons'] as Json | undefined)?.['lift_condition'] as Json | null | undefined;
      const billId = condition?.['kind'] === 'paid' ? (condition['bill_ids'] as string[])[0] : undefined;
      const owedFen = flag['owed_fen'];
      if (billId !== undefined && typeof owedFen === 'number' && owedFen > 0) return { billId, amountFen: owedFen };
    }
    return lastBills.get(number) ?? null;
  };

  const settle = async (number: string, payment: Payment, short = 0): Promise<Bill> => {
    const open = payment.billId && payment.amountFen ? null : await owed(number);
    const billId = payment.billId ?? open?.billId;
    const amountFen = payment.amountFen ?? (open ? open.amountFen - short : undefined);
    if (billId === undefined || amountFen === undefined)
      throw new Error(`no open bill is known for ${number}: name bill_id and amount_fen`);
    return { billId, amountFen };
  };

  const report = async (number: string, bill: Bill, paymentId: string, at: string, sourceId: string): Promise<Paid> => {
    const fact = { kind: 'payment_received', payment_id: paymentId, amount_fen: bill.amountFen, bill_id: bill.billId };
    return { ...(await tell(number, fact, { sourceId, at })), ...bill, paymentId };
  };

  const payOnce = async (number: string, payment: Payment, short = 0): Promise<Paid> => {
    const paymentId = payment.paymentId ?? freshId('pay');
    return report(number, await settle(number, payment, short), paymentId, payment.at ?? now(), paymentId);
  };

  const issueBill: Billing['issueBill'] = async (number, given = {}) => {
    const { billId = freshId('bill'), amountFen = MONTHLY_FEN, dueDate, at = now() } = given;
    const fact = { kind: 'bill_issued', bill_id: billId, amount_fen: amountFen, due_date: dueDate ?? at.slice(0, 10) };
    const told = await tell(number, fact, { sourceId: billId, at });
    lastBills.set(number, { billId, amountFen });
    return { ...told, billId, amountFen };
  };

  return {
    issueBill,

    async goOverdue(number, { billId, amountFen, overdueDays = 31, at = now() } = {}) {
      const known = billId === undefined ? lastBills.get(number) : { billId, amountFen: amountFen ?? MONTHLY_FEN };
      const last = known ?? (await issueBill(number, { amountFen, at }));
      const bill = { billId: last.billId, amountFen: amountFen ?? last.amountFen };
      lastBills.set(number, bill);
      const fact = {
        kind: 'bill_overdue',
        bill_id: bill.billId,
        overdue_days: overdueDays,
        overdue_fen: bill.amountFen,
      };
      return { ...(await tell(number, fact, { sourceId: `${bill.billId}-overdue-${overdueDays}`, at })), ...bill };
    },

    pay: (number, payment = {}) => payOnce(number, payment),

    async payTwice(number, payment = {}) {
      const bill = await settle(number, payment);
      const paymentId = payment.paymentId ?? freshId('pay');
      const at = payment.at ?? now();
      const first = await report(number, bill, paymentId, at, `${paymentId}-bank`);
      return [first, await report(number, bill, paymentId, at, `${paymentId}-counter`)];
    },

    payShort: (number, payment = {}) => payOnce(number, payment, 1),
  };
}
