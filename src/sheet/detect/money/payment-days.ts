// A day of payment that does not tell who has paid: one that is the same time after every invoice, and the last of several.
import type { Day } from '../../../receivables/day';
import type { Detection, Question } from '../../fields';
import { type Cell, type Grid, isBlank, isDayCell } from '../../grid';
import { dateOrderOf, dayOfText } from '../../read/read-dates';
import { saysLastPayment } from '../../vocabulary/header-words';

type Columns = Detection['columns'];

/** So many invoices show that a day of payment is the one agreed; fewer may be chance. */
const ENOUGH = 5;
const FEW = 3;
/** Nobody agrees on more. */
const LONGEST = 180;

/**
 * Where no column tells the due date and the "day of payment" is filled in every row, always so many days after the invoice: it is the day
 * to pay, not the day paid. A few invoices alone are asked about.
 */
export function paymentDayAgreed(grid: Grid, headerIndex: number, columns: Columns, questions: Question[]): void {
  const { paidOn, issued, due, terms } = columns;
  if (!paidOn || !issued || due || terms || questions.some(({ field }) => field === 'due')) return;
  const days = daysBetween(grid, headerIndex, issued.index, paidOn.index);
  const [first] = days;
  if (first === undefined || days.length < FEW) return;
  if (first === null || first < 1 || first > LONGEST || days.some((one) => one !== first)) return;
  delete columns.paidOn;
  if (days.length >= ENOUGH) {
    const reason = `header "${paidOn.header}"; it is ${first} days after every invoice`;
    columns.due = { ...paidOn, confidence: 0.7, reason };
    return;
  }
  const message = `Is "${paidOn.header}" the day by which an invoice is to be paid? It is ${first} days after each one.`;
  questions.push({ field: 'due', message, candidates: [paidOn.header] });
}

/** Days from the invoice to its payment in each row that has an invoice date; null where either cannot be read. */
function daysBetween(grid: Grid, headerIndex: number, issued: number, paidOn: number): (Day | null)[] {
  const rows = grid.values.slice(headerIndex + 1).filter((row) => !isBlank(row[issued]));
  const orderOf = (column: number) => dateOrderOf(rows.map((row): Cell => row[column] ?? '')).order;
  const order = orderOf(issued) ?? orderOf(paidOn);
  const dayOf = (cell: Cell | undefined): Day | null => {
    if (isDayCell(cell)) return cell.day;
    return typeof cell === 'string' ? dayOfText(cell, order) : null;
  };
  return rows.map((row) => {
    const [from, to] = [dayOf(row[issued]), dayOf(row[paidOn])];
    return from === null || to === null ? null : to - from;
  });
}

/** The last payment does not settle an invoice: where no amount and no status tells what is left, a person is asked how much was paid. */
export function lastPayment(columns: Columns, questions: Question[]): void {
  const { paidOn, balance, paid, status } = columns;
  if (!paidOn || balance || paid || status || !saysLastPayment(paidOn.header)) return;
  if (questions.some(({ field }) => field === 'paid' || field === 'balance')) return;
  const message = `How much was paid? "${paidOn.header}" tells when the last payment came, not whether it was all. Choose the column with what was paid so far, or with what is left; without one the whole amount counts as open, and nobody is reminded where a payment came.`;
  questions.push({ field: 'paid', message, candidates: [] });
}
