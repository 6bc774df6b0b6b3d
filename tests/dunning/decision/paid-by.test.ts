// One customer pays for others: one reminder, one gap, and the stops of each kept: of the payer for all, of another for itself.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/dunning/decision/decide';
import type { Facts } from '../../../src/dunning/decision/facts';
import {
  asking,
  customer,
  Desk,
  day,
  dispute,
  type FactsChange,
  factsOn,
  hold,
  type InvoiceText,
  promise,
  proposalOf,
} from '../../builders/dunning-facts';

/** An invoice that a customer owes and Holding pays. */
const of = (name: string, no: string, change: Partial<InvoiceText> = {}): InvoiceText => ({
  no,
  customer: name,
  due: '2026-11-02',
  open: 1000,
  customerKey: 'holding',
  debtorKey: name.toLowerCase(),
  key: `${name.toLowerCase()}|${no}`,
  ...change,
});
const own: InvoiceText = { no: 'H1', customer: 'Holding', due: '2026-11-02', open: 500 };
const BOOK = [of('Spain', 'S1'), of('Italy', 'I1'), own];
const PEOPLE = [customer('Holding'), customer('Spain'), customer('Italy')];
const on = (asOf: string, change: FactsChange = {}, lines = BOOK): Facts =>
  factsOn(asOf, lines, { customers: PEOPLE, ...change });
const listed = (facts: Facts): string[] =>
  asking(facts)
    .flatMap(({ lines }) => lines.map(({ invoice }) => invoice))
    .sort();
const saidOf = (facts: Facts, no: string): string => {
  const found = decide(facts).decisions.find(({ invoice }) => invoice.invoice === no);
  return `${found?.decision} ${found?.reasons[0]?.code}`;
};

describe('a customer who pays for others', () => {
  it('gets one reminder about all of them at its own address, and is told why', () => {
    const reminder = proposalOf(on('2026-11-04'));
    expect(reminder).toMatchObject({ customerKey: 'holding', customer: 'Holding', to: ['ap@holding.example'] });
    expect(reminder.lines.map(({ invoice }) => invoice).sort()).toEqual(['H1', 'I1', 'S1']);
    expect(reminder.reasons).toContain('Holding pays for Italy, Spain: one reminder, with a table for each.');
  });

  it('has one contact gap, which a word to one it did not pay for yet began', () => {
    const desk = new Desk();
    desk.plan('2026-11-04', [{ no: 'S1', customer: 'Spain', due: '2026-11-02', open: 1000 }], { customers: PEOPLE });
    desk.carryOut('2026-11-04', 'answered', 'spain');
    const facts = desk.facts('2026-11-05', BOOK, { customers: PEOPLE });
    expect(saidOf(facts, 'H1')).toBe('wait gap');
    expect(decide(facts).proposals).toEqual([]);
  });

  it('begins the gap of each it was written to about: the day after, Paid by emptied, none of them is asked', () => {
    const desk = new Desk();
    desk.plan('2026-11-04', BOOK, { customers: PEOPLE });
    desk.carryOut('2026-11-04', 'answered', 'holding');
    const later = { no: 'S2', customer: 'Spain', due: '2026-11-02', open: 1000 };
    const apart = [{ no: 'S1', customer: 'Spain', due: '2026-11-02', open: 1000 }, later, own];
    const facts = desk.facts('2026-11-05', apart, { customers: PEOPLE });
    expect(saidOf(facts, 'S2')).toBe('wait gap');
    expect(decide(facts).proposals).toEqual([]);
  });

  it('holds up each it was written to about while nobody knows whether that mail left, Paid by emptied or not', () => {
    const desk = new Desk();
    desk.plan('2026-11-04', BOOK, { customers: PEOPLE });
    desk.act('2026-11-04', 'approved', {}, 'holding');
    desk.act('2026-11-04', 'sending', {}, 'holding');
    const apart = [{ no: 'S1', customer: 'Spain', due: '2026-11-02', open: 1000 }, own];
    expect(saidOf(desk.facts('2026-11-20', apart, { customers: PEOPLE }), 'S1')).toBe('blocked unconfirmed');
  });

  it('is asked nothing while it is not known whether a mail to one of them left', () => {
    const desk = new Desk();
    desk.plan('2026-11-04', [{ no: 'S1', customer: 'Spain', due: '2026-11-02', open: 1000 }], { customers: PEOPLE });
    desk.act('2026-11-04', 'approved', {}, 'spain');
    desk.act('2026-11-04', 'sending', {}, 'spain');
    expect(saidOf(desk.facts('2026-11-12', BOOK, { customers: PEOPLE }), 'H1')).toBe('blocked unconfirmed');
  });

  it('loses the reminder that waited for one of them when Paid by is filled in, and gets one of its own', () => {
    const desk = new Desk();
    desk.plan('2026-11-04', [{ no: 'S1', customer: 'Spain', due: '2026-11-02', open: 1000 }], { customers: PEOPLE });
    expect(desk.plan('2026-11-05', BOOK, { customers: PEOPLE })).toEqual(['cancelled', 'planned']);
    expect(desk.history.waiting.has('spain')).toBe(false);
    expect(desk.waiting('holding').facts.lines).toHaveLength(3);
  });
});

