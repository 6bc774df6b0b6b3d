// Headers over two rows: groups above the names, names broken over two cells, and rows above a header that are neither.
import { describe, expect, it } from 'vitest';
import { applyMapping } from '../../../src/sheet/detect/confirmed-columns';
import { isProblem } from '../../../src/sheet/fields';
import type { Cell } from '../../../src/sheet/grid';
import { date, detected, gridOf, mapped, read } from '../grids';

const issued = date('2026-01-15');
const due = date('2026-02-14');

describe('a line of groups above the names', () => {
  const grouped: Cell[][] = [
    ['Invoice', '', '', 'Customer', '', 'Amounts (EUR)', '', ''],
    ['No.', 'Date', 'Due', 'No.', 'Name', 'Net', 'Gross', 'Open'],
    ['17', issued, due, '10001', 'ACME', 100, 119, 50],
  ];

  it('is read together with them, and the header row is the lower one', () => {
    expect(detected(grouped).headerRow).toBe(2);
    expect(mapped(grouped)).toMatchObject({
      invoice: 'Invoice No.',
      issued: 'Invoice Date',
      due: 'Due',
      customerId: 'Customer No.',
      customer: 'Customer Name',
      amount: 'Amounts (EUR) Gross',
      balance: 'Amounts (EUR) Open',
    });
    expect(detected(grouped).questions).toEqual([]);
    expect(read(grouped).rows.map(({ amount, balance, currency }) => [amount, balance, currency])).toEqual([
      [11_900, 5_000, 'EUR'],
    ]);
  });

  it('tells the date of the invoice from the date of its payment', () => {
    const values: Cell[][] = [
      ['', 'Invoice', '', '', '', 'Payment', ''],
      ['Customer', 'Number', 'Date', 'Due date', 'Amount', 'Date', 'Amount'],
      ['ACME', '17', issued, due, 119, date('2026-02-01'), 19],
      ['ACME', '18', issued, due, 50, '', ''],
    ];
    expect(mapped(values)).toMatchObject({
      issued: 'Invoice Date',
      amount: 'Invoice Amount',
      paidOn: 'Payment Date',
      paid: 'Payment Amount',
    });
  });

  it('is found again by the joined names once a person has confirmed them', () => {
    const mapping = { invoice: 'Invoice No.', due: 'Due', customer: 'Customer Name', amount: 'Amounts (EUR) Gross' };
    const found = applyMapping(gridOf(grouped), mapping);
    expect(isProblem(found) ? found.message : [found.headerRow, found.columns.amount?.index]).toEqual([2, 6]);
    const plain = applyMapping(gridOf(grouped), { due: 'Due', customer: 'Name', amount: 'Gross' });
    expect(isProblem(plain) ? plain.message : [plain.headerRow, plain.columns.amount?.index]).toEqual([2, 6]);
  });

  it('works below title lines, and in German', () => {
    const values: Cell[][] = [
      ['OP-Liste Debitoren', '', '', '', '', ''],
      ['Stand: heute', '', '', '', '', ''],
      ['Rechnung', '', '', 'Kunde', 'Beträge in EUR', ''],
      ['Nr.', 'Datum', 'Fällig am', '', 'Brutto', 'Offen'],
      ['RE-1', issued, due, 'A GmbH', 119, 119],
    ];
    expect(detected(values)).toMatchObject({ headerRow: 4, questions: [] });
    expect(mapped(values)).toMatchObject({ customer: 'Kunde', due: 'Fällig am', issued: 'Rechnung Datum' });
    expect(read(values).rows).toMatchObject([{ customer: 'A GmbH', balance: 11_900, currency: 'EUR' }]);
  });
});

describe('names broken over two cells', () => {
  it('are joined where the two together say more', () => {
    const values: Cell[][] = [
      ['Customer', 'Invoice', 'Invoice', 'Due', 'Invoice', 'Amount', 'Balance'],
      ['Name', 'Number', 'Date', 'Date', 'Amount', 'Paid', 'Due'],
      ['ACME', '17', issued, due, 119, 19, 100],
    ];
    expect(mapped(values)).toEqual({
      customer: 'Customer Name',
      invoice: 'Invoice Number',
      issued: 'Invoice Date',
      due: 'Due Date',
      amount: 'Invoice Amount',
      paid: 'Amount Paid',
      balance: 'Balance Due',
    });
  });

  it('are joined where only one is broken', () => {
    const values: Cell[][] = [
      ['', '', 'Due', ''],
      ['Customer', 'Invoice', 'Date', 'Amount'],
      ['ACME', '17', due, 119],
    ];
    expect(mapped(values)).toMatchObject({ due: 'Due Date', amount: 'Amount', customer: 'Customer' });
  });

  it('take the upper cell where the lower one is blank', () => {
    const values: Cell[][] = [
      ['Customer', 'Invoice', 'Due', 'Amount'],
      ['', 'No.', 'Date', ''],
      ['ACME', '17', due, 119],
    ];
    expect(mapped(values)).toEqual({
      customer: 'Customer',
      invoice: 'Invoice No.',
      due: 'Due Date',
      amount: 'Amount',
    });
    expect(read(values).rows).toHaveLength(1);
  });

  it('are one header row, also where a page repeats its lower line', () => {
    const values: Cell[][] = [
      ['Customer', 'Invoice', 'Due', 'Gross'],
      ['Name', 'No.', 'Date', 'Amount'],
      ['ACME', '17', due, 119],
      ['Name', 'No.', 'Date', 'Amount'],
      ['ACME', '18', due, 119],
    ];
    expect(read(values)).toMatchObject({ problems: [], skipped: [{ row: 4, why: 'header row repeated' }] });
  });
});

describe('a row above the header that is no part of it', () => {
  const header = ['Customer', 'Number', 'Date', 'Due date', 'Amount'];
  const row: Cell[] = ['ACME', '17', issued, due, 119];

  it.each([
    ['a title', ['Invoice', '', '', '', '']],
    ['a title in the middle', ['', '', 'Open invoices of our customers', '', '']],
    ['a label and its value', ['Company', 'Muster Ltd', '', 'Printed', 'today']],
    ['a figure', ['Payment', 'Payment', 'Payment', 'Payment', 17]],
    ['a date', ['Due', 'Due', 'Due', 'Due', '2026-01-01']],
    ['another header row of the same names', ['Kunde', 'Nummer', 'Datum', 'Fällig am', 'Betrag']],
  ])('changes nothing: %s', (_, above) => {
    const values: Cell[][] = [above, header, row];
    expect(detected(values).headers).toEqual(header);
    expect(mapped(values)).toMatchObject({ issued: 'Date', due: 'Due date', amount: 'Amount' });
  });

  it('does not make a header row of the first invoice', () => {
    const values: Cell[][] = [
      ['Customer', 'Invoice', 'Due date', 'Amount', 'Status'],
      ['Balance', 'Total', '', '', 'Open'],
      ['ACME', '17', due, 119, 'Open'],
    ];
    expect(detected(values).headerRow).toBe(1);
  });

  it('names no column without a header after a title', () => {
    const values: Cell[][] = [
      ['Invoices', '', '', ''],
      ['', 'Number', 'Due date', 'Amount'],
      ['ACME', '17', due, 119],
    ];
    expect(detected(values).headers[0]).toBe('');
  });
});
