// What people note about a customer by hand: what stops at once, what ends it, and that lifting sends nothing.
import { describe, expect, it } from 'vitest';
import { holdCustomerUntil, liftHold } from '../../../src/usecases/agreements/holds';
import {
  changeContact,
  handOver,
  markBounced,
  markReplied,
  resumeCustomer,
  setDoNotContact,
  takeBack,
} from '../../../src/usecases/customers/manual-status';
import { showCustomer } from '../../../src/usecases/customers/show-customer';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { approveReminders } from '../../../src/usecases/review/review';
import { runHour } from '../../../src/usecases/sending/run-hour';
import type { FakeWorld } from '../../builders/fake-workbook';
import { type InvoiceLine, liveAt, records } from '../../builders/our-firm';

const ACME: InvoiceLine = { no: '1001', customer: 'Acme Tools', due: '2026-11-01', amount: 1200 };
const LATER: InvoiceLine = { no: '1002', customer: 'Acme Tools', due: '2026-12-20', amount: 300, issued: '2026-10-20' };
const KEY = 'acme tools';

const live = (...lines: InvoiceLine[]): FakeWorld => liveAt('2026-11-04 09:00', lines.length > 0 ? lines : [ACME]);
const queue = (world: FakeWorld): string[] =>
  records(world, 'AR Queue').map((row) => `${row['Customer']}: ${row['State']}`);
const events = (world: FakeWorld): string[] => records(world, 'AR Log').map((row) => String(row['Event']));
const noted = (world: FakeWorld, kind: string) => records(world, 'AR Log').find((row) => row['Event'] === kind);

describe('"They replied"', () => {
  it('takes the waiting reminder out of the queue and says until when nothing is sent', () => {
    const world = live();
    expect(queue(world)).toEqual(['Acme Tools: planned']);
    const { message } = markReplied(world.ports, KEY, 'asks for a copy');
    expect(message).toContain('nothing is sent before Wed 11 Nov');
    expect(message).toContain('taken out of the queue');
    expect(queue(world)).toEqual([]);
    expect(noted(world, 'replied')).toMatchObject({
      Customer: 'Acme Tools',
      Actor: 'ann@ourfirm.example',
      Note: 'asks for a copy',
    });
  });

  it('holds an approved mail back as well', () => {
    const world = live();
    approveReminders(world.ports, [String(records(world, 'AR Queue')[0]?.['Reminder'])]);
    markReplied(world.ports, KEY, '');
    runHour(world.ports);
    expect(world.mails).toHaveLength(0);
  });

  it('queues again after five business days, and not on the fourth', () => {
    const world = live();
    markReplied(world.ports, KEY, '');
    world.at('2026-11-10 09:00');
    planDay(world.ports);
    expect(queue(world)).toEqual([]);
    world.at('2026-11-11 09:00');
    planDay(world.ports);
    expect(queue(world)).toEqual(['Acme Tools: planned']);
  });

  it('queues and sends nothing when it is lifted', () => {
    const world = live();
    markReplied(world.ports, KEY, '');
    const { message } = resumeCustomer(world.ports, KEY);
    expect(message).toContain('nothing was sent');
    expect(queue(world)).toEqual(['Acme Tools: planned']);
    expect(world.mails).toHaveLength(0);
  });
});

