// What a person may say of what was paid less: a discount a little late, charges of a bank, tax that was withheld, a deduction.
import { discountOf } from '../../receivables/cash/explanations';
import { type Day, plusBusinessDays, shortDay } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { formatMoney, toMinor } from '../../receivables/money';
import type { AllocationFacts } from '../history/payment-facts';

/** Business days after its last one in which a discount may still be granted. */
const DAYS_LATE = 3;
/** The most that is granted or taken over by hand, in the invoice's currency. */
const MOST = { discount: 100, 'bank charge': 15 };

/**
 * Why a gap cannot be what a person said; '' where it can.
 * @param part with the gap, money of a line that came on a day
 * @param open minor units, before the line
 * @example gapFault(part, invoice, on, holidays) // 'At most 15.00 EUR of bank charge are taken over. Leave the rest open, or give a credit note.'
 */
export function gapFault(
  { amount, currency, gaps = [] }: AllocationFacts,
  invoice: Invoice,
  on: Day,
  holidays: ReadonlySet<Day>,
): string {
  const instead = 'Leave the rest open, or give a credit note.';
  const sum = gaps.reduce((all, [, gap]) => all + gap, amount);
  if (amount <= 0 || sum > invoice.open || gaps.some(([, gap]) => gap <= 0))
    return `Invoice ${invoice.invoice} has only ${formatMoney(invoice.open, currency)} open.`;
  for (const [as, gap] of gaps) {
    if (as !== 'discount' && as !== 'bank charge') continue;
    const most = toMinor(MOST[as], currency);
    if (gap > most) return `At most ${formatMoney(most, currency)} of ${as} are taken over. ${instead}`;
    if (as !== 'discount') continue;
    const offer = discountOf({ ...invoice, balance: invoice.open });
    if (!offer || gap > offer.minor)
      return `The terms of ${invoice.invoice} give ${offer ? `a discount of ${formatMoney(offer.minor, currency)} at most` : 'no discount'}. ${instead}`;
    if (on > plusBusinessDays(offer.until, DAYS_LATE, holidays))
      return `The discount ended on ${shortDay(offer.until, on)}, more than ${DAYS_LATE} business days before the money came. ${instead}`;
  }
  return '';
}
