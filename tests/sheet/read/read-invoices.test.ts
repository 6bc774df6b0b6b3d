// Reading the invoice table: values, problems, rows left out, keys.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoOf } from '../../../src/receivables/day';
import type { Cell } from '../../../src/sheet/grid';
import { date, detected, read } from '../grids';

const HEADER = ['Customer', 'Invoice', 'Due date', 'Amount'];
const due = date('2026-05-31');
const GOOD: Cell[] = ['ACME', 'INV-1', due, 100];

function messages(values: Cell[][]): string[] {
  return read(values).problems.map(({ message }) => message);
}

describe('reading invoices', () => {
  it('names a cell that holds several links, of which none can count, and none that holds one with another inside it', () => {
    const a = 'https://drive.example/file/a';
    const b = 'https://drive.example/file/b';
    const values: Cell[][] = [
      [...HEADER, 'Invoice PDF', 'Payment link'],
      [...GOOD, `${a}\n${b}`, `${a} or ${b}`],
      ['B', '2', due, 5, `${a}?next=${b}`, a],
    ];
    expect(messages(values)).toEqual(
      ['Payment link', 'Invoice PDF'].map(
        (column) =>
          `Row 2, ${column}: there are several links, and nobody said which one counts, so mails have none of them. Keep one link in the cell.`,
      ),
    );
  });

  it('does not take an amount under "Payment date" for the day of a payment', () => {
    const header = [...HEADER, 'Invoice date', 'Payment date'];
    const issued = date('2026-05-01');
    const values: Cell[][] = [
      header,
      [...GOOD, issued, date('2026-06-01')],
      ['B', '2', due, 50_000, issued, 25_000],
      ['B', '3', due, 46_000, issued, 46_000],
      ['B', '4', due, 100, issued, 46_174],
    ];
    const { rows, problems } = read(values);
    expect(rows.map(({ paidOn }) => (paidOn === null ? null : isoOf(paidOn)))).toEqual([
      '2026-06-01',
      null,
      null,
      '2026-06-01',
    ]);
    expect(rows.map(({ unreadable }) => unreadable)).toEqual([
      undefined,
      ['Payment date'],
      ['Payment date'],
      undefined,
    ]);
    expect(problems.map(({ row, code }) => [row, code])).toEqual([
      [3, 'date-unreadable'],
      [4, 'date-unreadable'],
    ]);
  });

  it('reads terms, region, business unit and product as they are displayed, and nothing where they are blank', () => {
    const header = [...HEADER, 'Terms', 'Region', 'Business unit', 'Product'];
    const { rows } = read([
      header,
      [...GOOD, 30, 'North', '007', ' Care  plan'],
      ['Beta', 'INV-2', due, 5, '', '', '', ''],
    ]);
    const said = rows.map(({ terms, region, businessUnit, product }) => [terms, region, businessUnit, product]);
    expect(said).toEqual([
      ['30', 'North', '007', 'Care  plan'],
      ['', '', '', ''],
    ]);
  });

  it('reads a row into minor units of its currency', () => {
    const { rows, problems } = read([
      [
        'Client ID',
        'Client',
        'Invoice',
        'Issue date',
        'Due date',
        'Total',
        'Amount paid',
        'Balance',
        'Currency',
        'Status',
        'Paid on',
        'Disputed',
        'Email',
        'PO number',
      ],
      [
        '007',
        ' ACME  Ltd',
        'A-1',
        date('2026-05-01'),
        due,
        1234.5,
        '1.000,00',
        '234,50',
        'eur',
        'Partially paid',
        date('2026-06-02'),
        'no',
        'a@example.com',
        4711,
      ],
    ]);
    expect(problems).toEqual([]);
    expect(rows).toEqual([
      expect.objectContaining({
        ...{ key: '007|A-1', row: 2, customerKey: '007', customer: 'ACME  Ltd', customerId: '007', invoice: 'A-1' },
        ...{ currency: 'EUR', amount: 123_450, paid: 100_000, balance: 23_450, status: 'part-paid', disputed: false },
        ...{ email: 'a@example.com', orderNumber: '4711', due: due.day, paidOn: date('2026-06-02').day },
      }),
    ]);
  });

  it('says what is wrong where, and what to do', () => {
    expect(
      messages([HEADER, GOOD, GOOD.map((cell) => (cell === due ? '31.13.2026' : cell === 'INV-1' ? 'INV-2' : cell))]),
    ).toEqual(['Row 3, Due date: "31.13.2026" is not a date. Type it as a date (for example 2026-12-31).']);
    expect(messages([HEADER, GOOD, ['B', '2', due, 'a lot']])).toEqual([
      'Row 3, Amount: "a lot" is not an amount. Type it as a number (for example 1234.50).',
    ]);
    expect(messages([HEADER, GOOD, ['B', '2', due, '#N/A']])).toEqual([
      'Row 3, Amount: the cell shows #N/A. Mend its formula or wait until it has loaded.',
    ]);
    expect(messages([HEADER, GOOD, ['', '2', due, 5]])).toEqual([
      'Row 3, Customer: the customer is missing. Fill it in.',
    ]);
    expect(messages([HEADER, GOOD, ['B', '2', due, '']])).toEqual(['Row 3, Amount: there is no amount. Fill it in.']);
  });

  it('leaves a row without a readable amount out, names it, and goes on', () => {
    const { rows, skipped, problems } = read([HEADER, GOOD, ['B', '2', due, 'x'], ['C', '3', due, 7]]);
    expect(rows.map(({ customer }) => customer)).toEqual(['ACME', 'C']);
    expect(skipped).toEqual([{ row: 3, why: 'amount unreadable', customerKey: 'b' }]);
    expect(problems.map(({ code }) => code)).toEqual(['amount-unreadable']);
  });

  it('marks a row whose payment cannot be read instead of taking it for paid or unpaid', () => {
    const header = [...HEADER, 'Payment date', 'Status'];
    const { rows } = read([header, [...GOOD, '', 'Open'], ['B', '2', due, 5, '31.13.2026', 'Open']]);
    expect(rows.map(({ unreadable }) => unreadable)).toEqual([undefined, ['Payment date']]);
    expect(rows[1]?.paidOn).toBeNull();
  });

  it('keeps a row with a readable balance when its amount cannot be read', () => {
    const { rows } = read([
      [...HEADER, 'Balance'],
      [...GOOD, 40],
      ['B', '2', due, '?', 30],
    ]);
    expect(rows[1]).toMatchObject({ amount: null, balance: 3_000, unreadable: ['Amount'] });
  });

  it('counts an unreadable dispute as a dispute', () => {
    const { rows } = read([
      [...HEADER, 'Disputed'],
      [...GOOD, 'no'],
      ['B', '2', due, 5, '#REF!'],
      ['C', '3', due, 5, 'wrong price'],
    ]);
    expect(rows.map(({ disputed }) => disputed)).toEqual([false, true, true]);
  });

  it('names an unknown status word once, at its first row', () => {
    const rows: Cell[][] = ['A', 'B', 'C'].map((name, i) => [name, `${i}`, due, 5, 'Zu prüfen']);
    expect(read([[...HEADER, 'Status'], ...rows]).problems.map(({ row, code }) => [row, code])).toEqual([
      [2, 'status-unknown'],
    ]);
  });

  it('names a row whose status says paid while something is open', () => {
    const { problems } = read([
      [...HEADER, 'Balance', 'Status'],
      [...GOOD, 40, 'Paid'],
    ]);
    expect(problems[0]).toMatchObject({ row: 2, column: 'Status', code: 'status-disagrees' });
  });

  it('reads check boxes under "Paid?"', () => {
    const { rows } = read([
      [...HEADER, 'Paid?'],
      [...GOOD, true],
      ['B', '2', due, 5, false],
    ]);
    expect(rows.map(({ status }) => status)).toEqual(['paid', 'open']);
  });

  it('takes the due date from plain terms where the cell is blank, and an explicit due date first', () => {
    const header = ['Customer', 'Invoice', 'Invoice date', 'Due date', 'Terms', 'Amount'];
    const issued = date('2026-01-31');
    const { rows } = read([header, ['A', '1', issued, '', 'Net 30', 5], ['B', '2', issued, due, 'Net 30', 5]]);
    expect(rows.map((row) => isoOf(row.due ?? 0))).toEqual(['2026-03-02', '2026-05-31']);
  });
});

