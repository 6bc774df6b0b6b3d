// The payments of an invoice whose day is known.
import type { Day } from './day';
import type { Invoice, InvoiceRow, Payment } from './invoice';

/** A payment with a date. */
export interface DatedPayment {
  on: Day;
  currency: string;
  /** Minor units. */
  amount: number;
}

/**
 * The payments of an invoice up to a day: each where the sheet has them, else all that came at the payment date.
 * @example paymentsOf({ ...invoice, amount: 10000, open: 4000, paidOn: 20 }, 21) // [{ on: 20, amount: 6000, ... }]
 */
export function paymentsOf({ payments, paidOn, amount, open, currency }: Invoice, asOf: Day): DatedPayment[] {
  const dated = (payments ?? []).flatMap(({ on, amount: paid }) =>
    on !== null && on <= asOf && paid > 0 ? [{ on, currency, amount: paid }] : [],
  );
  if (dated.length > 0) return dated;
  const paid = amount === null ? 0 : amount - open;
  return paidOn !== null && paidOn <= asOf && paid > 0 && (amount ?? 0) > 0
    ? [{ on: paidOn, currency, amount: paid }]
    : [];
}

/**
 * The day of the last money that came in or went back; null where none has a day. A credit note is no money.
 * @param until payments after this day do not count
 * @example lastMoneyOn([{ amount: 6000, on: 20 }, { amount: 4000, on: 30, isCredit: true }]) // 20
 */
export function lastMoneyOn(payments: readonly Payment[], until = Number.POSITIVE_INFINITY): Day | null {
  return payments.reduce<Day | null>(
    (last, { on, isCredit }) => (on !== null && !isCredit && on <= until && (last === null || on > last) ? on : last),
    null,
  );
}

/**
 * The day of the last payment of an invoice that had happened by a day; null where none had, or its day is not known.
 * @example lastPaidOn({ payments: [{ amount: 6000, on: 20 }, { amount: -1000, on: 30 }], paidOn: 30 }, 25) // 20
 */
export function lastPaidOn({ payments, paidOn }: Pick<InvoiceRow, 'payments' | 'paidOn'>, asOf: Day): Day | null {
  if (payments) return lastMoneyOn(payments, asOf);
  return paidOn !== null && paidOn <= asOf ? paidOn : null;
}
