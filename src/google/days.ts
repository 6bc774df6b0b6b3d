// Dates of Google's cells as calendar days of the spreadsheet's zone, and back; each distinct instant converted once.
import { type Day, dayFromIso, isoOf } from '../receivables/day';

/** Whether a value is a Date; `instanceof` fails for one that comes from another context. */
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}

/** Converts the dates of one spreadsheet. */
export interface DayConverter {
  dayOf(date: Date): Day;
  /** Midnight of the day in the spreadsheet's zone. */
  dateOf(day: Day): Date;
}

/** The converter for a zone such as `Asia/Tokyo`. */
export function dayConverter(zone: string): DayConverter {
  const days = new Map<number, Day>();
  const dates = new Map<Day, Date>();
  const format = formatter(zone);
  return {
    dayOf: (date) => {
      const instant = date.getTime();
      const known = days.get(instant);
      if (known !== undefined) return known;
      const day = dayFromIso(format(date)) ?? Math.floor(instant / 86_400_000);
      days.set(instant, day);
      return day;
    },
    dateOf: (day) => {
      const known = dates.get(day);
      if (known) return known;
      const date = Utilities.parseDate(isoOf(day), zone, 'yyyy-MM-dd');
      dates.set(day, date);
      return date;
    },
  };
}

// Intl answers in microseconds where Utilities is a call to a service; not every runtime is sure to have its zones.
function formatter(zone: string): (date: Date) => string {
  try {
    const intl = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    if (/^\d{4}-\d{2}-\d{2}$/.test(intl.format(new Date(0)))) return (date) => intl.format(date);
  } catch {
    // Falls through to the service.
  }
  return (date) => Utilities.formatDate(date, zone, 'yyyy-MM-dd');
}
