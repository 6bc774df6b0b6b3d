// Credit: what is used of a limit, each currency for itself, and the tasks that ask a person; nobody is put on hold by a plan.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditAccounts } from '../../../../src/dunning/decision/debtor/credit-accounts';
import { creditTasks } from '../../../../src/dunning/decision/debtor/credit-tasks';
import { decide } from '../../../../src/dunning/decision/decide';
import type { Customer, Facts } from '../../../../src/dunning/decision/facts';
import { forecast } from '../../../../src/dunning/outlook/forecast';
import { type CreditTerms, creditUse, useInWords } from '../../../../src/receivables/credit/credit-limit';
import { customer, Desk, day, type FactsChange, factsOn, type InvoiceText } from '../../../builders/dunning-facts';
import { runs } from '../../../builders/property-runs';

const TODAY = '2026-11-20';
const NONE: CreditTerms = {
  ...{ limit: null, currency: '', source: '', reviewBy: null, security: '', securityUntil: null, reportBy: null },
};
const EUROS: CreditTerms = { ...NONE, limit: 5000, currency: 'EUR' };
const LINES: InvoiceText[] = [
  { no: '1', due: '2026-11-01', open: 4000 },
  { no: '2', due: '2026-12-20', open: 2000 },
];
const acme = (credit: Partial<CreditTerms>, change: Partial<Customer> = {}): FactsChange => ({
  segment: 'Timely',
  customers: [customer('Acme', { credit: { ...NONE, ...credit }, ...change })],
});
const asked = (facts: Facts): string[] => creditTasks(facts).tasks.map(({ anchor, subject }) => `${anchor} ${subject}`);

describe('the use of a limit', () => {
  it('is told in its own currency, and what is open in another is said and not counted', () => {
    const use = creditUse(EUROS, { EUR: 600_000, USD: 10_000 });
    expect(use).toMatchObject({ share: 1.2, used: 600_000, other: { USD: 10_000 } });
    expect(use && useInWords(use)).toBe(
      '6,000.00 EUR of a limit of 5,000.00 EUR is used (120 %). 100.00 USD is open beside it: another currency, not counted.',
    );
  });

  it('is that of the only currency where the limit names none, and asks which one where there are two', () => {
    expect(creditUse({ limit: 500, currency: '' }, { EUR: 60_000 })).toMatchObject({ currency: 'EUR', share: 1.2 });
    const two = creditUse({ limit: 500, currency: '' }, { EUR: 60_000, USD: 90_000 });
    expect(two?.share).toBeNull();
    expect(two && useInWords(two)).toContain('Fill in Limit currency.');
  });

  it('never counts another currency, whatever is open in it', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000), fc.nat(2_000_000), fc.nat(2_000_000), (eur, usd, more) => {
        const share = (dollars: number): number | null | undefined =>
          creditUse(EUROS, { EUR: eur, USD: dollars })?.share;
        expect(share(usd)).toBe(share(usd + more));
      }),
      { numRuns: runs(50, 500) },
    );
  });

  it('of who pays for others is what all of them owe; one of them may have a limit of its own', () => {
    const lines = [{ ...LINES[0], customer: 'Acme', debtorKey: 'branch' }, { ...LINES[1] }] as InvoiceText[];
    const branch = customer('Branch', { credit: { ...EUROS, limit: 100 } });
    const facts = factsOn(TODAY, lines, { customers: [customer('Acme', { credit: EUROS }), branch] });
    expect(creditAccounts(facts).map(({ key, open, pays }) => [key, open, pays])).toEqual([
      ['acme', { EUR: 600_000 }, 1],
      ['branch', { EUR: 400_000 }, 0],
    ]);
    expect(creditTasks(facts).tasks.map(({ key }) => key)).toEqual(['acme', 'branch']);
  });
});