describe('dates written as text', () => {
  it('are read in the order of their column', () => {
    const { rows } = read([HEADER, ['A', '1', '03/04/2026', 5], ['B', '2', '25/04/2026', 5]]);
    expect(rows.map((row) => isoOf(row.due ?? 0))).toEqual(['2026-04-03', '2026-04-25']);
  });

  it('follow the other date columns of the table where their own cells do not tell', () => {
    const header = ['Customer', 'Invoice', 'Invoice date', 'Due date', 'Amount'];
    const { rows } = read([header, ['A', '1', '1/13/2013', '2/12/2013', 5]]);
    expect(isoOf(rows[0]?.due ?? 0)).toBe('2013-02-12');
  });

  it('are left unread, not guessed, while nobody has said their order', () => {
    const { rows, problems } = read([HEADER, ['A', '1', '03/04/2026', 5]]);
    expect(rows[0]).toMatchObject({ due: null, unreadable: ['Due date'] });
    expect(problems[0]?.code).toBe('date-order-unknown');
  });

  it('are slips to mend among real dates', () => {
    const values: Cell[][] = [HEADER, GOOD, ['B', '2', due, 5], ['C', '3', '03/04/2026', 5]];
    expect(detected(values).questions).toEqual([]);
    expect(read(values).problems.map(({ row, code }) => [row, code])).toEqual([[4, 'date-order-unknown']]);
  });
});

