// What a person may say of what was paid less: a discount a little late, charges of a bank, tax that was withheld, a deduction.
import type { CandidateView, MoneyPlace } from '../../entry/sidebar-calls';
import { discountOf } from '../../receivables/cash/explanations';
import { type Day, plusBusinessDays, shortDay } from '../../receivables/day';
import { formatMoney, toMinor } from '../../receivables/money';

/** Business days after its last one in which a discount may still be granted. */
const DAYS_LATE = 3;
/** The most that is granted or taken over by hand, in the invoice's currency. */
const MOST = { discount: 100, 'bank charge': 15 };

/**
 * Why a gap cannot be what a person said; '' where it can.
 * @param gap decimal, of the invoice's currency
 * @param on the day the money came
 * @example gapFault({ as: 'bank charge', amount: 20 }, invoice, on) // 'At most 15.00 EUR count as bank charge. Leave the rest open, or give a credit note.'
 */
export function gapFault({ as, amount }: NonNullable<MoneyPlace['gap']>, invoice: CandidateView, on: Day): string {
  if (as !== 'discount' && as !== 'bank charge') return '';
  const { currency } = invoice;
  const [gap, most] = [toMinor(amount, currency), toMinor(MOST[as], currency)];
  const instead = 'Leave the rest open, or give a credit note.';
  if (gap > most) return `At most ${formatMoney(most, currency)} count as ${as}. ${instead}`;
  if (as !== 'discount') return '';
  const offer = discountOf({ ...invoice, balance: invoice.open });
  if (offer && gap <= offer.minor && on <= plusBusinessDays(offer.until, DAYS_LATE)) return '';
  const given = offer
    ? `${formatMoney(offer.minor, currency)} of discount up to ${shortDay(offer.until, on)}; ${DAYS_LATE} business days more are granted`
    : 'no discount';
  return `By its terms ${invoice.invoice} has ${given}. ${instead}`;
}
