// What is open on an invoice: payment dates, part payments nobody can tell the amount of, shares, flags, and what lowers it.
import { describe, expect, it } from 'vitest';
import { bookAsOf, totalsByCurrency } from '../../../src/receivables/book';
import type { Mapping } from '../../../src/sheet/fields';
import type { Cell } from '../../../src/sheet/grid';
import type { ReadResult } from '../../../src/sheet/read/read-invoices';
import { date, read, readAs } from '../grids';

const due = date('2024-04-01');
const asOf = date('2024-04-30').day;
const FIRST = ['Customer', 'Invoice', 'Due date'];
const MAPPING: Mapping = { customer: 'Customer', invoice: 'Invoice', due: 'Due date' };

/** Reads rows of which only the columns behind customer, invoice and due date are given. */
function reading(columns: Mapping, rows: Cell[][], headers?: string[]): ReadResult {
  const names = headers ?? Object.values(columns).flatMap((name) => name.split(' + '));
  const values = rows.map((row, i): Cell[] => [`C${i + 1}`, `I-${i + 1}`, due, ...row]);
  return readAs([[...FIRST, ...names], ...values], { ...MAPPING, ...columns });
}

function openOf({ rows }: ReadResult, day = asOf): number[] {
  return bookAsOf(rows, day).map(({ open }) => open / 100);
}

function codesOf({ problems }: ReadResult): string[] {
  return problems.map(({ row, column, code }) => `${row} ${column} ${code}`);
}

describe('a payment date', () => {
  const paid = date('2024-04-10');

  it('does not settle an invoice whose balance is open', () => {
    const found = reading({ balance: 'Balance', status: 'Status', paidOn: 'Last payment date' }, [
      [350, 'Partially paid', paid],
      [200, 'Overdue', date('2024-04-12')],
      [0, 'Paid', paid],
    ]);
    expect(openOf(found)).toEqual([350, 200, 0]);
    expect(found.rows.every(({ unreadable }) => unreadable === undefined)).toBe(true);
  });

  it('settles an invoice without a balance, and the contradiction with the status is told', () => {
    const found = reading({ amount: 'Amount', status: 'Status', paidOn: 'Payment date' }, [
      [500, 'Unpaid', paid],
      [200, 'Overdue', paid],
      [70, 'Paid', paid],
    ]);
    expect(openOf(found)).toEqual([0, 0, 0]);
    expect(codesOf(found)).toEqual(['2 Status status-disagrees', '3 Status status-disagrees']);
  });

  it('of a part payment leaves the invoice open, since no cell says how much was paid', () => {
    const found = reading({ amount: 'Amount', status: 'Status', paidOn: 'paid_at' }, [
      [500, 'Partially Paid', paid],
      [200, 'Partially Paid', ''],
      [70, 'Paid', paid],
    ]);
    expect(openOf(found)).toEqual([500, 200, 0]);
    expect(codesOf(found)).toEqual(['2 Status part-payment-unknown', '3 Status part-payment-unknown']);
    expect(found.rows.map(({ unreadable }) => unreadable)).toEqual([['Status'], ['Status'], undefined]);
  });

  it.each([
    'Last payment date',
    'fecha_ultimo_pago',
    'Letzte Zahlung',
    'Date du dernier paiement',
    'dateLastPaid',
    'LAST_PAID',
    'Ostatnia wpłata',
    'Latest payment',
  ])('under "%s" is that of one payment among several and never settles', (header) => {
    const found = reading({ amount: 'Amount', paidOn: header }, [
      [500, paid],
      [200, ''],
    ]);
    expect(openOf(found)).toEqual([500, 200]);
    expect(codesOf(found)).toEqual([`2 ${header} part-payment-unknown`]);
    expect(found.rows.map(({ unreadable }) => unreadable)).toEqual([[header], undefined]);
  });

  it.each(['Lastschrift am', 'Payment date', 'Zahlung am', 'Plastic paid on', 'date_paid'])(
    'under "%s" is that of the payment, and settles',
    (header) => {
      expect(openOf(reading({ amount: 'Amount', paidOn: header }, [[500, paid]]))).toEqual([0]);
    },
  );

  it('under "Last payment date" leaves what the amounts say', () => {
    const found = reading({ amount: 'Amount', paid: 'Paid', status: 'Status', paidOn: 'Last payment date' }, [
      [500, 200, '', paid],
      [500, 500, '', paid],
      [500, '', 'Paid', paid],
    ]);
    expect(openOf(found)).toEqual([300, 0, 0]);
    expect(openOf(found, paid.day - 1)).toEqual([500, 500, 500]);
    expect(found.problems.filter(({ code }) => code === 'part-payment-unknown')).toEqual([]);
  });
});

