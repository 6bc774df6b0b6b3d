// The virtual clock in a time zone, and calendar days as `YYYY-MM-DD`.
import { wallText, wallTime } from './google-services/wall-clock';
import { instantOf, offsetAt } from './google-services/zone';

const DAY = 86_400_000;

/**
 * The wall clock of a zone at an instant, as `YYYY-MM-DDTHH:mm:ss.SSS`.
 *
 * @param now epoch milliseconds
 * @param zone e.g. `Europe/London`
 * @example wallClock(0, 'Asia/Tokyo') // '1970-01-01T09:00:00.000'
 */
export function wallClock(now: number, zone: string): string {
  return wallText(now + offsetAt(zone, now));
}

/** The calendar day of a zone at an instant, as `YYYY-MM-DD`. */
export function dayIn(now: number, zone: string): string {
  return wallClock(now, zone).slice(0, 10);
}

/**
 * The instant at which a zone's clocks show this wall time.
 *
 * @param wall `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm:ss`
 * @example instantAt('1970-01-01T09:00:00', 'Asia/Tokyo') // 0
 */
export function instantAt(wall: string, zone: string): number {
  return instantOf(zone, wallTime(wall));
}

/**
 * A day some days later (or earlier).
 *
 * @param day `YYYY-MM-DD`
 * @example addDays('2028-02-28', 1) // '2028-02-29'
 */
export function addDays(day: string, days: number): string {
  return wallText(wallTime(day) + days * DAY).slice(0, 10);
}

/** The zone of this machine, for files that carry none. */
export function machineZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'Etc/UTC';
}
