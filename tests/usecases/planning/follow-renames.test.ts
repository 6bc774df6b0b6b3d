// What is noted about a customer or an invoice stays with them when the invoice sheet writes name or number otherwise.
import { describe, expect, it } from 'vitest';
import { holdCustomerUntil } from '../../../src/usecases/agreements/holds';
import { recordPromise } from '../../../src/usecases/agreements/record-promise';
import {
  changeContact,
  handOver,
  keepAddress,
  markReplied,
  setDoNotContact,
  takeBack,
} from '../../../src/usecases/customers/manual-status';
import { keepApart, mergeCustomers } from '../../../src/usecases/customers/merge-customers';
import { showCustomer } from '../../../src/usecases/customers/show-customer';
import { showDataCheck } from '../../../src/usecases/data-check/data-check';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { approveReminders } from '../../../src/usecases/review/review';
import { showReview } from '../../../src/usecases/review/review-lines';
import { showReminder } from '../../../src/usecases/review/show-reminders';
import { sendStep } from '../../../src/usecases/sending/send';
import { showToday } from '../../../src/usecases/today/show-today';
import { acceptTable } from '../../../src/usecases/workbook-mode/accept-as-it-is';
import { confirmPayments } from '../../../src/usecases/workbook-mode/confirm-payments';
import type { FakeWorld } from '../../builders/fake-workbook';
import { type InvoiceLine, invoiceCells, liveAt, records } from '../../builders/our-firm';

const ACME: InvoiceLine = { no: '0001001', customer: 'Acme Tools', due: '2026-11-01', amount: 1200 };
const AP = 'ap@acme-tools.example';
const KEY = 'acme tools';
const ZEBRA: InvoiceLine = { ...ACME, customer: 'Zebra Group', email: AP };
/** Customers of whom nothing is due: a change of one row is no half-loaded sheet. */
const OTHERS: InvoiceLine[] = ['North', 'South', 'East', 'West'].map((name, i) => ({
  ...{ no: `B${i}`, customer: `${name} Quarry`, issued: '2026-10-20', due: '2027-03-01', amount: 100 },
}));

const live = (...lines: InvoiceLine[]): FakeWorld => liveAt('2026-11-04 09:00', [...lines, ...OTHERS]);

/** The invoice sheet as it reads from a day on. */
function sheet(world: FakeWorld, on: string, ...lines: InvoiceLine[]): void {
  const cells = world.cells('Invoices');
  cells.splice(0, cells.length, ...invoiceCells([...lines, ...OTHERS]));
  world.at(`${on} 09:00`);
}

/** Days on which everything is approved and sent: to whom. */
function mailed(world: FakeWorld, ...days: string[]): string[] {
  const before = world.mails.length;
  for (const on of days) {
    world.at(`${on} 09:00`);
    confirmPayments(world.ports, on);
    planDay(world.ports);
    approveReminders(
      world.ports,
      showReview(world.ports).lines.map(({ id }) => id),
    );
    sendStep(world.ports, { unattended: false });
  }
  return mailsOf(world)
    .slice(before)
    .map((mail) => header(mail, 'To'));
}

const mailsOf = (world: FakeWorld): string[] =>
  world.mails.map(({ raw }) => Buffer.from(raw, 'base64url').toString('latin1'));
const header = (mail: string | undefined, name: string): string =>
  new RegExp(`^${name}: (.*)`, 'm').exec(mail ?? '')?.[1]?.trim() ?? '';

const WEEK = ['2026-11-05', '2026-11-06', '2026-11-09'];
const followed = (world: FakeWorld): string[] =>
  records(world, 'AR Log').flatMap((row) => (row['Event'] === 'marks-followed' ? [String(row['Note'])] : []));
const apart = (world: FakeWorld) => showDataCheck(world.ports).sameCustomers;

