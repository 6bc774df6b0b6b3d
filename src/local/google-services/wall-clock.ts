// Wall-clock times of cells: their text form, and the serial number of days that a spreadsheet counts them by.
import { Instant } from './instant';

const DAY = 86_400_000;
const EPOCH = Instant.UTC(1899, 11, 30);

/**
 * Text form of a wall-clock time given as if it were UTC.
 * @example wallText(0) // '1970-01-01T00:00:00.000'
 */
export function wallText(wall: number): string {
  return new Instant(wall).toISOString().slice(0, -1);
}

/** The wall-clock time of a text form, as if it were UTC, epoch milliseconds; a bare date is midnight. */
export function wallTime(text: string): number {
  return Instant.parse(text.includes('T') ? `${text}Z` : `${text}T00:00:00.000Z`);
}

/**
 * Days since 1899-12-30, which spreadsheets keep dates as.
 * @example serialOf('2026-03-01T12:00:00.000') // 46082.5
 */
export function serialOf(text: string): number {
  return (wallTime(text) - EPOCH) / DAY;
}

/** The wall-clock time of a serial number, to the millisecond. */
export function wallOfSerial(serial: number): string {
  return wallText(EPOCH + Math.round(serial * DAY));
}
