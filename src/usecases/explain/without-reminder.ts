// Overdue invoices that nobody is reminded of today, by the reason, with the first ones of each to look at.
import type { InvoiceDecision } from '../../dunning/decision/decide';
import { ageInWords } from '../../dunning/decision/reasons';
import type { Reminder } from '../../dunning/history/reminder';
import { isoOf } from '../../receivables/day';
import { formatMoney } from '../../receivables/money';
import type { InvoiceLink, WithoutReminder } from '../waiting/view';

/** How many invoices of a reason are listed. */
const LISTED = 100;

const REASON_WORDS: Record<string, string> = {
  'not-due-yet': 'Waiting for the next step',
  gap: 'Waiting for the minimum gap between contacts',
  'one-a-day': 'Another mail went out to them today',
  'not-a-business-day': 'Waiting for the next business day',
  disputed: 'In dispute',
  queried: 'They asked something that is not settled yet',
  held: 'Paused',
  'payment-in-process': 'The sheet says a payment is under way',
  contradiction: 'The sheet says paid, its figures say open',
  'paid-anyway': 'Likely to come within days by itself',
  promised: 'Promised, not yet due',
  replied: 'They replied lately',
  bounced: 'Mail came back from their address',
  'daily-cap': 'Waiting: enough new customers for today',
  'live-today': 'Waiting: the workbook went live today',
  'do-not-contact': 'Marked "Do not contact"',
  unconfirmed: 'Not known whether an earlier mail left',
  'ladder-finished': 'All steps are done',
  'handed-over': 'Handed over',
  'own-company': 'A company of your own group',
  insolvent: 'From before an insolvency',
  assigned: 'Assigned to somebody else',
  'direct-debit': 'Collected by direct debit',
  'payment-came': 'Paid at the bank, not booked yet',
  'payment-undecided': 'A payment at the bank may be for it',
  'payment-difference': 'A difference to explain',
  'debit-returned': 'A debit was refunded: ask why',
  consumer: 'Consumers: nobody said that you invoice them',
  'below-minimum': 'Below the minimum or the tolerance',
  'net-credit': 'Covered by credits that are not allocated',
  'no-policy': 'No step in AR Policy',
  'unreadable-block': 'A stop that cannot be read',
};

/** An invoice as something to choose. @param sheet the name of the invoice sheet */
export function linkOf({ invoice, nextDate }: InvoiceDecision, sheet: string): InvoiceLink {
  return {
    key: invoice.key,
    invoice: invoice.invoice || (invoice.row === 0 ? invoice.key : `row ${invoice.row}`),
    customer: invoice.customer || invoice.customerId,
    sheet,
    row: invoice.row,
    balance: formatMoney(invoice.open, invoice.currency),
    age: invoice.daysPastDue === null || invoice.open <= 0 ? '' : ageInWords(invoice.daysPastDue),
    nextDate: nextDate === null ? '' : isoOf(nextDate),
  };
}

/**
 * Overdue invoices without a reminder, per reason.
 * @param decisions of today
 * @param waiting the waiting reminder of each customer: what stands on it has one
 * @param sheet the name of the invoice sheet
 * @returns the reason with the most invoices first
 */
export function withoutReminder(
  decisions: readonly InvoiceDecision[],
  waiting: ReadonlyMap<string, Reminder>,
  sheet: string,
): WithoutReminder[] {
  const listed = new Set([...waiting.values()].flatMap(({ facts }) => facts.lines.map(({ key }) => key)));
  const groups = new Map<string, InvoiceDecision[]>();
  for (const decision of decisions) {
    const { invoice, reasons } = decision;
    if (invoice.open <= 0 || (invoice.daysPastDue ?? 0) <= 0 || decision.decision === 'remind') continue;
    if (listed.has(invoice.key)) continue;
    const reason = REASON_WORDS[reasons[0]?.code ?? ''] ?? reasons[0]?.message ?? '';
    const group = groups.get(reason);
    if (group) group.push(decision);
    else groups.set(reason, [decision]);
  }
  return [...groups]
    .map(([reason, group]) => ({
      reason,
      invoices: group.length,
      customers: new Set(group.map(({ invoice }) => invoice.customerKey)).size,
      first: [...group]
        .sort(byAmount)
        .slice(0, LISTED)
        .map((decision) => linkOf(decision, sheet)),
    }))
    .sort((a, b) => b.invoices - a.invoices);
}

/** Currency by currency, the largest first. */
function byAmount({ invoice: a }: InvoiceDecision, { invoice: b }: InvoiceDecision): number {
  if (a.currency !== b.currency) return a.currency < b.currency ? -1 : 1;
  return b.open - a.open || a.row - b.row;
}
