// The data check: what counts as a finding and what does not, with rows to jump to; a row that cannot be read is never paid.
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/sheet/grid';
import { showDataCheck, surenessOf } from '../../../src/usecases/data-check/data-check';
import type { DataCheckView } from '../../../src/usecases/data-check/view';
import { previewPlan } from '../../../src/usecases/planning/preview-plan';
import { applySetup } from '../../../src/usecases/setup/set-up';
import { day, type FakeWorld, fakeWorld } from '../../builders/fake-workbook';
import { CHOICE, HEADERS, type InvoiceLine, invoiceCells, replaceInvoices, setUpAt } from '../../builders/our-firm';

const AT = '2026-11-04 09:00';
const GOOD: InvoiceLine[] = [
  { no: 'A-1', customer: 'Acme Ltd', due: '2026-10-20', amount: 100 },
  { no: 'A-2', customer: 'Bolt', due: '2026-10-21', amount: 50 },
];

function checkOf(lines: readonly InvoiceLine[]): DataCheckView {
  return showDataCheck(setUpAt(AT, lines).ports);
}

/** The check of a file that was never set up, from cells below the usual headers. */
function checkOfCells(rows: Cell[][]): DataCheckView {
  const world = fakeWorld({ Invoices: [HEADERS, ...rows] });
  world.at(AT);
  return previewPlan(world.ports, {}).dataCheck;
}

const row = (line: InvoiceLine): Cell[] => invoiceCells([line])[1] ?? [];
const found = (check: DataCheckView, code: string) => check.findings.find((one) => one.code === code);
const texts = (check: DataCheckView, code: string): string[] => found(check, code)?.rows.map(({ text }) => text) ?? [];
const rowsOf = (check: DataCheckView, code: string): number[] =>
  found(check, code)?.rows.map(({ row: at }) => at) ?? [];

describe('one address at several customers', () => {
  const withEmails = (...emails: string[]): InvoiceLine[] =>
    emails.map((email, i) => ({ no: `A-${i}`, customer: `Firm ${i}`, due: '2026-10-20', amount: 100, email }));

  it('is asked about from two customers on, whatever its capitals', () => {
    const shared = withEmails(
      'ap@group.example',
      'AP@group.example',
      'ap@group.example',
      'ap@group.example',
      'x@firm.example',
    );
    const check = checkOf(shared);
    expect(texts(check, 'address-shared')).toEqual(['ap@group.example: Firm 0, Firm 1, Firm 2 and 1 more']);
    const two = checkOf(withEmails('ap@group.example', 'ap@group.example'));
    expect(texts(two, 'address-shared')).toEqual(['ap@group.example: Firm 0, Firm 1']);
    expect(found(two, 'address-shared')?.advice).toContain('write its name into Paid by of the others');
    expect(found(checkOf(withEmails('a@group.example', 'b@group.example')), 'address-shared')).toBeUndefined();
  });
});

describe('a column of money that is not read', () => {
  const cells = (more: string[], ...rows: Cell[][]): DataCheckView => {
    const world = fakeWorld({ Invoices: [['Customer', 'Invoice', 'Due date', 'Amount', 'Kulanz', ...more], ...rows] });
    world.at(AT);
    return previewPlan(world.ports, {}).dataCheck;
  };

  it('is named, and whether anything hangs on it', () => {
    const amount = found(cells([], ['Acme', '1', '2026-10-01', 100, 12.5]), 'amounts-unread');
    expect(amount?.rows).toEqual([{ sheet: 'Invoices', row: 1, text: '“Kulanz”' }]);
    expect(amount?.advice).toMatch(/^If one of them lowers what customers owe/);
    const balance = found(cells(['Balance'], ['Acme', '1', '2026-10-01', 100, 12.5, 87.5]), 'amounts-unread');
    expect(balance?.advice).toBe('What is open is taken from “Balance”, so nothing is to be done if that is complete.');
  });

  it('is no finding where every amount is read', () => {
    expect(found(cells([], ['Acme', '1', '2026-10-01', 100, '']), 'amounts-unread')).toBeUndefined();
  });
});

