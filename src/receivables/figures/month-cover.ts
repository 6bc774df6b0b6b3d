// Whether a past month can be rebuilt from the invoices' own dates: only where the table still holds most of that month's invoices.
import { type Day, isoOf, longDay, startOfMonth } from '../day';
import type { InvoiceRow } from '../invoice';
import { isCredit, isReceivable } from '../invoice-status';

/** So much of a month's invoices must be there. */
const LEAST_SHARE = 0.7;

/** With fewer invoices in a month their numbers say nothing about gaps. */
const ENOUGH = 5;

/** Of invoices that fell due so many days ago some are settled. */
const SETTLED_AFTER = 30;

/** A span of numbers more than so many times the invoices of a month is no sequence. */
const LONGEST = 12;

interface Month {
  invoices: number;
  settled: number;
  /** Settled ones with their date. */
  dated: number;
  /** Those that fell due so long ago that some of them must be settled. */
  old: number;
  numbers: Map<string, number[]>;
}

/** Why a past day cannot be rebuilt, a sentence; '' where it can. */
export type MonthCover = (day: Day) => string;

/**
 * Judges the months of a table. How many invoices a month had is told by their numbers, where numbers run on (gaps are invoices that are
 * gone); else by the months that have most. Settled ones must be among them, as soon as they are so old.
 * @param rows the invoice table
 * @param today the month of this day is not over
 * @example monthCover(rows, today)(dayFromIso('2026-03-31')) // 'The table holds 12 of about 40 invoices of March 2026.'
 */
export function monthCover(rows: readonly InvoiceRow[], today: Day): MonthCover {
  const months = new Map<Day, Month>();
  for (const row of rows) {
    if (row.issued === null || !isReceivable(row) || isCredit(row)) continue;
    const start = startOfMonth(row.issued);
    const month = months.get(start) ?? { invoices: 0, settled: 0, dated: 0, old: 0, numbers: new Map() };
    months.set(start, month);
    note(month, row, today);
  }
  const whole = [...months].filter(([start]) => start < startOfMonth(today)).map(([, month]) => month);
  const doNumbersRun = whole.some((month) => month.invoices >= ENOUGH && shareByNumbers(month) >= LEAST_SHARE);
  const usual = usualCount(whole);
  const keepsSettled = [...months.values()].some(({ dated }) => dated > 0);
  const known = new Map<Day, string>();
  const faultOf = (start: Day): string => {
    const month = months.get(start);
    const fault =
      known.get(start) ??
      (month ? monthFault(month, start, { doNumbersRun, usual, keepsSettled }) : emptyFault(months, start, usual));
    known.set(start, fault);
    return fault;
  };
  return (day) => {
    const start = startOfMonth(day);
    // A month that is not over says nothing yet: the one before it does.
    if (start === startOfMonth(today)) return faultOf(startOfMonth(start - 1));
    // What is open at the end of a month is of the month before as well.
    return faultOf(start) || faultOf(startOfMonth(start - 1));
  };
}

function note(month: Month, row: InvoiceRow, today: Day): void {
  month.invoices += 1;
  if (row.due !== null && row.due + SETTLED_AFTER <= today) month.old += 1;
  const { amount, balance, paid, paidOn, status, payments, invoice } = row;
  const isSettled = status === 'paid' || balance === 0 || (amount !== null && paid !== null && paid >= amount);
  if (isSettled || paidOn !== null) month.settled += 1;
  if (paidOn !== null || payments?.some(({ on }) => on !== null)) month.dated += 1;
  const [, prefix = '', digits = ''] = /^(.*?)(\d{1,9})$/.exec(invoice.trim()) ?? [];
  if (digits === '') return;
  const numbers = month.numbers.get(prefix) ?? [];
  month.numbers.set(prefix, numbers);
  numbers.push(Number(digits));
}

/** How many invoices a month must have had by the numbers of those that are there. */
function countByNumbers({ invoices, numbers }: Month): number {
  let count = 0;
  for (const series of numbers.values()) {
    const span =
      series.reduce((most, one) => Math.max(most, one)) - series.reduce((least, one) => Math.min(least, one)) + 1;
    count += Math.max(series.length, span > LONGEST * invoices + LONGEST ? series.length * LONGEST : span);
  }
  return count;
}

function shareByNumbers(month: Month): number {
  const count = countByNumbers(month);
  return count === 0 ? 0 : month.invoices / count;
}

/** The mean of the three fullest months. */
function usualCount(months: readonly Month[]): number {
  const fullest = months
    .map(({ invoices }) => invoices)
    .sort((a, b) => b - a)
    .slice(0, 3);
  return fullest.reduce((sum, one) => sum + one, 0) / Math.max(1, fullest.length);
}

/** What is known of the whole table. */
interface Table {
  doNumbersRun: boolean;
  /** Invoices in a full month. */
  usual: number;
  keepsSettled: boolean;
}

const monthName = (start: Day): string => longDay(start).replace(/^1 /, '');

/**
 * Of a month without an invoice: whether there was none, or none is left. There was none where numbers run on over it, begin at 1
 * after it, or nothing was invoiced since; where no number tells, a book that never has many is believed.
 */
function emptyFault(months: ReadonlyMap<Day, Month>, start: Day, usual: number): string {
  const fault = `The table holds no invoices of ${monthName(start)}.`;
  const [before, after] = [new Map<string, number>(), new Map<string, number>()];
  for (const [other, { numbers }] of months)
    for (const [prefix, series] of numbers) {
      for (const one of series)
        if (other < start) before.set(prefix, Math.max(one, before.get(prefix) ?? one));
        else after.set(prefix, Math.min(one, after.get(prefix) ?? one));
    }
  const begun = [...months.keys()].sort((a, b) => a - b);
  const [first = start] = begun;
  if (first >= start) return isBeginning(months.get(first), first) ? '' : fault;
  if ((begun[begun.length - 1] ?? start) < start) return '';
  const gaps = [...after].flatMap(([prefix, first]) => first - (before.get(prefix) ?? first)).filter((gap) => gap > 0);
  return gaps.some((gap) => gap > 1) || (gaps.length === 0 && usual >= ENOUGH) ? fault : '';
}

/** Whether numbers begin at 1 in a month, in a series that does not begin anew each year or month: nothing was invoiced before. */
function isBeginning(month: Month | undefined, start: Day): boolean {
  const [year, name] = isoOf(start).split('-');
  return [...(month?.numbers ?? [])].some(([prefix, series]) => {
    const digits = prefix.replace(/\D/g, '');
    const isOfYear = digits === year || digits === year?.slice(2);
    return series.includes(1) && (digits === '' || (isOfYear && name !== '01'));
  });
}

function monthFault(month: Month, start: Day, { doNumbersRun, usual, keepsSettled }: Table): string {
  const name = monthName(start);
  const { invoices, settled, dated, old } = month;
  const expected = Math.round(doNumbersRun ? countByNumbers(month) : usual);
  if (invoices < LEAST_SHARE * expected) return `The table holds ${invoices} of about ${expected} invoices of ${name}.`;
  // Of a month that is hardly due nothing need be settled yet.
  if (settled === 0 && (old * 2 >= invoices || !keepsSettled)) return `The table holds no settled invoices of ${name}.`;
  if (dated < LEAST_SHARE * settled)
    return `Of ${settled} settled invoices of ${name} ${dated} have a date of payment.`;
  return '';
}
