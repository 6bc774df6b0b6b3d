// A calendar entry of promised days, as a file that travels with a mail (RFC 5545; published by RFC 5546, so that nobody has to answer).
import { type Day, isoOf } from '../../receivables/day';
import { utf8Bytes } from './mime-encoding';

/** The entries of a file: one for each day. */
export interface CalendarEntries {
  /** What each is called. */
  title: string;
  days: readonly { day: Day; text: string }[];
  organizer: { name: string; address: string };
  /** Tells these entries from all others. */
  reference: string;
  /** When the file was made: milliseconds since 1970-01-01 UTC. */
  at: number;
}

/** A line may have so many bytes (RFC 5545 section 3.1). */
const MOST_BYTES = 75;

/**
 * The file of a promise or of the instalments of a plan: all-day entries that leave the day free.
 * @example calendarFile({ title: 'Payment to Northwind', days: [{ day: 20790, text: '' }], ... }) // 'BEGIN:VCALENDAR\r\n...'
 */
export function calendarFile({ title, days, organizer, reference, at }: CalendarEntries): string {
  const stamp = new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
  const date = (day: Day): string => isoOf(day).replace(/-/g, '');
  // A name in a parameter knows no escaping: quotation marks stand around it, and none within.
  const name = clean(organizer.name).replace(/"/g, "'");
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Duesheet//Duesheet//EN',
    'METHOD:PUBLISH',
    ...days.flatMap(({ day, text }, index) => [
      'BEGIN:VEVENT',
      `UID:${reference}-${date(day)}-${index + 1}@duesheet`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${date(day)}`,
      `DTEND;VALUE=DATE:${date(day + 1)}`,
      `ORGANIZER;CN="${name}":mailto:${organizer.address}`,
      `SUMMARY:${escaped(title)}`,
      ...(text === '' ? [] : [`DESCRIPTION:${escaped(text)}`]),
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function clean(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

/** A text as a value (RFC 5545 section 3.3.11). @example escaped('a, b;\nc') // 'a\\, b\\;\\nc' */
function escaped(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map((line) => clean(line).replace(/[\\;,]/g, '\\$&'))
    .join('\\n');
}

/** A line in pieces of as many bytes as it may have, no character split between two. */
function folded(line: string): string {
  let out = '';
  let width = 0;
  for (const character of line) {
    const bytes = utf8Bytes(character).length;
    if (width + bytes > MOST_BYTES) {
      out += '\r\n ';
      width = 1;
    }
    out += character;
    width += bytes;
  }
  return out;
}
