// Published cases of other programs about what is owed: balances, credits, future payments, currencies, odd cells.
import { describe, expect, it } from 'vitest';
import { bookAsOf, totalsByCurrency } from '../../src/receivables/book';
import type { InvoiceRow } from '../../src/receivables/invoice';
import { formatMoney, toMinor } from '../../src/receivables/money';
import { parseTerms } from '../../src/receivables/terms/parse-terms';
import type { Cell } from '../../src/sheet/grid';
import { ABOUT_WHAT_IS_OWED, type DeliberateCase, type ForeignCase, SOURCES, type TriedCase } from '../peer-cases';
import { date, read } from '../sheet/grids';
import { invoiceRow, on } from './invoice-rows';

const TODAY = on('2026-06-15');

/** What of each row is open today, in whole units. */
function open(...rows: readonly Partial<InvoiceRow>[]): number[] {
  return bookAsOf(
    rows.map((row) => invoiceRow(row)),
    TODAY,
  ).map((invoice) => invoice.open / 100);
}

/** Open, credits and overdue in a currency, in whole units. */
function totals(currency: string, ...rows: readonly Partial<InvoiceRow>[]): Record<string, number | undefined> {
  const book = bookAsOf(
    rows.map((row) => invoiceRow(row)),
    TODAY,
  );
  const sum = totalsByCurrency(book, TODAY)[currency];
  return { open: (sum?.open ?? 0) / 100, credits: (sum?.credits ?? 0) / 100, overdue: (sum?.overdue ?? 0) / 100 };
}

/** A table as text and dates, read: invoice, amount and paid in whole units. */
function readRows(...values: Cell[][]): [string, number, number][] {
  return read(values).rows.map(({ invoice, amount, paid }) => [invoice, (amount ?? 0) / 100, (paid ?? 0) / 100]);
}

const CREDIT: Partial<InvoiceRow> = { amount: -10_000 };
const due = date('2026-07-02');

const TRIED: readonly TriedCase[] = [
  {
    id: 'P001',
    says: 'a schedule of 30, 50 and 20 is three open rows',
    answer: () => open({ amount: 3_000 }, { amount: 5_000 }, { amount: 2_000 }),
    expected: [30, 50, 20],
  },
  {
    id: 'P003',
    says: 'a full credit note kept as its own document is -100 beside what is open',
    answer: () =>
      totals('EUR', { amount: 3_000, paid: 3_000 }, { amount: 5_000, paid: 1_000 }, { amount: 2_000 }, CREDIT),
    expected: { open: 60, credits: -100, overdue: 60 },
  },
  {
    id: 'P005',
    says: 'a payment of 40 on the first instalment leaves 20, 100 and 40',
    answer: () => open({ amount: 6_000, paid: 4_000 }, { amount: 10_000, paid: 0 }, { amount: 4_000, paid: 0 }),
    expected: [20, 100, 40],
  },
  {
    id: 'P007',
    says: 'invoice 100 with 40 paid and a credit of 100 apart: 60 and -100',
    answer: () => open({ paid: 4_000 }, CREDIT),
    expected: [60, -100],
  },
  { id: 'P009', says: 'paid 40 of 100: 60', answer: () => open({ paid: 4_000 }), expected: [60] },
  { id: 'P011', says: 'a credit of its own: -100', answer: () => open(CREDIT), expected: [-100] },
  {
    id: 'P013',
    says: 'a payment of tomorrow lowers neither invoice nor credit note today',
    answer: () => open({ paid: 10_000, paidOn: TODAY + 1 }, { amount: -1_000, paid: -1_000, paidOn: TODAY + 1 }),
    expected: [100, -10],
  },
  {
    id: 'P015',
    says: 'too much paid tomorrow: all is open today',
    answer: () => open({ paid: 11_000, paidOn: TODAY + 1 }),
    expected: [100],
  },
  { id: 'P017', says: 'a cent left is still shown', answer: () => open({ paid: 9_999 }), expected: [0.01] },
  {
    id: 'P019',
    says: 'two currencies are never added',
    answer: () => [
      totals('USD', { currency: 'USD' }, { currency: 'EUR' }).open,
      totals('EUR', { currency: 'USD' }, { currency: 'EUR' }).open,
    ],
    expected: [100, 100],
  },
  {
    id: 'P059',
    says: '500 five days late and 1000 due in 30 days: 500 overdue',
    answer: () => totals('EUR', { amount: 50_000, due: TODAY - 5 }, { amount: 100_000, due: TODAY + 30 }).overdue,
    expected: 500,
  },
  {
    id: 'P067',
    says: '1190.00 with 190.00 paid, due 15 June, on 16 July: 1000.00, 31 days',
    answer: () => {
      const [invoice] = bookAsOf(
        [invoiceRow({ amount: 119_000, paid: 19_000, due: on('2026-06-15') })],
        on('2026-07-16'),
      );
      return [invoice?.open, invoice?.daysPastDue];
    },
    expected: [100_000, 31],
  },
  { id: 'P077', says: '0.10 prints 0.10', answer: () => formatMoney(toMinor(0.1, 'EUR'), 'EUR'), expected: '0.10 EUR' },
  {
    id: 'P083',
    says: 'an invoice date of the 13th month is not read',
    answer: () => {
      const { rows, problems } = read([
        ['Customer', 'Invoice', 'Invoice date', 'Due date', 'Amount'],
        ['A', '1', date('2026-05-01'), due, 10],
        ['A', '2', '2026-13-01', due, 10],
      ]);
      return [rows.map(({ issued }) => issued), problems.map(({ row, column }) => [row, column])];
    },
    expected: [[on('2026-05-01'), null], [[3, 'Invoice date']]],
  },
  {
    id: 'P085',
    says: 'debit 1190 on 1 April and credit 400 of the same reference, 14 days: 790, due 15 April',
    answer: () => {
      const { rows } = read([
        ['Date', 'Customer', 'Document', 'Terms', 'Debit', 'Credit'],
        [date('2026-04-01'), 'ACME', 'RE-1', '14 days', 1190, ''],
        [date('2026-04-20'), 'ACME', 'RE-1', '', '', 400],
        [date('2026-04-22'), 'Beta', 'RE-2', '14 days', 50, ''],
      ]);
      const [invoice] = bookAsOf(rows, TODAY);
      return [invoice?.open, invoice?.due];
    },
    expected: [79_000, on('2026-04-15')],
  },
  {
    id: 'P087',
    says: 'terms of -1 days are refused',
    answer: () => 'problem' in parseTerms('-1 days'),
    expected: true,
  },
  {
    id: 'P093',
    says: 'three lines of one invoice are 32212.15',
    answer: () =>
      readRows(
        ['Customer', 'Invoice', 'Due date', 'Item', 'Quantity', 'Unit price', 'Line total'],
        ['ACME', 'HDRAQ-014', due, 'a', 1, 10000, 10000],
        ['ACME', 'HDRAQ-014', due, 'b', 1, 12212.15, 12212.15],
        ['ACME', 'HDRAQ-014', due, 'c', 1, 10000, 10000],
      ),
    expected: [['HDRAQ-014', 32212.15, 0]],
  },
  {
    id: 'P095',
    says: 'columns in any order, German amounts and dates, paid rows not open',
    answer: () => {
      const { rows } = read([
        ['Zahlungsstatus', 'Betrag', 'Fällig am', 'Rechnungsnr.', 'Kunde'],
        ['offen', '1.154,61', '02.07.2026', 'R-1', 'Hafen GmbH'],
        ['bezahlt', '200,00', '15.06.2026', 'R-2', 'Hafen GmbH'],
      ]);
      return bookAsOf(rows, TODAY).map((invoice) => [invoice.invoice, invoice.due, invoice.open]);
    },
    expected: [
      ['R-1', on('2026-07-02'), 115_461],
      ['R-2', on('2026-06-15'), 0],
    ],
  },
];