describe('what is no invoice', () => {
  it('passes over blank rows and leaves out totals, headings and repeated headers, each named', () => {
    const values: Cell[][] = [
      [...HEADER, 'Balance'],
      ['ACME', '', '', '', ''],
      [...GOOD, 100],
      ['Total for ACME', '', '', 100, 100],
      ['', '', '', '', ''],
      [...HEADER, 'Balance'],
      ['', 'TOTAL', '', 100, 100],
    ];
    const { rows, skipped, problems } = read(values);
    expect(rows.map(({ row }) => row)).toEqual([3]);
    expect(problems).toEqual([]);
    expect(skipped).toEqual([
      { row: 2, why: 'heading' },
      { row: 4, why: 'total row' },
      { row: 6, why: 'header row repeated' },
      { row: 7, why: 'total row' },
    ]);
  });

  it('keeps an invoice of a customer whose name begins with Total', () => {
    expect(read([HEADER, ['Total Fitness', 'T-1', due, 5]]).rows).toHaveLength(1);
  });
});

describe('keys', () => {
  it('keep zeros and digits of numbers as they are displayed', () => {
    const display = [HEADER, ['ACME', '0000611365', '', '']];
    const { rows } = read([HEADER, ['ACME', 611365, due, 5]], {}, display);
    expect(rows[0]?.key).toBe('acme|0000611365');
  });

  it('count a row that is there twice once, and say so', () => {
    const { rows, problems, skipped } = read([HEADER, GOOD, GOOD]);
    expect(rows.map(({ key }) => key)).toEqual(['acme|INV-1']);
    expect(skipped).toEqual([{ row: 3, why: 'repeats row 2' }]);
    expect(problems[0]?.code).toBe('duplicate-invoice');
  });

  it('keep instalments of one invoice apart, the earliest under the plain key', () => {
    const later: Cell[] = ['ACME', 'INV-1', date('2026-06-30'), 100];
    const alone = read([HEADER, GOOD]).rows[0]?.key;
    for (const values of [
      [HEADER, GOOD, later],
      [HEADER, later, GOOD],
    ]) {
      const { rows } = read(values);
      expect(new Set(rows.map(({ key }) => key)).size).toBe(2);
      expect(rows.find((row) => row.due === due.day)?.key).toBe(alone);
    }
  });

  it('do not change when the sheet is sorted, nor for rows without a number', () => {
    const row = fc.tuple(
      fc.constantFrom('A', 'B'),
      fc.constantFrom('', '1', '2'),
      fc.constant(due),
      fc.integer({ min: 1, max: 4 }),
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (list) => {
        const keys = (rows: Cell[][]): string[] =>
          read([HEADER, ...rows])
            .rows.map(({ key }) => key)
            .sort();
        expect(keys([...list].reverse())).toEqual(keys(list));
        expect(new Set(keys(list)).size).toBe(keys(list).length);
      }),
    );
  });
});