describe('a customer who is renamed in the invoice sheet', () => {
  it('is not written to where "Do not contact" was set, and the reminder waits for a person to say who it is', () => {
    const world = live(ACME);
    setDoNotContact(world.ports, KEY, true);
    sheet(world, '2026-11-05', ZEBRA);
    expect(mailed(world, ...WEEK)).toEqual([]);
    const [line] = showReview(world.ports).lines;
    expect(line).toMatchObject({ customer: 'Zebra Group', list: 'look' });
    expect(line?.look).toContain('"Do not contact" is set, may be the same customer as "Acme Tools"');
    expect(
      showToday(world.ports)
        .alerts.map(({ message }) => message)
        .join(),
    ).toContain('“Zebra Group” stands where “Acme Tools” stood before Thu 5 Nov.');
  });

  it('who is the same is not to be contacted either; two who are kept apart have nothing in common any more', () => {
    for (const [isOne, mails] of [
      [true, []],
      [false, [AP]],
    ] as const) {
      const world = live(ACME);
      setDoNotContact(world.ports, KEY, true);
      sheet(world, '2026-11-05', ZEBRA);
      planDay(world.ports);
      const [group] = apart(world);
      expect(group).toMatchObject({ keep: { key: 'zebra group' }, others: [{ key: KEY }] });
      if (isOne) mergeCustomers(world.ports, 'zebra group', [KEY]);
      else keepApart(world.ports, ['zebra group', KEY]);
      expect(mailed(world, ...WEEK)).toEqual(mails);
      expect(apart(world)).toEqual([]);
      expect(showToday(world.ports).alerts.map(({ code }) => code)).not.toContain('customers-renamed');
    }
  });

  it.each<[string, (world: FakeWorld) => unknown]>([
    ['a pause', (world) => holdCustomerUntil(world.ports, KEY, '', '', 'visit')],
    ['a pause of the invoice', (world) => holdCustomerUntil(world.ports, KEY, ACME.no, '', 'visit')],
    ['a reply', (world) => markReplied(world.ports, KEY, '')],
    ['a hand-over', (world) => handOver(world.ports, KEY, [], 'lawyer')],
    [
      'a promise',
      (world) =>
        recordPromise(world.ports, {
          ...{ customerKey: KEY, invoices: [], amount: null, currency: '', note: '' },
          promisedOn: '2026-11-20',
        }),
    ],
  ])('keeps %s', (_, mark) => {
    const world = live(ACME);
    mark(world);
    sheet(world, '2026-11-05', ZEBRA);
    expect(mailed(world, ...WEEK)).toEqual([]);
    expect(followed(world)).toEqual(['“Zebra Group” was “Acme Tools” before: what was noted about them counts on.']);
  });

  it('gets no second mail for it, neither on the next day nor at the same stage', () => {
    const world = live(ACME);
    expect(mailed(world, '2026-11-04')).toEqual([AP]);
    sheet(world, '2026-11-05', ZEBRA);
    expect(mailed(world, ...WEEK)).toEqual([]);
    const [again] = [mailed(world, '2026-11-11')];
    expect(again).toEqual([AP]);
    // The two share a thread and its subject, and are of two steps.
    const [first, second] = records(world, 'AR Log').filter(({ Event }) => Event === 'sent');
    expect(second?.['Stage']).not.toBe(first?.['Stage']);
  });

  it('is the one of before when the name is put back, and when it changes once more', () => {
    const world = live(ACME);
    markReplied(world.ports, KEY, '');
    sheet(world, '2026-11-05', ZEBRA);
    planDay(world.ports);
    sheet(world, '2026-11-05', ACME);
    expect(mailed(world, '2026-11-05')).toEqual([]);
    sheet(world, '2026-11-06', { ...ACME, customer: 'Yak Ltd', email: AP });
    expect(mailed(world, '2026-11-06', '2026-11-09')).toEqual([]);
  });

  it('under "Do not contact" is known by the mailbox when a new name comes with other invoices', () => {
    const world = live(ACME);
    setDoNotContact(world.ports, KEY, true);
    sheet(world, '2026-11-05');
    planDay(world.ports);
    sheet(world, '2026-11-06', { ...ZEBRA, no: '0009001', due: '2026-11-02', amount: 77 });
    expect(mailed(world, '2026-11-06', '2026-11-09')).toEqual([]);
    expect(apart(world)).toMatchObject([{ keep: { key: 'zebra group' }, others: [{ key: KEY }] }]);
  });

  it('of whom nobody noted anything begins as anybody', () => {
    const world = live({ ...ACME, due: '2026-12-01' });
    sheet(world, '2026-11-05', { ...ZEBRA, due: '2026-12-01', email: 'new@zebra.example' });
    planDay(world.ports);
    expect(followed(world)).toEqual([]);
  });
});

describe('an invoice that goes to another customer who is one already', () => {
  const LATER: InvoiceLine = { ...ACME, no: '0001002', due: '2026-12-20', amount: 70 };
  const THEIRS: InvoiceLine = { ...ACME, no: '0002001', customer: 'Zebra Group', due: '2026-10-20', amount: 400 };

  it.each<[string, (world: FakeWorld) => unknown]>([
    ['"Do not contact"', (world) => setDoNotContact(world.ports, KEY, true)],
    ['a pause', (world) => holdCustomerUntil(world.ports, KEY, '', '', 'visit')],
    ['a pause of the invoice', (world) => holdCustomerUntil(world.ports, KEY, ACME.no, '', 'visit')],
    ['a hand-over', (world) => handOver(world.ports, KEY, [], 'lawyer')],
  ])('keeps %s, and what was theirs before is asked for', (_, mark) => {
    const world = live(ACME, LATER, THEIRS);
    mark(world);
    sheet(world, '2026-11-05', { ...ZEBRA, email: THEIRS.email ?? '' }, LATER, THEIRS);
    mailed(world, '2026-11-05');
    expect(world.mails).toHaveLength(1);
    expect(mailsOf(world)[0]).toContain('0002001');
    expect(mailsOf(world)[0]).not.toContain('0001001');
    expect(followed(world)).toEqual([
      'Invoice 0001001 was one of “Acme Tools” before: what was noted about it counts on.',
    ]);
  });
});

