// Rows of AR Holds, AR Promises and AR Disputes that miss what they mean: they stop more, not nothing, and say so.
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/sheet/grid';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { approveReminders } from '../../../src/usecases/review/review';
import { showReview } from '../../../src/usecases/review/review-lines';
import { sendStep } from '../../../src/usecases/sending/send';
import { showToday } from '../../../src/usecases/today/show-today';
import { day, type FakeWorld } from '../../builders/fake-workbook';
import { type InvoiceLine, liveAt, payments, records, replaceInvoices } from '../../builders/our-firm';

const LINES: InvoiceLine[] = [
  { no: '0001001', customer: 'Acme Tools', due: '2026-10-20', amount: 100 },
  { no: '0001002', customer: 'Acme Tools', due: '2026-10-21', amount: 100 },
  { no: '0001003', customer: 'Acme Tools', due: '2026-10-22', amount: 100 },
  { no: 'RE-2026-77', customer: 'Bolt GmbH', due: '2026-10-20', amount: 100 },
  { no: '500', customer: 'Zephyr', due: '2026-10-20', amount: 100 },
];

/** The rows put in, and the invoices that are asked for after a plan, by customer. */
function asked(rows: Record<string, Cell>[], tab = 'AR Holds', lines = LINES): string[] {
  const world = withRows(rows, tab, lines);
  planDay(world.ports);
  return records(world, 'AR Queue').map((row) => `${row['Customer']}: ${row['Invoices']}`);
}

function withRows(rows: Record<string, Cell>[], tab = 'AR Holds', lines = LINES): FakeWorld {
  const world = liveAt('2026-11-04 09:00', lines);
  const [headers = []] = world.cells(tab);
  world.cells(tab).push(...rows.map((row) => headers.map((header) => row[String(header)] ?? '')));
  return world;
}

const told = (rows: Record<string, Cell>[]): string[] =>
  showToday(withRows(rows).ports).problems.first.map(({ message }) => message);

const ACME = 'Acme Tools: 0001001, 0001002, 0001003';
const BOLT = 'Bolt GmbH: RE-2026-77';
const ZEPHYR = 'Zephyr: 500';

describe('several invoices in a cell', () => {
  it.each([
    '0001001, 0001002',
    '0001001;0001002',
    '0001001\n0001002',
    '0001001 and 0001002',
    '0001001 0001002',
    '1001 & 1002',
  ])('are each stopped: %j', (Invoice) => {
    expect(asked([{ Customer: 'Acme Tools', Invoice }])).toEqual(['Acme Tools: 0001003', BOLT, ZEPHYR]);
    expect(asked([{ Invoice }])).toEqual(['Acme Tools: 0001003', BOLT, ZEPHYR]);
  });

  it('with one that is not there stop everything of the customer', () => {
    expect(asked([{ Customer: 'Acme Tools', Invoice: '0001001, 0001009' }])).toEqual([BOLT, ZEPHYR]);
  });

  it('beside one amount are a question, and stop them all', () => {
    const rows = [{ Customer: 'Acme Tools', Invoice: '0001001, 0001002', Amount: 20, Opened: day('2026-11-03') }];
    expect(asked(rows, 'AR Disputes')).toEqual(['Acme Tools: 0001003', BOLT, ZEPHYR]);
  });
});

describe('a number that is written otherwise', () => {
  it.each(['1001', '1001.', '00 01001'])('means the invoice: %j', (Invoice) => {
    expect(asked([{ Customer: 'Acme Tools', Invoice }])).toEqual(['Acme Tools: 0001002, 0001003', BOLT, ZEPHYR]);
  });

  it('means the one it is the end of', () => {
    expect(asked([{ Customer: 'Bolt GmbH', Invoice: '2026-77' }])).toEqual([ACME, ZEPHYR]);
  });

  it.each(['all', 'Alle', '*'])('means all of the customer: %j', (Invoice) => {
    expect(asked([{ Customer: 'Acme Tools', Invoice }])).toEqual([BOLT, ZEPHYR]);
  });

  it.each(['#N/A', '9999', 'the last one'])(
    'stops everything of the customer where it means nothing, and says so: %j',
    (Invoice) => {
      expect(asked([{ Customer: 'Acme Tools', Invoice }])).toEqual([BOLT, ZEPHYR]);
      expect(told([{ Customer: 'Acme Tools', Invoice }])[0]).toContain('it counts for all invoices of Acme Tools');
    },
  );

  it('means nothing more once the invoice that was reminded is gone from the sheet', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    approveReminders(
      world.ports,
      showReview(world.ports).lines.map(({ id }) => id),
    );
    sendStep(world.ports, { unattended: false });
    world.at('2026-11-20 09:00');
    payments(world, '2026-11-19');
    replaceInvoices(world, LINES.slice(1));
    const [headers = []] = world.cells('AR Holds');
    const row: Record<string, Cell> = { Customer: 'Acme Tools', Invoice: '0001001' };
    world.cells('AR Holds').push(headers.map((header) => row[String(header)] ?? ''));
    planDay(world.ports);
    expect(records(world, 'AR Queue').map(({ Customer }) => Customer)).toContain('Acme Tools');
    expect(showToday(world.ports).problems.first).toEqual([]);
  });
});

