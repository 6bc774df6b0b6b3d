// The extract of a warehouse (docs/warehouse.md): its columns are understood without a question, whatever happens to be in them.
import { describe, expect, it } from 'vitest';
import { bookAsOf } from '../../../src/receivables/book';
import { dayFromIso } from '../../../src/receivables/day';
import type { Cell } from '../../../src/sheet/grid';
import { EXTRACT_COLUMNS, extractRow } from '../../builders/extract-rows';
import { date, detected, mapped, read } from '../grids';

const MEANT = {
  customer: 'customer',
  customerId: 'customer_id',
  invoice: 'invoice_number',
  issued: 'invoice_date',
  due: 'due_date',
  currency: 'currency',
  amount: 'invoice_amount',
  paid: 'payment_1 + payment_2 + payment_3',
  paidOn: 'payment_1_date + payment_2_date + payment_3_date',
  status: 'status',
  disputed: 'disputed',
  assignedTo: 'factored_to',
  email: 'email',
  language: 'language',
  owner: 'account_owner',
  orderNumber: 'po_number',
  region: 'region',
  businessUnit: 'business_unit',
};

const ACME = { customer_id: 'C-1', customer: 'Acme Ltd', currency: 'EUR' };
const JANUARY = { ...ACME, invoice_date: date('2026-01-05'), due_date: date('2026-02-04') };
const OPEN = extractRow<Cell>({ ...JANUARY, invoice_number: 'R-1', invoice_amount: 100.5, status: 'Open' });
const FULL: Cell[][] = [
  extractRow<Cell>({
    ...JANUARY,
    invoice_number: 'R-2',
    invoice_amount: 100,
    payment_1: 40,
    payment_1_date: date('2026-03-02'),
    payment_2: 60,
    payment_2_date: date('2026-06-10'),
    status: 'Paid',
    email: 'ap@acme.example',
    language: 'en',
    account_owner: 'Ann',
    po_number: 'PO 7',
    region: 'North',
    business_unit: '1000',
  }),
  extractRow<Cell>({ ...JANUARY, invoice_number: 'R-3', invoice_amount: 70, payment_1: 20, status: 'Part paid' }),
  extractRow<Cell>({ ...ACME, invoice_number: 'R-4', invoice_amount: 5, factored_to: 'Factor', disputed: 'yes' }),
  extractRow<Cell>({ ...JANUARY, invoice_number: 'CN-5', invoice_amount: -30, status: 'Credit note' }),
  extractRow<Cell>({
    ...ACME,
    invoice_number: 'pay 6',
    invoice_date: date('2026-06-05'),
    invoice_amount: 0,
    payment_2: 55.5,
    payment_2_date: date('2026-06-05'),
  }),
];

describe('the columns of the extract', () => {
  it.each<[string, Cell[][]]>([
    ['all kinds of rows', [OPEN, ...FULL]],
    ['nothing paid yet, and most columns empty', [OPEN]],
    ['everything paid', FULL.slice(0, 1)],
    ['credits alone', FULL.slice(3)],
    ['whole amounts alone', [extractRow<Cell>({ ...JANUARY, invoice_number: '1001', invoice_amount: 1000 })]],
    [
      'numbers for customers and no names',
      [
        extractRow<Cell>({
          customer_id: '000123',
          invoice_number: '7',
          invoice_date: date('2026-01-05'),
          due_date: date('2026-02-04'),
          invoice_amount: 12,
        }),
      ],
    ],
  ])('are understood without a question: %s', (_, rows) => {
    const table: Cell[][] = [[...EXTRACT_COLUMNS], ...rows];
    expect(detected(table).questions).toEqual([]);
    expect(mapped(table)).toEqual(MEANT);
  });

  it('have each its meaning', () => {
    const read = Object.values(MEANT).flatMap((header) => header.split(' + '));
    expect(read.sort()).toEqual([...EXTRACT_COLUMNS].sort());
  });

  it('give what is open, and before this month too', () => {
    const { rows, problems } = read([[...EXTRACT_COLUMNS], OPEN, ...FULL]);
    expect(problems).toEqual([]);
    const on = (day: string) => bookAsOf(rows, dayFromIso(day) ?? 0).map(({ invoice, open }) => [invoice, open / 100]);
    expect(on('2026-06-30')).toEqual([
      ['R-1', 100.5],
      ['R-2', 0],
      ['R-3', 50],
      ['R-4', 5],
      ['CN-5', -30],
      ['pay 6', -55.5],
    ]);
    expect(on('2026-05-31')).toEqual([
      ['R-1', 100.5],
      ['R-2', 60],
      ['R-3', 50],
      ['R-4', 5],
      ['CN-5', -30],
    ]);
  });
});
