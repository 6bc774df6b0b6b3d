// Names in our tabs: spellings of one customer, names that several share, and numbers under the wrong name.
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/sheet/grid';
import { liftHold } from '../../../src/usecases/agreements/holds';
import { showCustomer } from '../../../src/usecases/customers/show-customer';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { showReview } from '../../../src/usecases/review/review-lines';
import { showReminder } from '../../../src/usecases/review/show-reminders';
import { showToday } from '../../../src/usecases/today/show-today';
import { acceptTable } from '../../../src/usecases/workbook-mode/accept-as-it-is';
import { day, type FakeWorld } from '../../builders/fake-workbook';
import { HEADERS, type InvoiceLine, invoiceCells, liveAt, records, setUpAt } from '../../builders/our-firm';

const AT = '2026-11-04 09:00';
const TWO: InvoiceLine[] = [
  { no: '1', customer: 'Acme Ltd', due: '2026-10-20', amount: 100, email: 'ap@acme.example' },
  { no: '3', customer: 'ACME Limited', due: '2026-10-22', amount: 70, email: 'other@acme.example' },
];

function write(world: FakeWorld, tab: string, row: number, header: string, value: Cell): void {
  const cells = world.cells(tab);
  const line = cells[row] ?? [];
  const column = (cells[0] ?? []).indexOf(header);
  while (line.length < column) line.push('');
  line[column] = value;
}

function add(world: FakeWorld, tab: string, values: Record<string, Cell>): void {
  const cells = world.cells(tab);
  cells.push((cells[0] ?? []).map((header) => values[String(header)] ?? ''));
}

const queue = (world: FakeWorld): string[] => {
  planDay(world.ports);
  return records(world, 'AR Queue')
    .map((row) => `${row['To']}: ${row['Invoices']}`)
    .sort();
};
const problems = (world: FakeWorld): string[] => showToday(world.ports).problems.first.map(({ code }) => code);

describe('a spelling that is an alias and has a row of its own still', () => {
  const joined = (): FakeWorld => {
    const world = liveAt(AT, TWO);
    write(world, 'AR Customers', 1, 'Aliases', 'ACME Limited');
    return world;
  };

  it.each<[string, Record<string, Cell>]>([
    ['AR Holds', {}],
    ['AR Promises', { 'Promised on': day('2026-11-20'), State: 'open' }],
    ['AR Disputes', {}],
  ])('may be named in %s', (tab, values) => {
    const world = joined();
    expect(queue(world)).toEqual(['ap@acme.example: 1, 3']);
    add(world, tab, { Customer: 'ACME Limited', ...values });
    expect(queue(world)).toEqual([]);
  });

  it('keeps its "Do not contact" for the customer it belongs to', () => {
    const world = joined();
    write(world, 'AR Customers', 2, 'Do not contact', 'yes');
    expect(queue(world)).toEqual([]);
  });

  it('is not exchanged with the customer who is its alias in turn: the upper row is the customer', () => {
    const world = joined();
    write(world, 'AR Customers', 2, 'Aliases', 'Acme Ltd');
    expect(queue(world)).toEqual(['ap@acme.example: 1, 3']);
  });

  it.each([
    [
      'its own alias in its own row',
      [
        ['Beta Works', 'Gamma Ltd'],
        ['Gamma Ltd', 'Gamma Ltd'],
      ],
    ],
    [
      'an alias of whom it leads to',
      [
        ['Zeta', 'Ypsilon'],
        ['Ypsilon', 'Xi'],
        ['Xi', 'Ypsilon'],
      ],
    ],
  ])('closes no circle as %s', (_, rows) => {
    const world = liveAt(AT, TWO);
    for (const [customer = '', aliases = ''] of rows)
      add(world, 'AR Customers', { Customer: customer, Aliases: aliases });
    expect(queue(world)).toEqual(['ap@acme.example: 1', 'other@acme.example: 3']);
  });

  it('belongs to whom its customer is an alias of', () => {
    const world = liveAt(AT, [
      ...TWO,
      { no: '5', customer: 'Acme', due: '2026-10-22', amount: 70, email: 'x@acme.example' },
    ]);
    write(world, 'AR Customers', 3, 'Aliases', 'ACME Limited');
    write(world, 'AR Customers', 1, 'Aliases', 'Acme');
    expect(queue(world)).toEqual(['ap@acme.example: 1, 3, 5']);
  });
});

