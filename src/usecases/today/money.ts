// What Today says of the overdue: how many customers and invoices, what stands apart, and whom we reached before.
import { isApart } from '../../dunning/decision/debtor/whose-debt';
import type { InvoiceDecision } from '../../dunning/decision/decide';
import type { Facts } from '../../dunning/decision/facts';
import { isChaseable, isOverdue } from '../../dunning/decision/owed';
import { reasonInShort } from '../../dunning/decision/reasons';
import { addTo, formatTotals, type Totals } from '../../receivables/money';
import type { TodayView } from './view';

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
