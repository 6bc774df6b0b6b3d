// What a row is: an invoice, a line item, an instalment, a payment, a credit note, a supplier's bill, a total.
import { describe, expect, it } from 'vitest';
import { bookAsOf } from '../../../src/receivables/book';
import type { Cell } from '../../../src/sheet/grid';
import { date, detected, read } from '../grids';

const due = date('2026-05-31');
const issued = date('2026-05-01');

describe('line items', () => {
  const header = ['Customer', 'Invoice', 'Due date', 'Item', 'Quantity', 'Unit price', 'Line total'];

  it('are added up where each line has its own amount', () => {
    const { rows, skipped, problems } = read([
      header,
      ['ACME', 'H-14', due, 'a', 1, 10000, 10000],
      ['ACME', 'H-14', due, 'b', 1, 12212.15, 12212.15],
      ['ACME', 'H-14', due, 'c', 1, 10000, 10000],
      ['Beta', 'H-15', due, 'a', 2, 50, 100],
    ]);
    // 10000 + 12212.15 + 10000 = 32212.15, an invoice of a real line-item export
    expect(rows.map(({ row, amount }) => [row, amount])).toEqual([
      [2, 3_221_215],
      [5, 10_000],
    ]);
    expect(skipped).toEqual([
      { row: 3, why: 'line item of row 2' },
      { row: 4, why: 'line item of row 2' },
    ]);
    expect(problems).toEqual([]);
  });

  it('do not multiply what every line repeats: total and balance of the invoice', () => {
    const { rows } = read([
      ['Invoice Number', 'Customer Name', 'Due Date', 'Item Name', 'Quantity', 'Item Total', 'Total', 'Balance'],
      ['1', 'ACME', due, 'a', 1, 60, 100, 40],
      ['1', 'ACME', due, 'b', 1, 40, 100, 40],
      ['2', 'ACME', due, 'a', 1, 70, 70, 70],
    ]);
    expect(rows.map(({ amount, balance }) => [amount, balance])).toEqual([
      [10_000, 4_000],
      [7_000, 7_000],
    ]);
  });

  it('of the same amount are still two lines where each is its quantity times its price', () => {
    const { rows } = read([
      ['Customer', 'Invoice', 'Due date', 'Quantity', 'Unit price', 'Amount'],
      ['ACME', '1', due, 2, 50, 100],
      ['ACME', '1', due, 2, 50, 100],
    ]);
    expect(rows.map(({ amount }) => amount)).toEqual([20_000]);
  });

  it('are recognised by German and Japanese headers', () => {
    const german: Cell[][] = [
      ['Kunde', 'Rechnungsnr.', 'Fälligkeit', 'Menge', 'Einzelpreis', 'Betrag'],
      ['A', '1', due, 1, 10, 10],
      ['A', '1', due, 1, 20, 20],
    ];
    const japanese: Cell[][] = [
      ['取引先名', '請求書番号', '期日', '数量', '単価', '金額'],
      ['甲社', '1', '2026/05/31', 1, 1000, 1000],
      ['甲社', '1', '2026/05/31', 2, 1000, 2000],
    ];
    expect([german, japanese].map((values) => read(values).rows.map(({ amount }) => amount))).toEqual([
      [3_000],
      [300_000],
    ]);
  });

  it('give an invoice the first region, unit, product and terms that its lines name', () => {
    const { rows } = read([
      ['Customer', 'Invoice', 'Due date', 'Quantity', 'Line total', 'Region', 'Business unit', 'Product', 'Terms'],
      ['ACME', '1', due, 1, 10, '', 'B1', 'bolts', ''],
      ['ACME', '1', due, 1, 10, 'North', 'B2', 'nuts', 'Net 30'],
    ]);
    const said = rows.map(({ region, businessUnit, product, terms }) => [region, businessUnit, product, terms]);
    expect(said).toEqual([['North', 'B1', 'bolts', 'Net 30']]);
  });

  it('count an invoice as disputed when one of its lines is', () => {
    const { rows } = read([
      [...header, 'Disputed'],
      ['ACME', '1', due, 'a', 1, 10, 10, 'no'],
      ['ACME', '1', due, 'b', 1, 10, 10, 'yes'],
    ]);
    expect(rows.map(({ disputed }) => disputed)).toEqual([true]);
  });
});

