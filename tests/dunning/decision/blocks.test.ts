// What stops a reminder: holds, promises, disputes, do not contact, an open outcome; and what cannot be read.
import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/dunning/decision/decide';
import { isoOf } from '../../../src/receivables/day';
import {
  customer,
  Desk,
  decisionOf,
  dispute,
  type FactsChange,
  factsOn,
  hold,
  type InvoiceText,
  promise,
  proposalOf,
  said,
} from '../../builders/dunning-facts';

const ONE: InvoiceText = { no: '1', due: '2026-11-02', open: 4800 };
const TWO: InvoiceText = { no: '2', due: '2026-11-03', open: 1000 };
const FREE = 'remind stage-due';

function on(asOf: string, change: FactsChange, lines: readonly InvoiceText[] = [ONE]): string {
  return said(factsOn(asOf, lines, change));
}

function changesOn(asOf: string, change: FactsChange): string | null {
  const { nextDate } = decisionOf(factsOn(asOf, [ONE], change), '1');
  return nextDate === null ? null : isoOf(nextDate);
}

describe('a hold', () => {
  it('protects its last day, and not the day after', () => {
    const holds = [hold({ until: factsOn('2026-11-10', []).asOf })];
    expect(on('2026-11-10', { holds })).toBe('blocked held');
    expect(changesOn('2026-11-10', { holds })).toBe('2026-11-11');
    expect(on('2026-11-11', { holds })).toBe(FREE);
  });

  it('without a day protects until it is lifted', () => {
    expect(on('2027-11-10', { holds: [hold({ reason: 'court' })] })).toBe('blocked held');
    expect(changesOn('2027-11-10', { holds: [hold()] })).toBeNull();
  });

  it('on one invoice leaves the others, and is not asked for in their mail', () => {
    const facts = factsOn('2026-11-20', [ONE, TWO], { holds: [hold({ invoice: '1' })] });
    expect([said(facts, '1'), said(facts, '2')]).toEqual(['blocked held', FREE]);
    expect(proposalOf(facts).lines.map(({ invoice }) => invoice)).toEqual(['2']);
  });

  it('finds its invoice however the number is capitalised and spaced', () => {
    const lines = [{ ...ONE, no: 'INV 1' }];
    const facts = factsOn('2026-11-20', lines, { holds: [hold({ customerKey: '', invoice: ' inv  1' })] });
    expect(said(facts, 'INV 1')).toBe('blocked held');
  });

  it('of another customer for an invoice of the same number does not count', () => {
    const holds = [hold({ customerKey: 'beta', invoice: '1' })];
    const theirs = { ...ONE, no: 'INV 1', invoice: '1', customer: 'Beta' };
    const facts = factsOn('2026-11-20', [ONE, theirs], { holds });
    expect(decide(facts).decisions.map(({ decision }) => decision)).toEqual(['remind', 'blocked']);
  });

  it('of a customer who has no invoice of that number protects the invoice it names', () => {
    const holds = [hold({ customerKey: 'beta', invoice: '1' })];
    expect(on('2026-11-20', { holds, customers: [customer('Beta')] })).toBe('blocked held');
  });

  it('with a misspelt customer still protects the invoice it names', () => {
    expect(on('2026-11-20', { holds: [hold({ customerKey: 'acmee', invoice: '1' })] })).toBe('blocked held');
  });
});

describe('a promise', () => {
  // Promised for Friday 13 November: two business days of grace end on Tuesday.
  it.each([
    ['2026-11-12', 'blocked promised'],
    ['2026-11-13', 'blocked promised'],
    ['2026-11-16', 'blocked promised'],
    ['2026-11-17', 'blocked promised'],
    ['2026-11-18', FREE],
  ])('protects the promised day and its grace in business days, and not the day after: %s', (asOf, expected) => {
    expect(on(asOf, { promises: [promise('2026-11-13')] })).toBe(expected);
  });

  it('tells the first day on which something may be sent', () => {
    expect(changesOn('2026-11-12', { promises: [promise('2026-11-13')] })).toBe('2026-11-18');
  });

  it('has its grace lengthened by a holiday', () => {
    const settings = { holidays: new Set([factsOn('2026-11-17', []).asOf]) };
    expect(on('2026-11-18', { promises: [promise('2026-11-13')], settings })).toBe('blocked promised');
  });

  it('does not cover an invoice issued after it was made: that one runs its own ladder', () => {
    const promises = [promise('2026-11-20', { recorded: factsOn('2026-11-05', []).asOf })];
    const later = { ...TWO, due: '2026-11-09', issued: '2026-11-06' };
    const facts = factsOn('2026-11-18', [ONE, later], { promises });
    expect([said(facts, '1'), said(facts, '2')]).toEqual(['blocked promised', FREE]);
  });

  it('covers the invoices issued up to the day it was made', () => {
    const promises = [promise('2026-11-20', { recorded: factsOn('2026-11-05', []).asOf })];
    expect(on('2026-11-18', { promises }, [{ ...ONE, issued: '2026-11-05' }])).toBe('blocked promised');
  });

  it.each(['kept', 'partly kept', 'broken', 'cancelled'] as const)('that is %s protects nothing', (state) => {
    expect(on('2026-11-12', { promises: [promise('2026-11-13', { state })] })).toBe(FREE);
  });

  it('in one currency leaves invoices of another, but not those whose currency is unknown', () => {
    const promises = [promise('2026-11-13', { currency: 'GBP' })];
    expect(on('2026-11-12', { promises })).toBe(FREE);
    expect(on('2026-11-12', { promises }, [{ ...ONE, currency: 'XXX' }])).toBe('blocked promised');
  });
});

