// The next days if nobody pays: caps, holidays, what stands in the way, and who hears from us too often.
import { describe, expect, it } from 'vitest';
import { workbookEvent } from '../../../src/dunning/history/events';
import { forecast } from '../../../src/dunning/outlook/forecast';
import { isoOf } from '../../../src/receivables/day';
import {
  customer,
  Desk,
  day,
  type FactsChange,
  factsOn,
  hold,
  type InvoiceText,
  ladder,
  promise,
} from '../../builders/dunning-facts';

const ANY = { mailsPerDay: null };
const BOOK: InvoiceText[] = [{ no: '1', due: '2026-11-02', open: 900 }];

/** `2026-11-09 email friendly` for each contact to come. */
function told(book: readonly InvoiceText[], change: FactsChange = {}, days = 30, from = '2026-11-02'): string[] {
  return forecast(factsOn(from, book, change), days, ANY).contacts.map(
    ({ day: on, channel, tone }) => `${isoOf(on)} ${channel} ${tone}`,
  );
}

describe('the next 30 days', () => {
  it('play the ladder with everything done on its day', () => {
    expect(told(BOOK, { segment: 'New' }, 60)).toEqual([
      '2026-11-04 email friendly',
      '2026-11-11 email personal',
      '2026-11-16 call personal',
      '2026-11-23 email firm',
      '2026-12-07 email final',
      '2026-12-22 task neutral',
    ]);
  });

  it('leave out weekends, holidays and quiet periods', () => {
    const settings = { holidays: new Set([day('2026-11-04')]), quiet: new Set([day('2026-11-05'), day('2026-11-06')]) };
    expect(told(BOOK, { settings }, 9)).toEqual(['2026-11-09 email friendly']);
    const { days } = forecast(factsOn('2026-11-02', BOOK, { settings }), 9, ANY);
    expect(days.map(({ day: on }) => isoOf(on))).toEqual(['2026-11-02', '2026-11-03', '2026-11-09', '2026-11-10']);
  });

  it('hold back one of two invoices with the same number on every day, and never the other', () => {
    const book: InvoiceText[] = [...BOOK, { no: '1', customer: 'Beta', due: '2026-11-02', open: 100 }];
    const holds = [hold({ customerKey: 'beta', invoice: '1', until: day('2026-12-31') })];
    expect(told(book, { holds }, 60)).toEqual(told(BOOK, {}, 60));
  });

  it('wake nobody who only waits for a first contact before the turn has come, and all in order of the amount', () => {
    const names = ['A', 'B', 'C', 'D', 'E', 'F'];
    const book = names.map((name, at) => ({ no: name, customer: name, due: '2026-11-02', open: 100 + at }));
    const { contacts } = forecast(
      factsOn('2026-11-20', book, { segment: 'Timely', settings: { newCustomersPerDay: 2 } }),
      5,
      ANY,
    );
    expect(contacts.map(({ day: on, customerKey }) => `${isoOf(on)} ${customerKey}`)).toEqual([
      '2026-11-20 e',
      '2026-11-20 f',
      '2026-11-23 c',
      '2026-11-23 d',
      '2026-11-24 a',
      '2026-11-24 b',
    ]);
  });

  it('contact nobody before a hold or a promise has ended', () => {
    expect(told(BOOK, { holds: [hold({ until: day('2026-11-13') })] }, 20)[0]).toBe('2026-11-16 email friendly');
    const policy = ladder('New', [[2, 'friendly']]);
    expect(told(BOOK, { policy, promises: [promise('2026-11-13')] }, 20)).toEqual(['2026-11-18 email friendly']);
  });

  it('spread first contacts over days, as many as the setting allows, the largest first', () => {
    const book = [300, 100, 500, 200].map((open, at) => ({ no: `${at}`, customer: `C${at}`, due: '2026-10-26', open }));
    const { contacts, days } = forecast(factsOn('2026-11-02', book, { settings: { newCustomersPerDay: 3 } }), 3, ANY);
    expect(contacts.map(({ day: on, customer: name }) => `${isoOf(on)} ${name}`)).toEqual([
      '2026-11-02 C0',
      '2026-11-02 C2',
      '2026-11-02 C3',
      '2026-11-03 C1',
    ]);
    expect(days.map(({ mails }) => mails)).toEqual([3, 1, 0]);
    expect(contacts.every(({ isFirst }) => isFirst)).toBe(true);
  });

  it('send no more mails on a day than the setting allows, and the rest on the next, what waits longest first', () => {
    const book = Array.from({ length: 5 }, (_, at) => ({
      no: `${at}`,
      customer: `C${at}`,
      due: '2026-10-26',
      open: 10,
    }));
    const { contacts, days } = forecast(factsOn('2026-11-02', book), 3, { mailsPerDay: 2 });
    expect(days.map(({ mails }) => mails)).toEqual([2, 2, 1]);
    expect(contacts.map(({ customer: name }) => name)).toEqual(['C0', 'C1', 'C2', 'C3', 'C4']);
  });

  it('count mails that left today already against the day’s number', () => {
    const desk = new Desk();
    const book = ['A', 'B', 'C'].map((name) => ({ no: name, customer: name, due: '2026-10-26', open: 10 }));
    desk.plan('2026-11-02', book);
    desk.carryOut('2026-11-02', '', 'a');
    const { days } = forecast(desk.facts('2026-11-02', book), 2, { mailsPerDay: 2 });
    expect(days.map(({ mails }) => mails)).toEqual([1, 1]);
  });

  it('look again at a customer once a further invoice makes enough overdue for a reminder', () => {
    const book = [
      { no: '1', due: '2026-10-20', open: 300 },
      { no: '2', due: '2026-11-09', open: 300 },
    ];
    expect(told(book, { segment: 'Timely', settings: { minimums: { EUR: 500 } } }, 12)[0]).toBe(
      '2026-11-10 email friendly',
    );
  });

  it('name a customer who cannot be reached once, and count no contact', () => {
    const { fixes, contacts } = forecast(
      factsOn('2026-11-02', [{ no: '1', due: '2026-10-20', open: 5 }], {
        customers: [customer('Acme', { email: '' })],
      }),
      10,
      ANY,
    );
    expect(fixes.map(({ customer: name, code }) => `${name} ${code}`)).toEqual(['Acme no-address']);
    expect(contacts).toEqual([]);
  });

  it('leave alone what was put off until its day', () => {
    const desk = new Desk();
    desk.plan('2026-11-04', BOOK);
    desk.act('2026-11-04', 'snoozed', { until: '2026-11-12' });
    const { contacts } = forecast(desk.facts('2026-11-04', BOOK), 10, ANY);
    expect(contacts.map(({ day: on }) => isoOf(on))).toEqual(['2026-11-12']);
  });

  it('contact nobody for the first time on the day of going live', () => {
    const desk = new Desk();
    desk.append('2026-11-23', [
      {
        kind: 'live',
        reminder: '',
        customer: '',
        invoices: '',
        stage: '',
        amounts: '',
        to: '',
        actor: '',
        note: '',
        facts: { code: 'onboarding' },
      },
    ]);
    const { days } = forecast(desk.facts('2026-11-23', BOOK), 2, ANY);
    expect(days.map(({ mails }) => mails)).toEqual([0, 1]);
  });

  it('count what waits on the day of going live for the next business day', () => {
    const desk = new Desk();
    const change: FactsChange = { segment: 'New' };
    desk.plan('2026-11-19', BOOK, change);
    desk.append('2026-11-20', [workbookEvent('live', 'ann', '', { code: 'onboarding' })]);
    const { days } = forecast(desk.facts('2026-11-20', BOOK, change), 4, ANY);
    expect(days.map(({ day: on, mails }) => `${isoOf(on)} ${mails}`)).toEqual(['2026-11-20 0', '2026-11-23 1']);
  });

  it('warn of a customer with more than two contacts in a week, with the dates', () => {
    const policy = ladder('New', [
      [1, 'friendly', { minimumGap: 2 }],
      [3, 'personal', { minimumGap: 2 }],
      [5, 'firm', { minimumGap: 2 }],
      [30, 'final', { minimumGap: 2 }],
    ]);
    const { crowded, busiest } = forecast(
      factsOn('2026-11-09', [{ no: '1', due: '2026-11-08', open: 5 }], { policy, settings: { contactRules: null } }),
      30,
      ANY,
    );
    expect(crowded.map(({ customer: name, days }) => [name, ...days.map(isoOf)])).toEqual([
      ['Acme', '2026-11-09', '2026-11-11', '2026-11-13'],
    ]);
    expect(busiest).toEqual(crowded[0]);
  });

  it('count the contacts of the last days with those to come, but no tasks', () => {
    const desk = new Desk();
    const policy = ladder('New', [
      [1, 'friendly', { minimumGap: 1 }],
      [2, 'personal', { minimumGap: 1 }],
      [3, 'neutral', { channel: 'task', to: ['owner'] }],
      [4, 'firm', { minimumGap: 1 }],
    ]);
    const book = [{ no: '1', due: '2026-11-08', open: 5 }];
    desk.plan('2026-11-09', book, { policy });
    desk.carryOut('2026-11-09');
    const { busiest } = forecast(desk.facts('2026-11-10', book, { policy }), 5, ANY);
    expect(busiest?.days.map(isoOf)).toEqual(['2026-11-09', '2026-11-10', '2026-11-12']);
  });

  it('say nothing of crowds where nobody is contacted', () => {
    const { busiest, crowded, days } = forecast(factsOn('2026-11-02', []), 7, ANY);
    expect([busiest, crowded]).toEqual([null, []]);
    expect(days).toHaveLength(5);
  });
});
