// Whose debt it is: invoices from before an insolvency, assigned ones, and those that a direct debit collects.
import { describe, expect, it } from 'vitest';
import { endedEpisodes } from '../../../../src/dunning/decision/customer-context';
import { decide } from '../../../../src/dunning/decision/decide';
import type { Customer } from '../../../../src/dunning/decision/facts';
import { CHANNEL_NAMES } from '../../../../src/dunning/policy/channels';
import {
  asking,
  customer,
  Desk,
  day,
  decisionOf,
  type FactsChange,
  factsOn,
  type InvoiceText,
  ladder,
  proposalOf,
  said,
} from '../../../builders/dunning-facts';

const TODAY = '2026-11-20';
const OLD: InvoiceText = { no: 'old', issued: '2026-09-01', due: '2026-10-01', open: 4000 };
const YOUNG: InvoiceText = { no: 'young', issued: '2026-10-16', due: '2026-11-02', open: 900 };
const acme = (change: Partial<Customer>): FactsChange => ({ segment: 'Timely', customers: [customer('Acme', change)] });

describe('an insolvent customer', () => {
  const since = { insolventSince: day('2026-10-15') };

  it.each([
    ['2026-10-14', 'not-chased insolvent'],
    ['2026-10-15', 'not-chased insolvent'],
    ['2026-10-16', 'remind stage-due'],
  ])('is not asked for an invoice of up to that very day: %s', (issued, expected) => {
    expect(said(factsOn(TODAY, [{ ...YOUNG, issued }], acme(since)), 'young')).toBe(expected);
  });

  it('is not asked for an invoice without a date, which may be one from before', () => {
    const undated = { ...YOUNG, issued: undefined };
    const facts = factsOn(TODAY, [undated], acme(since));
    const [invoice] = facts.invoices;
    expect(said({ ...facts, invoices: invoice ? [{ ...invoice, issued: null }] : [] }, 'young')).toBe(
      'not-chased insolvent',
    );
  });

  it.each(CHANNEL_NAMES)('hears nothing of it on any channel: %s', (channel) => {
    const policy = ladder('Timely', [[1, 'friendly', { channel }]]);
    expect(asking(factsOn(TODAY, [OLD], { ...acme(since), policy }))).toEqual([]);
  });

  it('runs later invoices apart: no mail lists the old ones, credits of before included', () => {
    const credit = { no: 'credit', issued: '2026-09-10', due: '2026-09-10', open: -2000 };
    const { lines } = proposalOf(factsOn(TODAY, [OLD, credit, YOUNG], acme(since)));
    expect(lines.map(({ invoice }) => invoice)).toEqual(['young']);
  });

  it('is asked in the tone of the later invoices: the round of reminders about the old ones is over', () => {
    const desk = new Desk();
    desk.plan(TODAY, [OLD], { segment: 'Timely' });
    desk.carryOut(TODAY);
    expect(endedEpisodes(desk.facts('2026-11-23', [OLD, YOUNG], acme({})))).toEqual([]);
    expect(endedEpisodes(desk.facts('2026-11-23', [OLD], acme(since)))).toEqual(['acme']);
  });

  it('gets no statement of what is filed as a claim', () => {
    const month = { ...acme(since), segment: 'Timely large' };
    expect(asking(factsOn('2026-11-02', [OLD], month))).toEqual([]);
    expect(proposalOf(factsOn('2026-11-02', [OLD, YOUNG], month)).lines.map(({ invoice }) => invoice)).toEqual([
      'young',
    ]);
  });

  it('loses a reminder that was approved already', () => {
    const desk = new Desk();
    desk.plan(TODAY, [OLD], { segment: 'Timely' });
    desk.act(TODAY, 'approved');
    // What takes its place is the task of filing a claim.
    expect(desk.plan(TODAY, [OLD], acme(since))).toEqual(['cancelled', 'planned']);
  });

  it('says why, and since when', () => {
    expect(decisionOf(factsOn(TODAY, [OLD], acme(since)), 'old').reasons[0]?.message).toBe(
      'Insolvent since Thu 15 Oct (AR Customers): an invoice from before is filed as a claim, not asked for.',
    );
  });
});

describe('an assigned customer', () => {
  it('is not chased, and no mail lists what is owed to somebody else', () => {
    const facts = factsOn(TODAY, [OLD, { ...YOUNG, customer: 'Beta' }], acme({ assignedTo: 'Factor Bank' }));
    expect(said(facts, 'old')).toBe('not-chased assigned');
    expect(decide(facts).proposals.map(({ customerKey }) => customerKey)).toEqual(['beta']);
    expect(decisionOf(facts, 'old').reasons[0]?.message).toContain('Assigned to Factor Bank');
  });
});

describe('an invoice collected by direct debit', () => {
  const debit = acme({ paymentMethod: 'SEPA direct debit' });
  // Due Fri 13 Nov: five business days later is Fri 20 Nov.
  const line: InvoiceText = { no: '1', due: '2026-11-13', open: 900 };

  it.each([
    ['2026-11-10', 'blocked direct-debit'],
    ['2026-11-20', 'blocked direct-debit'],
    ['2026-11-23', 'remind stage-due'],
  ])('is asked for once five business days brought no money: %s', (date, expected) => {
    expect(said(factsOn(date, [line], debit))).toBe(expected);
  });

  it('says on which day that changes', () => {
    expect(decisionOf(factsOn('2026-11-16', [line], debit), '1')).toMatchObject({ nextDate: day('2026-11-21') });
  });

  it('is asked for at once when the sheet says that the debit was returned', () => {
    expect(said(factsOn('2026-11-18', [{ ...line, status: 'returned' }], debit))).toBe('remind stage-due');
  });

  it('does not come along with another invoice while its debit is on its way', () => {
    const facts = factsOn(TODAY, [OLD, line], debit);
    expect(proposalOf(facts).lines.map(({ invoice }) => invoice)).toEqual(['old']);
  });
});