describe('a credit of one firm', () => {
  const shown = (credit: InvoiceText, change: FactsChange = {}): string[] =>
    listed(on('2026-11-04', change, [...BOOK, credit]));

  it('is not set against what another owes: the mail leaves it out and a person is told', () => {
    const credit = of('France', 'F1', { open: -400, status: 'credit' });
    expect(shown(credit)).toEqual(['H1', 'I1', 'S1']);
    expect(proposalOf(on('2026-11-04', {}, [...BOOK, credit])).look).toContain('a credit of one firm');
  });

  it('is set against what that firm owes, unless that is not asked for', () => {
    const credit = of('Spain', 'S2', { open: -400, status: 'credit' });
    expect(shown(credit)).toEqual(['H1', 'I1', 'S1', 'S2']);
    expect(shown(credit, { holds: [hold({ customerKey: 'spain' })] })).toEqual(['H1', 'I1']);
  });
});

describe('a stop of the payer covers all', () => {
  it.each([
    ['a pause', { holds: [hold({ customerKey: 'holding' })] }, 'blocked held'],
    [
      'do not contact',
      { customers: [...PEOPLE.slice(1), customer('Holding', { doNotContact: 'yes' })] },
      'blocked do-not-contact',
    ],
    ['a promise', { promises: [promise('2026-11-20', { customerKey: 'holding' })] }, 'blocked promised'],
    ['a dispute', { disputes: [dispute('', { customerKey: 'holding' })] }, 'blocked disputed'],
  ] as [string, FactsChange, string][])('%s', (_, change, said) => {
    const facts = on('2026-11-04', change);
    for (const no of ['S1', 'I1', 'H1']) expect(saidOf(facts, no)).toBe(said);
    expect(decide(facts).proposals).toEqual([]);
  });
});

