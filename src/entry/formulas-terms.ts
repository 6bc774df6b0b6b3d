// The formulas about payment terms, discounts, late charges and how long payments take; what stands above each is the help that Sheets shows.
import { argumentReader } from '../google/formula-arguments';
import { type DateResult, datesOf } from '../google/formula-dates';
import { COST_METHODS, discountCost, discountedAmount } from '../receivables/charges/cash-discount';
import { lateCompensation, REGIMES } from '../receivables/charges/late-compensation';
import { INTEREST_METHODS, lateInterest } from '../receivables/charges/late-interest';
import { averageDays, daysBeyondTerms, type WeightedDays } from '../receivables/metrics/payment-days';
import { paymentScore } from '../receivables/metrics/payment-score';
import { discountDate, dueDate, type Reading } from '../receivables/terms/payment-terms';
import {
  dayArgument,
  type FormulaResult,
  isSingle,
  mapRows,
  needed,
  numberArgument,
  shareArgument,
  singleCell,
  takeRows,
} from '../sheet/formulas/formula-arguments';
import { choiceArgument, flagArgument, termsReader } from '../sheet/formulas/word-arguments';
import { isBlank } from '../sheet/grid';

const READINGS: readonly Reading[] = ['eom-first', 'days-first'];

/**
 * Gives the due date that payment terms set: Net 30, 2/10 Net 30, EOM, 45 EOM, 15 MFI, 10th prox, 30 days end of month, Due on receipt and the like. Example: =DUE_DATE(B2:B, C2:C) gives 17 March 2019 for an invoice of 31 January 2019 with the terms 45 EOM.
 *
 * @param {Date|Date[][]} issue_date The invoice date, or a column of invoice dates. A blank cell stays blank.
 * @param {string|string[][]} terms The payment terms as text, or a column of them; a plain number is so many days net.
 * @param {string} reading Optional. For terms that can be read in two ways, "eom-first" (the month ends, then the days pass) or "days-first" (the days pass, then the month ends). When left out, N EOM and Net N EOM are read eom-first, N days end of month is read days-first.
 * @return The due date, or a column of due dates.
 * @customfunction
 */
export function DUE_DATE(issue_date: unknown, terms: unknown, reading?: unknown): DateResult {
  const read = argumentReader();
  const termsOf = termsReader('terms');
  const args = [
    read.argument('issue_date', issue_date),
    read.argument('terms', terms),
    read.argument('reading', reading),
  ];
  const days = mapRows(args, (issued, text, choice) => {
    const issuedDay = dayArgument('issue_date', issued);
    if (issuedDay === null) return '';
    return dueDate(needed('terms', termsOf(text)), issuedDay, choiceArgument('reading', choice, READINGS));
  });
  return datesOf(days);
}

/**
 * Gives the last day on which the early-payment discount may be taken. Example: =DISCOUNT_DATE(B2:B, C2:C) gives 11 June 2026 for an invoice of 1 June 2026 with the terms 2/10 Net 30.
 *
 * @param {Date|Date[][]} issue_date The invoice date, or a column of invoice dates. A blank cell stays blank.
 * @param {string|string[][]} terms The payment terms as text, or a column of them, for example 2/10 Net 30, 2% 10 days net 30 or 2/10 EOM net 30.
 * @return The last day of the discount, or a column of such days; blank for terms without a discount.
 * @customfunction
 */
export function DISCOUNT_DATE(issue_date: unknown, terms: unknown): DateResult {
  const read = argumentReader();
  const termsOf = termsReader('terms');
  const days = mapRows([read.argument('issue_date', issue_date), read.argument('terms', terms)], (issued, text) => {
    const issuedDay = dayArgument('issue_date', issued);
    return issuedDay === null ? '' : (discountDate(needed('terms', termsOf(text)), issuedDay) ?? '');
  });
  return datesOf(days);
}

/**
 * Gives what is left to pay after the early-payment discount, rounded to the cent. Example: =DISCOUNTED_AMOUNT(1150, "10/7 Net 30") gives 1,035.00.
 *
 * @param {number|number[][]} amount The amount the discount applies to, in the invoice's currency, or a column of amounts. A blank cell stays blank.
 * @param {string|string[][]} terms The payment terms as text, or a column of them, for example 2/10 Net 30. Without a discount the amount stays as it is.
 * @param {boolean|boolean[][]} on_time Optional. TRUE (also when left out): paid by the last day of the discount; FALSE: paid later, so that the whole amount is due.
 * @return The amount to pay, or a column of amounts.
 * @customfunction
 */
export function DISCOUNTED_AMOUNT(amount: unknown, terms: unknown, on_time?: unknown): FormulaResult {
  const read = argumentReader();
  const termsOf = termsReader('terms');
  const args = [read.argument('amount', amount), read.argument('terms', terms), read.argument('on_time', on_time)];
  return mapRows(args, (money, text, onTime) => {
    const full = numberArgument('amount', money);
    if (full === null) return '';
    return discountedAmount(full, needed('terms', termsOf(text)), flagArgument('on_time', onTime) ?? true);
  });
}

