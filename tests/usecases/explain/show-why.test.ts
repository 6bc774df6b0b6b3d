// Why this invoice: what the cursor means in each tab, the rules of an invoice, what waits and what comes next.
import { describe, expect, it } from 'vitest';
import { findInvoices, showWhy, showWhyOf } from '../../../src/usecases/explain/show-why';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { approveReminders, snoozeReminder } from '../../../src/usecases/review/review';
import { showReview } from '../../../src/usecases/review/review-lines';
import { setLive } from '../../../src/usecases/workbook-mode/workbook-mode';
import type { FakeWorld } from '../../builders/fake-workbook';
import { day } from '../../builders/fake-workbook';
import { type InvoiceLine, liveAt, records } from '../../builders/our-firm';

const LINES: InvoiceLine[] = [
  { no: '0017', customer: 'Acme', due: '2026-11-01', amount: 500 },
  { no: '0018', customer: 'Acme', due: '2026-11-20', amount: 80 },
  { no: '1001', customer: 'Bolt', due: '2026-11-01', amount: 900 },
  { no: '1002', customer: 'Cord', due: '2026-11-10', amount: 60, paid: 60, paidOn: '2026-11-02' },
];

function worldAt(text: string): FakeWorld {
  const world = liveAt(text, LINES);
  planDay(world.ports);
  return world;
}

function select(world: FakeWorld, sheet: string, row: number): void {
  world.selected = { sheet, row, column: 1 };
}

/** Adds a row to a tab by header; gives its 1-based row. */
function addRow(world: FakeWorld, tab: string, values: Record<string, string | number | { day: number }>): number {
  const cells = world.cells(tab);
  cells.push((cells[0] ?? []).map((header) => values[String(header)] ?? ''));
  return cells.length;
}

function rowOf(world: FakeWorld, tab: string, header: string, value: string): number {
  return 2 + records(world, tab).findIndex((record) => record[header] === value);
}

describe('the invoice under the cursor', () => {
  it('is the one of the selected row of the invoice sheet, leading zeros kept', () => {
    const world = worldAt('2026-11-04 09:00');
    select(world, 'Invoices', 2);
    expect(showWhy(world.ports)).toMatchObject({
      place: 'Invoices, row 2',
      hint: '',
      invoice: { invoice: '0017', customer: 'Acme', balance: '500.00 EUR', row: 2, decision: 'remind' },
      others: [{ invoice: '0018' }],
    });
  });

  it('is in AR Queue the one that leads the reminder of the row', () => {
    const world = worldAt('2026-11-04 09:00');
    select(world, 'AR Queue', rowOf(world, 'AR Queue', 'Customer', 'Bolt'));
    expect(showWhy(world.ports).invoice?.invoice).toBe('1001');
  });

  it('is in AR Customers the one of that customer that is due', () => {
    const world = worldAt('2026-11-04 09:00');
    select(world, 'AR Customers', rowOf(world, 'AR Customers', 'Customer', 'Acme'));
    expect(showWhy(world.ports).invoice?.invoice).toBe('0017');
  });

  it.each([
    ['AR Holds', { Customer: 'Acme', Invoice: '0018' }, '0018'],
    ['AR Holds', { Customer: 'Bolt' }, '1001'],
    ['AR Promises', { Customer: 'Bolt', 'Promised on': day('2026-11-13'), State: 'open' }, '1001'],
    ['AR Disputes', { Invoice: '1001', Reason: 'wrong price' }, '1001'],
  ])('is in %s the one that the row %o names', (tab, values, invoice) => {
    const world = worldAt('2026-11-04 09:00');
    select(world, tab, addRow(world, tab, values));
    expect(showWhy(world.ports).invoice?.invoice).toBe(invoice);
  });

  it.each([
    ['AR Policy', 3, 'holds no invoices'],
    ['Invoices', 1, 'is above the invoices'],
    ['Invoices', 40, 'has no invoice'],
    ['AR Queue', 60, 'has no reminder'],
    ['AR Customers', 60, 'names nobody'],
  ])('is none in %s, row %i, and a sentence says what to do', (tab, row, words) => {
    const world = worldAt('2026-11-04 09:00');
    select(world, tab, row);
    const why = showWhy(world.ports);
    expect(why.invoice).toBeNull();
    expect(why.hint).toContain(words);
    expect(why.hint).toContain('search for an invoice number');
  });
});

