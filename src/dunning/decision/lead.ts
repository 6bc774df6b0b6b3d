// Which due invoice leads a reminder: the one due earliest among those that matter, and what a part payment leaves of that.
import type { Invoice } from '../../receivables/invoice';
import { addTo, type Totals, toMinor } from '../../receivables/money';
import type { History } from '../history/history-state';
import { LEAD_FLOOR } from '../letter/headline';
import type { DueInvoice } from './customer-context';

/** From this amount on, in whole units of the currency, an invoice is no residue. */
const LEAD_AMOUNT = 250;

/** How much counts as open of an invoice. */
type Measure = (invoice: Invoice) => number;

/**
 * The due invoice with the earliest due date among those that matter; of equals the largest. Many small ones may matter
 * together though none does alone. Who led before a part payment came goes on leading, so that paying a part never makes
 * an older and firmer invoice speak.
 * @param due invoices whose own next stage is due
 * @param chased all overdue invoices that are still asked for
 * @param history what was open at the last reminder
 * @returns null when what is due is too little to lead
 */
export function leadOf(due: readonly DueInvoice[], chased: readonly Invoice[], history: History): DueInvoice | null {
  const before = beforePartPayments(due, chased, history);
  const first = before && choose(due, chased, before);
  return first ?? choose(due, chased, ({ open }) => open);
}

/** What was open at the last reminder, whatever became of it, where a part of that has come in since; null where nothing has. */
function beforePartPayments(due: readonly DueInvoice[], chased: readonly Invoice[], history: History): Measure | null {
  const measure: Measure = (invoice) => {
    const said = history.lastOpen.get(invoice.key);
    if (said !== undefined) return Math.max(invoice.open, said);
    return history.completed.has(invoice.key) ? invoice.open : Math.max(invoice.open, invoice.amount ?? 0);
  };
  const hasFallen = (invoice: Invoice): boolean => measure(invoice) > invoice.open;
  return chased.some(hasFallen) || due.some(({ invoice }) => hasFallen(invoice)) ? measure : null;
}

function choose(due: readonly DueInvoice[], chased: readonly Invoice[], measure: Measure): DueInvoice | null {
  const overdue: Totals = {};
  for (const invoice of chased) addTo(overdue, invoice.currency, measure(invoice));
  const floor = (currency: string): number => LEAD_FLOOR * (overdue[currency] ?? 0);
  const single = due.filter(({ invoice }) => measure(invoice) >= floor(invoice.currency));
  const large = single.filter(({ invoice }) => measure(invoice) >= toMinor(LEAD_AMOUNT, invoice.currency));
  const leading = large.length > 0 ? large : single;
  return earliest(leading.length > 0 ? leading : mattering(due, floor, measure), measure);
}

/** Of currencies whose due invoices together reach the floor, those that are no residue beside the largest of them. */
function mattering(due: readonly DueInvoice[], floor: (currency: string) => number, measure: Measure): DueInvoice[] {
  const sums: Totals = {};
  const largest: Totals = {};
  for (const { invoice } of due) {
    addTo(sums, invoice.currency, measure(invoice));
    largest[invoice.currency] = Math.max(largest[invoice.currency] ?? 0, measure(invoice));
  }
  return due.filter(({ invoice }) => {
    const { currency } = invoice;
    return (sums[currency] ?? 0) >= floor(currency) && measure(invoice) >= LEAD_FLOOR * (largest[currency] ?? 0);
  });
}

function earliest(due: readonly DueInvoice[], measure: Measure): DueInvoice | null {
  let lead: DueInvoice | null = null;
  for (const one of due) if (lead === null || isBefore(one.invoice, lead.invoice, measure)) lead = one;
  return lead;
}

function isBefore(a: Invoice, b: Invoice, measure: Measure): boolean {
  return ((a.due ?? 0) - (b.due ?? 0) || measure(b) - measure(a) || (a.key < b.key ? -1 : 1)) < 0;
}
