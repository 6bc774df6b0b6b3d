// The card of a customer, the search for customers, and the history in words.
import { describe, expect, it } from 'vitest';
import { holdCustomerUntil } from '../../../src/usecases/agreements/holds';
import { recordDispute } from '../../../src/usecases/agreements/record-dispute';
import { recordPromise } from '../../../src/usecases/agreements/record-promise';
import { findCustomers } from '../../../src/usecases/customers/find-customers';
import { changeContact, handOver, markReplied, setDoNotContact } from '../../../src/usecases/customers/manual-status';
import { showCustomer } from '../../../src/usecases/customers/show-customer';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { approveReminders } from '../../../src/usecases/review/review';
import { showReview } from '../../../src/usecases/review/review-lines';
import { showReminder } from '../../../src/usecases/review/show-reminders';
import { sendStep } from '../../../src/usecases/sending/send';
import type { FakeWorld } from '../../builders/fake-workbook';
import { type InvoiceLine, liveAt, records, replaceInvoices } from '../../builders/our-firm';

const ACME: InvoiceLine = { no: '1001', customer: 'Acme Tools', due: '2026-11-01', amount: 1200 };
const PAID: InvoiceLine = {
  no: '0900',
  customer: 'Acme Tools',
  due: '2026-09-01',
  amount: 90,
  paid: 90,
  paidOn: '2026-09-11',
};
const BETA: InvoiceLine = { no: '2001', customer: 'Beta Müller', due: '2026-10-01', amount: 5000, currency: 'GBP' };
const KEY = 'acme tools';

const live = (...lines: InvoiceLine[]): FakeWorld => liveAt('2026-11-04 09:00', lines);

function sendAll(world: FakeWorld): void {
  approveReminders(
    world.ports,
    records(world, 'AR Queue').map((row) => String(row['Reminder'])),
  );
  sendStep(world.ports, { unattended: false });
}

describe('the card of a customer', () => {
  it('gives what is open by currency, never a sum across', () => {
    const world = live(
      ACME,
      { ...ACME, no: '1002', currency: 'GBP', amount: 900, due: '2026-12-01', issued: '2026-11-01' },
      { ...ACME, no: 'CN1', amount: -100 },
    );
    recordDispute(world.ports, {
      customerKey: KEY,
      invoice: '1001',
      amount: 200,
      currency: '',
      reason: 'short',
      owner: '',
      deadline: '',
    });
    expect(showCustomer(world.ports, KEY).balances).toEqual([
      { currency: 'EUR', open: '1,200.00 EUR', overdue: '1,200.00 EUR', credits: '100.00 EUR', disputed: '200.00 EUR' },
      { currency: 'GBP', open: '900.00 GBP', overdue: '', credits: '', disputed: '' },
    ]);
  });

  it('tells oldest item, last contact and payment, usual delay and segment', () => {
    const world = live(ACME, PAID);
    sendAll(world);
    const facts = Object.fromEntries(showCustomer(world.ports, KEY).facts.map(({ label, value }) => [label, value]));
    expect(facts).toMatchObject({
      Oldest: '1001, due Sun 1 Nov, 3 days past due',
      'Last contact': 'Wed 4 Nov, mail (friendly)',
      'Last payment': '90.00 EUR, Fri 11 Sep',
    });
    expect(facts['Usual delay']).toContain('days late on average');
    expect(facts['Segment']).toMatch(/^New/);
  });

  it('says the same of contact, payment, promises and segment as the reminder of that customer', () => {
    const world = live(ACME, PAID);
    sendAll(world);
    world.at('2026-11-20 09:00');
    planDay(world.ports);
    const [line] = showReview(world.ports).lines;
    const card = showCustomer(world.ports, KEY).facts;
    const shown = showReminder(world.ports, line?.id ?? '').customerFacts;
    expect(shown.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Segment', 'Last contact', 'Last payment']),
    );
    expect(card).toEqual(expect.arrayContaining(shown));
  });

  it('says what changed since the last mail: paid, part-paid, grown, new', () => {
    const other = { ...ACME, no: '1002', amount: 500 };
    const third = { ...ACME, no: '1003', amount: 50 };
    const world = live(ACME, other, third);
    expect(showCustomer(world.ports, KEY).changes).toBeNull();
    sendAll(world);
    replaceInvoices(world, [
      { ...ACME, paid: 1200, paidOn: '2026-11-06' },
      { ...other, paid: 100 },
      { ...third, amount: 70 },
      { ...ACME, no: '1004', due: '2026-11-05', amount: 80 },
    ]);
    world.at('2026-11-09 09:00');
    expect(showCustomer(world.ports, KEY).changes).toEqual({
      since: '2026-11-04',
      lines: [
        '1001 is paid (1,200.00 EUR).',
        '1002: 100.00 EUR came in, 400.00 EUR is left.',
        '1003 grew from 50.00 EUR to 70.00 EUR.',
        '1004 is new: 80.00 EUR, 4 days past due.',
      ],
      more: 0,
    });
  });

  it('names everything that stops reminders with what ends it', () => {
    const world = live(ACME, { ...ACME, no: '1002', amount: 500 });
    handOver(world.ports, KEY, [`${KEY}|1002`], '');
    markReplied(world.ports, KEY, '');
    holdCustomerUntil(world.ports, KEY, '', '2026-11-20', 'visit');
    setDoNotContact(world.ports, KEY, true);
    recordPromise(world.ports, {
      customerKey: KEY,
      invoices: ['1001'],
      amount: null,
      currency: '',
      promisedOn: '2026-11-13',
      note: '',
    });
    const { running, waiting, invoices } = showCustomer(world.ports, KEY);
    expect(running.map(({ kind, action }) => `${kind}: ${action}`)).toEqual([
      'do-not-contact: may-contact',
      'replied: resume',
      'hold: lift-hold',
      'promise: cancel-promise',
      'handed-over: take-back',
    ]);
    for (const { text, lifts } of running) expect(`${text} ${lifts}`).toMatch(/\. It ends /);
    expect(waiting).toBeNull();
    expect(invoices.map(({ invoice, decision }) => [invoice, decision])).toEqual([
      ['1001', 'blocked'],
      ['1002', 'not-chased'],
    ]);
  });

  it('shows a segment that does not count yet, with the day on which it will', () => {
    const world = live(ACME);
    const punctual = ['2026-09-01', '2026-09-15', '2026-10-01', '2026-10-15'].map((due, n) => ({
      ...ACME,
      no: `08${n}`,
      due,
      paid: 1200,
      paidOn: due,
    }));
    replaceInvoices(world, [ACME, ...punctual]);
    planDay(world.ports);
    const facts = showCustomer(world.ports, KEY).facts.find(({ label }) => label === 'Segment');
    expect(facts?.value).toMatch(/^New customer, until Wed 11 Nov at least: .* Pays on time, large/);
  });

  it('tells who did what, when and on what facts, the latest first', () => {
    const world = live(ACME, BETA);
    sendAll(world);
    world.at('2026-11-05 10:00');
    changeContact(world.ports, KEY, { phone: '+49 30 1' });
    const { history, historyMore } = showCustomer(world.ports, KEY);
    expect(history[0]).toEqual({
      at: '2026-11-05 10:00:00',
      who: 'ann@ourfirm.example',
      what: 'Contact changed',
      facts: 'Phone: empty → +49 30 1.',
      takesBack: '',
      message: '',
    });
    const sent = history.find(({ what }) => what.startsWith('Sent'));
    expect(sent?.what).toBe('Sent (New 2 (friendly))');
    expect(sent?.facts).toContain('1001 · 1,200.00 EUR · to ap@acme-tools.example');
    expect(history.some(({ what }) => what === 'First segment: New')).toBe(true);
    expect(history.some(({ facts }) => facts.includes('2001'))).toBe(false);
    expect(historyMore).toBe(0);
  });

  it('keeps to the last 100 events and says how many more there are', () => {
    const world = live(ACME);
    const before = showCustomer(world.ports, KEY).history.length;
    for (let n = 0; n < 105; n += 1) changeContact(world.ports, KEY, { phone: String(n) });
    const { history, historyMore } = showCustomer(world.ports, KEY);
    expect(history).toHaveLength(100);
    expect(historyMore).toBe(before + 105 - 100);
    expect(history[0]?.facts).toContain('→ 104');
  });

  it('is refused for a customer nobody knows', () => {
    expect(() => showCustomer(live(ACME).ports, 'nobody')).toThrow('not known');
  });
});