describe('instalments', () => {
  it('are each an open item with its own due date, in a line-item table too', () => {
    const { rows } = read([
      ['Customer', 'Invoice', 'Due date', 'Quantity', 'Amount'],
      ['ACME', '1', date('2026-05-31'), 1, 50],
      ['ACME', '1', date('2026-06-30'), 1, 50],
    ]);
    expect(rows.map(({ due: day, amount }) => [day, amount])).toEqual([
      [date('2026-05-31').day, 5_000],
      [date('2026-06-30').day, 5_000],
    ]);
  });
});

describe('a row for each payment', () => {
  const header = ['Customer', 'Invoice', 'Invoice date', 'Due date', 'Amount', 'Amount paid', 'Payment date'];
  const values: Cell[][] = [
    header,
    ['ACME', '1', issued, due, 100, 30, date('2026-05-10')],
    ['ACME', '1', issued, due, 100, 20, date('2026-06-10')],
    ['Beta', '2', issued, due, 50, '', ''],
  ];

  it('is one invoice with the payments added up', () => {
    const { rows, skipped } = read(values);
    expect(rows.map(({ amount, paid, balance }) => [amount, paid, balance])).toEqual([
      [10_000, 5_000, 5_000],
      [5_000, null, null],
    ]);
    expect(skipped).toEqual([{ row: 3, why: 'payment of row 2' }]);
  });

  it.each([
    ['2026-05-09', 10_000],
    ['2026-05-10', 7_000],
    ['2026-06-09', 7_000],
    ['2026-06-10', 5_000],
  ])('leaves open on %s what was not paid by then', (day, open) => {
    expect(bookAsOf(read(values).rows, date(day).day)[0]?.open).toBe(open);
  });

  it('is not made of rows that together pay more than the invoice', () => {
    const twice: Cell[][] = [
      header,
      ['ACME', '1', issued, due, 100, 100, date('2026-05-10')],
      ['ACME', '1', issued, due, 100, 100, date('2026-06-10')],
    ];
    const { rows, problems } = read(twice);
    expect(rows.map(({ payments }) => payments)).toEqual([undefined]);
    expect(problems.map(({ code }) => code)).toEqual(['duplicate-invoice']);
  });
});

describe('other documents in the table', () => {
  const header = ['Type', 'Customer', 'Num', 'Due date', 'Amount', 'Open balance'];

  it('credit notes and payments on account lower what is owed, whatever their sign', () => {
    const { rows } = read([
      header,
      ['Invoice', 'ACME', '1', due, 100, 100],
      ['Credit memo', 'ACME', '2', due, 30, 30],
      ['Payment', 'ACME', '3', due, -20, -20],
      ['Anzahlung', 'ACME', '4', due, 10, 10],
    ]);
    expect(bookAsOf(rows, due.day).map(({ open }) => open)).toEqual([10_000, -3_000, -2_000, -1_000]);
  });

  it('bills of suppliers are left out and named', () => {
    const { rows, skipped } = read([
      ['CONTA_ID', 'TIPO', 'CLIENTE', 'VENCIMENTO', 'VALOR'],
      ['1', 'RECEBER', 'A', '31/05/2026', '10,00'],
      ['2', 'PAGAR', 'B', '31/05/2026', '20,00'],
    ]);
    expect(rows.map(({ invoice }) => invoice)).toEqual(['1']);
    expect(skipped).toEqual([{ row: 3, why: 'payable, not a receivable' }]);
  });

  it('a debit/credit sign beside unsigned amounts is heeded', () => {
    const { rows } = read([
      ['KUNNR', 'BELNR', 'FAEDT', 'SHKZG', 'WRBTR', 'WAERS'],
      ['12345', '1', '31.05.2026', 'S', '100,00', 'EUR'],
      ['12345', '2', '31.05.2026', 'H', '40,00', 'EUR'],
    ]);
    expect(bookAsOf(rows, due.day).map(({ open }) => open)).toEqual([10_000, -4_000]);
  });
});

