// Calendar days as integers: what a date cell becomes, and every sum that is done with it.
import { addBusinessDays, addMonths, lastDayOfMonth } from 'date-fns';

/** A calendar day: the number of days since 1970-01-01. Differences are plain subtraction. */
export type Day = number;

const MS_PER_DAY = 86_400_000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Year, month (1-12) and day of the month (1-31) of a day. */
export interface CivilDate {
  year: number;
  month: number;
  day: number;
}

/**
 * The day of a civil date, or null when the calendar has no such date.
 * @param year four-digit year, 1 to 9999
 * @param month 1 to 12
 * @param day 1 to 31
 * @example dayOf(1970, 1, 2) // 1
 * @example dayOf(2026, 2, 31) // null
 */
export function dayOf(year: number, month: number, day: number): Day | null {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return null;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? Math.round(date.getTime() / MS_PER_DAY) : null;
}

/** Days from 1 March of the year 0 to 1 January 1970, and in the 400 years after which the calendar repeats. */
const EPOCH_SINCE_MARCH = 719_468;
const DAYS_OF_ERA = 146_097;

/**
 * The civil date of a day, in the Gregorian calendar (H. Hinnant, chrono-compatible low-level date algorithms: years begin
 * in March, so that the leap day is their last).
 * @example civilOf(0) // { year: 1970, month: 1, day: 1 }
 */
export function civilOf(day: Day): CivilDate {
  const since = Math.floor(day) + EPOCH_SINCE_MARCH;
  const era = Math.floor(since / DAYS_OF_ERA);
  const ofEra = since - era * DAYS_OF_ERA;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}

/** The days of a ledger are few and come again and again: those between their two ways of writing, kept. */
const isoTexts = new Map<Day, string>();
const isoDays = new Map<string, Day | null>();
const MOST_KEPT = 20_000;

function kept<K, V>(known: Map<K, V>, key: K, value: V): V {
  if (known.size >= MOST_KEPT) known.clear();
  known.set(key, value);
  return value;
}

/** The day of `YYYY-MM-DD`, or null for any other text. @example dayFromIso('1970-01-03') // 2 */
export function dayFromIso(text: string): Day | null {
  const known = isoDays.get(text);
  if (known !== undefined) return known;
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? kept(isoDays, text, dayOf(Number(match[1]), Number(match[2]), Number(match[3]))) : null;
}

/** A day as `YYYY-MM-DD`. @example isoOf(0) // '1970-01-01' */
export function isoOf(day: Day): string {
  return isoTexts.get(day) ?? kept(isoTexts, day, isoText(day));
}

function isoText(day: Day): string {
  const { year, month, day: dayOfMonth } = civilOf(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

/** The weekday of a day: 1 is Monday, 7 is Sunday. @example weekdayOf(0) // 4, a Thursday */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** A day as a collector writes it in a note: `Tue 1 Dec`, with the year when it differs from that of `beside`. */
export function shortDay(day: Day, beside: Day = day): string {
  const { year, month, day: dayOfMonth } = civilOf(day);
  const short = `${WEEKDAYS[weekdayOf(day) - 1]} ${dayOfMonth} ${MONTHS[month - 1]}`;
  return civilOf(beside).year === year ? short : `${short} ${year}`;
}

/** A day as a letter in English writes it. @example longDay(0) // '1 January 1970' */
export function longDay(day: Day): string {
  const { year, month, day: dayOfMonth } = civilOf(day);
  const names = 'January February March April May June July August September October November December'.split(' ');
  return `${dayOfMonth} ${names[month - 1]} ${year}`;
}

// date-fns works in the process's zone; local noon of the same civil date is the one instant that no zone change moves
// to another day.
function toLocalNoon(day: Day): Date {
  const { year, month, day: dayOfMonth } = civilOf(day);
  const date = new Date(2000, 0, 1, 12);
  date.setFullYear(year, month - 1, dayOfMonth);
  return date;
}

function fromLocal(date: Date): Day {
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / MS_PER_DAY);
}

/** The last day of the month of a day. @example isoOf(endOfMonth(dayFromIso('2024-02-10'))) // '2024-02-29' */
export function endOfMonth(day: Day): Day {
  return fromLocal(lastDayOfMonth(toLocalNoon(day)));
}

/** The first day of the month of a day. @example isoOf(startOfMonth(dayFromIso('2024-02-10'))) // '2024-02-01' */
export function startOfMonth(day: Day): Day {
  return day - civilOf(day).day + 1;
}

/** The same date some months later, the month's last day where it has fewer days (31 January + 1 = 28 February). */
export function plusMonths(day: Day, months: number): Day {
  return fromLocal(addMonths(toLocalNoon(day), months));
}

/** Whether business is done on a day: Monday to Friday and not a holiday. */
export function isBusinessDay(day: Day, holidays: ReadonlySet<Day> = new Set()): boolean {
  return weekdayOf(day) <= 5 && !holidays.has(day);
}

/** The day itself when it is a business day, else the next one. */
export function nextBusinessDay(day: Day, holidays: ReadonlySet<Day> = new Set()): Day {
  let candidate = day;
  while (!isBusinessDay(candidate, holidays)) candidate += 1;
  return candidate;
}

/**
 * The day a number of business days after a day (the day itself is not counted).
 * @param day the day counted from
 * @param count business days, 0 or more
 * @param holidays days on which no business is done
 * @example isoOf(plusBusinessDays(dayFromIso('2026-11-13'), 2)) // '2026-11-17': Friday + 2 is Tuesday
 */
export function plusBusinessDays(day: Day, count: number, holidays: ReadonlySet<Day> = new Set()): Day {
  if (holidays.size === 0) return fromLocal(addBusinessDays(toLocalNoon(day), count));
  let reached = day;
  for (let left = count; left > 0; left -= 1) reached = nextBusinessDay(reached + 1, holidays);
  return reached;
}

/** The number of business days after `from` up to and including `to`; 0 when `to` is not later. */
export function businessDaysBetween(from: Day, to: Day, holidays: ReadonlySet<Day> = new Set()): number {
  let count = 0;
  for (let day = from + 1; day <= to; day += 1) if (isBusinessDay(day, holidays)) count += 1;
  return count;
}