describe('an explained invoice', () => {
  const keyOf = (world: FakeWorld, number: string): string => findInvoices(world.ports, number).links[0]?.key ?? '';
  const why = (world: FakeWorld, number: string) => showWhyOf(world.ports, keyOf(world, number)).invoice;

  it('shows the rules in order, and of one that does not hold the day on which that changes', () => {
    const world = worldAt('2026-11-04 09:00');
    const waiting = why(world, '0018');
    expect(waiting?.decision).toBe('wait');
    expect(waiting?.rules[0]).toEqual({ rule: 'It is owed', holds: true, message: '80.00 EUR is open.', nextDate: '' });
    const failed = waiting?.rules.filter(({ holds }) => !holds) ?? [];
    expect(failed.map(({ rule }) => rule)).toEqual(['The day of that step has come']);
    expect(failed[0]?.nextDate).toBe(waiting?.nextDate);
    expect(waiting?.next).toMatch(/^It is looked at again on \w{3} \d+ Nov, unless something changes before\.$/);
  });

  it('names every stop, not only the first', () => {
    const world = worldAt('2026-11-04 09:00');
    addRow(world, 'AR Holds', { Customer: 'Bolt', Until: day('2026-11-12'), Reason: 'credit note' });
    addRow(world, 'AR Disputes', { Invoice: '1001', Reason: 'wrong price' });
    const blocked = why(world, '1001');
    expect(blocked).toMatchObject({ decision: 'blocked', nextDate: '2026-11-13' });
    expect(blocked?.rules.filter(({ holds }) => !holds).map(({ rule }) => rule)).toEqual([
      'Reminders are not paused',
      'It is not disputed',
    ]);
  });

  it('says of a waiting mail in which state it is and when it leaves', () => {
    const world = worldAt('2026-11-04 09:00');
    expect(why(world, '1001')).toMatchObject({
      waiting: {
        text: 'A mail (new customer, step 2 of 7, friendly) waits for review.',
        listsIt: true,
      },
      next: 'The mail leaves when you press Send, once approved. Just before, all of this is asked again.',
    });
    approveReminders(
      world.ports,
      showReview(world.ports).lines.map(({ id }) => id),
    );
    expect(why(world, '1001')?.next).toBe(
      'The mail leaves when you press Send. Just before, all of this is asked again.',
    );
  });

  it('says in a whole sentence what keeps a waiting mail', () => {
    const world = worldAt('2026-11-04 09:00');
    setLive(world.ports, false);
    expect(why(world, '1001')?.next).toBe(
      'The mail stays in Review until you go live. Just before, all of this is asked again.',
    );
    setLive(world.ports, true);
    const [line] = showReview(world.ports).lines;
    snoozeReminder(world.ports, line?.id ?? '', '2026-11-10');
    expect(why(world, '1001')?.next).toMatch(/^The mail does not leave before \w+ 10 Nov\. /);
  });

  it('says of a paid one that nothing happens by itself', () => {
    const world = worldAt('2026-11-04 09:00');
    expect(why(world, '1002')).toMatchObject({
      decision: 'not-chased',
      sentence: 'It is not chased. Nothing is open any more.',
      next: expect.stringContaining('Nothing by itself'),
    });
  });

  it('that left the sheet is refused with a sentence', () => {
    const world = worldAt('2026-11-04 09:00');
    expect(() => showWhyOf(world.ports, 'nobody|9')).toThrow('no longer in the invoice sheet');
  });

  it('changes nothing in the workbook', () => {
    const world = worldAt('2026-11-04 09:00');
    const writes = world.calls['workbook.write'];
    select(world, 'Invoices', 2);
    showWhy(world.ports);
    expect(world.calls['workbook.write']).toBe(writes);
  });
});

describe('a step around a promise', () => {
  it('is explained by the same rules beside the ladder that the promise stops', () => {
    const world = worldAt('2026-11-04 09:00');
    addRow(world, 'AR Promises', {
      Customer: 'Acme',
      'Promised on': day('2026-11-06'),
      Recorded: day('2026-11-03'),
      State: 'open',
    });
    select(world, 'Invoices', 2);
    const { invoice } = showWhy(world.ports);
    expect(invoice).toMatchObject({ decision: 'blocked', beside: [{ step: 'A payment is promised for Fri 6 Nov.' }] });
    expect(invoice?.beside[0]?.rules.every(({ holds }) => holds)).toBe(true);
    expect(invoice?.beside[0]?.rules.map(({ rule }) => rule)).toContain('It is not disputed');
  });
});

describe('the search', () => {
  it('gives the same number first, then numbers and customers that contain the words', () => {
    const world = worldAt('2026-11-04 09:00');
    expect(findInvoices(world.ports, ' 0017 ').links.map(({ invoice }) => invoice)).toEqual(['0017']);
    expect(findInvoices(world.ports, '100').links.map(({ invoice }) => invoice)).toEqual(['1001', '1002']);
    expect(findInvoices(world.ports, 'acme').links).toHaveLength(2);
    expect(findInvoices(world.ports, 'zz')).toEqual({ links: [], more: 0 });
  });

  it('asks for words where there are none', () => {
    const world = worldAt('2026-11-04 09:00');
    expect(() => findInvoices(world.ports, ' ')).toThrow('Type an invoice number');
  });
});