describe('a good sheet', () => {
  it('has no finding, and all of its rows are invoices', () => {
    expect(checkOf(GOOD)).toMatchObject({
      sheet: 'Invoices',
      headerRow: 1,
      rowsRead: 2,
      invoices: 2,
      leftOut: [],
      findings: [],
      sameCustomers: [],
      canDecide: true,
    });
  });

  it('says which columns were confirmed and which fields it lacks', () => {
    const { columns, notFound } = checkOf(GOOD);
    expect(columns.find(({ field }) => field === 'due')).toEqual({
      field: 'due',
      label: 'Due date',
      header: 'Due date',
      confidence: 1,
      sureness: 'sure',
      reason: 'chosen in Set-up',
    });
    expect(notFound).toContain('Payment terms');
    expect(notFound).not.toContain('Due date');
  });

  it('can be looked at before set-up; nobody can be joined there yet', () => {
    const world = fakeWorld({
      Invoices: invoiceCells([...GOOD, { ...GOOD[0], customer: 'Acme Limited' } as InvoiceLine]),
    });
    world.at(AT);
    const check = showDataCheck(world.ports);
    expect(check).toMatchObject({ invoices: 3, canDecide: false });
    expect(check.sameCustomers).toHaveLength(1);
    expect(Object.keys(world.calls).filter((call) => /write|create|delete/.test(call))).toEqual([]);
  });

  it.each([
    [1, 'sure'],
    [0.9, 'sure'],
    [0.85, 'likely'],
    [0.6, 'unsure'],
  ] as const)('calls a confidence of %d %s', (confidence, word) => {
    expect(surenessOf(confidence)).toBe(word);
  });
});

describe('a column that came after Set-up', () => {
  const withColumn = (header: string): FakeWorld => {
    const world = setUpAt(AT, GOOD);
    for (const [i, cells] of world.cells('Invoices').entries()) cells.push(i === 0 ? header : 'Credit memo');
    return world;
  };

  it('and may tell credit notes from invoices is named, until somebody chooses it', () => {
    const world = withColumn('Document type');
    expect(found(showDataCheck(world.ports), 'column-unread')).toMatchObject({
      count: 1,
      rows: [{ sheet: 'Invoices', row: 1, text: '"Document type" looks like “Kind of document” and is not read.' }],
    });
    applySetup(world.ports, { ...CHOICE, columns: { ...CHOICE.columns, documentType: 'Document type' } });
    expect(found(showDataCheck(world.ports), 'column-unread')).toBeUndefined();
  });

  it('and means something else is not', () => {
    expect(showDataCheck(withColumn('Warehouse').ports).findings).toEqual([]);
  });
});

describe('rows left out', () => {
  it('are counted by reason with their numbers, those to mend before those that are in order', () => {
    const { leftOut, rowsRead, invoices } = checkOfCells([
      row(GOOD[0] as InvoiceLine),
      ['', 'A-9', day('2026-10-01'), day('2026-10-31'), 5, '', '', 'EUR', ''],
      ['Bolt', 'A-10', day('2026-10-01'), day('2026-10-31'), 'five', '', '', 'EUR', ''],
      ['', '', '', '', '', '', '', '', ''],
      ['Total', '', '', '', 105, '', '', '', ''],
    ]);
    expect(leftOut).toEqual([
      { why: 'The customer is missing', rows: [3], count: 1, mend: true },
      { why: 'The amount cannot be read', rows: [4], count: 1, mend: true },
      { why: 'Totals and subtotals', rows: [6], count: 1, mend: false },
    ]);
    expect({ rowsRead, invoices }).toEqual({ rowsRead: 4, invoices: 1 });
  });

  it('are listed up to fifty, and counted all', () => {
    const bad = Array.from({ length: 120 }, (): Cell[] => ['', 'X', '', day('2026-10-31'), 7, '', '', 'EUR', '']);
    const good = Array.from({ length: 200 }, (_, at) => row({ ...GOOD[0], no: `B-${at}` } as InvoiceLine));
    const [group] = checkOfCells([...good, ...bad]).leftOut;
    expect([group?.count, group?.rows.length]).toEqual([120, 50]);
  });
});