/**
 * Gives the yearly cost of letting an early-payment discount pass, as a fraction for the cell's percent format. Example: =DISCOUNT_COST("2/10 Net 30") gives 0.3724, shown as 37.24%; with "effective" it gives 0.4459.
 *
 * @param {string|string[][]} terms The payment terms as text, or a column of them, for example 2/10 Net 30.
 * @param {string} method Optional. "simple" (also when left out): discount / (1 - discount) x year / days between; "effective": the same, compounded over the year.
 * @param {number} year_days Optional. The days of the year, 365 when left out, or 360.
 * @return The cost per year as a fraction, or a column of them; blank for terms without a discount.
 * @customfunction
 */
export function DISCOUNT_COST(terms: unknown, method?: unknown, year_days?: unknown): FormulaResult {
  const read = argumentReader();
  const termsOf = termsReader('terms');
  const args = [read.argument('terms', terms), read.argument('method', method), read.argument('year_days', year_days)];
  return mapRows(args, (text, how, year) => {
    const agreed = termsOf(text);
    if (agreed === null) return '';
    const days = numberArgument('year_days', year) ?? undefined;
    return discountCost(agreed, choiceArgument('method', how, COST_METHODS) ?? 'simple', days) ?? '';
  });
}

/**
 * Gives the simple interest on an invoice paid late, from the day after the due date, rounded once to the cent. Example: =LATE_INTEREST(3000, D2, AS_OF, 11.75%) gives 57.95 when AS_OF is 60 days after the due date in D2.
 *
 * @param {number|number[][]} balance What is open, in the invoice's currency, or a column of balances. A blank cell stays blank; 0 or a credit bears no interest.
 * @param {Date|Date[][]} due_date The due date, or a column of due dates.
 * @param {Date|Date[][]} as_of The day of payment, or the day to judge on: a cell with a date, best the named range AS_OF.
 * @param {number|number[][]} annual_rate The interest rate per year as a fraction or percentage: 8% or 0.08. It must have been agreed, or be the law's.
 * @param {number} grace_days Optional. Days after the due date that bear no interest, 0 when left out.
 * @param {string} method Optional. "daily" (also when left out): by the day; "monthly": only whole months that have passed, a twelfth of the rate each; "prorata": by months of 30 days, a twelfth of the rate each.
 * @param {number} year_days Optional. The days of the year for "daily": 365 when left out, or 360.
 * @return The interest in the invoice's currency, or a column of amounts.
 * @customfunction
 */
export function LATE_INTEREST(
  balance: unknown,
  due_date: unknown,
  as_of: unknown,
  annual_rate: unknown,
  grace_days?: unknown,
  method?: unknown,
  year_days?: unknown,
): FormulaResult {
  const read = argumentReader();
  const args = [
    read.argument('balance', balance),
    read.argument('due_date', due_date),
    read.argument('as_of', as_of),
    read.argument('annual_rate', annual_rate),
    read.argument('grace_days', grace_days),
    read.argument('method', method),
    read.argument('year_days', year_days),
  ];
  return mapRows(args, (open, due, asOf, rate, grace, how, year) => {
    const amount = numberArgument('balance', open);
    if (amount === null) return '';
    if (amount <= 0) return 0;
    const late = {
      balance: amount,
      due: needed('due_date', dayArgument('due_date', due)),
      asOf: needed('as_of', dayArgument('as_of', asOf)),
    };
    return lateInterest(late, {
      annualRate: needed('annual_rate', shareArgument('annual_rate', rate)),
      graceDays: numberArgument('grace_days', grace) ?? undefined,
      method: choiceArgument('method', how, INTEREST_METHODS) ?? undefined,
      yearDays: numberArgument('year_days', year) ?? undefined,
    });
  });
}

/**
 * Gives the fixed compensation that the law allows for one late invoice, once per invoice. Example: =LATE_COMPENSATION(1000, "UK") gives 70.
 *
 * @param {number|number[][]} amount The invoice's amount, in the currency of the regime, or a column of amounts. A blank cell stays blank; 0 or a credit gives 0.
 * @param {string|string[][]} regime Whose law: "EU" (40 EUR), "UK" (40 GBP below 1,000, 70 below 10,000, else 100) or "IE" (40 EUR up to 1,000, 70 up to 10,000, else 100).
 * @return The compensation in the regime's currency, or a column of amounts.
 * @customfunction
 */
export function LATE_COMPENSATION(amount: unknown, regime: unknown): FormulaResult {
  const read = argumentReader();
  return mapRows([read.argument('amount', amount), read.argument('regime', regime)], (money, law) => {
    const debt = numberArgument('amount', money);
    if (debt === null) return '';
    return lateCompensation(debt, needed('regime', choiceArgument('regime', law, REGIMES)));
  });
}

