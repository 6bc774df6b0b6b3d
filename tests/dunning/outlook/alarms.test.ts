// Out of the ordinary: more mails than usual, and one address that was written to twice within a week.
import { describe, expect, it } from 'vitest';
import { type LogEvent, reminderEvent } from '../../../src/dunning/history/events';
import { unusualVolume, writtenTwice } from '../../../src/dunning/outlook/alarms';
import { Desk, day, type FactsChange, type InvoiceText } from '../../builders/dunning-facts';

const ANY: FactsChange = { segment: 'Timely', settings: { newCustomersPerDay: null } };
const NONE: ReadonlySet<number> = new Set();

/** So many customers, each with one invoice due on a day. */
function book(number: number, due: string, name = 'C'): InvoiceText[] {
  return Array.from({ length: number }, (_, at) => ({
    no: `${name}${at}`,
    customer: `${name}${at}`,
    due,
    open: 900 + at,
  }));
}

/** Two mails left on each business day of two weeks, then so many wait on Mon 23 Nov. */
function deskWith(number: number): Desk {
  const desk = new Desk();
  const days = ['09', '10', '11', '12', '13', '16', '17', '18', '19', '20'];
  for (const date of days) {
    const lines = book(2, '2026-11-01', `D${date}x`);
    desk.plan(`2026-11-${date}`, lines, ANY);
    for (const key of [...desk.history.waiting.keys()]) desk.carryOut(`2026-11-${date}`, 'answered', key);
  }
  desk.plan('2026-11-23', book(number, '2026-11-01', 'New'), ANY);
  return desk;
}

const volume = (desk: Desk, on = '2026-11-23'): string => unusualVolume(desk.history, day(on), NONE);

describe('unusually many mails', () => {
  it('are more than three times the usual day, and ten more', () => {
    expect(volume(deskWith(11))).toBe('');
    expect(volume(deskWith(12))).toBe('12 mails are planned or sent today; about 2 are usual.');
  });

  it('count once they were sent as well, and no longer the day after', () => {
    const desk = deskWith(12);
    for (const key of [...desk.history.waiting.keys()]) desk.carryOut('2026-11-23', 'answered', key);
    expect(volume(desk)).toContain('12 mails are planned or sent today');
    expect(volume(desk, '2026-11-24')).toBe('');
  });

  it('cannot be told before five business days with mails of ours', () => {
    const desk = new Desk();
    desk.plan('2026-11-20', book(2, '2026-11-01'), ANY);
    for (const key of [...desk.history.waiting.keys()]) desk.carryOut('2026-11-20', 'answered', key);
    desk.plan('2026-11-23', book(50, '2026-11-01', 'New'), ANY);
    expect(volume(desk)).toBe('');
  });
});

describe('an address written to twice in seven days', () => {
  const desk = new Desk();
  desk.plan('2026-11-16', book(2, '2026-11-01'), ANY);
  const [a, b] = [...desk.history.waiting.values()];
  /** A mail to an address on a day. */
  const sent = (which: typeof a, on: string, to: string): LogEvent => {
    if (!which) throw new Error('nothing waits');
    const facts = { ...which.facts, to: [to] };
    return {
      ...reminderEvent('sent', which.id, facts, '', '', { reminder: facts }),
      seq: 0,
      hash: '',
      at: `${on} 09:00:00`,
    };
  };

  it('is told with customers and days, however it is written', () => {
    const events = [sent(a, '2026-11-17', 'AP@acme.example'), sent(b, '2026-11-23', 'ap@acme.example')];
    expect(writtenTwice(events, day('2026-11-23'))).toEqual([
      {
        address: 'ap@acme.example',
        customerKey: b?.facts.customerKey,
        customer: b?.facts.customer,
        said: `${a?.facts.customer} on Tue 17 Nov, ${b?.facts.customer} on Mon 23 Nov`,
      },
    ]);
  });

  it('is none where the first mail is a week old, or another address was meant', () => {
    const week = [sent(a, '2026-11-16', 'ap@acme.example'), sent(b, '2026-11-23', 'ap@acme.example')];
    expect(writtenTwice(week, day('2026-11-23'))).toEqual([]);
    const apart = [sent(a, '2026-11-20', 'ap@acme.example'), sent(b, '2026-11-23', 'ap@beta.example')];
    expect(writtenTwice(apart, day('2026-11-23'))).toEqual([]);
  });
});
