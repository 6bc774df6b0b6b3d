// Days, times and counts as the sidebar writes them.
import { type Day, dayFromIso, isBusinessDay, isoOf, nextBusinessDay, shortDay } from '../../receivables/day';

/**
 * A `YYYY-MM-DD` day in words, with the year where it is not the one beside it; other text stays as it is.
 * @example dayInWords('2026-12-01', '2026-11-23') // 'Tue 1 Dec'
 */
export function dayInWords(iso: string, beside: string): string {
  const day = dayFromIso(iso);
  return day === null ? iso : shortDay(day, dayFromIso(beside) ?? day);
}

/**
 * A day with a time, as in `2026-11-23 08:02` or `2026-11-23T08:02:00`, in words; a day alone as a day, other text as it is.
 * @example momentInWords('2026-11-23 08:02', '2026-11-23') // 'today, 08:02'
 */
export function momentInWords(moment: string, today: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})/.exec(moment);
  const [, day = '', time = ''] = match ?? [];
  if (day === '') return dayInWords(moment, today);
  return `${day === today ? 'today' : dayInWords(day, today)}, ${time}`;
}

/**
 * A `YYYY-MM-DD` day without its weekday, for narrow columns; other text stays as it is.
 * @example dateInWords('2026-10-22', '2026-11-23') // '22 Oct'
 */
export function dateInWords(iso: string, beside: string): string {
  const words = dayInWords(iso, beside);
  return words === iso ? iso : words.slice(words.indexOf(' ') + 1);
}

/** A number with its noun. @example count(1, 'invoice') // '1 invoice' @example count(2, 'reply', 'replies') // '2 replies' */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${grouped(number)} ${number === 1 ? one : many}`;
}

/** A whole number with thousands set apart. @example grouped(1500) // '1,500' */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** How late an oldest invoice is. @example lateness(0) // 'not late yet' @example lateness(1) // '1 day late' */
export function lateness(days: number): string {
  return days > 0 ? `${count(days, 'day')} late` : 'not late yet';
}

/**
 * How late one line of a reminder is; '' for a credit, which nobody is late with.
 * @example lineLateness({ role: '', daysPastDue: 0 }) // 'not due yet'
 */
export function lineLateness({ role, daysPastDue }: { role: string; daysPastDue: number }): string {
  if (role === 'credit') return '';
  return daysPastDue > 0 ? lateness(daysPastDue) : 'not due yet';
}

/** The last business day before a day, `YYYY-MM-DD`: bank statements are read up to there. '' for a text that is no day. */
export function lastBusinessDayBefore(iso: string): string {
  const start = dayFromIso(iso);
  if (start === null) return '';
  let day: Day = start - 1;
  while (!isBusinessDay(day)) day -= 1;
  return isoOf(day);
}

/** The day some days after another, both `YYYY-MM-DD`; '' for a text that is no day. */
export function daysAfter(iso: string, days: number): string {
  const day = dayFromIso(iso);
  return day === null ? '' : isoOf(day + days);
}

/** A day itself, or the Monday after it where it is of a weekend, `YYYY-MM-DD`. @example businessDayFrom('2026-12-05') // '2026-12-07' */
export function businessDayFrom(iso: string): string {
  const day = dayFromIso(iso);
  return day === null ? '' : isoOf(nextBusinessDay(day));
}
