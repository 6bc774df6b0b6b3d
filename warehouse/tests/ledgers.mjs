// Ledgers made up for the properties: several currencies, part payments and returns, credits, money on account, gaps.
import fc from 'fast-check';
import { dayAfter } from './duesheet.mjs';

const FIRST_DAY = '2025-03-01';
/** Days after the first on which something may be issued; the as-of days of the properties lie within. */
const SPAN = 520;

const CUSTOMERS = [
  { customer_id: 'C-007', customer: 'Acme Tools Ltd' },
  { customer_id: 'c-8', customer: 'Beta  Works' },
  { customer_id: null, customer: 'Gamma & Söhne' },
  { customer_id: '000123', customer: null },
  { customer_id: 'D4', customer: "O'Delta" },
  { customer_id: 'E5', customer: 'Epsilon SA' },
];

const CURRENCIES = ['EUR', 'EUR', 'EUR', 'JPY', 'BHD', null];

const payment = fc.record({
  after: fc.integer({ min: -5, max: 220 }),
  share: fc.constantFrom(1, 1, 1, 0.5, 0.25, 0.7513, 1.1, -0.5),
  isUndated: fc.integer({ min: 0, max: 30 }).map((roll) => roll === 0),
  isForeign: fc.integer({ min: 0, max: 30 }).map((roll) => roll === 0),
});

const invoice = fc.record({
  who: fc.nat(CUSTOMERS.length - 1),
  issued: fc.nat(SPAN),
  terms: fc.constantFrom(0, 10, 30, 30, 60, null),
  currency: fc.constantFrom(...CURRENCIES),
  cents: fc.oneof(fc.integer({ min: 1, max: 5_000_000 }), fc.integer({ min: -200_000, max: 0 })),
  thousandths: fc.constantFrom(0, 0, 0, 0.0025, 0.005),
  status: fc.constantFrom(null, null, null, null, 'draft', 'CANCELLED', "Customer's credit", 'In dispute', 'Posted'),
  isDisputed: fc.constantFrom(false, false, false, true),
  isAssigned: fc.constantFrom(false, false, false, true),
  payments: fc.array(payment, { maxLength: 4 }),
});

const onAccount = fc.record({
  who: fc.option(fc.nat(CUSTOMERS.length - 1)),
  day: fc.nat(SPAN),
  currency: fc.constantFrom(...CURRENCIES),
  cents: fc.integer({ min: -20_000, max: 200_000 }).filter((cents) => cents !== 0),
});

/** A ledger as rows of its tables, and a day within it. */
export const ledgers = fc
  .record({
    invoices: fc.array(invoice, { minLength: 1, maxLength: 30 }),
    onAccount: fc.array(onAccount, { maxLength: 3 }),
    day: fc.integer({ min: 40, max: SPAN + 60 }),
  })
  .map(({ invoices, onAccount: others, day }) => ({
    asOf: dayAfter(FIRST_DAY, day),
    invoices: invoices.map(invoiceRow),
    payments: [...invoices.flatMap(paymentRows), ...others.map(onAccountRow)],
  }));

function invoiceRow(one, i) {
  const issued = dayAfter(FIRST_DAY, one.issued);
  return {
    invoice_id: `doc-${i}`,
    invoice_number: `R-${1000 + i}`,
    ...CUSTOMERS[one.who],
    issue_date: issued,
    due_date: one.terms === null ? null : dayAfter(issued, one.terms),
    currency: one.currency,
    amount: amountOf(one),
    status: one.status,
    disputed: one.isDisputed,
    assigned_to: one.isAssigned ? 'Factor Bank' : null,
    region: i % 3 === 0 ? 'North' : 'South',
  };
}

function amountOf({ cents, thousandths }) {
  return Number((cents / 100 + thousandths).toFixed(4));
}

function paymentRows(one, i) {
  return one.payments.map(({ after, share, isUndated, isForeign }, k) => ({
    payment_id: `pay-${i}-${k}`,
    invoice_id: `doc-${i}`,
    customer_id: CUSTOMERS[one.who].customer_id,
    value_date: isUndated ? null : dayAfter(FIRST_DAY, one.issued + after),
    currency: isForeign ? 'USD' : k % 2 === 0 ? one.currency : null,
    amount: Number((amountOf(one) * share).toFixed(4)),
  }));
}

function onAccountRow({ who, day, currency, cents }, i) {
  return {
    payment_id: `account-${i}`,
    invoice_id: i % 2 === 0 ? null : 'not-in-the-ledger',
    customer_id: who === null ? null : CUSTOMERS[who].customer_id,
    value_date: dayAfter(FIRST_DAY, day),
    currency,
    amount: cents / 100,
  };
}