describe('a customer who is written otherwise', () => {
  it.each(['Acme Tolls', 'Acme', 'acme-tools ltd'])('is stopped until somebody settles it: %j', (Customer) => {
    expect(asked([{ Customer }])).toEqual([BOLT, ZEPHYR]);
    expect(told([{ Customer }])[0]).toContain(
      'it counts for all invoices of Acme Tools. Write the name as in AR Customers.',
    );
  });

  it('is stopped in AR Promises and AR Disputes too', () => {
    expect(asked([{ Customer: 'Acme Tolls', 'Promised on': day('2026-11-20'), State: 'open' }], 'AR Promises')).toEqual(
      [BOLT, ZEPHYR],
    );
    expect(asked([{ Customer: 'Acme Tolls', Reason: 'wrong' }], 'AR Disputes')).toEqual([BOLT, ZEPHYR]);
  });

  it('whom nobody resembles lets nothing out without a person', () => {
    const world = withRows([{ Customer: 'Quite Another' }]);
    planDay(world.ports);
    const { lines } = showReview(world.ports);
    expect(lines.map(({ look }) => look)).toEqual(lines.map(() => expect.stringContaining('AR Holds row 2')));
    expect(lines).toHaveLength(3);
    expect(told([{ Customer: 'Quite Another' }])[0]).toContain('nothing goes out by itself');
  });

  it.each<Record<string, Cell>>([
    { Customer: '#REF!' },
    { Customer: '#REF!', Invoice: '#REF!' },
    { Customer: '', Invoice: '#N/A' },
  ])('and shows an error stops everybody: %j', (row) => {
    expect(asked([row])).toEqual([]);
    expect(told([row])[0]).toContain('nobody is contacted');
  });

  it('and shows an error stops the invoice alone that stands beside it', () => {
    expect(asked([{ Customer: '#REF!', Invoice: '500' }])).toEqual([ACME, BOLT]);
  });
});

describe('a row that is over', () => {
  it.each<[string, Record<string, Cell>]>([
    ['AR Holds', { Customer: 'Acme Tolls', Until: day('2026-11-03') }],
    ['AR Holds', { Customer: '#REF!', Until: day('2026-11-03'), Invoice: '1' }],
    ['AR Disputes', { Customer: 'Acme Tolls', Opened: day('2026-10-01'), Resolved: day('2026-10-05') }],
    ['AR Promises', { Customer: 'Acme Tolls', 'Promised on': day('2026-10-20'), State: 'kept' }],
  ])('in %s stops nobody, whoever was meant', (tab, row) => {
    const world = withRows([row], tab);
    planDay(world.ports);
    expect(records(world, 'AR Queue')).toHaveLength(3);
    expect(showToday(world.ports).problems.first).toEqual([]);
  });
});

describe('a number that is another customer’s', () => {
  const OTHERS: InvoiceLine[] = [
    { no: 'INV-1001', customer: 'Acme Tools', due: '2026-10-20', amount: 100 },
    { no: 'INV-1002', customer: 'Acme Tools', due: '2026-10-21', amount: 100 },
    { no: '1001', customer: 'Bolt GmbH', due: '2026-10-20', amount: 100 },
    { no: '500', customer: 'Zephyr', due: '2026-10-20', amount: 100 },
  ];

  it('stops the one of the named customer too that may be meant', () => {
    expect(asked([{ Customer: 'Acme Tools', Invoice: '1001' }], 'AR Holds', OTHERS)).toEqual([
      'Acme Tools: INV-1002',
      ZEPHYR,
    ]);
  });
});

describe('a number that is written otherwise in a row that is over', () => {
  it('is the invoice that is left alone after its dispute was closed', () => {
    const rows = [{ Customer: 'Acme Tools', Invoice: '1001', Reason: 'wrong', Resolved: day('2026-11-03') }];
    expect(asked(rows, 'AR Disputes')).toEqual(['Acme Tools: 0001002, 0001003', BOLT, ZEPHYR]);
  });
});
