// Which days AR History keeps: every day for 60 days, week ends for 104 weeks, month ends for ever.
import { type Day, endOfMonth, startOfMonth, weekdayOf } from '../day';

const DAILY = 60;
const WEEKLY = 104 * 7;
const SUNDAY = 7;

/** Whether a day is the last of its week. @example isWeekEnd(dayFromIso('2026-11-29')) // true, a Sunday */
export function isWeekEnd(day: Day): boolean {
  return weekdayOf(day) === SUNDAY;
}

/** Whether a day is the last of its month. */
export function isMonthEnd(day: Day): boolean {
  return endOfMonth(day) === day;
}

/**
 * Whether the line of a day still stands on another.
 * @example isKept(dayFromIso('2026-08-31'), dayFromIso('2030-01-01')) // true, a month end
 */
export function isKept(day: Day, today: Day): boolean {
  return today - day <= DAILY || isMonthEnd(day) || (isWeekEnd(day) && today - day <= WEEKLY);
}

/** The month ends before a day, the latest first. @example monthEndsBefore(dayFromIso('2026-12-01'), 2) // 30 Nov, 31 Oct */
export function monthEndsBefore(day: Day, count: number): Day[] {
  const ends: Day[] = [];
  for (let end = startOfMonth(day) - 1; ends.length < count; end = startOfMonth(end) - 1) ends.push(end);
  return ends;
}