describe('a dispute', () => {
  it('without an amount blocks the whole invoice', () => {
    expect(on('2026-11-20', { disputes: [dispute('1')] })).toBe('blocked disputed');
  });

  it('with an amount blocks that part only, which is shown apart', () => {
    const facts = factsOn('2026-11-20', [ONE], { disputes: [dispute('1', { amount: 1500, currency: 'EUR' })] });
    expect(said(facts)).toBe(FREE);
    expect(proposalOf(facts).lines[0]).toMatchObject({ open: 480_000, disputed: 150_000 });
  });

  it('with an amount that reaches the balance blocks the invoice', () => {
    expect(on('2026-11-20', { disputes: [dispute('1', { amount: 4800 })] })).toBe('blocked disputed');
    expect(on('2026-11-20', { disputes: [dispute('1', { amount: 2400 }), dispute('1', { amount: 2400 })] })).toBe(
      'blocked disputed',
    );
  });

  it('with an amount in another currency blocks the whole invoice: how much of it is not known', () => {
    expect(on('2026-11-20', { disputes: [dispute('1', { amount: 10, currency: 'USD' })] })).toBe('blocked disputed');
  });

  it('counts where the invoice has no known currency', () => {
    const disputes = [dispute('1', { amount: 4800, currency: 'EUR' })];
    expect(on('2026-11-20', { disputes }, [{ ...ONE, currency: 'XXX' }])).toBe('blocked disputed');
  });

  it('marked in the invoice sheet counts like one in AR Disputes', () => {
    expect(on('2026-11-20', {}, [{ ...ONE, disputed: true }])).toBe('blocked disputed');
    expect(on('2026-11-20', {}, [{ ...ONE, status: 'disputed' }])).toBe('blocked disputed');
  });

  // Closed on Tuesday 1 December: five business days end on Tuesday 8 December.
  it('protects for five business days after it was closed', () => {
    const disputes = [dispute('1', { resolved: factsOn('2026-12-01', []).asOf })];
    expect(on('2026-12-07', { disputes })).toBe('blocked disputed');
    expect(changesOn('2026-12-07', { disputes })).toBe('2026-12-08');
    expect(on('2026-12-08', { disputes })).toBe(FREE);
  });

  it('closed lately keeps its invoice out of the mail about others; an open one is shown there apart', () => {
    const closed = [dispute('1', { resolved: factsOn('2026-12-01', []).asOf })];
    const lines = (disputes: typeof closed) =>
      proposalOf(factsOn('2026-12-03', [ONE, TWO], { disputes })).lines.map(({ invoice, disputed }) => [
        invoice,
        disputed,
      ]);
    expect(lines(closed)).toEqual([['2', 0]]);
    expect(lines([dispute('1')])).toEqual([
      ['1', 480_000],
      ['2', 0],
    ]);
  });
});

describe('a query', () => {
  const until = factsOn('2026-11-18', []).asOf;
  const asked = [dispute('1', { reason: 'order number', query: { until } })];

  it('pauses its invoice up to and including its last day, and is no dispute', () => {
    expect(on('2026-11-18', { disputes: asked })).toBe('blocked queried');
    expect(changesOn('2026-11-18', { disputes: asked })).toBe('2026-11-19');
    expect(on('2026-11-19', { disputes: asked })).toBe(FREE);
  });

  it('takes nothing out of the mail once its days are over, and keeps its invoice out of it before', () => {
    const lines = (asOf: string) =>
      proposalOf(factsOn(asOf, [ONE, TWO], { disputes: asked })).lines.map(({ invoice, disputed }) => [
        invoice,
        disputed,
      ]);
    expect(lines('2026-11-18')).toEqual([['2', 0]]);
    expect(lines('2026-11-19')).toEqual([
      ['1', 0],
      ['2', 0],
    ]);
  });

  it('of which nobody knows the days pauses until it is settled', () => {
    const disputes = [dispute('1', { query: { until: null } })];
    expect(on('2026-12-18', { disputes })).toBe('blocked queried');
    expect(changesOn('2026-12-18', { disputes })).toBeNull();
  });

  it('beside a dispute about the same invoice yields to it', () => {
    expect(on('2026-11-18', { disputes: [...asked, dispute('1')] })).toBe('blocked disputed');
  });
});