describe('the search for customers', () => {
  it.each([
    ['acme', ['Acme Tools'], ''],
    ['MULLER', ['Beta Müller'], ''],
    ['2001', ['Beta Müller'], 'Invoice 2001'],
    ['nothing like it', [], undefined],
  ])('finds by a part of name or invoice number: %s', (text, names, match) => {
    const { customers, more } = findCustomers(live(ACME, BETA).ports, text);
    expect(customers.map(({ name }) => name)).toEqual(names);
    expect(customers[0]?.match).toBe(match);
    expect(more).toBe(0);
  });

  it('begins with those who have the most overdue, and stops at 200', () => {
    const many = Array.from({ length: 205 }, (_, n) => ({
      ...ACME,
      no: `A${n}`,
      customer: `Firm ${n}`,
      amount: 100 + n,
    }));
    const { customers, more } = findCustomers(live(...many, BETA).ports, '');
    expect(customers[0]).toMatchObject({ name: 'Beta Müller', overdue: '5,000.00 GBP' });
    expect(customers[1]?.name).toBe('Firm 204');
    expect(customers).toHaveLength(200);
    expect(more).toBe(6);
  });

  it('compares no amounts across currencies: each stands by its share of what is overdue in its own', () => {
    const yen = { ...BETA, no: '9', customer: 'Gamma', currency: 'JPY', amount: 90_000 };
    const [less, more] = [60, 40].map((amount) => ({ ...ACME, no: `E${amount}`, customer: `E ${amount}`, amount }));
    const other = { ...yen, no: '10', customer: 'Delta', amount: 110_000 };
    const names = findCustomers(live(...[less, more, yen, other].flatMap((one) => one ?? [])).ports, '').customers;
    expect(names.map(({ name }) => name)).toEqual(['E 60', 'Delta', 'Gamma', 'E 40']);
  });

  it('finds by address and notes, and keeps to an owner, with what is overdue of each', () => {
    const world = live(ACME, BETA);
    changeContact(world.ports, KEY, {
      email: 'pay@acme.example',
      owner: 'ann@ourfirm.example',
      notes: 'Ask for Weber.',
    });
    expect(findCustomers(world.ports, 'pay@acme').customers[0]?.match).toBe('Address pay@acme.example');
    expect(findCustomers(world.ports, 'weber').customers[0]?.match).toBe('Notes: Ask for Weber.');
    expect(findCustomers(world.ports, '', 'ann@ourfirm.example').customers.map(({ name }) => name)).toEqual([
      'Acme Tools',
    ]);
    const { customers, owners } = findCustomers(world.ports, '', '');
    expect(customers.map(({ name }) => name)).toEqual(['Beta Müller']);
    expect(owners).toEqual([
      { owner: 'ann@ourfirm.example', overdue: '1,200.00 EUR' },
      { owner: '', overdue: '5,000.00 GBP' },
    ]);
  });
});