describe('headings and totals', () => {
  it('gives the rows below a heading its customer, until the total', () => {
    const { rows, skipped } = read([
      ['Customer', 'Num', 'Due date', 'Open balance'],
      ['ACME', '', '', ''],
      ['', '1', due, 100],
      ['', '2', due, 50],
      ['Total for ACME', '', '', 150],
      ['Beta', '3', due, 70],
    ]);
    expect(rows.map(({ customer, invoice }) => [customer, invoice])).toEqual([
      ['ACME', '1'],
      ['ACME', '2'],
      ['Beta', '3'],
    ]);
    expect(skipped.map(({ why }) => why)).toEqual(['heading', 'total row']);
  });

  it.each([
    'Summe',
    'Gesamtsumme',
    'Sous-total',
    'Total général',
    'Suma',
    'Totale',
    'Totaal',
    'Razem',
    '合計',
    '小計 甲社',
    'SUMME',
  ])('leaves a row "%s" out', (label) => {
    const { rows, skipped } = read([
      ['Customer', 'Invoice', 'Due date', 'Amount'],
      ['A', '1', due, 5],
      [label, '', '', 5],
    ]);
    expect([rows.length, skipped[0]?.why]).toEqual([1, 'total row']);
  });

  it('leaves out a last row of bare sums, and names any other row without a customer', () => {
    const header = ['Customer', 'Invoice', 'Due date', 'Amount'];
    const lines: Cell[][] = [
      ['A', '1', due, 5],
      ['B', '2', due, 6.1],
    ];
    expect(read([header, ...lines, ['', '', '', 11.1]]).skipped).toEqual([{ row: 4, why: 'total row' }]);
    expect(read([header, ...lines, ['', '', '', 7]]).problems.map(({ code }) => code)).toEqual(['customer-missing']);
  });

  it('keeps a customer whose name ends like a Japanese total', () => {
    const { rows } = read([
      ['取引先名', '請求額', '期日'],
      ['青空設計', 1000, ''],
      ['乙社', 500, '2026/05/31'],
    ]);
    expect(rows).toHaveLength(2);
  });
});

describe('columns that disagree', () => {
  const header = ['Customer', 'Invoice', 'Due date', 'Amount', 'Paid', 'Balance', 'Status', 'Payment date'];
  const codes = (...row: Cell[]): string[] => read([header, row]).problems.map(({ code }) => code);

  it('are named, and amounts and dates win', () => {
    expect(codes('A', '1', due, 100, 60, 40, 'Open', date('2026-05-20'))).toEqual(['payment-disagrees']);
    expect(codes('A', '1', due, 100, 100, 0, 'Open', '')).toEqual(['status-disagrees']);
    expect(codes('A', '1', due, 100, 20, 100, 'Open', '')).toEqual(['amounts-disagree']);
    expect(codes('A', '1', due, 100, 60, 40, 'Part paid', date('2026-05-20'))).toEqual([]);
    expect(codes('A', '1', due, 100, 100, 0, 'Paid', date('2026-05-20'))).toEqual([]);
  });
});

describe('"Amount due" alone', () => {
  const header = ['Customer', 'Invoice', 'Due date', 'Amount due', 'Status'];

  it('is the charge where paid rows still show it, and what is open where they show nothing', () => {
    const charge = read([header, ['A', '1', due, 100, 'Paid'], ['B', '2', due, 70, 'Unpaid']]).rows;
    const rest = read([header, ['A', '1', due, 0, 'Paid'], ['B', '2', due, 70, 'Unpaid']]).rows;
    expect(charge.map(({ amount, balance }) => [amount, balance])).toEqual([
      [10_000, null],
      [7_000, null],
    ]);
    expect(rest.map(({ balance }) => balance)).toEqual([0, 7_000]);
    expect(bookAsOf(charge, due.day).map(({ open }) => open)).toEqual([0, 7_000]);
  });
});

