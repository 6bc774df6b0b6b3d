// The early-payment discount: what is left to pay, and what it costs to let it pass.
import { FormulaError } from '../formula-error';
import { YEAR_DAYS } from '../metrics/credit-sales';
import { roundedToCent, withoutDust } from '../rounding';
import type { Clock, PaymentTerms } from '../terms/payment-terms';

/** How the yearly cost of a discount is stated. */
export type CostMethod = 'simple' | 'effective';
export const COST_METHODS: readonly CostMethod[] = ['simple', 'effective'];

/**
 * What is to be paid under terms, rounded once to the cent.
 * @param amount the amount that the discount applies to, in its currency
 * @param onTime whether it is paid on or before the last day of the discount
 * @example discountedAmount(1150, terms of '10/5 net 30', true) // 1035
 */
export function discountedAmount(amount: number, terms: PaymentTerms, onTime: boolean): number {
  if (terms.discountRate === null || !onTime) return withoutDust(amount);
  return roundedToCent(amount * (1 - terms.discountRate));
}

/**
 * The yearly cost of not taking the discount, as a fraction: the rate at which the seller lends for the days between the
 * discount's last day and the due date. Simple: d / (1 - d) x year / (N - D). Effective, compounded: (1 / (1 - d))^(year / (N - D)) - 1.
 * @param yearDays days of the year, 365 or 360
 * @returns null for terms without a discount
 * @throws FormulaError `no-credit-days` when the discount lasts as long as the credit, `varying-days` when the days between depend on
 * the invoice date, `bad-year`
 * @example discountCost(terms of '2/10 net 30', 'simple') // 0.372448979591837
 */
export function discountCost(terms: PaymentTerms, method: CostMethod, yearDays: number = YEAR_DAYS): number | null {
  if (!(yearDays > 0)) throw new FormulaError('bad-year', 'year_days: give the days of the year, 365 or 360.');
  if (terms.discountRate === null) return null;
  const days = creditDays(terms);
  const yearsShare = yearDays / days;
  const perPeriod = terms.discountRate / (1 - terms.discountRate);
  if (method === 'simple') return withoutDust(perPeriod * yearsShare);
  return withoutDust((1 / (1 - terms.discountRate)) ** yearsShare - 1);
}

/** The days between the discount's last day and the due date. */
function creditDays(terms: PaymentTerms): number {
  const { due, discount } = terms.schedules[terms.usual];
  const days = discount && differenceOf(discount, due);
  if (days === null) {
    throw new FormulaError(
      'varying-days',
      'terms: the days between discount and due date depend on the invoice date: write both as days from one start, for example 2/10 Net 30.',
    );
  }
  if (days > 0) return days;
  throw new FormulaError(
    'no-credit-days',
    'terms: the discount lasts until the due date or longer, so that letting it pass gains no days: check the terms, for example 2/10 Net 30.',
  );
}

/** How many days the second clock ends after the first; null when that depends on the invoice date. */
function differenceOf(discount: Clock, due: Clock): number | null {
  const first = daysFromMonthEnd(discount);
  const second = daysFromMonthEnd(due);
  if (first !== null && second !== null) return second - first;
  return discount.kind === 'days' && due.kind === 'days' ? due.days - discount.days : null;
}

// Days 1 to 28 exist in every month: "10th prox" is the end of the month plus 10.
function daysFromMonthEnd(clock: Clock): number | null {
  if (clock.kind === 'month-end') return clock.months === 0 ? clock.days : null;
  return clock.kind === 'day-of-next-month' && clock.days === 0 && clock.day <= 28 ? clock.day : null;
}