describe('"Bounced"', () => {
  it('stops until the address is another one', () => {
    const world = live();
    expect(markBounced(world.ports, KEY, '').message).toContain('ap@acme-tools.example came back');
    world.at('2026-12-04 09:00');
    planDay(world.ports);
    expect(queue(world)).toEqual([]);
    const { message } = changeContact(world.ports, KEY, { email: 'ledger@acme-tools.example' });
    expect(message).toContain('reminders are queued again');
    expect(queue(world)).toEqual(['Acme Tools: planned']);
    expect(records(world, 'AR Queue')[0]?.['To']).toBe('ledger@acme-tools.example');
  });

  it('keeps an address that bounced before when another one bounces', () => {
    const world = live();
    changeContact(world.ports, KEY, { escalationEmail: 'cfo@acme-tools.example' });
    markBounced(world.ports, KEY, 'cfo@acme-tools.example');
    markBounced(world.ports, KEY, '');
    changeContact(world.ports, KEY, { email: 'ledger@acme-tools.example' });
    expect(showCustomer(world.ports, KEY).running.map(({ kind }) => kind)).toEqual(['bounced']);
  });

  it('stops nothing for an address reminders do not go to, and says so', () => {
    const world = live();
    expect(markBounced(world.ports, KEY, 'old@acme-tools.example').message).toContain('nothing is stopped');
    expect(queue(world)).toEqual(['Acme Tools: planned']);
  });

  it('takes no text that is no address', () => {
    const world = live();
    expect(() => markBounced(world.ports, KEY, 'Acme Tools')).toThrow('not an e-mail address');
    expect(events(world)).not.toContain('bounced');
  });
});

describe('a hand-over', () => {
  it('covers all that is overdue, not what falls due later', () => {
    const world = live(ACME, LATER);
    expect(handOver(world.ports, KEY, [], 'to the lawyer').message).toContain('Invoice 1001 (1,200.00 EUR)');
    expect(queue(world)).toEqual([]);
    expect(noted(world, 'handed-over')).toMatchObject({
      Invoices: '1001',
      Amounts: '1,200.00 EUR',
      Note: 'to the lawyer',
    });
    world.at('2026-12-17 09:00');
    planDay(world.ports);
    expect(records(world, 'AR Queue')[0]?.['Invoices']).toBe('1002');
  });

  it('queues and sends nothing when it is taken back', () => {
    const world = live();
    handOver(world.ports, KEY, [], '');
    expect(takeBack(world.ports, KEY).message).toContain('nothing was sent');
    expect(queue(world)).toEqual(['Acme Tools: planned']);
    expect(world.mails).toHaveLength(0);
  });

  it('is refused where nothing is overdue', () => {
    const world = live(LATER);
    expect(() => handOver(world.ports, KEY, [], '')).toThrow('no such open invoice');
  });
});

describe('"Do not contact"', () => {
  it('is written into AR Customers and stops until it is lifted', () => {
    const world = live();
    setDoNotContact(world.ports, KEY, true);
    expect(records(world, 'AR Customers')[0]?.['Do not contact']).toBe('yes');
    expect(queue(world)).toEqual([]);
    setDoNotContact(world.ports, KEY, false);
    expect(queue(world)).toEqual(['Acme Tools: planned']);
  });
});

describe('a changed contact', () => {
  it('writes the named cells of the customer’s row and leaves the others', () => {
    const world = live();
    const before = world.cells('Invoices').map((row) => [...row]);
    changeContact(world.ports, KEY, { phone: '+49 30 1234', contact: 'Anna Weber' });
    expect(records(world, 'AR Customers')[0]).toMatchObject({
      Customer: 'Acme Tools',
      Contact: 'Anna Weber',
      Phone: '+49 30 1234',
    });
    expect(noted(world, 'contact-changed')?.['Note']).toBe('Contact: empty → Anna Weber; Phone: empty → +49 30 1234.');
    expect(world.cells('Invoices')).toEqual(before);
  });

  it('takes no address that cannot be written to', () => {
    const world = live();
    expect(() => changeContact(world.ports, KEY, { email: 'acme tools' })).toThrow('not an e-mail address');
  });

  it('finds the row of a customer after people sorted the tab', () => {
    const world = live(ACME, { no: '2001', customer: 'Beta Works', due: '2026-11-01', amount: 10 });
    const cells = world.cells('AR Customers');
    const [headers = [], first = [], second = []] = cells;
    cells.splice(0, 3, headers, second, first);
    changeContact(world.ports, KEY, { phone: '1' });
    expect(records(world, 'AR Customers').map((row) => [row['Customer'], row['Phone']])).toEqual([
      ['Beta Works', ''],
      ['Acme Tools', '1'],
    ]);
  });
});

