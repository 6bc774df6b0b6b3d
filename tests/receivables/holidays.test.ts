// Public holidays: the dates of three years as written in law and official lists, and what holds for every year.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Day, dayOf, isoOf, weekdayOf } from '../../src/receivables/day';
import { easterSunday, HOLIDAY_COUNTRIES, publicHolidays } from '../../src/receivables/holidays';
import { on } from './invoice-rows';

/** Month and day of each holiday, `01-01 04-03 ...`. */
function datesOf(country: string, year: number): string {
  return publicHolidays(country, year)
    .map(({ day }) => isoOf(day).slice(5))
    .join(' ');
}

function nameOn(country: string, iso: string): string | undefined {
  const day = on(iso);
  return publicHolidays(country, Number(iso.slice(0, 4))).find((holiday) => holiday.day === day)?.name;
}

// Country, whose list or law it is, then 2026, 2027 and 2028. The weekdays among them agree with the holiday tables of the
// Python package `holidays` 0.105, but for Good Friday in NL.
const WRITTEN_OUT: readonly (readonly [country: string, source: string, ...years: string[]])[] = [
  [
    'AT',
    'Arbeitsruhegesetz § 7',
    '01-01 01-06 04-06 05-01 05-14 05-25 06-04 08-15 10-26 11-01 12-08 12-25 12-26',
    '01-01 01-06 03-29 05-01 05-06 05-17 05-27 08-15 10-26 11-01 12-08 12-25 12-26',
    '01-01 01-06 04-17 05-01 05-25 06-05 06-15 08-15 10-26 11-01 12-08 12-25 12-26',
  ],
  [
    'BE',
    'royal decree of 18 April 1974, the ten legal holidays',
    '01-01 04-06 05-01 05-14 05-25 07-21 08-15 11-01 11-11 12-25',
    '01-01 03-29 05-01 05-06 05-17 07-21 08-15 11-01 11-11 12-25',
    '01-01 04-17 05-01 05-25 06-05 07-21 08-15 11-01 11-11 12-25',
  ],
  ['CH', 'kept by every canton', '01-01 05-14 08-01 12-25', '01-01 05-06 08-01 12-25', '01-01 05-25 08-01 12-25'],
  [
    'DE',
    'the nine holidays of all sixteen states’ laws',
    '01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26',
    '01-01 03-26 03-29 05-01 05-06 05-17 10-03 12-25 12-26',
    '01-01 04-14 04-17 05-01 05-25 06-05 10-03 12-25 12-26',
  ],
  [
    'ES',
    'Real Decreto 2001/1983, article 45',
    '01-01 01-06 04-03 05-01 08-15 10-12 11-01 12-06 12-08 12-25',
    '01-01 01-06 03-26 05-01 08-15 10-12 11-01 12-06 12-08 12-25',
    '01-01 01-06 04-14 05-01 08-15 10-12 11-01 12-06 12-08 12-25',
  ],
  [
    'FR',
    'Code du travail, article L3133-1',
    '01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25',
    '01-01 03-29 05-01 05-06 05-08 05-17 07-14 08-15 11-01 11-11 12-25',
    '01-01 04-17 05-01 05-08 05-25 06-05 07-14 08-15 11-01 11-11 12-25',
  ],
  [
    'GB',
    'gov.uk/bank-holidays, England and Wales',
    '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
    '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
    '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
  ],
  [
    'IE',
    'Organisation of Working Time Act 1997, second schedule, and St Brigid’s Day',
    '01-01 02-02 03-17 04-06 05-04 06-01 08-03 10-26 12-25 12-26',
    '01-01 02-01 03-17 03-29 05-03 06-07 08-02 10-25 12-25 12-26',
    '01-01 02-07 03-17 04-17 05-01 06-05 08-07 10-30 12-25 12-26',
  ],
  [
    'IT',
    'legge 260/1949 and legge 151/2025',
    '01-01 01-06 04-06 04-25 05-01 06-02 08-15 10-04 11-01 12-08 12-25 12-26',
    '01-01 01-06 03-29 04-25 05-01 06-02 08-15 10-04 11-01 12-08 12-25 12-26',
    '01-01 01-06 04-17 04-25 05-01 06-02 08-15 10-04 11-01 12-08 12-25 12-26',
  ],
  [
    'NL',
    'rijksoverheid.nl, officiële feestdagen, without 5 May',
    '01-01 04-06 04-27 05-14 05-25 12-25 12-26',
    '01-01 03-29 04-27 05-06 05-17 12-25 12-26',
    '01-01 04-17 04-27 05-25 06-05 12-25 12-26',
  ],
  [
    'PL',
    'ustawa o dniach wolnych od pracy, as of 2025',
    '01-01 01-06 04-06 05-01 05-03 06-04 08-15 11-01 11-11 12-24 12-25 12-26',
    '01-01 01-06 03-29 05-01 05-03 05-27 08-15 11-01 11-11 12-24 12-25 12-26',
    '01-01 01-06 04-17 05-01 05-03 06-15 08-15 11-01 11-11 12-24 12-25 12-26',
  ],
  [
    'PT',
    'Código do Trabalho, article 234',
    '01-01 04-03 04-25 05-01 06-04 06-10 08-15 10-05 11-01 12-01 12-08 12-25',
    '01-01 03-26 04-25 05-01 05-27 06-10 08-15 10-05 11-01 12-01 12-08 12-25',
    '01-01 04-14 04-25 05-01 06-10 06-15 08-15 10-05 11-01 12-01 12-08 12-25',
  ],
  [
    'US',
    'opm.gov, federal holidays, as observed',
    '01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25',
    '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31',
    '01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25',
  ],
];

