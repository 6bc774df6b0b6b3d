// Nine invoices of four customers on 30 April 2026, worked out by another implementation: what the curve is held to.
import type { InvoiceRow } from '../../../src/receivables/invoice';
import { invoiceRow, on } from '../invoice-rows';

export const TINY_DAY = on('2026-04-30');

const LINES: readonly [string, string, string, string, string][] = [
  ['T1', 'A', '2026-01-05', '2026-02-04', '2026-02-08'],
  ['T2', 'A', '2026-02-02', '2026-03-04', '2026-03-10'],
  ['T3', 'A', '2026-03-02', '2026-04-01', '2026-04-03'],
  ['T4', 'B', '2026-01-12', '2026-02-11', '2026-02-09'],
  ['T5', 'B', '2026-02-09', '2026-03-11', '2026-03-11'],
  ['T6', 'C', '2026-02-16', '2026-03-18', '2026-04-17'],
  ['T7', 'A', '2026-04-06', '2026-05-06', ''],
  ['T8', 'C', '2026-03-16', '2026-04-15', ''],
  ['T9', 'D', '2026-04-13', '2026-05-13', ''],
];

/** The rows; those without a day of payment are open. */
export function tinyBook(): InvoiceRow[] {
  return LINES.map(([key, customer, issued, due, paid]) =>
    invoiceRow({
      ...{ key, invoice: key, customer, issued: on(issued), due: on(due) },
      paidOn: paid === '' ? null : on(paid),
    }),
  );
}
