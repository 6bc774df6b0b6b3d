// Small sums: what a reminder would ask for, and whether that is worth a reminder or a person's time.
import type { Invoice } from '../../../receivables/invoice';
import { addTo, formatMoney, type Totals, toMinor } from '../../../receivables/money';
import type { CustomerContext } from '../customer-context';
import { isOverdue } from '../owed';
import { type Verdict, verdict } from '../reasons';
import { isShown } from './of-invoice';

/** Why nothing is asked for where a reminder of what is overdue would ask for less than it has to. */
export function belowMinimum(customer: CustomerContext, invoice: Invoice): Verdict | null {
  if (!isOverdue(invoice)) return null;
  const { currency } = invoice;
  const least = leastOf(customer.facts.settings.minimums, currency);
  const overdue = customer.overdue[currency] ?? 0;
  if (overdue < least) return tooSmall(overdue, least, currency);
  const total = askedOverdue(customer)[currency] ?? 0;
  // What something else keeps back is told by that.
  return total >= least || askedOn(customer, invoice) === 0 ? null : tooSmall(total, least, currency);
}

function tooSmall(asks: number, least: number, currency: string): Verdict {
  const message = () =>
    `A reminder would ask for ${formatMoney(asks, currency)}; that is below the minimum of ${formatMoney(least, currency)}.`;
  return verdict('not-chased', 'below-minimum', message);
}

/** What has to be asked for at least, minor units; 0 for any. */
function leastOf(minimums: Readonly<Record<string, number>>, currency: string): number {
  return toMinor(minimums[currency] ?? minimums[''] ?? 0, currency);
}

const asked = new WeakMap<CustomerContext, Totals>();

/** What a reminder about everything overdue would ask for, minor units by currency: blocked and disputed amounts apart. */
function askedOverdue(customer: CustomerContext): Totals {
  const known = asked.get(customer);
  if (known) return known;
  const totals: Totals = {};
  for (const invoice of customer.invoices) addTo(totals, invoice.currency, askedOn(customer, invoice));
  asked.set(customer, totals);
  return totals;
}

/** What such a reminder asks for on an invoice, minor units. */
function askedOn(customer: CustomerContext, invoice: Invoice): number {
  if (invoice.open <= 0 || !isOverdue(invoice) || !isShown({ customer, invoice, anchor: 'due', step: null })) return 0;
  return invoice.open - Math.max(0, customer.blocks.disputedPart(invoice));
}

/** Whether so much is asked for that a person spends time on an invoice. */
export function isLarge(customer: CustomerContext, invoice: Invoice): boolean {
  const { currency } = invoice;
  const least = leastOf(customer.facts.settings.callMinimums, currency);
  if (least === 0) return true;
  const own = isOverdue(invoice) ? 0 : Math.max(0, invoice.open);
  // No more can be asked for than is overdue: of most that is little enough to need no closer look.
  if ((customer.overdue[currency] ?? 0) + own < least) return false;
  return (askedOverdue(customer)[currency] ?? 0) + own >= least;
}

/**
 * Why a reminder is too small in every currency.
 * @param asks what it would ask for, minor units by currency
 * @returns null where it is worth sending
 */
export function tooSmallIn({ facts }: CustomerContext, asks: Totals): Verdict | null {
  const small = Object.entries(asks).map(([currency, sum]) => {
    const least = leastOf(facts.settings.minimums, currency);
    return sum < least ? tooSmall(sum, least, currency) : null;
  });
  return small.every((one) => one !== null) ? (small[0] ?? null) : null;
}