describe('several rows of one customer in AR Customers', () => {
  it('count for "Do not contact" each, and the first for everything else', () => {
    const world = liveAt(AT, TWO.slice(0, 1));
    add(world, 'AR Customers', { Customer: 'Acme Ltd', Email: 'second@acme.example', 'Do not contact': 'yes' });
    expect(queue(world)).toEqual([]);
    expect(problems(world)).toContain('customer-twice');
    write(world, 'AR Customers', 2, 'Do not contact', '');
    expect(queue(world)).toEqual(['ap@acme.example: 1']);
  });

  it('count for a direct debit each', () => {
    const world = liveAt(AT, [
      { no: '1', customer: 'Acme Ltd', due: '2026-11-02', amount: 70, email: 'ap@acme.example' },
    ]);
    write(world, 'AR Customers', 1, 'Payment method', 'Transfer');
    expect(queue(world)).toEqual(['ap@acme.example: 1']);
    add(world, 'AR Customers', { Customer: 'Acme Ltd', 'Payment method': 'Direct debit' });
    expect(queue(world)).toEqual([]);
  });

  it('without a customer number stop everybody of that name who has one', () => {
    const world = liveAt(AT, TWO.slice(0, 1));
    write(world, 'AR Customers', 1, 'Customer ID', 'C-1');
    world.cells('Invoices').forEach((row, index) => {
      row.push(index === 0 ? 'Customer ID' : 'C-1');
    });
    const setting = world.cells('AR Settings').find(([name]) => name === 'Column: customerId');
    if (setting) setting[1] = 'Customer ID';
    acceptTable(world.ports);
    expect(queue(world)).toEqual(['ap@acme.example: 1']);
    add(world, 'AR Customers', { Customer: 'ACME ltd', 'Do not contact': 'yes' });
    expect(queue(world)).toEqual([]);
  });
});

describe('a cell of AR Customers that may stop and cannot be read', () => {
  it.each([
    ['Kind', 'some firm'],
    ['Insolvent since', 'last spring'],
    ['Assigned to', '#REF!'],
  ])('stops the customer, and is told: %s', (column, value) => {
    const world = liveAt(AT, TWO.slice(0, 1));
    write(world, 'AR Customers', 1, column, value);
    expect(queue(world)).toEqual([]);
    expect(problems(world)).toContain('customer-cell-unreadable');
  });

  it.each([
    ['Kind', 'Business'],
    ['Insolvent since', 'no'],
    ['Assigned to', '-'],
  ])('is none where it says that nothing stops: %s, %s', (column, value) => {
    const world = liveAt(AT, TWO.slice(0, 1));
    write(world, 'AR Customers', 1, column, value);
    expect(queue(world)).toEqual(['ap@acme.example: 1']);
    expect(problems(world)).not.toContain('customer-cell-unreadable');
  });

  it.each([
    ['Preferred channel', 'pigeon'],
    ['Credit hold', 'perhaps'],
    ['WhatsApp agreed on', 'yes'],
  ])('is told where it stops nothing: %s', (column, value) => {
    const world = liveAt(AT, TWO.slice(0, 1));
    write(world, 'AR Customers', 1, column, value);
    expect(queue(world)).toEqual(['ap@acme.example: 1']);
    expect(problems(world)).toContain('customer-cell-unreadable');
  });
});

describe('a contact that shows an error', () => {
  it('is no name, and is told', () => {
    const world = liveAt(AT, TWO.slice(0, 1));
    write(world, 'AR Customers', 1, 'Contact', '#N/A');
    planDay(world.ports);
    const [line] = showReview(world.ports).lines;
    expect(showReminder(world.ports, line?.id ?? '').mail?.text).not.toContain('#N/A');
    expect(problems(world)).toContain('contact-unreadable');
  });
});

