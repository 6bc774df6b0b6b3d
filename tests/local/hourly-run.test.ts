// In which full hours the hourly run runs as time passes, and how what it did is put in words.
import { describe, expect, it } from 'vitest';
import { freshWorld } from '../../src/local/google-services/fresh-world';
import { type Clocked, countsOf, HOUR, inWords, type Passing, passHours } from '../../src/local/hourly-run';
import { dayIn, instantAt, wallClock } from '../../src/local/wall-clock';
import { contentSize, newSheet, putCell, sheetNamed } from '../../src/local/workbook/stored-cells';

const WINDOW = { from: '8:00', to: '18:00' };

/** A workbook whose log and queue are written by the tests, and a clock on Monday 1 June 2026, 08:40. */
class Desk implements Clocked {
  readonly world;
  now: number;
  budget = { used: 0, limit: 100 };
  private readonly zone: string;

  constructor(zone = 'Europe/Berlin') {
    this.zone = zone;
    this.world = freshWorld({ timeZone: zone });
    this.now = instantAt('2026-06-01T08:40:00', zone);
    this.rows('AR Log', ['Seq', 'At', 'Event']);
    this.rows('AR Queue', ['Reminder', 'State', 'Channel']);
    this.rows('AR Settings', ['Setting', 'Value'], ['New customers per day', '3'], ['Mails per day', '']);
  }

  today(): string {
    return dayIn(this.now, this.zone);
  }

  ask<T>(name: string): T {
    if (name !== 'getToday') throw new Error(name);
    return { window: WINDOW, budget: this.budget } as T;
  }

  private rows(name: string, ...rows: string[][]): void {
    this.world.spreadsheet.sheets.push(newSheet(this.world.spreadsheet.sheets.length, name));
    for (const row of rows) this.add(name, ...row);
  }

  private add(name: string, ...values: string[]): void {
    const sheet = sheetNamed(this.world.spreadsheet, name);
    if (!sheet) throw new Error(name);
    const { rows } = contentSize(sheet);
    for (const [column, value] of values.entries()) putCell(sheet, rows, column, { value: { kind: 'text', value } });
  }

  log(...events: string[]): void {
    const at = wallClock(this.now, this.zone).slice(0, 19).replace('T', ' ');
    for (const event of events) this.add('AR Log', '1', at, event);
  }

  wait(state: string, channel = 'email'): void {
    this.add('AR Queue', 'DS-1', state, channel);
  }

  clearQueue(): void {
    const sheet = sheetNamed(this.world.spreadsheet, 'AR Queue');
    for (const row of [...(sheet?.cells.keys() ?? [])]) if (row > 0) sheet?.cells.delete(row);
  }

  /** The hours that ran within some time, on the wall clock. */
  passed(hours: number, how: Partial<Passing>, run: (at: string) => void = () => {}): string[] {
    const ran: string[] = [];
    passHours(this, WINDOW, { to: this.now + hours * HOUR, changed: true, last: true, ...how }, () => {
      const at = wallClock(this.now, this.zone).slice(8, 16).replace('T', ' ');
      ran.push(at);
      run(at);
    });
    return ran;
  }
}

describe('hours that pass', () => {
  it('run first where a person may have changed something, then at the start of a day, and before the clock rests', () => {
    const desk = new Desk();
    const from = desk.now;
    expect(desk.passed(24, {})).toEqual(['01 09:00', '02 00:00', '02 08:00']);
    expect(desk.now).toBe(from + 24 * HOUR);
  });

  it('are one a day while nothing waits to leave', () => {
    expect(new Desk().passed(72, { changed: false, last: false })).toEqual(['02 00:00', '03 00:00', '04 00:00']);
  });

  it.each(['approved', 'failed', 'sending'])('run when the window opens, while a mail is %s', (state) => {
    const desk = new Desk();
    desk.wait(state);
    expect(desk.passed(24, { changed: false, last: false })).toEqual(['02 00:00', '02 08:00']);
  });

  it.each([
    ['planned', 'email'],
    ['approved', 'call'],
  ])('do not run at the opening for what is %s as %s: it leaves with no run', (state, channel) => {
    const desk = new Desk();
    desk.wait(state, channel);
    expect(desk.passed(24, { changed: false, last: false })).toEqual(['02 00:00']);
  });

  it('run again after an hour of the window that changed something, and not after one at night', () => {
    const desk = new Desk();
    const hours = desk.passed(24, { last: false }, (at) => {
      if (['01 09:00', '01 10:00', '02 00:00'].includes(at)) desk.log('planned');
    });
    expect(hours).toEqual(['01 09:00', '01 10:00', '01 11:00', '02 00:00']);
  });

  it('run again where a run sent some mails and left others', () => {
    const desk = new Desk();
    desk.wait('approved');
    const hours = desk.passed(6, { last: false }, (at) => {
      desk.log('sending', 'sent');
      if (at === '01 10:00') desk.clearQueue();
    });
    expect(hours).toEqual(['01 09:00', '01 10:00']);
  });

  it('run again where as many left as the day’s limit of first contacts: it may have held others back', () => {
    const desk = new Desk();
    const hours = desk.passed(6, { last: false }, (at) => {
      if (at === '01 09:00') desk.log('sending', 'sent', 'sending', 'sent', 'sending', 'sent');
    });
    expect(hours).toEqual(['01 09:00', '01 10:00']);
  });

  it('run on within the window while the limit of recipients keeps mails back, until it frees up', () => {
    const desk = new Desk();
    desk.wait('approved');
    desk.budget = { used: 100, limit: 100 };
    const hours = desk.passed(24, { last: false }, (at) => {
      if (at === '01 11:00') desk.budget.used = 99;
    });
    expect(hours).toEqual(['01 09:00', '01 10:00', '01 11:00', '02 00:00', '02 08:00']);
    desk.budget.used = 100;
    expect(desk.passed(10, { last: false }).at(-1)).toBe('02 17:00');
  });

  it('do not run on for mails that another reason keeps back all day, as in Preview', () => {
    const desk = new Desk();
    desk.wait('approved');
    expect(desk.passed(9, { last: false })).toEqual(['01 09:00']);
  });

  it('find the opening between two full hours, in zones of half hours and when clocks change', () => {
    const half = new Desk('Asia/Kolkata');
    half.wait('approved');
    expect(half.passed(24, { changed: false, last: false })).toEqual(['02 00:30', '02 08:30']);
    const spring = new Desk();
    spring.now = instantAt('2026-03-28T12:00:00', 'Europe/Berlin');
    spring.wait('approved');
    expect(spring.passed(24, { changed: false, last: false })).toEqual(['29 00:00', '29 08:00']);
  });
});

describe('what a day brought, in words', () => {
  it('names what happened and leaves out what did not', () => {
    const events = ['planned', 'planned', 'approved', 'sending', 'sent', 'cancelled'].map((Event) => ({ Event }));
    expect(inWords(countsOf(events))).toBe('2 planned, 1 mail sent, 1 cancelled');
    expect(inWords({ planned: 0, sent: 2, done: 1, cancelled: 0, failed: 3 })).toBe(
      '2 mails sent, 1 done by hand, 3 failed',
    );
    expect(inWords(countsOf([]))).toBe('nothing to do');
  });
});