describe('a part-paid status', () => {
  it('says nothing more where an amount paid or a balance is there', () => {
    const found = reading({ amount: 'Amount', paid: 'Paid', balance: 'Balance', status: 'Status' }, [
      [500, 200, '', 'Partially Paid'],
      [500, '', 300, 'Partially Paid'],
      [500, 0, '', 'Partially Paid'],
    ]);
    expect(openOf(found)).toEqual([300, 300, 500]);
    expect(codesOf(found)).toEqual(['4 Status part-payment-unknown']);
  });
});

describe('what stands under "Paid"', () => {
  it('may be 1 for paid and 0 for open', () => {
    const found = reading({ amount: 'Amount', paid: 'Paid' }, [
      [500, 1],
      [300, 0],
      [200, ''],
    ]);
    expect(openOf(found)).toEqual([0, 300, 200]);
  });

  it('is money where a number is another one, where decimals are shown, and where the header says so', () => {
    const money: Cell[][] = [
      [500, 1],
      [300, 250],
    ];
    expect(openOf(reading({ amount: 'Amount', paid: 'Paid' }, money))).toEqual([499, 50]);
    expect(openOf(reading({ amount: 'Amount', paid: 'Amount paid' }, [[500, 1]]))).toEqual([499]);
    expect(openOf(reading({ amount: 'Amount', paid: 'Paid' }, [[500, '1.00']]))).toEqual([499]);
  });

  it('may be a share of the invoice, with its sign or in a column whose header says so', () => {
    const texts = reading({ amount: 'Amount', paid: 'Paid' }, [
      [1000, '50%'],
      [80, '0 %'],
      [400, '100%'],
      [200, '12,5 %'],
    ]);
    expect(openOf(texts)).toEqual([500, 80, 0, 175]);
    const fractions: Cell[][] = [
      [1000, 0.5],
      [80, 0],
      [400, 1],
    ];
    expect(openOf(reading({ amount: 'Amount', paid: 'Paid %' }, fractions))).toEqual([500, 80, 0]);
    const points: Cell[][] = [
      [1000, 50],
      [80, 0],
      [400, 100],
    ];
    expect(openOf(reading({ amount: 'Amount', paid: 'Percent paid' }, points))).toEqual([500, 80, 0]);
  });

  it('is a share where the cell is displayed with a percent sign', () => {
    const values: Cell[][] = [
      [...FIRST, 'Amount', 'Paid'],
      ['C', 'I', due, 1000, 0.5],
    ];
    const display = [values[0] as string[], ['C', 'I', '2024-04-01', '1,000.00', '50%']];
    expect(openOf(readAs(values, { ...MAPPING, amount: 'Amount', paid: 'Paid' }, display))).toEqual([500]);
  });

  it.each(['✓', '✔️', '✅', '☑', 'x', 'yes', 'ja', 'TRUE'])('may be %s for paid in full', (tick) => {
    const found = reading({ amount: 'Amount', paid: 'Paid' }, [
      [500, tick],
      [300, 'no'],
      [200, ''],
      [100, 40],
    ]);
    expect(openOf(found)).toEqual([0, 300, 200, 60]);
    expect(found.problems).toEqual([]);
  });

  it.each(['✓', '✅', '☑'])('may be nothing but %s, and then it is the status', (tick) => {
    const header = ['Customer', 'Invoice', 'Due date', 'Amount', 'Paid'];
    const found = read([header, ['A', '1', due, 500, tick], ['B', '2', due, 300, '']]);
    expect(openOf(found)).toEqual([0, 300]);
    expect(found.problems).toEqual([]);
  });

  it.each(['#N/A', '#REF!', 'Loading...'])('is unreadable where it shows %s: nobody knows what was paid', (shown) => {
    const found = reading({ amount: 'Amount', paid: 'Paid' }, [[500, shown]]);
    expect(found.rows[0]).toMatchObject({ unreadable: ['Paid'] });
  });

  it('is unreadable where it is none of them: such an invoice is not asked for', () => {
    const found = reading({ amount: 'Amount', paid: 'Paid' }, [[500, 'by bank']]);
    expect(found.rows[0]).toMatchObject({ unreadable: ['Paid'] });
  });
});

