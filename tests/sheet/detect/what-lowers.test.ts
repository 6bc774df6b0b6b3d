// Columns that lower what is owed: found by their names, asked about where they may be taken off already, and money that nobody reads.
import { describe, expect, it } from 'vitest';
import { unreadMoney } from '../../../src/sheet/detect/money/unread-money';
import type { Field } from '../../../src/sheet/fields';
import type { Cell } from '../../../src/sheet/grid';
import { date, detected, gridOf, mapped, read } from '../grids';

const due = date('2026-03-31');

/** Two invoices of 1000 and 300 with further columns, header to cells. */
function table(more: Record<string, [Cell, Cell]>, amount = 'Total'): Cell[][] {
  const names = Object.keys(more);
  return [
    ['Customer', 'Invoice', 'Due date', amount, ...names],
    ['Alder', 'W-1', due, 1000, ...names.map((name) => more[name]?.[0] ?? '')],
    ['Birch', 'W-2', due, 300, ...names.map((name) => more[name]?.[1] ?? '')],
  ];
}

const asks = (values: Cell[][]): [Field, string[]][] =>
  detected(values).questions.map(({ field, candidates }) => [field, candidates]);
const unread = (values: Cell[][]): string[] =>
  unreadMoney(gridOf(values), detected(values)).map(({ column }) => column);

describe('a column that lowers what is owed', () => {
  it.each([
    ...[
      'Credit Note',
      'Credit notes',
      'Credit note amount',
      'credit_memo',
      'Credits applied',
      'Gutschrift',
      'Gutschriften',
      'Avoirs',
    ],
    ...['Nota de crédito', 'Notas de crédito', 'Note di credito', 'Creditnota', 'Returns'],
  ])('is a credit note under the name "%s"', (header) => {
    const grid = table({ [header]: [400, 0] });
    expect([mapped(grid)['credited'], asks(grid)]).toEqual([header, []]);
  });

  it.each([
    'Write-off',
    'Written off',
    'writeoff_amount',
    'Bad debt',
    'Abschreibung',
    'Ausgebucht',
    'Castigo',
    'Afgeboekt',
    'Odpis',
    'Passé en perte',
  ])('is written off under the name "%s"', (header) => {
    expect(mapped(table({ [header]: [400, 0] }))['writtenOff']).toBe(header);
  });

  it.each([
    'TDS Deducted',
    'TDS',
    'tds_amount',
    'WHT',
    'Withholding tax',
    'Tax withheld',
    'Tax deducted at source',
    'Quellensteuer',
    'Retenue à la source',
    '源泉徴収税',
  ])('is tax withheld under the name "%s"', (header) => {
    const grid = table({ [header]: [100, 0] });
    expect([mapped(grid)['withheld'], asks(grid)]).toEqual([header, []]);
  });

  it.each([
    'Retention',
    'retention_withheld',
    'Retainage',
    'Holdback',
    'Sicherheitseinbehalt',
    'Retenue de garantie',
    'Retención de garantía',
  ])('is kept back under the name "%s", until the day beside it', (header) => {
    const found = mapped(table({ [header]: [50, 0], 'Retention release date': [date('2027-03-31'), ''] }));
    expect([found['retained'], found['retainedUntil'], found['due']]).toEqual([
      header,
      'Retention release date',
      'Due date',
    ]);
  });

  it.each(['Discount taken', 'Cash discount', 'Early payment discount', 'Skonto', 'Escompte', 'Betalingskorting'])(
    'is a discount that was taken under the name "%s"',
    (header) => {
      const grid = table({ [header]: [20, 0] });
      expect([mapped(grid)['discountTaken'], asks(grid)]).toEqual([header, []]);
    },
  );

  it.each([
    'Deposit',
    'Deposit paid',
    'Down payment',
    'Advance received',
    'Prepayment',
    'Anzahlung',
    'Anticipo',
    'Aanbetaling',
    'Zaliczka',
  ])('was paid in advance under the name "%s"', (header) => {
    const grid = table({ [header]: [200, 0] });
    expect([mapped(grid)['deposit'], asks(grid)]).toEqual([header, []]);
  });

  it('is asked about under a name that also stands for what was taken off before', () => {
    for (const [header, field] of [
      ['Discount', 'discountTaken'],
      ['Discount amount', 'discountTaken'],
      ['Rabatt', 'discountTaken'],
      ['Remise', 'discountTaken'],
      ['Credit', 'credited'],
      ['Retención', 'withheld'],
      ['Ritenuta', 'withheld'],
    ] as const) {
      const grid = table({ [header]: [100, 0] });
      expect(asks(grid)).toEqual([[field, [header]]]);
      expect(mapped(grid)[field]).toBeUndefined();
    }
    expect(detected(table({ Discount: [100, 0] })).questions[0]?.message).toBe(
      'Does "Discount" still lower what is owed, or is it taken off "Total" already? Choose it if it still lowers it; if not, say that there is no such column.',
    );
  });

  it('is not asked about where the amounts show that it was taken off, or that it was not', () => {
    const off = table({ Subtotal: [1100, 300], Discount: [100, 0] });
    expect([asks(off), mapped(off)['discountTaken']]).toEqual([[], undefined]);
    const withTax = table({ Base: [900, 250], IVA: [180, 50], IRPF: [80, 0] });
    expect([asks(withTax), mapped(withTax)['withheld']]).toEqual([[], undefined]);
    const notOff = table({ Base: [820, 250], IVA: [180, 50], IRPF: [80, 5] });
    expect([asks(notOff), mapped(notOff)['withheld']]).toEqual([[], 'IRPF']);
  });

  it.each([
    ['Discount %', [10, 5]],
    ['Discount date', [due, due]],
    ['Discount', ['', '']],
    ['Discount', [0, 0]],
    ['Credit limit', [50, 100]],
    ['Credit note', ['CN-1', '']],
    ['Credit note no', [10021, 10022]],
    ['Security deposit', [50, 0]],
    ['Deposit date', [due, due]],
    ['Write-off', ['no', 'no']],
  ] as [string, [Cell, Cell]][])('is not "%s" with %s', (header, cells) => {
    const grid = table({ [header]: cells });
    const found = mapped(grid);
    const lowering = ['credited', 'writtenOff', 'withheld', 'retained', 'discountTaken', 'deposit'].map(
      (field) => found[field],
    );
    expect([lowering.filter(Boolean), asks(grid)]).toEqual([[], []]);
  });

  it('is no column of numbers larger than the invoice', () => {
    const grid = table({ 'Credit note': [20_017, 20_018] });
    expect(mapped(grid)['credited']).toBeUndefined();
    expect(unread(grid)).toEqual(['Credit note']);
  });
});

