// Payment runs: what people write, the next run, and how it is said.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilOf, type Day, endOfMonth, isBusinessDay, isoOf, weekdayOf } from '../../src/receivables/day';
import { publicHolidays } from '../../src/receivables/holidays';
import { nextPaymentRun, type PaymentRun, parsePaymentRun, paymentRunInWords } from '../../src/receivables/payment-run';
import { on } from './invoice-rows';

function run(written: string): PaymentRun {
  const read = parsePaymentRun(written);
  if (read === null || 'fault' in read) throw new Error(`${written}: ${read?.fault ?? 'none'}`);
  return read;
}

const weekly = (...weekdays: number[]): PaymentRun => ({ weekdays, daysOfMonth: [] });
const monthly = (...daysOfMonth: number[]): PaymentRun => ({ weekdays: [], daysOfMonth });
const END = 31;

function next(written: string, from: string, holidays: ReadonlySet<Day> = new Set()): string {
  return isoOf(nextPaymentRun(run(written), on(from), (day) => isBusinessDay(day, holidays)));
}

describe('reading', () => {
  it.each([
    ['Thu', 'Thursday', 'thursdays', 'every Thursday', 'Thurs.', 'on Thursdays', 'Weekly Thu', 'Th'],
    ['Donnerstag', 'donnerstags', 'Do', 'Do.', 'jeden Donnerstag', 'jeudi', 'le jeudi', 'tous les jeudis', 'jeu.'],
    ['jueves', 'los jueves', 'todos los jueves', 'giovedì', 'ogni giovedì', 'donderdag', 'czwartek', 'quinta-feira'],
  ])('reads a weekday as people write it: %s, %s, %s, ...', (...written) => {
    for (const text of written) expect(parsePaymentRun(text), text).toEqual(weekly(4));
  });

  it.each([
    'Tue and Fri',
    'Fri, Tue',
    'Tuesday & Friday',
    'Di und Fr',
    'Di/Fr',
    'mardi et vendredi',
    'martes y viernes',
    'martedì e venerdì',
    'Tue Fri',
    'dinsdag en vrijdag',
    'every Tuesday and every Friday',
    'Tue\nFri',
  ])('reads several weekdays in any order: %s', (text) => {
    expect(parsePaymentRun(text)).toEqual(weekly(2, 5));
  });

  it('knows every weekday in every language, abbreviated to three letters too', () => {
    const written = [
      'Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
      'Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag',
      'lundi mardi mercredi jeudi vendredi samedi dimanche',
      'lunes martes miércoles jueves viernes sábado domingo',
      'lunedì martedì mercoledì giovedì venerdì sabato domenica',
      'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag',
      'poniedziałek wtorek środa czwartek piątek sobota',
      'segunda terça quarta quinta sexta sábado domingo',
    ];
    for (const names of written) {
      names.split(' ').forEach((name, index) => {
        for (const text of [name, name.toUpperCase(), name.slice(0, 3)]) {
          expect(parsePaymentRun(text), text).toEqual(weekly(index + 1));
        }
      });
    }
  });

  it.each([
    '15',
    '15.',
    '15th',
    'the 15th',
    'am 15.',
    'le 15',
    'el 15 de cada mes',
    '15th of the month',
    'on the 15th',
  ])('reads a day of the month: %s', (text) => {
    expect(parsePaymentRun(text)).toEqual(monthly(15));
  });

  it.each([
    '1st and 15th',
    '1, 15',
    '15./1.',
    '1 / 15',
    '01 & 15',
    '1. und 15.',
    'le 1er et le 15 du mois',
    '1º y 15',
    '1st and 15th of each month',
    '1,15',
    '1 15',
    'every month on the 1st and the 15th',
    '1, 15, 1',
  ])('reads several days of the month: %s', (text) => {
    expect(parsePaymentRun(text)).toEqual(monthly(1, 15));
  });

  it.each([
    'month end',
    'month-end',
    'Monatsende',
    'Ende des Monats',
    'zum Monatsende',
    'Ultimo',
    'Monatsletzter',
    'letzter',
    'último dia do mês',
    'letzter Tag des Monats',
    'last day',
    'last day of the month',
    'end of month',
    'End of the month',
    'at the end of the month',
    'EOM',
    'fin de mois',
    'dernier jour du mois',
    'fin de mes',
    'último día del mes',
    'fine mese',
    'einde van de maand',
    'koniec miesiąca',
    'fim do mês',
    '31',
  ])('reads the month end: %s', (text) => {
    expect(parsePaymentRun(text)).toEqual(monthly(END));
  });

  it('reads days of the month and weekdays together with the month end', () => {
    expect(parsePaymentRun('15 and month end')).toEqual(monthly(15, END));
    expect(parsePaymentRun('15. und Monatsende')).toEqual(monthly(15, END));
    expect(parsePaymentRun('10, 20, EOM')).toEqual(monthly(10, 20, END));
    expect(parsePaymentRun('Fri + month end')).toEqual({ weekdays: [5], daysOfMonth: [END] });
  });

  it('takes an empty cell as none', () => {
    expect(parsePaymentRun('')).toBeNull();
    expect(parsePaymentRun('  \n')).toBeNull();
  });

  it.each([
    'every other Thursday',
    'every 2nd Thursday',
    '2nd Thursday',
    '1st and 3rd Friday',
    'last Friday',
    'last business day',
    'every 2 weeks',
    'every 14 days',
    'every 2nd month',
    'tous les 15 jours',
    'biweekly',
    'Mon-Fri',
    'Mon – Fri',
    'Mon to Fri',
    'Net 30',
    '30 days end of month',
    'end of next month',
    'mid-month',
    '15 March',
    '15.10.2026',
    '0',
    '32',
    '15.5',
    'nie',
    'never',
    'dos',
    'me',
    'Thursday of each second month',
    'constructor',
    'every month',
    ',',
    '-',
  ])('does not guess what is more than weekdays, days and the month end: %s', (text) => {
    expect(parsePaymentRun(text)).toEqual({
      fault: `Cannot read the payment run "${text}". Write weekdays like "Tue and Fri", days of the month like "1, 15", or "month end".`,
    });
  });

  it.each(['Thursday, 2nd and 4th', '15 and Thu'])('does not mix weekdays with numbered days: %s', (text) => {
    expect(parsePaymentRun(text)).toEqual({
      fault: `The payment run "${text}" has weekdays and numbered days of the month. Write one or the other.`,
    });
  });

  it('quotes only the beginning of a long text', () => {
    const read = parsePaymentRun(`ask ${'very '.repeat(40)}nicely`);
    expect(read !== null && 'fault' in read && read.fault.length < 170).toBe(true);
  });
});