describe('a row that cannot be read', () => {
  const unreadable = (header: string, value: Cell): FakeWorld => {
    const world = setUpAt(AT, GOOD);
    const cells = world.cells('Invoices')[1];
    if (cells) cells[HEADERS.indexOf(header)] = value;
    return world;
  };

  it.each([
    ['Due date', '31.02.2026'],
    ['Paid', 'all of it'],
    ['Paid on', 'last week'],
    ['Amount', '#REF!'],
  ])('in %s (%s) is named and never taken for paid', (header, value) => {
    const world = unreadable(header, value);
    const check = showDataCheck(world.ports);
    expect(rowsOf(check, 'cells-unreadable')).toEqual([2]);
    expect(texts(check, 'cells-unreadable')[0]).toMatch(new RegExp(`^${header}: `));
    const { invoices } = previewPlan(world.ports, {});
    const reasons = invoices.filter((one) => one.row === 2).flatMap((one) => one.reasons.map(({ code }) => code));
    expect(reasons).not.toContain('paid');
    const isLeftOut = check.leftOut.some(({ rows, mend }) => mend && rows.includes(2));
    expect(isLeftOut || invoices.some((one) => one.row === 2 && one.decision !== 'remind')).toBe(true);
  });
});

describe('dates', () => {
  it('that cannot be right are named with both days', () => {
    const check = checkOf([
      { no: '1', customer: 'Acme', issued: '2026-10-10', due: '2026-11-10', amount: 10, paidOn: '2026-10-01' },
      { no: '2', customer: 'Acme', issued: '2026-10-10', due: '2026-10-01', amount: 10 },
      { no: '3', customer: 'Acme', issued: '2027-01-10', due: '2027-02-10', amount: 10 },
      { no: '4', customer: 'Acme', issued: '2026-10-10', due: '2029-10-10', amount: 10 },
      { no: '5', customer: 'Acme', issued: '2026-10-10', due: '2028-10-09', amount: 10 },
    ]);
    expect(rowsOf(check, 'dates-impossible')).toEqual([2, 3, 4, 5]);
    expect(texts(check, 'dates-impossible')[0]).toBe(
      '1 of Acme: paid on Thu 1 Oct, before it was issued on Sat 10 Oct',
    );
    expect(texts(check, 'dates-impossible')[2]).toMatch(/^3 of Acme: issued on Sun 10 Jan 2027, which is to come$/);
  });

  it('are to come as seen from today, not from an earlier day that is asked about', () => {
    const world = setUpAt(AT, GOOD);
    expect(previewPlan(world.ports, { asOf: '2026-01-01' }).dataCheck.findings).toEqual([]);
  });

  it('are missing: an open invoice without due date is named, a settled one is not', () => {
    const check = checkOfCells([
      ['Acme', '1', day('2026-10-01'), '', 10, '', '', 'EUR', 'ap@acme.example'],
      ['Acme', '2', day('2026-10-01'), '', 10, 10, '', 'EUR', 'ap@acme.example'],
      row(GOOD[0] as InvoiceLine),
      row(GOOD[1] as InvoiceLine),
    ]);
    expect(rowsOf(check, 'no-due-date')).toEqual([2]);
  });
});

describe('invoice numbers', () => {
  it('in several rows of a customer are one finding with all rows', () => {
    const check = checkOf([...GOOD, { ...GOOD[0], issued: '2026-10-01', due: '2026-12-20' } as InvoiceLine]);
    expect(texts(check, 'number-twice')).toEqual(['A-1 of Acme Ltd, in rows 2, 4']);
    expect(found(check, 'cells-unreadable')).toBeUndefined();
  });

  it('at two customers are one, unless every customer has numbers of its own', () => {
    const one = checkOf([...GOOD, { ...GOOD[0], customer: 'Casa', no: 'a-1' } as InvoiceLine]);
    expect(texts(one, 'number-at-two-customers')).toEqual(['A-1: Acme Ltd and Casa, in rows 2, 4']);
    const own = ['Acme', 'Bolt', 'Casa'].flatMap((customer) =>
      ['1', '2', '3', '4'].map((no) => ({ no, customer, due: '2026-10-20', amount: 10 })),
    );
    expect(found(checkOf(own), 'number-at-two-customers')).toBeUndefined();
  });

  it('that repeat a row word for word are left out, and counted once', () => {
    const check = checkOf([...GOOD, GOOD[0] as InvoiceLine]);
    expect(check.leftOut).toEqual([
      { why: 'Repeats another row word for word, counted once', rows: [4], count: 1, mend: true },
    ]);
    expect(check.findings).toEqual([]);
  });
});