describe('a hold', () => {
  it('protects the day it is until, and ends after it', () => {
    const world = live();
    const { message } = holdCustomerUntil(world.ports, KEY, '', '2026-11-06', 'sales visit');
    expect(message).toContain('are paused up to and including Fri 6 Nov');
    expect(queue(world)).toEqual([]);
    world.at('2026-11-06 09:00');
    planDay(world.ports);
    expect(queue(world)).toEqual([]);
    world.at('2026-11-09 09:00');
    planDay(world.ports);
    expect(queue(world)).toEqual(['Acme Tools: planned']);
  });

  it('is lifted where it stands now, though the rows were sorted meanwhile', () => {
    const world = live(ACME, { no: '2001', customer: 'Beta Works', due: '2026-11-01', amount: 10 });
    holdCustomerUntil(world.ports, KEY, '', '', 'visit');
    holdCustomerUntil(world.ports, 'beta works', '', '', 'visit');
    const hold = showCustomer(world.ports, KEY).running.find(({ kind }) => kind === 'hold');
    const cells = world.cells('AR Holds');
    const [headers = [], first = [], second = []] = cells;
    cells.splice(0, 3, headers, second, first);
    liftHold(world.ports, { row: hold?.row ?? 0, seen: hold?.seen ?? '' });
    expect(queue(world)).toEqual(['Acme Tools: planned']);
    expect(world.mails).toHaveLength(0);
  });

  it('is not lifted where somebody changed the row meanwhile', () => {
    const world = live();
    holdCustomerUntil(world.ports, KEY, '', '', 'visit');
    const hold = showCustomer(world.ports, KEY).running.find(({ kind }) => kind === 'hold');
    const [, row] = world.cells('AR Holds');
    if (row) row[3] = 'the boss said so';
    expect(() => liftHold(world.ports, { row: hold?.row ?? 0, seen: hold?.seen ?? '' })).toThrow('changed meanwhile');
  });

  it('takes no invoice the customer does not have, and no day that has passed', () => {
    const world = live();
    expect(() => holdCustomerUntil(world.ports, KEY, '9999', '', '')).toThrow('no invoice "9999"');
    expect(() => holdCustomerUntil(world.ports, KEY, '', '2026-11-03', '')).toThrow('today or a later day');
    expect(records(world, 'AR Holds')).toEqual([]);
  });
});

describe('a mark', () => {
  it.each([
    ['a reply', (world: FakeWorld) => markReplied(world.ports, KEY, '')],
    ['a hold', (world: FakeWorld) => holdCustomerUntil(world.ports, KEY, '', '', 'x')],
    ['a changed contact', (world: FakeWorld) => changeContact(world.ports, KEY, { phone: '1' })],
  ])('is refused in a copy and with a log that does not match: %s', (_, act) => {
    const world = live();
    expect(() => act(world.copy())).toThrow(/copy/);
    world.cells('AR Log').splice(2, 1);
    expect(() => act(world)).toThrow('AR Log is not as Duesheet left it');
  });

  it('is refused for a customer nobody knows', () => {
    expect(() => markReplied(live().ports, 'nobody', '')).toThrow('not known');
  });
});

describe('a sheet that is half there', () => {
  it('takes no mark: what is overdue is not known', () => {
    const world = live(ACME, { ...ACME, no: '1003' }, { ...ACME, no: '1004' });
    world.cells('Invoices').splice(2);
    expect(() => handOver(world.ports, KEY, [], '')).toThrow('only 33 %');
    expect(events(world)).not.toContain('handed-over');
  });

  it('takes no hold where AR Holds has lost the column of its day', () => {
    const world = live();
    const [headers = []] = world.cells('AR Holds');
    headers[2] = 'When';
    expect(() => holdCustomerUntil(world.ports, KEY, '', '2026-11-06', 'visit')).toThrow('Until');
    expect(world.cells('AR Holds')).toHaveLength(1);
  });
});