describe('an invoice with another number', () => {
  const FINAL: InvoiceLine = { ...ACME, no: 'F-77' };

  it('stays handed over, and can be taken back', () => {
    const world = live(ACME);
    handOver(world.ports, KEY, [], 'lawyer');
    sheet(world, '2026-11-05', FINAL);
    expect(mailed(world, ...WEEK)).toEqual([]);
    expect(followed(world)).toEqual(['Invoice 0001001 is F-77 now: what was noted about it counts on.']);
    takeBack(world.ports, KEY);
    expect(mailed(world, '2026-11-10')).toEqual([AP]);
  });

  it('stays paused after it was reminded of, and the pause is still told', () => {
    const world = live(ACME);
    mailed(world, '2026-11-04');
    holdCustomerUntil(world.ports, KEY, ACME.no, '', 'visit');
    sheet(world, '2026-11-05', FINAL);
    expect(mailed(world, ...WEEK, '2026-11-11', '2026-11-20')).toEqual([]);
    expect(showCustomer(world.ports, KEY).running.map(({ kind }) => kind)).toContain('hold');
    expect(records(world, 'AR Log').map((row) => row['Event'])).not.toContain('hold-lifted');
  });

  it('stays promised', () => {
    const world = live(ACME);
    recordPromise(world.ports, {
      ...{ customerKey: KEY, invoices: [ACME.no], amount: null, currency: '', note: '' },
      promisedOn: '2026-11-20',
    });
    sheet(world, '2026-11-05', FINAL);
    expect(mailed(world, ...WEEK, '2026-11-20')).toEqual([]);
  });
});

describe('an address that changed in the invoice sheet', () => {
  const changed = (): FakeWorld => {
    const world = live(ACME);
    sheet(world, '2026-11-05', { ...ACME, email: 'new.ap@acme-tools.example' });
    planDay(world.ports);
    return world;
  };
  const look = (world: FakeWorld): string => showReview(world.ports).lines[0]?.look ?? '';

  it('is told beside the reminder, and taken over by one click', () => {
    const world = changed();
    expect(look(world)).toContain('the invoice sheet has another address: new.ap@acme-tools.example');
    changeContact(world.ports, KEY, { email: 'new.ap@acme-tools.example' });
    expect(look(world)).toBe('first contact');
    expect(mailed(world, '2026-11-05')).toEqual(['new.ap@acme-tools.example']);
  });

  it('is not asked about again once ours was kept, and another one is', () => {
    const world = changed();
    const [line] = showReview(world.ports).lines;
    expect(showReminder(world.ports, line?.id ?? '').otherAddress).toBe('new.ap@acme-tools.example');
    keepAddress(world.ports, KEY);
    expect(look(world)).toBe('first contact');
    sheet(world, '2026-11-06', { ...ACME, email: 'third@acme-tools.example' });
    planDay(world.ports);
    expect(look(world)).toContain('third@acme-tools.example');
    expect(mailed(world, '2026-11-06')).toEqual([AP]);
  });
});

describe('customer numbers', () => {
  const numbered = (world: FakeWorld, on: string, id: string, ...lines: InvoiceLine[]): void => {
    sheet(world, on, ...lines);
    for (const [index, row] of world.cells('Invoices').entries())
      row.push(index === 0 ? 'Customer ID' : `${id}${String(row[0]).replace(/\W/g, '').slice(0, 6)}`);
    const setting = world.cells('AR Settings').find(([name]) => name === 'Column: customerId');
    if (setting) setting[1] = 'Customer ID';
    acceptTable(world.ports);
  };

  it('that appear or are corrected lose nothing, and nobody is asked', () => {
    const world = live(ACME);
    mailed(world, '2026-11-04');
    const cells = world.cells('AR Customers');
    const row = cells.find(([name]) => name === 'Acme Tools') ?? [];
    row[(cells[0] ?? []).indexOf('CC')] = 'boss@acme-tools.example';
    setDoNotContact(world.ports, 'north quarry', true);
    numbered(world, '2026-11-05', 'C-', ACME);
    expect(mailed(world, ...WEEK)).toEqual([]);
    numbered(world, '2026-11-10', 'K-', ACME);
    expect(mailed(world, '2026-11-10', '2026-11-11')).toEqual([AP]);
    expect(header(mailsOf(world)[1], 'Cc')).toContain('boss@acme-tools.example');
    expect(
      showReview(world.ports)
        .lines.map(({ look }) => look)
        .join(),
    ).not.toContain('may be the same');
    expect(showCustomer(world.ports, 'k-northq').running.map(({ kind }) => kind)).toEqual(['do-not-contact']);
  });
});
