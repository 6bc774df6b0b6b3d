// The tab AR Holidays: days on which nothing is sent, by country, and quiet periods; and the list a new workbook gets.
import { countryCode } from '../../dunning/letter/languages';
import { civilOf, type Day } from '../../receivables/day';
import { HOLIDAY_COUNTRIES, publicHolidays } from '../../receivables/holidays';
import type { Cell, Problem } from '../../sheet/grid';
import { dayOfCell } from '../../sheet/read/typed-cells';
import type { TabTable } from './records';

/** What the tab says. */
export interface Holidays {
  /** Single days without a country, or of our own. */
  own: ReadonlySet<Day>;
  /** Every day of the periods: rows with a last day. */
  quiet: ReadonlySet<Day>;
  byCountry: ReadonlyMap<string, ReadonlySet<Day>>;
  problems: Problem[];
}

/** The days, weekends apart, on which no mail leaves, to whomever. */
export function sendingDays({ own, quiet }: Holidays): ReadonlySet<Day> {
  return quiet.size === 0 ? own : new Set([...own, ...quiet]);
}

/** A longer period is a slip of the pen. */
const LONGEST_PERIOD = 120;

/**
 * Reads AR Holidays; a row that cannot be read is reported and left out.
 * @param table the tab; null when it is gone
 * @param ownCountry code of our own country, '' when not set
 */
export function readHolidays(table: TabTable | null, ownCountry: string): Holidays {
  const own = new Set<Day>();
  const quiet = new Set<Day>();
  const byCountry = new Map<string, Set<Day>>();
  const problems: Problem[] = [...(table?.problems ?? [])];
  for (const row of table?.rows ?? []) {
    const written = row.text('Country');
    const country = countryCode(written);
    const from = dayOfCell(row.cell('Day'));
    const until = dayOfCell(row.cell('Until'));
    const last = until.day ?? from.day;
    const fault =
      from.fault ||
      until.fault ||
      (written && !country ? `"${written}" is no country that Duesheet knows; write a code like DE` : '') ||
      (from.day === null || last === null ? 'Day is empty' : periodFault(from.day, last));
    if (fault || from.day === null || last === null) {
      const message = `AR Holidays, row ${row.row}: ${fault}. The row is not used until it is mended.`;
      problems.push({ row: row.row, column: '', code: 'holiday-unreadable', message });
      continue;
    }
    const isOwn = country === '' || country === ownCountry;
    const theirs = byCountry.get(country) ?? new Set<Day>();
    if (country) byCountry.set(country, theirs);
    for (let day = from.day; day <= last; day += 1) {
      if (country) theirs.add(day);
      if (isOwn) (last > from.day ? quiet : own).add(day);
    }
  }
  return { own, quiet, byCountry, problems };
}

function periodFault(from: Day, last: Day): string {
  if (last < from) return 'Until lies before Day';
  return last - from > LONGEST_PERIOD ? `the period is longer than ${LONGEST_PERIOD} days` : '';
}

/** The rows a new workbook starts with: the public holidays from today to the end of the year after next. */
export function defaultHolidays(today: Day): Record<string, Cell>[] {
  const { year } = civilOf(today);
  return HOLIDAY_COUNTRIES.flatMap((country) =>
    [year, year + 1, year + 2].flatMap((one) =>
      publicHolidays(country, one)
        .filter(({ day }) => day >= today)
        .map(({ day, name }) => ({ Country: country, Day: { day }, Name: name })),
    ),
  );
}
