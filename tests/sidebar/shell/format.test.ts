// Days, times and counts in words.
import { describe, expect, it } from 'vitest';
import {
  count,
  dateInWords,
  dayInWords,
  daysAfter,
  lastBusinessDayBefore,
  lateness,
  lineLateness,
  momentInWords,
} from '../../../src/sidebar/shell/format';

describe('words', () => {
  it('writes a day short, with its year only when that differs', () => {
    expect(dayInWords('2026-12-01', '2026-11-23')).toBe('Tue 1 Dec');
    expect(dayInWords('2027-01-04', '2026-11-23')).toBe('Mon 4 Jan 2027');
    expect(dateInWords('2026-10-22', '2026-11-23')).toBe('22 Oct');
  });

  it('leaves a text that is no day as it is', () => {
    expect(dayInWords('soon', '2026-11-23')).toBe('soon');
    expect(dateInWords('some other day', '2026-11-23')).toBe('some other day');
    expect(momentInWords('a while ago', '2026-11-23')).toBe('a while ago');
    expect(lastBusinessDayBefore('')).toBe('');
    expect(daysAfter('', 7)).toBe('');
  });

  it('says today for a moment of today', () => {
    expect(momentInWords('2026-11-23 08:02', '2026-11-23')).toBe('today, 08:02');
    expect(momentInWords('2026-11-20T08:02:11', '2026-11-23')).toBe('Fri 20 Nov, 08:02');
  });

  it('proposes the Friday on a Monday, because the weekend brings no bank statement', () => {
    expect(lastBusinessDayBefore('2026-11-23')).toBe('2026-11-20');
    expect(lastBusinessDayBefore('2026-11-24')).toBe('2026-11-23');
    expect(lastBusinessDayBefore('2026-11-22')).toBe('2026-11-20');
  });

  it('counts over the end of a month', () => {
    expect(daysAfter('2026-11-28', 7)).toBe('2026-12-05');
  });

  it('knows one from many', () => {
    expect(count(1, 'invoice')).toBe('1 invoice');
    expect(count(1500, 'invoice')).toBe('1,500 invoices');
    expect(count(2, 'call or task', 'calls and tasks')).toBe('2 calls and tasks');
    expect(lateness(1)).toBe('1 day late');
    expect(lateness(-3)).toBe('not late yet');
    expect(lineLateness({ role: 'lead', daysPastDue: 3 })).toBe('3 days late');
    expect(lineLateness({ role: '', daysPastDue: 0 })).toBe('not due yet');
    // Nobody is late with a credit note, whatever day it carries.
    expect(lineLateness({ role: 'credit', daysPastDue: 3 })).toBe('');
  });
});
