// The public holidays of a country in a year.
import { civilOf, type Day, dayOf, endOfMonth, weekdayOf } from './day';
import { RULES } from './holidays-rules';

/** A day on which a whole country is off work, and what people there call it. */
export interface Holiday {
  day: Day;
  name: string;
}

/** The countries whose public holidays are known, as ISO 3166 codes. `GB` is England and Wales. */
export const HOLIDAY_COUNTRIES: readonly string[] = Object.keys(RULES);

// The Gregorian calendar's first whole year, and the last one whose following year `dayOf` still knows.
const FIRST_YEAR = 1583;
const LAST_YEAR = 9998;
const MONDAY = 1;
const THURSDAY = 4;
const FRIDAY = 5;
const SUNDAY = 7;

/**
 * The nationwide public holidays of a country in a year, sorted by day, no day twice.
 *
 * The rules are those of 2026 and are right for the years around it and to come; holidays that are new have their first
 * year, older changes and days proclaimed once do not show. Holidays that are always a Sunday are left out. In GB and US
 * the day is the one people have off (the substitute or observed day) instead of the Saturday or Sunday itself; in the
 * US 1 January can thus fall into the year before. Two holidays on one day are one entry, `Fête du Travail + Ascension`.
 * @param country ISO 3166 code in capitals; [] for one that is not in HOLIDAY_COUNTRIES
 * @param year four-digit year; [] outside 1583 to 9998
 * @example publicHolidays('GB', 2026).pop() // { day: 20815, name: 'Boxing Day (substitute)' }: Mon 28 Dec 2026
 */
export function publicHolidays(country: string, year: number): Holiday[] {
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) return [];
  const rules = HOLIDAY_COUNTRIES.includes(country) ? RULES[country] : undefined;
  if (rules === undefined) return [];
  if (country === 'GB') return joined(withSubstitutes(byRule(rules, year)));
  if (country !== 'US') return joined(byRule(rules, year));
  const observed = [...byRule(rules, year), ...byRule(rules, year + 1)].map(observedDay);
  return joined(observed.filter(({ day }) => civilOf(day).year === year));
}

/**
 * Easter Sunday of a year, by the algorithm of Meeus, Jones and Butcher (Jean Meeus, Astronomical Algorithms, chapter 8).
 * @param year a year of the Gregorian calendar, 1583 to 9999
 * @example isoOf(easterSunday(2026)) // '2026-04-05'
 */
export function easterSunday(year: number): Day {
  const whole = Math.floor;
  const a = year % 19;
  const b = whole(year / 100);
  const c = year % 100;
  const g = whole((b - whole((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - whole(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * whole(c / 4) - h - (c % 4)) % 7;
  const m = whole((a + 11 * h + 22 * l) / 451);
  const monthAndDay = h + l - 7 * m + 114;
  return dateIn(year, whole(monthAndDay / 31), (monthAndDay % 31) + 1);
}

function byRule(rules: string, year: number): Holiday[] {
  const holidays: Holiday[] = [];
  for (const rule of rules.split('\n')) {
    const end = rule.indexOf(' ');
    const [when = '', since = '0'] = rule.slice(0, end).split('/');
    if (year >= Number(since)) holidays.push({ day: dayBy(when, year), name: rule.slice(end + 1) });
  }
  return holidays;
}

function dayBy(when: string, year: number): Day {
  if (when.startsWith('easter')) return easterSunday(year) + Number(when.slice(6));
  if (when === 'kings-day') {
    const day = dateIn(year, 4, 27);
    return weekdayOf(day) === SUNDAY ? day - 1 : day;
  }
  if (when === 'brigids-day') {
    const first = dateIn(year, 2, 1);
    return weekdayOf(first) === FRIDAY ? first : nthWeekday(first, 'mon', '1');
  }
  const [month, day = '', nth] = when.split('-');
  return nth === undefined
    ? dateIn(year, Number(month), Number(day))
    : nthWeekday(dateIn(year, Number(month), 1), day, nth);
}

function dateIn(year: number, month: number, day: number): Day {
  const found = dayOf(year, month, day);
  if (found === null) throw new RangeError(`A holiday rule names ${year}-${month}-${day}, which is no date.`);
  return found;
}

function nthWeekday(firstOfMonth: Day, name: string, nth: string): Day {
  const weekday = name === 'thu' ? THURSDAY : MONDAY;
  const last = endOfMonth(firstOfMonth);
  if (nth === 'last') return last - ((weekdayOf(last) - weekday + 7) % 7);
  return firstOfMonth + ((weekday - weekdayOf(firstOfMonth) + 7) % 7) + 7 * (Number(nth) - 1);
}

// gov.uk/bank-holidays: a bank holiday on a weekend moves to the next weekday that is not one itself, so that Christmas
// on a Sunday moves past Boxing Day to the Tuesday.
function withSubstitutes(holidays: readonly Holiday[]): Holiday[] {
  const isWeekend = ({ day }: Holiday) => weekdayOf(day) > FRIDAY;
  const taken = new Set<Day>();
  const weekendsLast = [...holidays.filter((holiday) => !isWeekend(holiday)), ...holidays.filter(isWeekend)];
  return weekendsLast.map(({ day, name }) => {
    let free = day;
    while (weekdayOf(free) > FRIDAY || taken.has(free)) free += 1;
    taken.add(free);
    return { day: free, name: free === day ? name : `${name} (substitute)` };
  });
}

// 5 U.S.C. 6103(b): a Saturday's holiday is taken on the Friday before; Executive Order 11582: a Sunday's on the Monday.
function observedDay({ day, name }: Holiday): Holiday {
  const weekday = weekdayOf(day);
  if (weekday <= FRIDAY) return { day, name };
  return { day: weekday === SUNDAY ? day + 1 : day - 1, name: `${name} (observed)` };
}

function joined(holidays: readonly Holiday[]): Holiday[] {
  const names = new Map<Day, string>();
  for (const { day, name } of holidays) {
    const beside = names.get(day);
    names.set(day, beside === undefined ? name : `${beside} + ${name}`);
  }
  return [...names].map(([day, name]) => ({ day, name })).sort((a, b) => a.day - b.day);
}