describe('payments in columns of their own', () => {
  it.each([
    ['Payment 1', 'Payment 2'],
    ['Payment1', 'Payment2'],
    ['1st payment', '2nd payment'],
    ['First payment', 'Second payment'],
    ['payment_1_amount', 'payment_2_amount'],
    ['Pmt #1', 'Pmt #2'],
    ['Zahlung 1', 'Zahlung 2'],
    ['1. Zahlung', '2. Zahlung'],
    ['Pago 1', 'Pago 2'],
    ['Règlement 1', 'Règlement 2'],
    ['Paid (1)', 'Paid (2)'],
    ['Betaling 1', 'Betaling 2'],
  ])('"%s" and "%s" are what was paid', (first, second) => {
    const grid = table({ [first]: [400, ''], [second]: [300, ''] });
    expect([mapped(grid)['paid'], asks(grid)]).toEqual([`${first} + ${second}`, []]);
  });

  it('have their days beside them', () => {
    const days: Record<string, [Cell, Cell]> = {
      'Payment 1': [400, ''],
      'Payment 1 date': [due, ''],
      'Payment 2': [300, ''],
      'Payment 2 date': [due, ''],
    };
    const found = mapped(table(days));
    expect([found['paid'], found['paidOn']]).toEqual(['Payment 1 + Payment 2', 'Payment 1 date + Payment 2 date']);
  });

  it('are left alone where a column adds them up', () => {
    const grid = table({ 'Payment 1': [400, ''], 'Payment 2': [300, 50], 'Total paid': [700, 50] });
    expect([mapped(grid)['paid'], asks(grid), unread(grid)]).toEqual(['Total paid', [], []]);
  });

  it('are not one of them alone, nor years or months', () => {
    expect(mapped(table({ 'Payment 1': [400, ''] }))['paid']).toBe('Payment 1');
    expect(mapped(table({ 'Sales 2024': [400, ''], 'Sales 2025': [3, 4] }))['paid']).toBeUndefined();
  });
});

describe('money that is not read', () => {
  it('is named, with what to do', () => {
    expect(unreadMoney(gridOf(table({ Kulanz: [400.5, 10] })), detected(table({ Kulanz: [400.5, 10] })))).toEqual([
      {
        row: 1,
        column: 'Kulanz',
        code: 'column-unread',
        message:
          'Row 1, Kulanz: the column holds amounts and is not read. If it lowers what customers owe, choose what it means in Set-up.',
      },
    ]);
    expect(unread(table({ 'Other adjustments': [400, 10] }))).toEqual(['Other adjustments']);
    expect(unread(table({ Allowance: ['12.50', ''] }))).toEqual(['Allowance']);
  });

  it('is named too where the balance decides', () => {
    expect(unread(table({ Balance: [600, 300], Adjustment: [400, 0] }))).toEqual(['Adjustment']);
  });

  it.each([
    ...[
      'VAT',
      'Net amount',
      'Subtotal',
      'Unit price',
      'Shipping',
      'Interest',
      'Late fee',
      'Exchange rate',
      'Days overdue',
      '1-30',
      '31-60 days',
      '90+',
    ],
    ...[
      'Credit limit',
      'Quantity',
      'Hours',
      'Score',
      'Amount USD',
      'MwSt',
      'Netto',
      'TVA',
      'Commission',
      'Cost',
      'Profit',
      'Current',
      'Phone',
      'Discount %',
    ],
  ])('is not "%s"', (header) => {
    expect(unread(table({ [header]: [100.5, 10.25] }))).toEqual([]);
  });

  it('is no second name of an amount that is read', () => {
    expect(unread(table({ 'Amount again': [1000, 300] }))).toEqual([]);
  });

  it('lowers the invoice once it is found', () => {
    const rows = read(table({ 'Write-off': [400, 0], Discount: ['', ''] })).rows;
    expect(rows.map(({ balance }) => balance)).toEqual([60_000, null]);
  });
});

describe('a column that is asked about', () => {
  it('is not named as unread as well', () => {
    const grid = table({ Discount: [100.5, 0] });
    expect([asks(grid), unread(grid)]).toEqual([[['discountTaken', ['Discount']]], []]);
  });
});