describe('currencies', () => {
  const codes = (header: Cell[], row: Cell[], options = {}, display: string[][] | null = null): string | undefined =>
    read([header, row], options, display).rows[0]?.currency;

  it('come from the column, else the text, else the number format, else the header, else the sheet, else XXX', () => {
    const inHeader = ['Customer', 'Invoice', 'Due date', 'Amount (USD)'];
    expect(codes([...HEADER, 'Currency'], ['A', '1', due, '£5', 'JPY'])).toBe('JPY');
    expect(codes(inHeader, ['A', '1', due, '£5'])).toBe('GBP');
    expect(codes(inHeader, ['A', '1', due, 5], {}, [HEADER, ['A', '1', '', '€5.00']])).toBe('EUR');
    expect(codes(inHeader, ['A', '1', due, 5], { defaultCurrency: 'CHF' })).toBe('USD');
    expect(codes(HEADER, ['A', '1', due, 5], { defaultCurrency: 'CHF' })).toBe('CHF');
    expect(codes(HEADER, ['A', '1', due, 5])).toBe('XXX');
    expect(codes(HEADER, ['A', '1', due, '$5'], { defaultCurrency: 'CAD' })).toBe('CAD');
  });

  it('that cannot be read are a problem, not another currency', () => {
    const { rows, problems } = read(
      [
        [...HEADER, 'Currency'],
        ['A', '1', due, 5, '??'],
      ],
      { defaultCurrency: 'EUR' },
    );
    expect(rows[0]).toMatchObject({ currency: 'XXX', unreadable: ['Currency'] });
    expect(problems[0]?.code).toBe('currency-unknown');
  });
});

describe('the key of a row', () => {
  const header = ['Customer', 'Invoice', 'Due date', 'Amount', 'Paid'];
  const keys = (...rows: Cell[][]): string[] => read([header, ...rows]).rows.map(({ key }) => key);

  it('does not change with a part payment, even where a number stands twice', () => {
    const first: Cell[] = ['Acme', '7', date('2026-11-01'), 100, ''];
    const second: Cell[] = ['Acme', '7', date('2026-12-01'), 60, ''];
    const paid: Cell[] = ['Acme', '7', date('2026-12-01'), 60, 20];
    expect(keys(first, paid)).toEqual(keys(first, second));
    expect(keys(paid, first).sort()).toEqual(keys(first, second).sort());
  });

  it('does not change with a part payment of a row without a number', () => {
    expect(keys(['Acme', '', date('2026-11-01'), 100, 40])).toEqual(keys(['Acme', '', date('2026-11-01'), 100, '']));
  });

  it('tells apart two rows that differ only in what is paid', () => {
    const rows = keys(['Acme', '7', date('2026-11-01'), 100, 10], ['Acme', '7', date('2026-11-01'), 100, 20]);
    expect(new Set(rows).size).toBe(2);
  });
});