describe('a task about credit', () => {
  it('asks about a hold over the limit, with the figures, and not below it', () => {
    const [task] = creditTasks(factsOn(TODAY, LINES, acme({ ...EUROS, source: 'Coface' }))).tasks;
    expect(task?.reason).toBe(
      '6,000.00 EUR of a limit of 5,000.00 EUR is used (120 %). Limit by Coface. Decide whether new orders go on hold; nothing is by itself.',
    );
    expect(asked(factsOn(TODAY, LINES, acme({ ...EUROS, limit: 6000 })))).toEqual([]);
  });

  it('asks from the share or the age on that the team chose', () => {
    const credit = { fromShare: 0.9, fromDays: null };
    expect(asked(factsOn(TODAY, LINES, { ...acme({ ...EUROS, limit: 6500 }), settings: { credit } }))).toEqual([
      'limit 6500 EUR',
    ]);
    const byAge = { fromShare: 1, fromDays: 19 };
    expect(asked(factsOn('2026-11-20', LINES, { settings: { credit: byAge } }))).toEqual(['limit 19 days']);
    expect(asked(factsOn('2026-11-19', LINES, { settings: { credit: byAge } }))).toEqual([]);
  });

  it('never asks about a limit in a currency in which nothing is open', () => {
    expect(asked(factsOn(TODAY, LINES, acme({ limit: 1, currency: 'USD' })))).toEqual([]);
  });

  it('is not asked where orders are on hold already', () => {
    expect(asked(factsOn(TODAY, LINES, acme(EUROS, { creditHold: 'yes' })))).toEqual([]);
  });

  it.each([
    ['reviewBy', 'review'],
    ['reportBy', 'insurer'],
    ['securityUntil', 'security'],
  ])('comes ten days before %s, and not the day before that', (column, anchor) => {
    const on = day('2026-11-30');
    expect(asked(factsOn('2026-11-20', LINES, acme({ [column]: on })))).toEqual([`${anchor} 2026-11-30`]);
    expect(asked(factsOn('2026-11-19', LINES, acme({ [column]: on })))).toEqual([]);
  });

  it('about a review comes where all is paid too, beside the last invoice; a report does not', () => {
    const paid = [{ ...LINES[0], open: 0 }] as InvoiceText[];
    const both = acme({ reviewBy: day(TODAY), reportBy: day(TODAY) });
    expect(asked(factsOn(TODAY, paid, both))).toEqual([`review ${TODAY}`]);
  });

  it('done once does not come again for that day; a hold is asked about again after thirty days', () => {
    const desk = new Desk();
    const change = acme({ ...EUROS, reviewBy: day('2026-11-25') });
    const [line] = [{ no: '1', due: '2027-06-01', open: 9000 }];
    expect(desk.plan(TODAY, [line], change)).toEqual(['planned', 'planned']);
    desk.carryOut(TODAY, '', 'acme|limit');
    desk.carryOut(TODAY, '', 'acme|review');
    const later = (on: string): string[] => asked(desk.facts(on, [line], change));
    expect(later('2026-11-27')).toEqual([]);
    expect(later('2026-12-19')).toEqual([]);
    expect(later('2026-12-20')).toEqual(['limit 5000 EUR']);
  });

  it('waits beside the reminder and takes nothing from it', () => {
    const plan = (change: FactsChange): unknown =>
      decide(factsOn(TODAY, LINES, change)).decisions.map(({ decision, stage }) => [decision, stage?.stage]);
    expect(plan(acme(EUROS))).toEqual(plan(acme({})));
    const proposals = decide(factsOn(TODAY, LINES, acme(EUROS))).proposals.map(({ anchor }) => anchor);
    expect(proposals).toEqual(['due', 'limit']);
  });

  it('comes for the twenty with most open of many over their limit, for the others once those are decided', () => {
    const names = Array.from({ length: 30 }, (_, at) => `Firm ${at + 10}`);
    const lines = names.map(
      (name, at): InvoiceText => ({
        ...{ no: `${at}`, customer: name, due: '2027-06-01', open: 1000 + at },
        ...(at === 0 ? { currency: 'USD' } : {}),
      }),
    );
    const customers = names.map((name) => customer(name, { credit: { ...NONE, limit: 1 } }));
    const desk = new Desk();
    desk.plan(TODAY, lines, { customers });
    const waiting = (): string[] => [...desk.history.waiting.values()].map(({ facts }) => facts.customerKey).sort();
    const largest = ['firm 10', ...names.slice(11).map((name) => name.toLowerCase())];
    expect(waiting()).toEqual(largest);
    expect(creditTasks(desk.facts(TODAY, lines, { customers })).later).toHaveLength(10);
    expect(desk.plan(TODAY, lines, { customers })).toEqual([]);
    // Who has more open since comes before, and the least of those that wait is taken back.
    const grown = lines.map((line) => (line.no === '1' ? { ...line, open: 9000 } : line));
    expect(desk.plan(TODAY, grown, { customers }).sort()).toEqual(['cancelled', 'planned']);
    // What is put off leaves its place to the next until its day.
    for (const key of waiting().slice(0, 4)) desk.act(TODAY, 'snoozed', { until: '2027-01-04' }, `${key}|limit`);
    expect(desk.plan(TODAY, grown, { customers })).toEqual(Array.from({ length: 4 }, () => 'planned'));
    expect(waiting()).toHaveLength(24);
    for (const key of waiting()) desk.carryOut(TODAY, '', `${key}|limit`);
    desk.plan(TODAY, grown, { customers });
    expect(waiting()).toHaveLength(6);
  });

  it('leaves a ladder that is judged as written alone', () => {
    expect(asked(factsOn(TODAY, LINES, { ...acme(EUROS), settings: { contactRules: null } }))).toEqual([]);
  });
});

describe('the days to come', () => {
  it('show a task on its day, also of who sleeps until then', () => {
    const change = acme({ reviewBy: day('2026-12-10') });
    const facts = factsOn(TODAY, [{ no: '1', due: '2027-06-01', open: 10 }], change);
    const tasks = forecast(facts, 30, { mailsPerDay: null }).contacts.filter(({ about }) => about.anchor === 'review');
    expect(tasks.map((one) => one.day)).toEqual([day('2026-11-30')]);
  });
});

describe('nobody is put on hold by a plan', () => {
  it('whatever the limits and days are: what comes of them is a task, and AR Customers is as it was', () => {
    const days = fc.option(fc.integer({ min: day('2026-11-01'), max: day('2026-12-31') }));
    const terms = fc.record({
      limit: fc.option(fc.nat(10_000)),
      currency: fc.constantFrom('', 'EUR', 'USD'),
      ...{ reviewBy: days, securityUntil: days, reportBy: days },
    });
    fc.assert(
      fc.property(terms, (credit) => {
        const facts = factsOn(TODAY, LINES, acme(credit));
        const before = JSON.stringify([...facts.customers]);
        const beside = decide(facts).proposals.filter(({ anchor }) => anchor !== 'due');
        for (const { channel, sending, to } of beside) {
          expect([channel, sending]).toEqual(['task', 'review']);
          expect(to).toEqual(['owner@ourfirm.example']);
        }
        expect(JSON.stringify([...facts.customers])).toBe(before);
      }),
      { numRuns: runs(40, 400) },
    );
  });
});