describe('dates written out', () => {
  it.each(WRITTEN_OUT)('%s has in 2026 to 2028 the holidays of %s', (country, _source, ...years) => {
    expect([2026, 2027, 2028].map((year) => datesOf(country, year))).toEqual(years);
  });

  it('writes out every country that is known, and knows no other', () => {
    expect([...HOLIDAY_COUNTRIES].sort()).toEqual(WRITTEN_OUT.map(([country]) => country));
    for (const other of ['', 'de', 'SE', 'Germany', 'constructor', '__proto__']) {
      expect(publicHolidays(other, 2026), other).toEqual([]);
    }
  });

  it('has no holidays in a year that is none', () => {
    for (const year of [1582, 9999, 2026.5, Number.NaN]) expect(publicHolidays('US', year)).toEqual([]);
  });
});

describe('days that move', () => {
  it('gives England the Tuesday for Christmas on a Sunday, after Boxing Day on the Monday (2022)', () => {
    expect(nameOn('GB', '2022-12-26')).toBe('Boxing Day');
    expect(nameOn('GB', '2022-12-27')).toBe('Christmas Day (substitute)');
  });

  it('gives England Monday and Tuesday for Christmas on a Saturday (2027), and Monday for Boxing Day on one (2026)', () => {
    expect(nameOn('GB', '2027-12-27')).toBe('Christmas Day (substitute)');
    expect(nameOn('GB', '2027-12-28')).toBe('Boxing Day (substitute)');
    expect(nameOn('GB', '2026-12-25')).toBe('Christmas Day');
    expect(nameOn('GB', '2026-12-28')).toBe('Boxing Day (substitute)');
  });

  it('gives the US the Friday before a Saturday and the Monday after a Sunday, across the new year too', () => {
    expect(nameOn('US', '2026-07-03')).toBe('Independence Day (observed)');
    expect(nameOn('US', '2027-07-05')).toBe('Independence Day (observed)');
    expect(nameOn('US', '2027-12-31')).toBe('New Year’s Day (observed)');
    expect(nameOn('US', '2023-01-02')).toBe('New Year’s Day (observed)');
  });

  it('keeps King’s Day on 26 April when 27 April is a Sunday (2025, 2031)', () => {
    expect(nameOn('NL', '2025-04-26')).toBe('Koningsdag');
    expect(nameOn('NL', '2031-04-26')).toBe('Koningsdag');
    expect(nameOn('NL', '2025-04-27')).toBeUndefined();
  });

  it('keeps St Brigid’s Day on 1 February when that is a Friday (2030)', () => {
    expect(nameOn('IE', '2030-02-01')).toBe('St Brigid’s Day');
    expect(nameOn('IE', '2030-02-04')).toBeUndefined();
  });

  it('begins new holidays in their first year', () => {
    expect([nameOn('PL', '2024-12-24'), nameOn('PL', '2025-12-24')]).toEqual([undefined, 'Wigilia']);
    expect([nameOn('IT', '2025-10-04'), nameOn('IT', '2026-10-04')]).toEqual([undefined, 'San Francesco']);
    expect([nameOn('US', '2020-06-19'), nameOn('US', '2023-06-19')]).toEqual([undefined, 'Juneteenth']);
    expect([nameOn('IE', '2022-02-07'), nameOn('IE', '2023-02-06')]).toEqual([undefined, 'St Brigid’s Day']);
  });

  it('names two holidays of one day together (Ascension on 1 May 2008)', () => {
    expect(nameOn('DE', '2008-05-01')).toBe('Tag der Arbeit + Christi Himmelfahrt');
  });
});