describe('a new date agreed when a dispute was closed', () => {
  const resolved = factsOn('2026-11-09', []).asOf;
  const newDate = factsOn('2026-11-27', []).asOf;
  const disputes = [dispute('1', { resolved, newDate })];

  it('keeps the invoice from being asked for up to that day; reminders count from it', () => {
    expect(on('2026-11-27', { disputes })).toBe('blocked not-due-yet');
    expect(changesOn('2026-11-27', { disputes })).toBe('2026-11-28');
    expect(on('2026-11-28', { disputes })).toBe('wait not-due-yet');
    expect(on('2026-11-30', { disputes })).toBe(FREE);
  });

  it('moves no other invoice, and keeps its own out of the mail about others', () => {
    const { lines } = proposalOf(factsOn('2026-11-24', [ONE, TWO], { disputes }));
    expect(lines.map(({ invoice }) => invoice)).toEqual(['2']);
  });

  it('leaves the due date, by which the age counts, as it is', () => {
    const [line] = proposalOf(factsOn('2026-11-30', [ONE], { disputes })).lines;
    expect(line?.due).toBe('2026-11-02');
  });

  it('that is earlier than the due date moves nothing, and one that nobody gave moves nothing', () => {
    const early = [dispute('1', { resolved, newDate: factsOn('2026-10-20', []).asOf })];
    const none = [dispute('1', { resolved })];
    for (const rows of [early, none]) expect(on('2026-11-24', { disputes: rows })).toBe(FREE);
  });

  it('counts once the dispute is closed, and not for an invoice written later', () => {
    expect(on('2026-11-30', { disputes: [dispute('1', { newDate })] })).toBe('blocked disputed');
    const wide = [dispute('', { customerKey: 'acme', resolved, newDate })];
    expect(on('2026-11-20', { disputes: wide })).toBe('blocked not-due-yet');
    const later: InvoiceText = { no: '9', due: '2026-11-12', open: 700, issued: '2026-11-10' };
    expect(decisionOf(factsOn('2026-11-20', [later], { disputes: wide }), '9').decision).toBe('remind');
  });
});

describe('a block over a customer', () => {
  it('is "do not contact", and a cell there that cannot be read', () => {
    const state = (doNotContact: 'no' | 'yes' | 'unreadable') =>
      on('2026-11-20', { customers: [customer('Acme', { doNotContact })] });
    expect([state('no'), state('yes'), state('unreadable')]).toEqual([
      FREE,
      'blocked do-not-contact',
      'blocked unreadable-block',
    ]);
  });

  it('is a mail whose outcome nobody knows, for all invoices of the customer', () => {
    const desk = new Desk();
    desk.plan('2026-11-06', [ONE]);
    desk.act('2026-11-06', 'approved');
    desk.act('2026-11-06', 'sending');
    const later = [ONE, TWO];
    expect(said(desk.facts('2026-11-20', later), '2')).toBe('blocked unconfirmed');
    desk.act('2026-11-07', 'unconfirmed');
    expect(said(desk.facts('2026-11-20', later), '2')).toBe('blocked unconfirmed');
    desk.act('2026-11-07', 'sent');
    expect(said(desk.facts('2026-11-20', later), '2')).toBe(FREE);
  });
});

describe('a block that cannot be read', () => {
  const unreadable = 'Until "soon" is no date';

  it.each([
    ['a hold', { holds: [hold({ unreadable })] }],
    ['a hold on the invoice', { holds: [hold({ invoice: '1', unreadable })] }],
    ['a promise', { promises: [promise('2026-01-01', { unreadable })] }],
    ['a dispute', { disputes: [dispute('1', { unreadable })] }],
    ['a dispute of the customer', { disputes: [dispute('', { customerKey: 'acme', unreadable })] }],
  ])('counts as a block: %s', (_what, change) => {
    expect(on('2026-11-20', change)).toBe('blocked unreadable-block');
  });

  it('stops everybody when it names neither a customer nor an invoice', () => {
    const facts = factsOn('2026-11-20', [ONE, { ...TWO, customer: 'Beta' }], { holds: [hold({ customerKey: '' })] });
    expect([said(facts, '1'), said(facts, '2')]).toEqual(['blocked unreadable-block', 'blocked unreadable-block']);
    expect(decisionOf(facts, '2').reasons[0]?.message).toContain('AR Holds row 5');
  });
});
