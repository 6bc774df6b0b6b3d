// What is open per currency by age, what of the overdue is chased by nobody, and what came in since a day.
import { bucketLabels, bucketOfDays } from '../../receivables/aging';
import { openAsOf } from '../../receivables/book';
import type { Day } from '../../receivables/day';
import { collectedIn } from '../../receivables/figures/day-figures';
import { isReceivable } from '../../receivables/invoice-status';
import { addTo, type Totals } from '../../receivables/money';
import { apart, isApart } from '../decision/debtor/whose-debt';
import type { InvoiceDecision } from '../decision/decide';
import type { Facts } from '../decision/facts';
import { isChaseable } from '../decision/owed';
import type { Unchased } from './unchased';

/** What is open in a currency, in minor units. */
export interface MoneyView {
  currency: string;
  /** By the days past due, as `bucketLabels` names them: what is not due yet comes first. */
  byAge: number[];
  /** What is overdue and on no ladder. */
  unchased: number;
  /** What was overdue a week ago, and what money came in since, by the dates in the sheet; left out where it has none of payments. */
  weekAgo?: number;
  cameIn?: number;
}

/** A week ago. */
const DAYS_AGO = 7;

/**
 * Adds what was overdue a week ago, and what came in since: by the sheet's own dates, where it has dates of payment. What is not for us to
 * ask for is no part of it.
 */
export function withWeekAgo(money: readonly MoneyView[], facts: Facts): MoneyView[] {
  const { invoices, asOf } = facts;
  const then = asOf - DAYS_AGO;
  const came = cameIn(facts, then + 1, asOf);
  if (!came) return [...money];
  const overdue: Totals = {};
  for (const invoice of invoices) {
    if (!isReceivable(invoice) || apart(facts, invoice)) continue;
    const { currency, due } = invoice;
    const open = due === null || due >= then ? 0 : (openAsOf(invoice, then) ?? 0);
    if (open > 0) addTo(overdue, currency, open);
  }
  return money.map((one) => ({ ...one, weekAgo: overdue[one.currency] ?? 0, cameIn: came[one.currency] ?? 0 }));
}

/**
 * The money that came in a period by the sheet's own dates, minor units by currency; null where it has no dates of payment.
 * @param from first day @param to last day
 * @example cameIn(facts, facts.asOf - 7, facts.asOf - 1) // { EUR: 3420000 }
 */
export function cameIn(facts: Facts, from: Day, to: Day): Totals | null {
  const { invoices } = facts;
  if (!invoices.some(({ paidOn, payments }) => paidOn !== null || payments?.some(({ on }) => on !== null))) return null;
  const came: Totals = {};
  for (const invoice of invoices) {
    if (!isReceivable(invoice) || apart(facts, invoice)) continue;
    const amount = collectedIn(invoice, openAsOf(invoice, to) ?? 0, from, to);
    if (amount !== 0) addTo(came, invoice.currency, amount);
  }
  return came;
}

/** What is open by age, currencies in alphabetical order; what is not for us to ask for is no part of it. */
export function moneyOf(decisions: readonly InvoiceDecision[], unchased: readonly Unchased[]): MoneyView[] {
  const byCurrency = new Map<string, MoneyView>();
  const labels = bucketLabels();
  for (const { invoice, reasons } of decisions) {
    const { currency, open, daysPastDue } = invoice;
    if (!isChaseable(invoice) || open <= 0 || isApart(reasons[0]?.code)) continue;
    let sums = byCurrency.get(currency);
    if (!sums) {
      sums = { currency, byAge: labels.map(() => 0), unchased: 0 };
      byCurrency.set(currency, sums);
    }
    const at = labels.indexOf(bucketOfDays(daysPastDue ?? 0));
    sums.byAge[at] = (sums.byAge[at] ?? 0) + open;
  }
  for (const { totals } of unchased)
    for (const [currency, minor] of Object.entries(totals)) {
      const sums = byCurrency.get(currency);
      if (sums) sums.unchased += minor;
    }
  return [...byCurrency.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
}
