// Payment plans agreed by a person: rows of AR Promises, what is refused, the mail that puts them in writing, and how they end.
import { describe, expect, it } from 'vitest';
import { planWord } from '../../../src/usecases/agreements/plan-word';
import { recordPlan } from '../../../src/usecases/agreements/record-plan';
import { cancelPromise } from '../../../src/usecases/agreements/record-promise';
import { showPromises } from '../../../src/usecases/agreements/show-promises';
import { showCustomer } from '../../../src/usecases/customers/show-customer';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { showReminder } from '../../../src/usecases/review/show-reminders';
import type { FakeWorld } from '../../builders/fake-workbook';
import { type InvoiceLine, liveAt, payments, records, replaceInvoices } from '../../builders/our-firm';

const ACME: InvoiceLine = { no: '1001', customer: 'Acme Tools', due: '2026-11-01', amount: 1200 };
const PLAN = {
  customerKey: 'acme tools',
  invoice: '',
  currency: '',
  instalments: [
    { on: '2026-12-14', amount: 400 },
    { on: '2026-11-18', amount: 400 },
    { on: '2027-01-14', amount: 400 },
  ],
  note: 'Ms Weber',
  approvedBy: '',
};

const live = (...lines: InvoiceLine[]): FakeWorld => liveAt('2026-11-04 09:00', lines.length > 0 ? lines : [ACME]);
const states = (world: FakeWorld): unknown[] => records(world, 'AR Promises').map((row) => row['State']);
const queue = (world: FakeWorld): string[] => records(world, 'AR Queue').map((row) => String(row['Template']));
const plannedOn = (world: FakeWorld, date: string): string[] => {
  world.at(`${date} 09:00`);
  payments(world, date);
  planDay(world.ports);
  return queue(world);
};

