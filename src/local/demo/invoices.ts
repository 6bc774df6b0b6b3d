// The demo company's invoices: what was billed, when it fell due and how it was paid, as each customer's habit has it.
import { addDays } from '../wall-clock';
import type { DemoCustomer, Habit } from './companies';
import { type Draw, drawFrom } from './random';

export interface DemoInvoice {
  number: string;
  customer: DemoCustomer;
  issued: string;
  due: string;
  amount: number;
  paid: number;
  paidOn: string | null;
  /** `Paid`, `Open`, `Part paid`, `Credit note` */
  status: string;
  order: string;
}

export const INVOICE_COUNT = 250;
const SEED = 20_260_607;

interface HabitFacts {
  /** Amounts of an invoice, smallest and largest, in whole units. */
  amounts: [number, number];
  /** Paid invoices of the past. */
  history: number;
  /** How many days after the due date the paid ones were paid. */
  late: [number, number];
  /** Days past due of the open ones (negative: not due yet); one of these lists. */
  open: readonly [readonly number[], ...(readonly number[])[]];
}

const HABITS: Record<Habit, HabitFacts> = {
  new: { amounts: [400, 2200], history: 0, late: [0, 0], open: [[-12], [3, -20], [-2], [2], [-25, -4]] },
  timely: { amounts: [300, 1900], history: 4, late: [-4, 3], open: [[-18, 4], [-9], [-22, -6], [4, -15]] },
  'timely-large': {
    amounts: [9000, 26000],
    history: 7,
    late: [-3, 2],
    open: [
      [-30, -11, 5],
      [-24, -8, 5],
    ],
  },
  late: {
    amounts: [350, 2400],
    history: 4,
    late: [8, 22],
    open: [
      [9, -8],
      [17, 2],
      [24, -3],
      [6, -14],
      [33, 12],
    ],
  },
  'late-large': {
    amounts: [7000, 21000],
    history: 6,
    late: [9, 24],
    open: [
      [14, 29, -10],
      [7, 38, -4],
    ],
  },
  doubtful: {
    amounts: [300, 2100],
    history: 3,
    late: [34, 66],
    open: [
      [41, 75],
      [28, 96, 3],
      [52, -4],
      [63, 118],
    ],
  },
  'doubtful-large': {
    amounts: [6500, 18000],
    history: 4,
    late: [38, 71],
    open: [
      [48, 97, 12],
      [35, 82],
    ],
  },
};

/**
 * The invoices, oldest first, numbered in that order.
 *
 * @param customers of the demo company
 * @param asOf `YYYY-MM-DD`; all dates lie relative to it, so that the mix is the same on any day
 */
export function demoInvoices(customers: DemoCustomer[], asOf: string): DemoInvoice[] {
  const draw = drawFrom(SEED);
  const made = customers.flatMap((customer, index) => invoicesOf(customer, index, asOf, draw));
  const payers = customers.filter((customer) => customer.habit.startsWith('timely'));
  for (let at = 0; made.length < INVOICE_COUNT; at += 1) {
    const payer = payers[at % payers.length];
    if (payer) made.push(paidInvoice(payer, asOf, 150 + at * 4, draw));
  }
  made.sort((a, b) => (a.issued < b.issued ? -1 : a.issued > b.issued ? 1 : 0));
  return made.slice(-INVOICE_COUNT).map((invoice, index) => ({
    ...invoice,
    number: `${invoice.status === 'Credit note' ? 'CN' : 'LR'}-${String(4001 + index).padStart(6, '0')}`,
  }));
}

function invoicesOf(customer: DemoCustomer, index: number, asOf: string, draw: Draw): DemoInvoice[] {
  const habit = HABITS[customer.habit];
  const open = (habit.open[index % habit.open.length] ?? habit.open[0]).map((daysPastDue, nth) =>
    // At short terms an invoice not due for long would be one from the future.
    openInvoice(
      customer,
      addDays(asOf, -Math.max(daysPastDue, 2 - customer.terms)),
      nth === 0 && index % 6 === 2,
      asOf,
      draw,
    ),
  );
  const oldest = Math.max(0, ...open.map((invoice) => overdueDays(invoice.due, asOf)));
  const paid: DemoInvoice[] = [];
  for (let nth = 0; nth < habit.history; nth += 1) {
    const dueBack = oldest + habit.late[1] + 12 + nth * draw.whole(24, 31);
    paid.push(paidInvoice(customer, asOf, dueBack, draw));
  }
  return index % 11 === 4 ? [...paid, ...open, creditNote(customer, asOf, draw)] : [...paid, ...open];
}

function openInvoice(customer: DemoCustomer, due: string, partPaid: boolean, asOf: string, draw: Draw): DemoInvoice {
  const amount = amountOf(customer, draw);
  const paidOn = addDays(asOf, -draw.whole(2, 9));
  const part = partPaid && paidOn > addDays(due, -customer.terms);
  return {
    ...billed(customer, due, amount, draw),
    paid: part ? Math.round(amount * 40) / 100 : 0,
    paidOn: part ? paidOn : null,
    status: part ? 'Part paid' : 'Open',
  };
}

function paidInvoice(customer: DemoCustomer, asOf: string, dueBack: number, draw: Draw): DemoInvoice {
  const { late } = HABITS[customer.habit];
  const due = addDays(asOf, -dueBack);
  const amount = amountOf(customer, draw);
  const paidOn = addDays(due, draw.whole(late[0], late[1]));
  return { ...billed(customer, due, amount, draw), paid: amount, paidOn, status: 'Paid' };
}

function creditNote(customer: DemoCustomer, asOf: string, draw: Draw): DemoInvoice {
  const issued = addDays(asOf, -draw.whole(3, 20));
  const amount = -draw.whole(40, 180);
  return {
    ...billed(customer, addDays(issued, customer.terms), amount, draw),
    issued,
    due: issued,
    status: 'Credit note',
  };
}

function billed(customer: DemoCustomer, due: string, amount: number, draw: Draw): DemoInvoice {
  return {
    number: '',
    customer,
    issued: addDays(due, -customer.terms),
    due,
    amount,
    paid: 0,
    paidOn: null,
    status: 'Open',
    order: draw.whole(1, 3) === 1 ? '' : `PO-${draw.whole(10_000, 99_999)}`,
  };
}

function amountOf(customer: DemoCustomer, draw: Draw): number {
  const [least, most] = HABITS[customer.habit].amounts;
  return draw.whole(least, most) + draw.oneOf([0, 0, 0.5, 0.25, 0.4, 0.99] as const);
}

function overdueDays(due: string, asOf: string): number {
  return Math.round((Date.parse(asOf) - Date.parse(due)) / 86_400_000);
}
