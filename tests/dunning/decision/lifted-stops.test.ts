// Stops that the log tells of and the tabs do not hold any more: the plan writes their end down, once, and in no doubt.
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/dunning/decision/facts';
import { liftedStops } from '../../../src/dunning/decision/lifted-stops';
import { customerEvent, type EventFacts, type EventKind, type LogEvent } from '../../../src/dunning/history/events';
import { contactForbidden, standingStops } from '../../../src/dunning/history/stops';
import { customer, dispute, type FactsChange, factsOn, hold, promise } from '../../builders/dunning-facts';

const ACME = { key: 'acme', name: 'Acme' };
const ON = '2026-11-10';
const ID = 'acme||20770|';

function entry(kind: EventKind, extra: EventFacts = {}, columns: Partial<LogEvent> = {}): LogEvent {
  const event = customerEvent(kind, ACME, 'ann@ourfirm.example', '', extra);
  return { ...event, seq: 1, at: '2026-11-02 09:00:00', hash: '', ...columns };
}

function facts(change: FactsChange = {}): Facts {
  return factsOn(ON, [{ no: '1', customer: 'Acme', due: '2026-11-01', open: 100 }], change);
}

/** What the plan adds, as `kind invoices amounts actor`; and that it adds nothing a second time. */
function lifted(known: Facts, ...log: LogEvent[]): string[] {
  const events = liftedStops(known, standingStops(log));
  const after = events.map((event, at) => ({ ...event, seq: 2 + at, at: `${ON} 09:00:00`, hash: '' }));
  expect(liftedStops(known, standingStops([...log, ...after]))).toEqual([]);
  return events.map(({ kind, invoices, amounts, actor }) =>
    `${kind} ${invoices} ${amounts} ${actor}`.replace(/ +/g, ' '),
  );
}

describe('a pause', () => {
  const set = entry('hold-added', { until: '2026-12-01' });

  it('that stands in AR Holds goes on, under a blank customer too, and where its row cannot be read', () => {
    expect(lifted(facts({ holds: [hold({ customerKey: 'acme' })] }), set)).toEqual([]);
    const ofInvoice = entry('hold-added', { until: '2026-12-01' }, { invoices: 'LR-1' });
    expect(lifted(facts({ holds: [hold({ customerKey: '', invoice: 'lr-1' })] }), ofInvoice)).toEqual([]);
    expect(lifted(facts({ holds: [hold({ customerKey: 'acme', unreadable: 'Until' })] }), set)).toEqual([]);
  });

  it('whose row is gone, or whose day was brought forward, has ended', () => {
    expect(lifted(facts(), set)).toEqual(['hold-lifted AR Holds']);
    const past = factsOn('2026-11-09', []).asOf;
    expect(lifted(facts({ holds: [hold({ customerKey: 'acme', until: past })] }), set)).toEqual([
      'hold-lifted AR Holds',
    ]);
  });

  it('whose last day has passed needs no word', () => {
    expect(lifted(facts(), entry('hold-added', { until: '2026-11-09' }))).toEqual([]);
  });

  it('of somebody who is not known under that key any more needs none', () => {
    const set = { ...entry('hold-added', { customerKey: 'gone', until: '2026-12-01' }) };
    expect(lifted(facts(), set)).toEqual([]);
  });
});

describe('a dispute', () => {
  const set = entry('dispute-added', {}, { invoices: 'LR-1' });

  it('that is open goes on; one that was resolved in the tab, or whose row is gone, has ended', () => {
    const row = dispute('LR-1', { customerKey: 'acme' });
    expect(lifted(facts({ disputes: [row] }), set)).toEqual([]);
    expect(lifted(facts({ disputes: [{ ...row, resolved: 20_000 }] }), set)).toEqual([
      'dispute-resolved LR-1 AR Disputes',
    ]);
    expect(lifted(facts(), set)).toEqual(['dispute-resolved LR-1 AR Disputes']);
  });

  it('that is a query ends in the log where its days are over by the tab and were not by the log', () => {
    const until = facts().asOf;
    const row = { ...dispute('LR-1', { customerKey: 'acme' }), query: { until } };
    expect(lifted(facts({ disputes: [row] }), set)).toEqual([]);
    const over = { ...row, query: { until: until - 1 } };
    expect(lifted(facts({ disputes: [over] }), set)).toEqual(['dispute-resolved LR-1 AR Disputes']);
    const known = entry('dispute-added', { until: '2026-01-01' }, { invoices: 'LR-1' });
    expect(lifted(facts({ disputes: [over] }), known)).toEqual([]);
    expect(lifted(facts({ disputes: [{ ...row, amount: 10 }] }), set)).toEqual([]);
  });

  it('of which only a part is disputed now is told so', () => {
    const row = dispute('LR-1', { customerKey: 'acme', amount: 10, currency: 'EUR' });
    expect(lifted(facts({ disputes: [row] }), set)).toEqual(['dispute-added LR-1 10.00 EUR AR Disputes']);
  });
});

describe('a promise', () => {
  const noted = entry('promise-noted', { promise: { id: ID, lines: [['acme|1', 'EUR', 100]] } });

  it('that is written as open is left to its day', () => {
    expect(lifted(facts({ promises: [promise('2026-11-13', { customerKey: 'acme' })] }), noted)).toEqual([]);
  });

  it('that was closed by hand, or whose row is gone, has ended', () => {
    const kept = promise('2026-11-13', { customerKey: 'acme', state: 'kept' });
    expect(lifted(facts({ promises: [kept] }), noted)).toEqual(['promise-ended AR Promises']);
    expect(lifted(facts(), noted)).toEqual(['promise-ended AR Promises']);
  });

  it('that may be a row which cannot be read goes on', () => {
    const unreadable = promise('2026-11-13', { customerKey: 'acme', promisedOn: null, unreadable: 'Promised on' });
    expect(lifted(facts({ promises: [unreadable] }), noted)).toEqual([]);
  });
});

describe('"Do not contact"', () => {
  const set: LogEvent = {
    ...contactForbidden(ACME, 'ann@ourfirm.example', true),
    seq: 1,
    at: '2026-11-02 09:00:00',
    hash: '',
  };
  const marked = (doNotContact: 'yes' | 'no' | 'unreadable'): Facts => ({
    ...facts(),
    customers: new Map([['acme', customer('Acme', { doNotContact })]]),
  });

  it('ends with its cell, not with one that cannot be read', () => {
    expect(lifted(marked('yes'), set)).toEqual([]);
    expect(lifted(marked('unreadable'), set)).toEqual([]);
    expect(lifted(marked('no'), set)).toEqual(['contact-changed AR Customers']);
  });
});
