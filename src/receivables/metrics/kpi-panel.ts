// The panel of receivables figures for a period: two columns, what it is and how much, for each currency.
import type { Day } from '../day';
import { FormulaError } from '../formula-error';
import type { InvoiceRow } from '../invoice';
import { toDecimal } from '../money';
import { withoutDust } from '../rounding';
import { byCurrency, shownCurrency } from './aging-report';
import { collectionEffectiveness } from './collection-effectiveness';
import { concentration } from './concentration';
import { averageDaysDelinquent, bestPossibleDso, daysSalesOutstanding } from './dso';
import { type CustomerPeriod, type PeriodFigures, periodFigures } from './period-figures';
import { receivablesTurnover } from './turnover';

type PanelRow = [label: string, value: string | number];

const BLANK_ROW: PanelRow = ['', ''];
const NO_PAYMENT_DATES = 'the table has no column with the date of payment';

/**
 * A panel per currency, one below the other: a heading row with the currency, then a row per figure. Amounts are decimal numbers,
 * percentages fractions; a figure that cannot be given says why. Every figure is of the period alone, its days the period's days.
 * Receivables are less credits. Current AR is ending AR less what is overdue; percent overdue is of the positive balances.
 * @param rows the invoice table
 * @param from first day of the period
 * @param asOf last day of the period
 * @param hasPaymentDates whether the table has a column with the date of payment: without it no past day can be rebuilt
 * @throws FormulaError `bad-period` when the period ends before it begins, `no-invoices` when nothing was open, issued or paid in it
 */
export function kpiPanels(rows: readonly InvoiceRow[], from: Day, asOf: Day, hasPaymentDates: boolean): PanelRow[] {
  if (from > asOf) throw new FormulaError('bad-period', 'from: the period begins after as_of. Give an earlier day.');
  const currencies = [...periodFigures(rows, from, asOf).values()].filter(hasSomething);
  if (currencies.length === 0) {
    throw new FormulaError('no-invoices', 'invoices: nothing was open, invoiced or paid in the period.');
  }
  currencies.sort((a, b) => byCurrency(a.currency, b.currency));
  return currencies.flatMap((figures, i) => {
    const panel = panelOf(figures, asOf - from + 1, hasPaymentDates);
    return i === 0 ? panel : [BLANK_ROW, ...panel];
  });
}

function hasSomething({ beginning, creditSales, ending, open, settled, settledAmount }: PeriodFigures): boolean {
  return [beginning, creditSales, ending, open, settled, settledAmount].some((figure) => figure !== 0);
}

function panelOf(figures: PeriodFigures, days: number, hasPaymentDates: boolean): PanelRow[] {
  const { currency, open, overdue, customers } = figures;
  const money = (minor: number): number => toDecimal(minor, currency);
  const beginning = money(figures.beginning);
  const sales = money(figures.creditSales);
  const ending = money(figures.ending);
  const current = money(figures.ending - overdue);
  const collected = money(figures.beginning + figures.creditSales - figures.ending);
  const paid = (figure: () => string | number): string | number =>
    hasPaymentDates ? orWhyNot(figure) : `n/a: ${NO_PAYMENT_DATES}`;
  const balances = [...customers.values()].map(({ balance }) => balance);
  return [
    ['Currency', shownCurrency(currency)],
    ['Days in period', days],
    ['Beginning AR', paid(() => beginning)],
    ['Credit sales', sales],
    ['Collections', paid(() => collected)],
    ['Ending AR', ending],
    ['Current AR', current],
    ['Overdue', money(overdue)],
    ['DSO', orWhyNot(() => daysSalesOutstanding(ending, sales, days))],
    ['BPDSO', orWhyNot(() => bestPossibleDso(current, sales, days))],
    ['ADD', orWhyNot(() => averageDaysDelinquent(ending, current, sales, days))],
    ['CEI', paid(() => collectionEffectiveness(beginning, sales, ending, current))],
    ['Turnover', orWhyNot(() => receivablesTurnover(sales, ending))],
    ['Percent overdue', open > 0 ? withoutDust(overdue / open) : 'n/a: nothing is open'],
    ['Average days to pay', paid(() => perSettled(figures.daysToPay, figures.settled))],
    ['DBT', paid(() => perSettled(figures.lateness, figures.settledAmount))],
    ['Top-5 concentration', orWhyNot(() => concentration(balances, 5))],
    ['Best customer', paid(() => bestCustomer([...customers.values()]))],
    ['Worst customer', paid(() => worstCustomer([...customers.values()]))],
  ];
}

// A panel shows every figure it can: the sentence of one that it cannot give stands in its place.
function orWhyNot(figure: () => string | number): string | number {
  try {
    return figure();
  } catch (error) {
    if (error instanceof FormulaError) return `n/a: ${error.message.replace(/^\w+: /, '')}`;
    throw error;
  }
}

function perSettled(sum: number, count: number): string | number {
  return count > 0 ? withoutDust(sum / count) : 'n/a: no invoice was settled in the period';
}

/**
 * The customer who paid best: the fewest days beyond terms on average, weighted by amount (invoices settled in the period, and those
 * past due at its end with the days they are late by then); of several never late the one who paid earliest, then the largest.
 */
function bestCustomer(customers: readonly CustomerPeriod[]): string {
  const [best] = judged(customers).sort(
    (a, b) =>
      averageOf(a, a.lateness) - averageOf(b, b.lateness) ||
      averageOf(a, a.signedLateness) - averageOf(b, b.signedLateness) ||
      larger(a, b),
  );
  return best?.name ?? 'n/a: nobody paid in the period or is overdue';
}

/** The customer with the most days beyond terms on average, by the same measure; of several the largest. */
function worstCustomer(customers: readonly CustomerPeriod[]): string {
  const [worst] = judged(customers).sort((a, b) => averageOf(b, b.lateness) - averageOf(a, a.lateness) || larger(a, b));
  if (!worst) return 'n/a: nobody paid in the period or is overdue';
  return worst.lateness > 0 ? worst.name : 'n/a: nobody was late';
}

function judged(customers: readonly CustomerPeriod[]): CustomerPeriod[] {
  return customers.filter(({ weight }) => weight > 0);
}

function averageOf({ weight }: CustomerPeriod, sum: number): number {
  return sum / weight;
}

function larger(a: CustomerPeriod, b: CustomerPeriod): number {
  return b.weight - a.weight || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
}
