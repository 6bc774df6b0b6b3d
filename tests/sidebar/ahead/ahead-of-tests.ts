// A book and its work for tests of the pages that look ahead: customers with habits of their own, of several owners.

import type { AheadView, WaitingWork, WorkView } from '../../../src/entry/sidebar-calls';
import { isoOf } from '../../../src/receivables/day';
import { packedRows } from '../../../src/receivables/forecast/packed-rows';
import type { Ahead } from '../../../src/sidebar/expected/ahead-book';
import { invoiceRow, on } from '../../receivables/invoice-rows';
import { NO_WORK, NOTHING } from '../fake/fake-ahead';

const DAY = on('2026-06-30');

/** What a customer does: days from due to payment, and what is open of theirs: due so many days ago, decimal. */
export interface Habit {
  late: number;
  open?: [dueAgo: number, amount: number][];
  currency?: string;
  /** By how many days payments move at most. */
  moves?: number;
  /** Every how many days an invoice is due; 10 when left out. */
  every?: number;
}

/** The book: each customer paid for a year, always so many days from due. */
export function bookOfHabits(habits: Readonly<Record<string, Habit>>): AheadView {
  let row = 1;
  const rows = Object.entries(habits).flatMap(
    ([customer, { late, open = [], currency = 'EUR', moves = 0, every = 10 }]) => {
      const paid = Array.from({ length: 360 / every }, (_, at) => {
        const due = DAY - 365 + at * every;
        row += 1;
        return invoiceRow({
          row,
          customer,
          currency,
          issued: due - 30,
          due,
          paidOn: due + late + ((at * 7) % (moves + 1)),
        });
      }).filter(({ paidOn }) => (paidOn ?? 0) <= DAY);
      const owed = open.map(([ago, amount]) => {
        row += 1;
        return invoiceRow({
          ...{ row, customer, currency, invoice: `${customer}-${row}`, amount: amount * 100 },
          ...{ issued: DAY - ago - 30, due: DAY - ago, paidOn: null },
        });
      });
      return [...paid, ...owed];
    },
  );
  return { ...NOTHING, asOf: isoOf(DAY), rows: packedRows(rows) };
}

/** The rows of what a customer has open, in the order of the sheet. */
function openRows(ahead: Ahead, customer: string): number[] {
  return ahead.look.invoices.filter(({ invoice }) => invoice.customer === customer).map(({ invoice }) => invoice.row);
}

export function workOfTests(changes: Partial<WorkView>): WorkView {
  return { ...NO_WORK, ...changes };
}

/** A call about all that a customer has open. */
export function callAbout(ahead: Ahead, customer: string, changes: Partial<WaitingWork> = {}): WaitingWork {
  return {
    ...{
      id: `call ${customer}`,
      key: customer.toLowerCase(),
      channel: 'call',
      template: 'Call firm',
      asked: { EUR: 10_000 },
    },
    ...{ rows: openRows(ahead, customer), daysLate: 5, plannedOn: isoOf(DAY), missed: '' },
    ...changes,
  };
}
