// Ledgers made up for the properties: dates on the edges of every rule, customers with habits, part payments and returns, credits,
// money on account, several currencies, gaps.
import fc from 'fast-check';
import { dayAfter } from './duesheet.mjs';

const CUSTOMERS = [
  { customer_id: 'C-007', customer: 'Acme Tools Ltd' },
  { customer_id: 'c-8', customer: 'Beta  Works' },
  { customer_id: null, customer: 'Gamma & Söhne' },
  { customer_id: '000123', customer: null },
  { customer_id: 'D4', customer: "O'Delta" },
  { customer_id: 'E5', customer: 'Epsilon SA' },
  { customer_id: 'F6', customer: 'Zeta' },
  { customer_id: 'G7', customer: 'Eta' },
];

const who = fc.nat(CUSTOMERS.length - 1);
const currency = fc.constantFrom(...Array(12).fill('EUR'), 'JPY', 'BHD', null);
const seldom = (times) => fc.nat(times).map((roll) => roll === 0);

/** As-of days: ends and beginnings of months, a leap day's neighbours, and any other. */
const asOf = fc.oneof(
  fc.constantFrom('2026-06-30', '2026-06-01', '2026-07-31', '2026-03-01', '2024-02-29', '2025-12-31'),
  fc.integer({ min: 0, max: 700 }).map((days) => dayAfter('2024-06-01', days)),
);

/** Days before the as-of day on which one rule ends and another begins. */
const EDGES = [-1, 0, 1, 5, 6, 30, 31, 60, 61, 89, 90, 91, 364, 365, 366];

/** A day as so many before the as-of day, or its month's first, or the day before that. */
const place = fc.oneof(
  fc.constantFrom(...EDGES, 'first of the month', 'before the month'),
  fc.integer({ min: -20, max: 480 }),
);

const amount = fc.oneof(
  fc.constantFrom(100, 100, 300, 50.5),
  fc.integer({ min: 1, max: 5_000_000 }).map((cents) => cents / 100),
  fc.integer({ min: -200_000, max: 0 }).map((cents) => cents / 100),
  fc.constantFrom(0.005, 12.3455, 1000.0025, -7.125),
);

const payment = fc.record({
  place,
  share: fc.constantFrom(1, 1, 0.5, 0.25, 0.7513, 1.1, -0.5),
  isUndated: seldom(20),
  isForeign: seldom(20),
});

const invoice = fc.record({
  who,
  amount,
  currency,
  issued: place,
  // Days to pay; on an edge, the due date itself lies there.
  terms: fc.constantFrom(0, 10, 30, 30, null, 'on an edge'),
  due: fc.constantFrom(...EDGES),
  // As this customer always pays, not at all, or as it comes.
  pays: fc.constantFrom('by habit', 'by habit', 'never', 'in parts'),
  payments: fc.array(payment, { maxLength: 3, size: 'max' }),
  status: fc.constantFrom(...Array(12).fill(null), 'draft', 'CANCELLED', "Customer's credit", 'In dispute', 'Posted'),
  isDisputed: seldom(15),
  isAssigned: seldom(8),
});

const onAccount = fc.record({
  who: fc.option(who),
  place,
  currency,
  cents: fc.integer({ min: -20_000, max: 200_000 }).filter((cents) => cents !== 0),
});

/** A ledger as rows of its tables, and a day within it. */
export const ledgers = fc
  .record({
    asOf,
    habits: fc.array(fc.constantFrom(-3, 0, 5, 6, 30, 31), {
      minLength: CUSTOMERS.length,
      maxLength: CUSTOMERS.length,
    }),
    invoices: fc.array(invoice, { minLength: 1, maxLength: 60, size: 'max' }),
    onAccount: fc.array(onAccount, { maxLength: 3 }),
  })
  .map((made) => ({
    asOf: made.asOf,
    invoices: made.invoices.map((one, i) => invoiceRow(made, one, i)),
    payments: [
      ...made.invoices.flatMap((one, i) => paymentRows(made, one, i)),
      ...made.onAccount.map((one, i) => onAccountRow(made, one, i)),
    ],
  }));

function dayAt(made, at) {
  const first = `${made.asOf.slice(0, 8)}01`;
  if (at === 'first of the month') return first;
  return at === 'before the month' ? dayAfter(first, -1) : dayAfter(made.asOf, -at);
}

function datesOf(made, { issued, terms, due }) {
  if (terms === 'on an edge') {
    const day = dayAt(made, due);
    return { issue_date: dayAfter(day, -30), due_date: day };
  }
  const day = dayAt(made, issued);
  return { issue_date: day, due_date: terms === null ? null : dayAfter(day, terms) };
}

function invoiceRow(made, one, i) {
  return {
    invoice_id: `doc-${i}`,
    invoice_number: `R-${1000 + i}`,
    ...CUSTOMERS[one.who],
    ...datesOf(made, one),
    currency: one.currency,
    amount: one.amount,
    status: one.status,
    disputed: one.isDisputed,
    assigned_to: one.isAssigned ? 'Factor Bank' : null,
    region: i % 3 === 0 ? 'North' : 'South',
  };
}

function paymentRows(made, one, i) {
  const common = { invoice_id: `doc-${i}`, customer_id: CUSTOMERS[one.who].customer_id };
  if (one.pays === 'never') return [];
  if (one.pays === 'by habit') {
    const { issue_date, due_date } = datesOf(made, one);
    const value_date = dayAfter(due_date ?? issue_date, made.habits[one.who]);
    return [{ ...common, payment_id: `pay-${i}`, value_date, currency: null, amount: one.amount }];
  }
  return one.payments.map(({ place: at, share, isUndated, isForeign }, k) => ({
    ...common,
    payment_id: `pay-${i}-${k}`,
    value_date: isUndated ? null : dayAt(made, at),
    currency: isForeign ? 'USD' : k % 2 === 0 ? one.currency : null,
    amount: Number((one.amount * share).toFixed(4)),
  }));
}

function onAccountRow(made, { who: by, place: at, currency: in_currency, cents }, i) {
  return {
    payment_id: `account-${i}`,
    invoice_id: i % 2 === 0 ? null : 'not-in-the-ledger',
    customer_id: by === null ? null : CUSTOMERS[by].customer_id,
    value_date: dayAt(made, at),
    currency: in_currency,
    amount: cents / 100,
  };
}