describe('a stop under a name', () => {
  const BRANCHES: InvoiceLine[] = [
    { no: '1', customer: 'Acme', due: '2026-10-20', amount: 100, email: 'north@acme.example' },
    { no: '2', customer: 'Acme', due: '2026-10-20', amount: 100, email: 'south@acme.example' },
    { no: '9', customer: 'Bolt', due: '2026-10-20', amount: 100, email: 'ap@bolt.example' },
  ];

  /** Two branches of one name, told apart by their numbers. */
  function branches(): FakeWorld {
    const world = setUpAt(AT, BRANCHES);
    const cells = invoiceCells(BRANCHES).map((row, index) => [
      ...row,
      ['Customer ID', 'C-1', 'C-2', 'C-3'][index] ?? '',
    ]);
    world.cells('Invoices').splice(0, 4, ...cells);
    expect(cells[0]).toHaveLength(HEADERS.length + 1);
    const setting = world.cells('AR Settings').find(([name]) => name === 'Column: customerId');
    if (setting) setting[1] = 'Customer ID';
    world.cells('AR Customers').splice(1);
    acceptTable(world.ports);
    planDay(world.ports);
    return world;
  }

  it('that two customers share counts for both, and says so', () => {
    const world = branches();
    expect(queue(world)).toEqual(['ap@bolt.example: 9', 'north@acme.example: 1', 'south@acme.example: 2']);
    add(world, 'AR Holds', { Customer: 'Acme' });
    expect(queue(world)).toEqual(['ap@bolt.example: 9']);
    expect(problems(world)).toContain('customer-ambiguous');
    write(world, 'AR Holds', 1, 'Customer', 'C-2');
    expect(queue(world)).toEqual(['ap@bolt.example: 9', 'north@acme.example: 1']);
    expect(problems(world)).toEqual([]);
  });

  it('that two customers share, with the number of one, counts for that one', () => {
    const world = branches();
    add(world, 'AR Holds', { Customer: 'Acme', Invoice: '1' });
    expect(queue(world)).toEqual(['ap@bolt.example: 9', 'south@acme.example: 2']);
  });

  it.each<[string, Record<string, Cell>]>([
    ['AR Holds', {}],
    ['AR Promises', { 'Promised on': day('2026-11-20'), State: 'open' }],
    ['AR Disputes', {}],
  ])(
    'with the invoice number of another customer in %s stops that invoice and all of the one named, and says so',
    (tab, values) => {
      const world = liveAt(AT, TWO);
      add(world, tab, { Customer: 'Acme Ltd', Invoice: '3', ...values });
      expect(queue(world)).toEqual([]);
      expect(problems(world)).toEqual(['invoice-of-other']);
    },
  );

  it('without a name is noted as lifted at the customer whose invoice it names', () => {
    const world = liveAt(AT, [...TWO, { no: '9', customer: 'Bolt', due: '2026-10-20', amount: 100 }]);
    add(world, 'AR Holds', { Invoice: '1' });
    const own = showCustomer(world.ports, 'acme ltd').running.find(({ kind }) => kind === 'hold');
    expect(liftHold(world.ports, { row: own?.row ?? 0, seen: own?.seen ?? '' }).message).toContain('of Acme Ltd');
    expect(records(world, 'AR Log').find((row) => row['Event'] === 'hold-lifted')?.['Customer']).toBe('Acme Ltd');
  });

  it('that has ended and names another customer’s invoice is nobody’s business any more', () => {
    const world = liveAt(AT, TWO);
    add(world, 'AR Holds', { Customer: 'Acme Ltd', Invoice: '3', Until: day('2026-11-03') });
    expect(problems(world)).toEqual([]);
    expect(queue(world)).toHaveLength(2);
  });

  it('of a promise moved to a later day by hand tells that the word beside it lets reminders through', () => {
    const world = liveAt(AT, TWO);
    add(world, 'AR Promises', { Customer: 'Acme Ltd', 'Promised on': day('2026-11-20'), State: 'broken' });
    expect(problems(world)).toEqual(['promise-ended-early']);
  });
});

describe('a stage of AR Policy', () => {
  it.each([
    ['Minimum gap', 'a week'],
    ['Minimum gap', -1],
    ['Days', 99_999_999],
  ])('whose %s says %s is not used until it is mended', (header, value) => {
    const world = liveAt(AT, TWO);
    world.cells('AR Policy').splice(1);
    add(world, 'AR Policy', {
      Segment: 'New',
      Stage: 1,
      Anchor: 'due',
      Days: 2,
      Channel: 'email',
      Template: 'Friendly',
      To: 'billing',
      'Minimum gap': 5,
      Tone: 'friendly',
      Active: 'yes',
    });
    expect(queue(world)).toHaveLength(2);
    write(world, 'AR Policy', 1, header, value);
    expect(queue(world)).toEqual([]);
    expect(problems(world)).toContain('policy-unreadable');
  });
});
