// Calendar entries, read back by a parser of the tests (RFC 5545 sections 3.1 and 3.3.11): what went in comes out.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarFile } from '../../../src/dunning/mail/calendar';
import { dayFromIso } from '../../../src/receivables/day';
import { runs } from '../../builders/property-runs';

type Component = [name: string, value: string][];

/** The events of a file, each a list of properties, and the properties of the calendar itself. */
function parsed(file: string): { calendar: Component; events: Component[] } {
  const unfolded = file.replace(/\r\n[ \t]/g, '').split('\r\n');
  expect(unfolded.pop()).toBe('');
  const read = { calendar: [] as Component, events: [] as Component[] };
  let open: Component = read.calendar;
  for (const line of unfolded) {
    const at = /^(?:[^":]|"[^"]*")*:/.exec(line)?.[0].length ?? expect.fail(line);
    const [name, value] = [line.slice(0, at - 1), line.slice(at)];
    if (name === 'BEGIN' && value === 'VEVENT') {
      open = [];
      read.events.push(open);
    } else if (name === 'END' && value === 'VEVENT') open = read.calendar;
    else open.push([name, value.replace(/\\([\\;,nN])/g, (_, letter: string) => (/n/i.test(letter) ? '\n' : letter))]);
  }
  return read;
}

const day = dayFromIso('2026-11-13') ?? 0;
const ENTRY = {
  title: 'Payment to Northwind',
  days: [{ day, text: '1,200.00 EUR; thank you\nRef DS-7F3K2' }],
  organizer: { name: 'Ann "AK" Keller', address: 'ann@ourfirm.example' },
  reference: 'DS-7F3K2',
  at: Date.UTC(2026, 10, 4, 8, 30),
};

describe('a calendar entry', () => {
  it('is an all-day entry of the promised day that nobody has to answer', () => {
    const { calendar, events } = parsed(calendarFile(ENTRY));
    expect(new Map(calendar).get('METHOD')).toBe('PUBLISH');
    expect(events).toHaveLength(1);
    const event = new Map(events[0]);
    expect(event.get('DTSTART;VALUE=DATE')).toBe('20261113');
    expect(event.get('DTEND;VALUE=DATE')).toBe('20261114');
    expect(event.get('DTSTAMP')).toBe('20261104T083000Z');
    expect(event.get('SUMMARY')).toBe('Payment to Northwind');
    expect(event.get('DESCRIPTION')).toBe('1,200.00 EUR; thank you\nRef DS-7F3K2');
    expect(event.get(`ORGANIZER;CN="Ann 'AK' Keller"`)).toBe('mailto:ann@ourfirm.example');
  });

  it('is one for each instalment, each with an id of its own', () => {
    const days = [0, 30, 60].map((later) => ({ day: day + later, text: '' }));
    const ids = parsed(calendarFile({ ...ENTRY, days })).events.map((event) => new Map(event).get('UID'));
    expect(new Set(ids).size).toBe(3);
  });

  it('comes back as it was put in, in lines of 75 bytes at most, whatever it says', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 150 });
    fc.assert(
      fc.property(words, words, words, (title, text, name) => {
        const file = calendarFile({ ...ENTRY, title, days: [{ day, text }], organizer: { ...ENTRY.organizer, name } });
        for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const { events } = parsed(file);
        const clean = (one: string): string => one.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
        expect(events).toHaveLength(1);
        expect(new Map(events[0]).get('SUMMARY')).toBe(
          title
            .split(/\r\n?|\n/)
            .map(clean)
            .join('\n'),
        );
        if (text !== '')
          expect(new Map(events[0]).get('DESCRIPTION')).toBe(
            text
              .split(/\r\n?|\n/)
              .map(clean)
              .join('\n'),
          );
      }),
      { numRuns: runs(100, 3_000) },
    );
  });
});