/**
 * Counts the days from due date to payment, early payment as 0; with amounts, the average of the paid invoices weighted by amount. Example: =DAYS_BEYOND_TERMS(D2:D, E2:E, F2:F) gives 4.3333 for payments of 4,000, 6,000 and 2,000 that came 0, 6 and 8 days late.
 *
 * @param {Date|Date[][]} due_date The due date, or a column of due dates. Without amounts a blank cell stays blank.
 * @param {Date|Date[][]} paid_date The date of payment, or a column of them. An invoice not yet paid stays blank, and is left out of an average.
 * @param {number|number[][]} amount Optional. The invoices' amounts, in one currency, as tall as due_date: the result is one number. Credit notes are left out.
 * @param {boolean} signed Optional. TRUE counts early payment as negative days; FALSE when left out.
 * @return Days, or a column of them; with amounts one average, not rounded.
 * @customfunction
 */
export function DAYS_BEYOND_TERMS(
  due_date: unknown,
  paid_date: unknown,
  amount?: unknown,
  signed?: unknown,
): FormulaResult {
  const read = argumentReader();
  const dates = [read.argument('due_date', due_date), read.argument('paid_date', paid_date)];
  const amounts = read.argument('amount', amount);
  const flag = read.argument('signed', signed);
  if (isSingle(amounts) && isBlank(singleCell(amounts))) {
    return mapRows([...dates, flag], (due, paid, early) => {
      const [dueDay, paidDay] = [dayArgument('due_date', due), dayArgument('paid_date', paid)];
      if (dueDay === null || paidDay === null) return '';
      return daysBeyondTerms(dueDay, paidDay, flagArgument('signed', early) ?? false);
    });
  }
  const countEarly = flagArgument('signed', singleCell(flag)) ?? false;
  const paidInvoices: WeightedDays[] = [];
  takeRows([...dates, amounts], (due, paid, money) => {
    const paidDay = dayArgument('paid_date', paid);
    if (paidDay === null) return;
    const days = daysBeyondTerms(needed('due_date', dayArgument('due_date', due)), paidDay, countEarly);
    paidInvoices.push({ days, weight: needed('amount', numberArgument('amount', money)) });
  });
  return averageDays(paidInvoices);
}

/**
 * Averages the days from invoice date to payment over the paid invoices, plain or weighted by amount. Example: =AVERAGE_DAYS_TO_PAY(B2:B, E2:E, F2:F) gives 32.5 for 1,000 paid after 15 days, 3,000 after 30 and 2,000 after 45.
 *
 * @param {Date|Date[][]} issue_date The invoice date, or a column of invoice dates.
 * @param {Date|Date[][]} paid_date The date of payment, or a column of them. Invoices not yet paid are left out.
 * @param {number|number[][]} amount Optional. The invoices' amounts, in one currency, as tall as issue_date: large invoices count more. Credit notes are left out. Every invoice counts the same when left out.
 * @return Days, not rounded.
 * @customfunction
 */
export function AVERAGE_DAYS_TO_PAY(issue_date: unknown, paid_date: unknown, amount?: unknown): FormulaResult {
  const read = argumentReader();
  const amounts = read.argument('amount', amount);
  const plain = isSingle(amounts) && isBlank(singleCell(amounts));
  const args = [read.argument('issue_date', issue_date), read.argument('paid_date', paid_date), amounts];
  const paidInvoices: WeightedDays[] = [];
  takeRows(args, (issued, paid, money) => {
    const paidDay = dayArgument('paid_date', paid);
    if (paidDay === null) return;
    const days = paidDay - needed('issue_date', dayArgument('issue_date', issued));
    paidInvoices.push({ days, weight: plain ? 1 : needed('amount', numberArgument('amount', money)) });
  });
  return averageDays(paidInvoices);
}

/**
 * Turns days beyond terms into the 100-to-20 payment score of the credit bureaus: 80 is prompt, 100 is 30 days early, 50 is 30 days late, 20 is 120 days late, linear in between. Example: =PAYMENT_SCORE(45) gives 45.
 *
 * @param {number|number[][]} days_beyond_terms Days from due date to payment, negative for early, for example an average by DAYS_BEYOND_TERMS with signed TRUE; or a column of them. A blank cell stays blank.
 * @return The score, not rounded, or a column of scores.
 * @customfunction
 */
export function PAYMENT_SCORE(days_beyond_terms: unknown): FormulaResult {
  const read = argumentReader();
  return mapRows([read.argument('days_beyond_terms', days_beyond_terms)], (days) => {
    const late = numberArgument('days_beyond_terms', days);
    return late === null ? '' : paymentScore(late);
  });
}
