// The demo company: the same every time, and as mixed and as flawed as a real receivables sheet.
import { describe, expect, it } from 'vitest';
import { demoCustomers } from '../../../src/local/demo/companies';
import { demoWorld, INVOICE_HEADERS } from '../../../src/local/demo/demo-world';
import { demoInvoices, INVOICE_COUNT } from '../../../src/local/demo/invoices';
import { addDays } from '../../../src/local/wall-clock';
import { cellAt, plainText } from '../../../src/local/workbook/stored-cells';

const AS_OF = '2026-11-23';
const customers = demoCustomers();
const invoices = demoInvoices(customers, AS_OF);

describe('the demo company', () => {
  it('is the same every time, and the same mix on another day', () => {
    expect(demoInvoices(customers, AS_OF)).toEqual(invoices);
    const later = demoInvoices(customers, addDays(AS_OF, 100));
    expect(later.map(({ amount, status, due }) => [amount, status, due])).toEqual(
      invoices.map(({ amount, status, due }) => [amount, status, addDays(due, 100)]),
    );
  });

  it('has 40 customers in several countries, every habit of paying, and addresses that reach nobody', () => {
    expect(customers).toHaveLength(40);
    expect(new Set(customers.map(({ country }) => country)).size).toBeGreaterThan(7);
    expect(new Set(customers.map(({ habit }) => habit)).size).toBe(7);
    expect(new Set(customers.map(({ email }) => email)).size).toBe(40);
    for (const { email } of customers) expect(email).toMatch(/^accounts@[a-z-]+\.example$/);
  });

  it('has 250 invoices in three currencies: paid, open, part-paid, credited, none issued in the future', () => {
    expect(invoices).toHaveLength(INVOICE_COUNT);
    expect(new Set(invoices.map(({ number }) => number)).size).toBe(INVOICE_COUNT);
    expect([...new Set(invoices.map(({ customer }) => customer.currency))].sort()).toEqual(['EUR', 'GBP', 'USD']);
    const count = (status: string) => invoices.filter((invoice) => invoice.status === status).length;
    expect(count('Open')).toBeGreaterThan(50);
    expect(count('Part paid')).toBeGreaterThan(2);
    expect(count('Credit note')).toBeGreaterThan(2);
    expect(invoices.filter(({ issued, paidOn }) => issued > AS_OF || (paidOn ?? '') > AS_OF)).toEqual([]);
  });

  it('carries the flaws of a real sheet: a text date, a number twice, no address, a total row', () => {
    const [sheet] = demoWorld(AS_OF).spreadsheet.sheets;
    if (!sheet) throw new Error('no sheet');
    const column = (header: (typeof INVOICE_HEADERS)[number]) => {
      const at = INVOICE_HEADERS.indexOf(header);
      return Array.from({ length: INVOICE_COUNT }, (_, row) => cellAt(sheet, row + 1, at)?.value);
    };
    expect(column('Due Date').filter((value) => value?.kind === 'text')).toHaveLength(1);
    expect(column('Amount').filter((value) => value?.kind === 'text')).toHaveLength(0);
    const numbers = column('Invoice No').map(plainText);
    expect(numbers.length - new Set(numbers).size).toBe(1);
    expect(column('Billing Email').filter((value) => value === undefined).length).toBeGreaterThan(0);
    expect(plainText(cellAt(sheet, INVOICE_COUNT + 1, 0)?.value)).toBe('Total');
  });
});