describe('columns that lower the debt', () => {
  it.each<[keyof Mapping, string]>([
    ['credited', 'Credit Note'],
    ['writtenOff', 'Write-off'],
    ['withheld', 'TDS Deducted'],
    ['discountTaken', 'Discount taken'],
    ['deposit', 'Deposit'],
  ])('as %s are taken off where no balance is given', (field, header) => {
    const found = reading({ amount: 'Amount', paid: 'Paid', [field]: header }, [
      [1000, 400, 600],
      [1000, 0, 100],
      [300, '', ''],
      [100, '', -50],
    ]);
    expect(openOf(found)).toEqual([0, 900, 300, 50]);
    expect(found.problems.filter(({ code }) => code !== 'certificate-outstanding')).toEqual([]);
  });

  it('are not taken off a balance, which is less them already', () => {
    const found = reading({ amount: 'Amount', paid: 'Paid', balance: 'Balance', credited: 'Credit notes' }, [
      [1000, 400, 500, 100],
      [1000, 400, 600, 100],
      [1000, 400, 550, 100],
    ]);
    expect(openOf(found)).toEqual([500, 600, 550]);
    expect(codesOf(found)).toEqual(['4 Balance amounts-disagree']);
  });

  it('never make a credit of what stands among the payments already', () => {
    const found = reading({ amount: 'Amount', paid: 'Paid', deposit: 'Deposit' }, [
      [1000, 1000, 200],
      [1000, 1200, 0],
    ]);
    expect(openOf(found)).toEqual([0, -200]);
  });

  it('leave an invoice settled that a date or the status says is paid', () => {
    const found = reading({ amount: 'Amount', discountTaken: 'Discount', status: 'Status', paidOn: 'Paid on' }, [
      [100, 2, '', date('2024-04-10')],
      [100, 2, 'Paid', ''],
      [100, 2, 'Open', ''],
    ]);
    expect(openOf(found)).toEqual([0, 0, 98]);
  });

  it('open a certificate for tax withheld, by name and amount', () => {
    const found = reading({ amount: 'Bill', withheld: 'TDS Deducted', paid: 'Received' }, [
      [100_000, 10_000, 90_000],
      [50_000, 0, 0],
    ]);
    expect(openOf(found)).toEqual([0, 50_000]);
    expect(codesOf(found)).toEqual(['2 TDS Deducted certificate-outstanding']);
    expect(found.problems[0]?.message).toContain('10,000.00');
  });

  it('add up, and several payments with them', () => {
    const found = reading(
      { amount: 'Amount', paid: 'Payment 1 + Payment 2 + Payment 3', credited: 'CN', writtenOff: 'WO' },
      [
        [1000, 400, 300, '', 50, 10],
        [1000, '', '', '', '', ''],
        [1000, 1000, '', '', '', ''],
        [1000, 'soon', 300, '', '', ''],
      ],
    );
    expect(openOf(found).slice(0, 3)).toEqual([240, 1000, 0]);
    expect(found.rows[3]).toMatchObject({ unreadable: ['Payment 1 + Payment 2 + Payment 3'] });
  });

  it('with dates of several payments make a history, as of each day', () => {
    const found = reading({ amount: 'Amount', paid: 'Paid 1 + Paid 2', paidOn: 'Date 1 + Date 2', credited: 'CN' }, [
      [1000, 400, 300, date('2024-04-05'), date('2024-04-20'), 50],
    ]);
    const days = ['2024-04-04', '2024-04-05', '2024-04-19', '2024-04-20'].map((day) => date(day).day);
    expect(days.map((day) => openOf(found, day)[0])).toEqual([950, 550, 550, 250]);
    expect(found.rows[0]).toMatchObject({ paidOn: date('2024-04-20').day });
  });

  it('with a payment of less than half a cent had no payment on that day', () => {
    const found = reading({ amount: 'Amount', paid: 'Paid 1 + Paid 2', paidOn: 'Date 1 + Date 2' }, [
      [1000, 1000, 0.0025, date('2024-04-05'), date('2024-04-20')],
      [1000, 1000, 0, date('2024-04-05'), date('2024-04-20')],
    ]);
    expect(found.rows.map(({ paidOn }) => paidOn)).toEqual([date('2024-04-05').day, date('2024-04-05').day]);
  });
});