it('reads ten thousand rows in a time that grows with their number only', () => {
  const rowsOf = (count: number): Cell[][] => [
    ['Customer', 'Invoice', 'Invoice date', 'Due date', 'Amount', 'Paid', 'Status', 'Currency'],
    ...Array.from({ length: count }, (_, i): Cell[] => [
      `C ${i % 300}`,
      `I-${i}`,
      issued,
      due,
      100 + (i % 7),
      i % 3,
      'Open',
      'EUR',
    ]),
  ];
  const timeOf = (count: number): number => {
    const values = rowsOf(count);
    const runs = [0, 1, 2, 3].map(() => {
      const start = performance.now();
      expect(read(values).rows).toHaveLength(count);
      return performance.now() - start;
    });
    return Math.min(...runs);
  };
  timeOf(1_000);
  // Ten times the rows: a time that grows with their square would be a hundred times as long.
  expect(timeOf(10_000)).toBeLessThan(40 * Math.max(timeOf(1_000), 2));
});

describe('a payment in a row of its own beside a column of balances', () => {
  const header = ['Customer', 'Invoice', 'Document type', 'Invoice date', 'Due date', 'Amount', 'Balance'];
  const bill = (number: string, balance: number): Cell[] => ['ACME', number, 'Invoice', issued, due, 100, balance];
  const money = (number: string, amount: number, on: string, type = 'Payment'): Cell[] => [
    ...['ACME', number, type],
    ...[date(on), '', amount, 0],
  ];

  it('is no duplicate of its invoice, nor of another payment of it', () => {
    const values = [header, bill('INV-3', 40), money('inv-3', -20, '2026-05-10'), money('INV-3', -40, '2026-05-12')];
    const { rows, problems } = read(values);
    expect(problems).toEqual([]);
    expect(rows.map(({ balance }) => balance)).toEqual([4_000, 0, 0]);
  });

  it('leaves its invoice the key it had, though it is dated before it and wherever it stands', () => {
    const ahead = money('INV-3', -20, '2026-01-02');
    const keyOf = (...rows: Cell[][]): string | undefined =>
      read([header, ...rows]).rows.find(({ amount }) => (amount ?? 0) > 0)?.key;
    expect(keyOf(bill('INV-3', 100))).toBe('acme|INV-3');
    expect(keyOf(bill('INV-3', 80), ahead)).toBe('acme|INV-3');
    expect(keyOf(ahead, bill('INV-3', 80))).toBe('acme|INV-3');
    // Alone it has it: a row without its invoice is known by its number all the same.
    expect(read([header, ahead]).rows.map(({ key }) => key)).toEqual(['acme|INV-3']);
  });

  it('leaves the instalments of its invoice undoubted', () => {
    const later = [...bill('INV-3', 100)];
    later[4] = date('2026-06-30');
    expect(read([header, bill('INV-3', 0), later, money('INV-3', -100, '2026-05-10')]).problems).toEqual([]);
  });

  it('but a credit note or an invoice that is there with other amounts twice is named', () => {
    const twice = [header, bill('INV-3', 100), bill('INV-3', 40), money('INV-3', -60, '2026-05-10')];
    expect(read(twice).problems.map(({ row, code }) => [row, code])).toEqual([[3, 'duplicate-invoice']]);
    const notes = [-60, -50].map((amount) => money('INV-3', amount, '2026-05-10', 'Credit note'));
    expect(read([header, bill('INV-3', 10), ...notes]).problems.map(({ row }) => row)).toEqual([4]);
  });
});