describe('the next run', () => {
  it('is the day itself when it is a run day', () => {
    expect(next('Thu', '2026-06-04')).toBe('2026-06-04');
    expect(next('15', '2026-06-15')).toBe('2026-06-15');
  });

  it('is the nearest of several', () => {
    expect(next('Tue and Fri', '2026-06-03')).toBe('2026-06-05');
    expect(next('Tue and Fri', '2026-06-06')).toBe('2026-06-09');
    expect(next('10 / 25', '2026-06-11')).toBe('2026-06-25');
    expect(next('1, 15', '2026-12-16')).toBe('2027-01-01');
  });

  it('moves from a weekend to the Monday and is still to come on the Sunday', () => {
    expect(next('15', '2026-08-14')).toBe('2026-08-17');
    expect(next('15', '2026-08-16')).toBe('2026-08-17');
    expect(next('15', '2026-08-17')).toBe('2026-08-17');
    expect(next('15', '2026-08-18')).toBe('2026-09-15');
  });

  it('moves past holidays, and from the month end into the next month', () => {
    const germany = new Set(publicHolidays('DE', 2026).map(({ day }) => day));
    expect(next('Fri', '2026-04-01', germany)).toBe('2026-04-07');
    expect(next('Fri', '2026-04-07', germany)).toBe('2026-04-07');
    expect(next('month end', '2026-05-30')).toBe('2026-06-01');
    expect(next('month end', '2026-06-01')).toBe('2026-06-01');
    expect(next('month end', '2026-06-02')).toBe('2026-06-30');
  });

  it('is on the last day of a month that has no such day', () => {
    expect(next('31', '2027-04-02')).toBe('2027-04-30');
    expect(next('30', '2028-02-01')).toBe('2028-02-29');
    expect(next('29', '2029-02-01')).toBe('2029-02-28');
    expect(next('30', '2027-03-02')).toBe('2027-03-30');
  });

  it('ends for a calendar without business days', () => {
    expect(nextPaymentRun(weekly(4), on('2026-06-04'), () => false)).toBeGreaterThanOrEqual(on('2026-06-04'));
  });
});

