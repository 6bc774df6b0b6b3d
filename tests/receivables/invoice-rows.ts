// Invoice rows for tests: a plain row, and what differs from it.
import { customerKeyOf } from '../../src/receivables/customer';
import { type Day, dayFromIso } from '../../src/receivables/day';
import type { InvoiceRow } from '../../src/receivables/invoice';

/** The day of an ISO date that is known to exist. */
export function on(iso: string): Day {
  const day = dayFromIso(iso);
  if (day === null) throw new Error(`${iso} is no date`);
  return day;
}

let count = 0;

/** An open invoice of 100.00 EUR of ACME, issued 1 May and due 31 May 2026. */
export function invoiceRow(differs: Partial<InvoiceRow> = {}): InvoiceRow {
  count += 1;
  const row: InvoiceRow = {
    key: `k${count}`,
    row: count + 1,
    invoice: `INV-${count}`,
    customerKey: '',
    customer: 'ACME',
    customerId: '',
    issued: on('2026-05-01'),
    due: on('2026-05-31'),
    currency: 'EUR',
    amount: 10_000,
    paid: null,
    balance: null,
    paidOn: null,
    status: '',
    disputed: false,
    email: '',
    language: '',
    owner: '',
    paymentLink: '',
    orderNumber: '',
    terms: '',
    region: '',
    businessUnit: '',
    product: '',
    ...differs,
  };
  return { ...row, customerKey: differs.customerKey ?? customerKeyOf(row.customerId, row.customer) };
}