describe('Easter', () => {
  it('is on the dates of Meeus’s examples and on the earliest and latest there are', () => {
    // Meeus, Astronomical Algorithms, chapter 8: 1991, 1992, 1993, 1954, 2000, 1818 (earliest); 2038 is the latest.
    const dates = [1991, 1992, 1993, 1954, 2000, 1818, 2038].map((year) => isoOf(easterSunday(year)));
    expect(dates).toEqual([
      '1991-03-31',
      '1992-04-19',
      '1993-04-11',
      '1954-04-18',
      '2000-04-23',
      '1818-03-22',
      '2038-04-25',
    ]);
  });

  it('is a Sunday from 22 March to 25 April in every year of the calendar', () => {
    for (let year = 1583; year <= 9999; year += 1) {
      const easter = easterSunday(year);
      expect(weekdayOf(easter)).toBe(7);
      const date = isoOf(easter).slice(5);
      expect(date >= '03-22' && date <= '04-25', `${year}-${date}`).toBe(true);
    }
  });
});

describe('every year from 1990 to 2100', () => {
  const years = fc.integer({ min: 1990, max: 2100 });
  const countries = fc.constantFrom(...HOLIDAY_COUNTRIES);

  it('has its holidays sorted, each day once, within the year and named', () => {
    fc.assert(
      fc.property(countries, years, (country, year) => {
        const holidays = publicHolidays(country, year);
        const days = holidays.map(({ day }) => day);
        expect(days).toEqual([...new Set(days)].sort((a, b) => a - b));
        expect(days.every((day) => isoOf(day).startsWith(`${year}-`))).toBe(true);
        expect(holidays.every(({ name }) => name.trim() !== '')).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  it('has Easter Monday and Whit Monday on Mondays, Good Friday on a Friday, Ascension and Corpus Christi on Thursdays', () => {
    const weekdays: readonly (readonly [RegExp, number])[] = [
      [/Easter Monday|Ostermontag|Lundi de Pâques|Lunedì dell|Tweede paasdag|Wielkanocny|Paasmaandag/, 1],
      [/Pfingstmontag|Lundi de Pentecôte|Tweede pinksterdag|Pinkstermaandag/, 1],
      [/Good Friday|Karfreitag|Viernes Santo|Sexta-feira Santa/, 5],
      [/Christi Himmelfahrt|Auffahrt|Ascension|Hemelvaartsdag/, 4],
      [/Fronleichnam|Boże Ciało|Corpo de Deus|Thanksgiving/, 4],
      [/bank holiday|May Day|Martin Luther|Washington|Memorial|Labor|Columbus/, 1],
    ];
    const seen = new Set<number>();
    for (let year = 1990; year <= 2100; year += 1) {
      for (const country of HOLIDAY_COUNTRIES) {
        for (const { day, name } of publicHolidays(country, year)) {
          const index = weekdays.findIndex(([pattern]) => pattern.test(name));
          if (index < 0) continue;
          expect(weekdayOf(day), `${country} ${isoOf(day)} ${name}`).toBe(weekdays[index]?.[1]);
          seen.add(index);
        }
      }
    }
    expect(seen.size).toBe(weekdays.length);
  });

  it('has as many holidays as the law names, counting two on one day as two', () => {
    const counts: Record<string, number> = { AT: 13, BE: 10, CH: 4, DE: 9, ES: 10, FR: 11, GB: 8, NL: 7, PT: 12 };
    const later: Record<string, number> = { IE: 10, IT: 12, PL: 12 };
    const named = (country: string, year: number) =>
      publicHolidays(country, year).flatMap(({ name }) => name.split(' + ')).length;
    for (let year = 1990; year <= 2100; year += 1) {
      for (const [country, count] of Object.entries(counts)) expect(named(country, year), country).toBe(count);
      for (const [country, count] of year < 2026 ? [] : Object.entries(later)) {
        expect(named(country, year), country).toBe(count);
      }
    }
  });

  it('has eleven federal holidays in the US, one moved to the year before where New Year is a Saturday', () => {
    const isSaturday = (day: Day | null) => day !== null && weekdayOf(day) === 6;
    for (let year = 2021; year <= 2100; year += 1) {
      const gone = isSaturday(dayOf(year, 1, 1)) ? 1 : 0;
      const come = isSaturday(dayOf(year + 1, 1, 1)) ? 1 : 0;
      expect(publicHolidays('US', year)).toHaveLength(11 - gone + come);
    }
  });

  it('has no holiday on a weekend in GB and US', () => {
    fc.assert(
      fc.property(fc.constantFrom('GB', 'US'), years, (country, year) => {
        expect(publicHolidays(country, year).filter(({ day }) => weekdayOf(day) > 5)).toEqual([]);
      }),
    );
  });
});