const DELIBERATE: readonly DeliberateCase[] = [
  {
    id: 'P079',
    says: 'the amount 1.234,56 is refused as ambiguous',
    answer: () =>
      readRows(['Customer', 'Invoice', 'Due date', 'Amount'], ['A', '1', due, '1.234,56'], ['A', '2', due, '12,50']),
    expected: [
      ['1', 1234.56, 0],
      ['2', 12.5, 0],
    ],
    because: 'Two separators can be read one way only; what can be read two ways is read by its column, or not at all.',
  },
  {
    id: 'P081',
    says: 'the same invoice number twice is refused',
    answer: () => {
      const { rows, problems } = read([
        ['Customer', 'Invoice', 'Due date', 'Amount'],
        ['A', '1', due, 10],
        ['A', '1', due, 10],
        ['A', '2', due, 20],
      ]);
      return [rows.map(({ invoice }) => invoice), problems.map(({ row, code }) => [row, code])];
    },
    expected: [['1', '2'], [[3, 'duplicate-invoice']]],
    because: 'One bad row stops no other: it counts once and is named.',
  },
];

const FOREIGN: readonly ForeignCase[] = [
  {
    id: 'P021',
    says: 'base and foreign amount of one invoice',
    because: 'An invoice has one currency; nothing is converted.',
  },
  {
    id: 'P023',
    says: 'an advance spread over two terms',
    because: 'Allocating payments is done in the books, not here.',
  },
  {
    id: 'P025',
    says: 'a filter by customer group',
    because: 'A report is filtered in the sheet; AGING_TABLE groups by any column.',
  },
  {
    id: 'P089',
    says: 'no as-of date is an error',
    because:
      'Formulas take the day as an argument; a plan is of today in the sheet’s zone unless told otherwise, and says which day.',
  },
];

describe('published cases about what is owed', () => {
  it.each(TRIED.map((one) => [one.id, one.says, one] as const))('%s: %s', (id, _says, { answer, expected }) => {
    expect(answer(), SOURCES[id]).toEqual(expected);
  });

  it.each(DELIBERATE.map((one) => [one.id, one.says, one] as const))(
    '%s, answered otherwise on purpose: %s',
    (id, _says, { answer, expected, because }) => {
      expect(answer(), SOURCES[id]).toEqual(expected);
      expect(because).toMatch(/\.$/);
    },
  );

  it('are all here: tried, answered otherwise, or about something else', () => {
    const here = [...TRIED, ...DELIBERATE, ...FOREIGN].map(({ id }) => id);
    expect(here.sort()).toEqual([...ABOUT_WHAT_IS_OWED].sort());
    for (const { because } of FOREIGN) expect(because).toMatch(/\.$/);
  });
});