describe('a retention', () => {
  const release = date('2025-04-01');
  const columns: Mapping = { amount: 'Amount', paid: 'Paid', retained: 'Retention', retainedUntil: 'Release date' };
  const figuresOn = ({ rows }: ReadResult, day: number) => totalsByCurrency(bookAsOf(rows, day), day).XXX;

  it('stays apart from every figure until its day, and is owed like any amount from then on', () => {
    const found = reading(columns, [
      [1000, 950, 50, release],
      [500, 0, 25, release],
    ]);
    expect(figuresOn(found, asOf)).toMatchObject({ open: 47_500, invoices: 1, overdue: 47_500, retained: 7_500 });
    const later = figuresOn(found, release.day);
    expect(later).toMatchObject({ open: 55_000, invoices: 3, overdue: 47_500 });
    expect(later).not.toHaveProperty('retained');
    expect(figuresOn(found, release.day + 1)).toMatchObject({ open: 55_000, overdue: 55_000 });
  });

  it('is gone once it is paid with the invoice', () => {
    expect(openOf(reading(columns, [[1000, 1000, 50, release]]))).toEqual([0]);
  });

  it('is a part of the balance or has been left out of it, as the figures say', () => {
    const found = reading(
      { ...columns, balance: 'Balance' },
      [
        [1000, 0, 50, release, 1000],
        [1000, 0, 50, release, 950],
        [1000, 950, 50, release, 0],
        [1000, 1000, 50, release, 0],
      ],
      ['Amount', 'Paid', 'Retention', 'Release date', 'Balance'],
    );
    expect(openOf(found)).toEqual([950, 50, 950, 50, 0, 50, 0]);
  });

  it('that was taken off before the invoice amount was worked out is not taken off again', () => {
    const headers = ['Claim', 'Retention', 'Net claim', 'Tax', 'Total', 'Outstanding'];
    const found = reading(
      { amount: 'Total', balance: 'Outstanding', retained: 'Retention' },
      [
        [19_500, 975, 18_525, 1852.5, 20_377.5, 20_377.5],
        [32_500, 1625, 30_875, 3087.5, 33_962.5, 0],
      ],
      headers,
    );
    expect(figuresOn(found, asOf)).toMatchObject({ open: 2_037_750, retained: 260_000 });
  });

  it('without a day stays apart; of an invoice only said to be paid nobody is asked for it', () => {
    const found = reading({ amount: 'Amount', status: 'Status', retained: 'Retention' }, [
      [1000, 'Paid', 50],
      [1000, 'Open', 50],
    ]);
    expect(figuresOn(found, date('2030-01-01').day)).toMatchObject({ open: 95_000, retained: 10_000 });
    expect(found.rows.map(({ unreadable }) => unreadable)).toEqual([undefined, ['Retention'], undefined, undefined]);
    expect(codesOf(found)).toEqual(['2 Retention retention-undated']);
    expect(found.rows.map(({ key }) => key)).toEqual(['c1|I-1', 'c1|I-1~retention', 'c2|I-2', 'c2|I-2~retention']);
  });
});