describe('an invoice number in other letters or with other blanks', () => {
  it('is the same number: a row that is there twice counts once, and its payments settle it', () => {
    const header = ['Customer', 'Invoice', 'Due date', 'Amount'];
    const twice = read([header, ['ACME', 'INV-3', due, 50], ['ACME', 'inv-3 ', due, 50]]);
    expect(twice.rows.map(({ key }) => key)).toEqual(['acme|INV-3']);
    // A key that changed as the sheet is sorted would begin its reminders anew.
    const sorted = read([header, ['ACME', 'inv-3 ', due, 50], ['ACME', 'INV-3', due, 50]]);
    expect(sorted.rows.map(({ key, row }) => [key, row])).toEqual([['acme|INV-3', 3]]);
    expect(twice.problems.map(({ row, code }) => [row, code])).toEqual([[3, 'duplicate-invoice']]);
    const ledger: Cell[][] = [
      ['Date', 'Customer', 'Document', 'Due date', 'Debit', 'Credit'],
      [date('2026-01-15'), 'ACME', 'INV-17', due, 120, ''],
      [date('2026-01-20'), 'ACME', 'inv-17', '', '', 50],
      [date('2026-01-20'), 'Beta', 'INV-18', due, 30, ''],
    ];
    expect(detected(ledger).questions).toEqual([]);
    expect(read(ledger).rows.map(({ amount, paid }) => [amount, paid])).toEqual([
      [12_000, 5_000],
      [3_000, null],
    ]);
  });

  it('keeps the key it has where its dates or amounts are others', () => {
    const header = ['Customer', 'Invoice', 'Due date', 'Amount'];
    const { rows } = read([header, ['ACME', 'INV-3', due, 50], ['ACME', 'inv-3', due, 70]]);
    expect(rows.map(({ key }) => key)).toEqual(['acme|INV-3', 'acme|inv-3']);
  });
});

describe('instalments of one invoice', () => {
  const header = ['Customer', 'Invoice', 'Invoice date', 'Due date', 'Amount'];
  const issued = date('2026-05-01');
  const row = (due: string, amount: number, from = issued): Cell[] => ['ACME', '1', from, date(due), amount];

  it('of one day that fall due one after another are no duplicates', () => {
    const { rows, problems } = read([header, row('2026-06-01', 50), row('2026-07-01', 50), row('2026-08-01', 50)]);
    expect(rows).toHaveLength(3);
    expect(problems).toEqual([]);
  });

  it('are doubted where two of them fall due on one day, or are of other days', () => {
    const sameDay = [header, row('2026-06-01', 50), row('2026-06-01', 70)];
    const otherDays = [header, row('2026-06-01', 50), row('2026-07-01', 50, date('2026-06-01'))];
    for (const values of [sameDay, otherDays])
      expect(read(values).problems.map(({ code }) => code)).toEqual(['duplicate-invoice']);
  });
});

describe('a table in which no column names the customers', () => {
  it('is read for what is open and since when; that nobody is named is asked, not told of every row', () => {
    const values: Cell[][] = [
      ['Invoice', 'Invoice date', 'Due date', 'Amount'],
      ['1', date('2026-05-01'), date('2026-06-01'), 50],
      ['2', date('2026-05-01'), date('2026-06-15'), 70],
    ];
    const { rows, problems } = read(values);
    expect(rows.map(({ amount, customer, customerKey }) => [amount, customer, customerKey])).toEqual([
      [5000, '', ''],
      [7000, '', ''],
    ]);
    expect(problems).toEqual([]);
    expect(detected(values).questions.map(({ field }) => field)).toEqual(['customer']);
  });

  it('is not one where the column is there and a cell is empty: such a row is left out and named', () => {
    const header = ['Customer', 'Invoice', 'Due date', 'Amount'];
    const { rows, problems } = read([header, ['', '1', date('2026-06-01'), 50], ['B', '2', date('2026-06-01'), 5]]);
    expect(rows).toHaveLength(1);
    expect(problems.map(({ row, code }) => [row, code])).toEqual([[2, 'customer-missing']]);
  });
});