describe('a stop of one it pays for covers that one, which the mail does not list', () => {
  it.each([
    ['a pause', { holds: [hold({ customerKey: 'spain' })] }, 'blocked held'],
    ['a pause of its invoice', { holds: [hold({ customerKey: 'spain', invoice: 'S1' })] }, 'blocked held'],
    [
      'do not contact',
      { customers: [customer('Holding'), customer('Italy'), customer('Spain', { doNotContact: 'yes' })] },
      'blocked do-not-contact',
    ],
    ['a promise', { promises: [promise('2026-11-20', { customerKey: 'spain' })] }, 'blocked promised'],
  ] as [string, FactsChange, string][])('%s', (_, change, said) => {
    const facts = on('2026-11-04', change);
    expect(saidOf(facts, 'S1')).toBe(said);
    expect(listed(facts)).toEqual(['H1', 'I1']);
  });

  it('a dispute is shown apart and not asked for', () => {
    const facts = on('2026-11-04', { disputes: [dispute('', { customerKey: 'spain' })] });
    expect(saidOf(facts, 'S1')).toBe('blocked disputed');
    const lines = proposalOf(facts).lines.map(({ invoice, open, disputed }) => [invoice, open - disputed]);
    expect(lines).toContainEqual(['S1', 0]);
  });

  it('an answer of theirs keeps back what they owe', () => {
    const facts = on('2026-11-04');
    facts.history.replied.set('spain', day('2026-11-03'));
    expect(saidOf(facts, 'S1')).toBe('blocked replied');
    expect(listed(facts)).toEqual(['H1', 'I1']);
  });

  it('a promise missed by one of them is spoken of with who pays', () => {
    const desk = new Desk();
    const change = { customers: PEOPLE, promises: [promise('2026-11-06', { customerKey: 'spain' })] };
    desk.plan('2026-11-05', BOOK, change);
    const { proposals } = decide(desk.facts('2026-11-12', BOOK, change));
    expect(proposals.map(({ customerKey, anchor, lines }) => [customerKey, anchor, lines.length])).toEqual([
      ['holding', 'promise', 1],
    ]);
  });
});

describe('whatever is stopped', () => {
  it('nobody it concerns is asked, and more stops never mean more asked', () => {
    const names = ['holding', 'spain', 'italy'];
    const stops = fc.subarray(names.flatMap((key) => [`hold ${key}`, `no ${key}`, `promise ${key}`, `replied ${key}`]));
    fc.assert(
      fc.property(stops, (chosen) => {
        const has = (what: string): string[] => names.filter((key) => chosen.includes(`${what} ${key}`));
        const facts = on('2026-11-04', {
          customers: PEOPLE.map((one) => ({ ...one, doNotContact: has('no').includes(one.key) ? 'yes' : 'no' })),
          holds: has('hold').map((customerKey) => hold({ customerKey })),
          promises: has('promise').map((customerKey) => promise('2026-11-20', { customerKey })),
        });
        for (const key of has('replied')) facts.history.replied.set(key, day('2026-11-03'));
        const stopped = new Set(chosen.map((one) => one.split(' ')[1]));
        const expected = stopped.has('holding')
          ? []
          : [...(stopped.has('italy') ? [] : ['I1']), ...(stopped.has('spain') ? [] : ['S1']), 'H1'].sort();
        expect(listed(facts)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});

describe('whose debt it is', () => {
  const said = (change: Parameters<typeof customer>[1], name = 'Spain') =>
    on('2026-11-04', { customers: PEOPLE.map((one) => (one.name === name ? customer(name, change) : one)) });

  it.each([
    ['insolvent', { insolventSince: day('2026-11-01') }],
    ['assigned', { assignedTo: 'A Bank' }],
    ['direct-debit', { paymentMethod: 'Direct debit' }],
    ['consumer', { kind: 'consumer' }],
  ] as [string, Parameters<typeof customer>[1]][])('is asked of the customer that owes it: %s', (code, change) => {
    const facts = said(change);
    expect(saidOf(facts, 'S1')).toMatch(new RegExp(`${code}$`));
    expect(listed(facts)).toEqual(['H1', 'I1']);
    // Of who pays it is true of all that is paid.
    expect(listed(said(change, 'Holding'))).toEqual([]);
  });

  it('lets nobody ask an insolvent payer for what others owe, later invoices included', () => {
    const facts = said({ insolventSince: day('2026-09-01') }, 'Holding');
    expect(saidOf(facts, 'S1')).toBe('not-chased insolvent');
    expect(listed(facts)).toEqual(['H1']);
  });

  it('lets a consumer among them keep copies from others', () => {
    const facts = on('2026-11-04', {
      settings: { invoicesConsumers: true },
      customers: [
        customer('Holding', { cc: 'boss@holding.example' }),
        customer('Italy'),
        customer('Spain', { kind: 'consumer' }),
      ],
    });
    expect(proposalOf(facts).cc).toEqual([]);
  });
});
