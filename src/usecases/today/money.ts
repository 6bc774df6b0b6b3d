// The money Today opens with: per currency what is open by age, and what of it is overdue and chased by nobody.
import { apart, isApart } from '../../dunning/decision/debtor/whose-debt';
import type { InvoiceDecision } from '../../dunning/decision/decide';
import type { Facts } from '../../dunning/decision/facts';
import { isChaseable, isOverdue } from '../../dunning/decision/owed';
import { reasonInShort } from '../../dunning/decision/reasons';
import type { Unchased } from '../../dunning/outlook/unchased';
import { bucketLabels, bucketOfDays } from '../../receivables/aging';
import { openAsOf } from '../../receivables/book';
import { collectedIn } from '../../receivables/figures/day-figures';
import { isReceivable } from '../../receivables/invoice-status';
import { addTo, formatTotals, type Totals } from '../../receivables/money';
import type { MoneyView, TodayView } from './view';

/** A week ago. */
const DAYS_AGO = 7;

/**
 * Adds what was overdue a week ago, and what came in since: by the sheet's own dates, where it has dates of payment. What is not for us to
 * ask for is no part of it.
 */
export function withWeekAgo(money: readonly MoneyView[], facts: Facts): MoneyView[] {
  const { invoices, asOf } = facts;
  const isDated = invoices.some(({ paidOn, payments }) => paidOn !== null || payments?.some(({ on }) => on !== null));
  if (!isDated) return [...money];
  const [overdue, came]: [Totals, Totals] = [{}, {}];
  const then = asOf - DAYS_AGO;
  for (const invoice of invoices) {
    if (!isReceivable(invoice) || apart(facts, invoice)) continue;
    const { currency, due } = invoice;
    const open = due === null || due >= then ? 0 : (openAsOf(invoice, then) ?? 0);
    if (open > 0) addTo(overdue, currency, open);
    addTo(came, currency, collectedIn(invoice, openAsOf(invoice, asOf) ?? 0, then + 1, asOf));
  }
  return money.map((one) => ({ ...one, weekAgo: overdue[one.currency] ?? 0, cameIn: came[one.currency] ?? 0 }));
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

/**
 * What is overdue; what is not for us to ask for stands apart, by the reason. `reached`: how many of the customers heard
 * from us before.
 */
export function overdueOf(
  decisions: readonly InvoiceDecision[],
  { history }: Facts,
): Pick<TodayView, 'overdue' | 'reached'> {
  const totals: Totals = {};
  const apart = new Map<string, Totals>();
  const customers = new Set<string>();
  let invoices = 0;
  for (const { invoice, reasons } of decisions) {
    if (!isChaseable(invoice) || !isOverdue(invoice)) continue;
    const why = reasons[0]?.code;
    if (why !== undefined && isApart(why)) {
      const sums = apart.get(why) ?? {};
      apart.set(why, sums);
      addTo(sums, invoice.currency, invoice.open);
      continue;
    }
    addTo(totals, invoice.currency, invoice.open);
    customers.add(invoice.debtorKey ?? invoice.customerKey);
    invoices += 1;
  }
  const told = [...apart].map(([why, sums]) => `${reasonInShort(why)} ${formatTotals(sums)}`);
  return {
    reached: [...customers].filter((key) => history.firstContact.has(key)).length,
    overdue: {
      customers: customers.size,
      invoices,
      totals: invoices === 0 ? '' : formatTotals(totals),
      apart: told.sort().join('; '),
    },
  };
}