describe('in words', () => {
  it.each([
    ['Thu', 'on Thursdays'],
    ['Tue and Fri', 'on Tuesdays and Fridays'],
    ['Mon Wed Fri', 'on Mondays, Wednesdays and Fridays'],
    ['15', 'on the 15th of the month'],
    ['1, 15', 'on the 1st and the 15th of the month'],
    [
      '2, 3, 11, 12, 13, 21, 22, 23',
      /^on the 2nd, the 3rd, the 11th, the 12th, the 13th, the 21st, the 22nd and the 23rd of/,
    ],
    ['Monatsende', 'at the end of the month'],
    ['15 and month end', 'on the 15th and at the end of the month'],
    ['Fri, month end', 'on Fridays and at the end of the month'],
  ])('says %s as "%s"', (text, words) => {
    expect(paymentRunInWords(run(text))).toMatch(words instanceof RegExp ? words : new RegExp(`^${words}$`));
  });
});

describe('for all runs', () => {
  const some = (max: number) => fc.uniqueArray(fc.integer({ min: 1, max }), { minLength: 1, maxLength: 5 });
  const sorted = (days: number[]) => [...days].sort((a, b) => a - b);
  const runs: fc.Arbitrary<PaymentRun> = fc.oneof(
    some(7).map((days) => weekly(...sorted(days))),
    some(31).map((days) => monthly(...sorted(days))),
    some(7).map((days) => ({ weekdays: sorted(days), daysOfMonth: [END] })),
  );
  const days = fc.integer({ min: on('2015-01-01'), max: on('2060-01-01') });
  const countries = fc.constantFrom('', 'DE', 'GB', 'US', 'PL', 'IT');

  function businessDaysOf(country: string): (day: Day) => boolean {
    const years = new Map<number, Set<Day>>();
    return (day) => {
      const { year } = civilOf(day);
      const holidays = years.get(year) ?? new Set(publicHolidays(country, year).map((holiday) => holiday.day));
      years.set(year, holidays);
      return isBusinessDay(day, holidays);
    };
  }

  it('the next run is a business day, not before the day asked about and at most 40 days after it', () => {
    fc.assert(
      fc.property(runs, days, countries, (paymentRun, from, country) => {
        const isBusiness = businessDaysOf(country);
        const day = nextPaymentRun(paymentRun, from, isBusiness);
        expect(day).toBeGreaterThanOrEqual(from);
        expect(day).toBeLessThanOrEqual(from + 40);
        expect(isBusiness(day)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('the next run is the first of all runs, each moved to its next business day', () => {
    const falls = ({ weekdays, daysOfMonth }: PaymentRun, day: Day) =>
      weekdays.includes(weekdayOf(day)) ||
      daysOfMonth.some((of) => civilOf(day).day === Math.min(of, civilOf(endOfMonth(day)).day));
    fc.assert(
      fc.property(runs, days, countries, (paymentRun, from, country) => {
        const isBusiness = businessDaysOf(country);
        const made: Day[] = [];
        for (let due = from - 20; due <= from + 45; due += 1) {
          let day = due;
          while (!isBusiness(day)) day += 1;
          if (falls(paymentRun, due) && day >= from) made.push(day);
        }
        expect(nextPaymentRun(paymentRun, from, isBusiness)).toBe(Math.min(...made));
      }),
      { numRuns: 500 },
    );
  });

  it('words can be read back without loss', () => {
    fc.assert(
      fc.property(runs, (paymentRun) => {
        expect(parsePaymentRun(paymentRunInWords(paymentRun))).toEqual(paymentRun);
      }),
    );
  });

  it('any text is none, a run or a fault with a sentence', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = parsePaymentRun(text);
        if (read === null) expect(text.trim()).toBe('');
        else if ('fault' in read) expect(read.fault).toMatch(/\.$/);
        else expect(read.weekdays.length + read.daysOfMonth.length).toBeGreaterThan(0);
      }),
    );
  });
});