describe('currencies', () => {
  it('of a customer are named where there are several, and rows without one where others have one', () => {
    const check = checkOf([
      ...GOOD,
      { ...GOOD[0], no: 'A-3', currency: 'GBP' } as InvoiceLine,
      { ...GOOD[1], no: 'A-4', currency: '' } as InvoiceLine,
    ]);
    expect(texts(check, 'currencies-mixed')).toEqual(['Acme Ltd: EUR, GBP']);
    expect(found(check, 'currency-missing')).toMatchObject({ count: 1, title: 'Open invoices without a currency' });
  });

  it('that nobody wrote down are one finding without a list of every row', () => {
    const lines = GOOD.map((line) => ({ ...line, currency: '' }));
    expect(found(checkOf(lines), 'currency-missing')).toMatchObject({
      count: 2,
      rows: [],
      title: 'No currency is known',
    });
  });
});

describe('customers', () => {
  it('without an address come with what they owe overdue, the largest first, at their row in AR Customers', () => {
    const check = checkOf([
      { no: '1', customer: 'Acme', due: '2026-10-20', amount: 100, email: '' },
      { no: '2', customer: 'Bolt', due: '2026-10-20', amount: 1200, email: 'bolt(at)there' },
      { no: '3', customer: 'Casa', issued: '2026-10-01', due: '2026-12-20', amount: 9000, email: '' },
      { no: '4', customer: 'Deli', due: '2026-10-20', amount: 9000 },
      { no: '5', customer: 'Elbe', due: '2026-10-20', amount: 9000, email: '', paid: 9000 },
    ]);
    expect(texts(check, 'no-address').map((text) => text.split('.00')[0])).toEqual([
      'Bolt owes 1,200',
      'Acme owes 100',
      'Casa owes nothing overdue yet.',
    ]);
    expect(found(check, 'no-address')?.rows[0]).toMatchObject({ sheet: 'AR Customers', row: 3 });
  });

  it('that came since the last plan are named as new', () => {
    const world = setUpAt(AT, GOOD);
    replaceInvoices(world, [...GOOD, { no: '9', customer: 'Newcomer', due: '2026-10-20', amount: 10 }]);
    expect(texts(showDataCheck(world.ports), 'not-listed')).toEqual(['Newcomer']);
  });

  it('that look like one come with their invoices and what is open', () => {
    const check = checkOf([
      ...GOOD,
      { no: 'A-3', customer: 'ACME Limited', issued: '2026-11-01', due: '2026-12-01', amount: 70 },
    ]);
    expect(check.sameCustomers).toEqual([
      {
        keep: { key: 'acme ltd', name: 'Acme Ltd', invoices: 1, open: '100.00 EUR', waiting: 'planned' },
        others: [{ key: 'acme limited', name: 'ACME Limited', invoices: 1, open: '70.00 EUR', waiting: '' }],
        why: 'Same name apart from the legal form',
      },
    ]);
  });
});

describe('customers of whom two would be reminded', () => {
  it('stand before others with more invoices', () => {
    const later = { issued: '2026-11-01', due: '2026-12-01', amount: 70 };
    const check = checkOf([
      ...['1', '2', '3'].map((no) => ({ no, customer: 'Bolt', ...later })),
      { no: '4', customer: 'Bolt GmbH', ...later },
      { no: '5', customer: 'Acme Ltd', due: '2026-10-20', amount: 100 },
      { no: '6', customer: 'Acme Limited', due: '2026-10-20', amount: 100 },
    ]);
    expect(check.sameCustomers.map(({ keep, others }) => [keep.waiting, others[0]?.waiting, keep.name])).toEqual([
      ['planned', 'planned', 'Acme Ltd'],
      ['', '', 'Bolt'],
    ]);
  });
});

describe('columns that disagree and words that are not known', () => {
  it('are findings of their own', () => {
    const world = fakeWorld({
      Invoices: [
        [...HEADERS, 'Balance', 'Status'],
        [...row(GOOD[0] as InvoiceLine).map((cell, at) => (at === 5 ? 30 : cell)), 10, 'Open'],
        [...row(GOOD[1] as InvoiceLine), 50, 'Wobbly'],
        [...row({ no: 'A-3', customer: 'Casa', due: '2026-10-20', amount: 5 }), 5, 'Open'],
      ],
    });
    world.at(AT);
    const { dataCheck } = previewPlan(world.ports, {});
    expect(rowsOf(dataCheck, 'columns-disagree')).toEqual([2]);
    expect(rowsOf(dataCheck, 'status-unknown')).toEqual([3]);
  });
});