describe('a payment plan', () => {
  it('is written as rows of one plan, the earliest first, and stops reminders', () => {
    const world = live();
    const { message } = recordPlan(world.ports, PLAN);
    expect(message).toContain('3 instalments of Acme Tools are agreed, 1,200.00 EUR in all, the first for Wed 18 Nov.');
    expect(records(world, 'AR Promises').map((row) => [row['Amount'], row['Plan'], row['Note'], row['State']])).toEqual(
      [
        [400, 'Plan of 4 November 2026', '1 of 3. Ms Weber', 'open'],
        [400, 'Plan of 4 November 2026', '2 of 3. Ms Weber', 'open'],
        [400, 'Plan of 4 November 2026', '3 of 3. Ms Weber', 'open'],
      ],
    );
    expect(queue(world)).toEqual([]);
  });

  it('asks before each day whether it stands, and after a missed one for the money; then the ladder goes on', () => {
    const world = live();
    recordPlan(world.ports, PLAN);
    expect(plannedOn(world, '2026-11-16')).toEqual(['Promise reminder']);
    replaceInvoices(world, [{ ...ACME, paid: 400, paidOn: '2026-11-18' }]);
    expect(plannedOn(world, '2026-11-23')).toEqual([]);
    expect(states(world)).toEqual(['kept', 'open', 'open']);
    expect(plannedOn(world, '2026-12-17')).toEqual(['Promise missed']);
    expect(states(world)).toEqual(['kept', 'broken', 'cancelled']);
    expect(showPromises(world.ports).promises.map(({ state, plan }) => [state, plan])).toContainEqual([
      'broken',
      'Plan of 4 November 2026',
    ]);
  });

  it('is put in writing by a mail that names each instalment and leaves the due dates as they are', () => {
    const world = live();
    recordPlan(world.ports, PLAN);
    planWord(world.ports, PLAN.customerKey, 'Plan agreed');
    const id = String(records(world, 'AR Queue')[0]?.['Reminder']);
    const mail = showReminder(world.ports, id).mail;
    expect(mail?.text).toContain(
      '18 November 2026: 400.00 EUR\n14 December 2026: 400.00 EUR\n14 January 2027: 400.00 EUR',
    );
    expect(mail?.text).toContain('not a change of the due dates');
    expect(mail?.subject).toBe('Our Firm Ltd: the payment plan we agreed');
  });

  it('cannot be put in writing where there is none', () => {
    const world = live();
    expect(() => planWord(world.ports, PLAN.customerKey, 'Plan agreed')).toThrow('nothing in the sheet');
  });

  it('ends whole when one of its instalments is cancelled', () => {
    const world = live();
    recordPlan(world.ports, PLAN);
    const [first] = showPromises(world.ports).promises;
    if (!first) throw new Error('The plan is not shown.');
    const { message } = cancelPromise(world.ports, { row: first.row, seen: first.seen });
    expect(message).toContain('plan of Acme Tools and its 3 open instalments are cancelled');
    expect(states(world)).toEqual(['cancelled', 'cancelled', 'cancelled']);
    recordPlan(world.ports, PLAN);
    expect(records(world, 'AR Promises')[3]?.['Plan']).toBe('Plan of 4 November 2026 (2)');
  });

  it('may leave something open, and says how much', () => {
    const world = live();
    const { message } = recordPlan(world.ports, { ...PLAN, instalments: PLAN.instalments.slice(0, 2) });
    expect(message).toContain('400.00 EUR stays open after the last.');
  });

  it('is told once on the card, by its next instalment', () => {
    const world = live();
    recordPlan(world.ports, PLAN);
    expect(showCustomer(world.ports, PLAN.customerKey).running.map(({ text }) => text)).toEqual([
      'Plan of 4 November 2026: 3 instalments are still to come, the next 400.00 EUR for Wed 18 Nov. No reminder goes out while each comes in by its day.',
    ]);
  });

  it('is agreed once for what is open', () => {
    const world = live();
    recordPlan(world.ports, PLAN);
    expect(() => recordPlan(world.ports, { ...PLAN, invoice: '1001' })).toThrow('runs already');
  });

  const seven = Array.from({ length: 7 }, (_, index) => ({ on: `2026-12-${10 + index}`, amount: 100 }));
  it.each<[Partial<typeof PLAN>, string]>([
    [{ instalments: [{ on: '2026-12-14', amount: 400 }] }, 'One payment alone is a promise'],
    [{ instalments: [...PLAN.instalments, ...PLAN.instalments] }, 'each on a day of its own'],
    [
      { instalments: [...PLAN.instalments, { on: '2027-02-15', amount: 0.01 }] },
      '1,200.01 EUR, and 1,200.00 EUR is open',
    ],
    [{ instalments: [...PLAN.instalments, { on: '2026-11-03', amount: 1 }] }, 'its day has passed'],
    [{ instalments: [...PLAN.instalments, { on: '', amount: 1 }] }, 'choose the day'],
    [{ instalments: [...PLAN.instalments, { on: '2027-02-15', amount: 0 }] }, 'must be more than 0'],
    [
      { instalments: [...PLAN.instalments.slice(0, 2), { on: '2027-02-15', amount: 0.001 }] },
      'comes to nothing in EUR',
    ],
    [{ instalments: [...PLAN.instalments, { on: '2027-02-15', amount: 1e308 }] }, 'less than 1,000,000,000,000'],
    [{ instalments: [...PLAN.instalments, { on: '2206-02-15', amount: 1 }], approvedBy: 'Bob' }, 'Check its year'],
    [{ instalments: seven }, "needs a second person's yes"],
    [
      { instalments: [...PLAN.instalments.slice(0, 2), { on: '2027-05-05', amount: 1 }] },
      "needs a second person's yes",
    ],
    [{ invoice: '9999' }, 'no open invoice "9999"'],
  ])('is refused, and nothing is written: %j', (change, sentence) => {
    const world = live();
    expect(() => recordPlan(world.ports, { ...PLAN, ...change })).toThrow(sentence);
    expect(records(world, 'AR Promises')).toEqual([]);
  });

  it('that is long stands with the name of who else agreed', () => {
    const world = live();
    recordPlan(world.ports, { ...PLAN, instalments: seven, approvedBy: 'Bob' });
    expect(records(world, 'AR Promises')[0]?.['Note']).toBe('1 of 7. Ms Weber Agreed by Bob too.');
  });
});
