// Whether the sender's schedule still runs: told from the moment it was last seen, in business days.
import { businessDaysBetween, type Day, dayFromIso } from '../receivables/day';
import type { Moment } from './ports';
import type { WorkbookSession } from './session';

/**
 * Whether a business day has passed since a moment: the clock has come round again on a later business day.
 * @param since `YYYY-MM-DD HH:mm:ss` in the workbook's zone; '' is no moment, and nothing has passed since
 * @param holidays days on which no business is done
 * @example hasMissedDay('2026-11-06 09:30:00', mondayAtTen, new Set()) // true: Friday 9:30 to Monday 10:00
 */
export function hasMissedDay(since: string, now: Moment, holidays: ReadonlySet<Day>): boolean {
  const day = dayFromIso(since.slice(0, 10));
  if (day === null) return false;
  const days = businessDaysBetween(day, now.day, holidays);
  return days > 1 || (days === 1 && now.text.slice(11) >= since.slice(11));
}

/** When the sender's schedule was last seen, `YYYY-MM-DD HH:mm:ss`; '' when that was never noted. */
export function scheduleSeen({ state }: WorkbookSession): string {
  const { scheduleSeen: seen, heartbeat, sender } = state;
  // An earlier version noted the last run alone.
  return seen || (heartbeat?.by === sender ? heartbeat.at : '');
}
