// Dates of Google's cells as calendar days of the spreadsheet's zone, and back; each distinct instant converted once.
import { type Day, dayFromIso, dayOf, isoOf } from '../receivables/day';
import type { DayCell } from '../sheet/grid';

/** Whether a value is a Date; `instanceof` is quick, and fails for one that comes from another context. */
export function isDate(value: unknown): value is Date {
  // Most cells are texts and numbers: those need no look at their class.
  return (
    typeof value === 'object' && (value instanceof Date || Object.prototype.toString.call(value) === '[object Date]')
  );
}

/**
 * Turns dates into days in a zone, each distinct instant once.
 * @param zone the spreadsheet's zone, e.g. `Asia/Tokyo`; null outside a spreadsheet, where Date's own zone is the only one
 */
export function dayReader(zone: string | null): (date: Date) => DayCell {
  const known = new Map<number, DayCell>();
  const civil = zone === null ? ownDay : (intlReader(zone) ?? serviceReader(zone));
  return (date) => {
    const instant = date.getTime();
    const cached = known.get(instant);
    if (cached) return cached;
    const cell = { day: civil(date) ?? Number.NaN };
    known.set(instant, cell);
    return cell;
  };
}

function ownDay(date: Date): number | null {
  return dayOf(date.getFullYear(), date.getMonth() + 1, date.getDate());
}

function serviceReader(zone: string): (date: Date) => number | null {
  return (date) => dayFromIso(Utilities.formatDate(date, zone, 'yyyy-MM-dd'));
}

// Intl is not promised by Apps Script: it is used where it is there and right, since it costs no service call.
function intlReader(zone: string): ((date: Date) => number | null) | null {
  if (typeof Intl === 'undefined') return null;
  try {
    const options = { timeZone: zone, year: 'numeric', month: 'numeric', day: 'numeric', calendar: 'gregory' } as const;
    const format = new Intl.DateTimeFormat('en-US', { ...options, numberingSystem: 'latn' });
    const read = (date: Date): number | null => {
      const match = /^(\d+)\/(\d+)\/(\d+)$/.exec(format.format(date));
      return match ? dayOf(Number(match[3]), Number(match[1]), Number(match[2])) : null;
    };
    // Noon in UTC is the same day or a neighbour in every zone: anything else means that Intl here is not what it should be.
    const probe = read(new Date(Date.UTC(2026, 2, 1, 12)));
    const expected = dayOf(2026, 3, 1);
    return probe !== null && expected !== null && Math.abs(probe - expected) <= 1 ? read : null;
  } catch {
    return null;
  }
}

/** Turns days into dates: midnight of the day in the zone, each day once. */
export function dateWriter(zone: string): (day: Day) => Date {
  const dates = new Map<Day, Date>();
  return (day) => {
    const known = dates.get(day);
    if (known) return known;
    const date = Utilities.parseDate(isoOf(day), zone, 'yyyy-MM-dd');
    dates.set(day, date);
    return date;
  };
}
