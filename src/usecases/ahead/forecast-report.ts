// The forecast of a file: when each open invoice will be paid, the cash of the coming weeks, who may be late, how good it was.
import { type Day, isoOf } from '../../receivables/day';
import { backTest, isWorthShowing, lastMonthStarts, type Skill } from '../../receivables/forecast/back-test';
import type { BookForecast } from '../../receivables/forecast/book-forecast';
import { lookAhead } from '../../receivables/forecast/look-ahead';
import { silenceInWords, skillInWords } from '../../receivables/forecast/skill-words';
import { toDecimal } from '../../receivables/money';
import { columnsAsked, openBook, type PreviewOptions } from '../planning/preview-book';
import { knownBook } from './known-book';
import { type FileBook, openedFile } from './opened-file';

/** A forecast as the command line prints it: amounts decimal, dates `YYYY-MM-DD`, chances 0 to 1. */
export interface ForecastReport {
  asOf: string;
  columns: Record<string, string | null>;
  questions: { field: string; message: string; candidates: string[] }[];
  invoices: {
    row: number;
    invoice: string;
    customer: string;
    currency: string;
    balance: number;
    due: string | null;
    expected: string | null;
    early: string | null;
    late: string | null;
    /** What the habit says where a promise stands in its place. */
    byHabit?: string | null;
    lateRisk: number | null;
    usualDays: number | null;
    paidCount: number;
    why: string;
  }[];
  weeks: Record<string, { from: string; to: string; amount: number; low: number; high: number; promised: number }[]>;
  /** What is not expected within the weeks. */
  beyond: Record<string, number>;
  /** What is open and not for us to expect: insolvent, assigned, of our own group. */
  apart: Record<string, number>;
  customers: {
    customer: string;
    currency: string;
    open: number;
    lateRisk: number | null;
    usualDays: number | null;
  }[];
  skill: Record<string, Skill & { inWords: string; isWorthShowing: boolean }>;
}

/**
 * Forecasts the book of a file, from what it knew on the day.
 * @throws Refusal when there is no invoice table
 * @example forecastReport(file, { asOf: '2013-06-30' }).weeks['XXX']?.[0]?.amount // 1438.41
 */
export function forecastReport(file: FileBook, options: PreviewOptions): ForecastReport {
  const opened = openBook(openedFile(file), options);
  const { asOf, book } = opened;
  const known = knownBook(opened);
  const { rows, tolerance } = known;
  const forecast = lookAhead(known);
  const skills = [...backTest(rows, lastMonthStarts(asOf), asOf, tolerance)].filter(
    ([currency]) => forecast.cash.has(currency) || forecast.apart[currency] !== undefined,
  );
  return {
    asOf: isoOf(asOf),
    ...columnsAsked(book),
    invoices: invoicesOf(forecast),
    ...cashOf(forecast),
    apart: Object.fromEntries(Object.entries(forecast.apart).map(([code, minor]) => [code, toDecimal(minor, code)])),
    customers: forecast.customers.map(({ customer, currency, open, lateRisk, usualDays }) => ({
      ...{ customer, currency, open: toDecimal(open, currency) },
      ...{ lateRisk: rounded(lateRisk), usualDays: rounded(usualDays) },
    })),
    skill: Object.fromEntries(
      skills.map(([currency, skill]) => {
        const isShown = isWorthShowing(skill);
        const inWords = isShown ? skillInWords(skill) : silenceInWords(skill);
        return [currency, { ...roundedSkill(skill), inWords, isWorthShowing: isShown }];
      }),
    ),
  };
}

function invoicesOf({ invoices }: BookForecast): ForecastReport['invoices'] {
  const iso = (day: Day | null): string | null => (day === null ? null : isoOf(day));
  return invoices.map(({ invoice, expected, early, late, byHabit, lateRisk, usualDays, paidCount, why }) => {
    const { row, customer, customerId, currency, open, due } = invoice;
    return {
      ...{ row, invoice: invoice.invoice, customer: customer || customerId, currency },
      ...{ balance: toDecimal(open, currency), due: iso(due) },
      ...{ expected: iso(expected), early: iso(early), late: iso(late) },
      ...(expected === byHabit || expected === null ? {} : { byHabit: iso(byHabit) }),
      ...{ lateRisk: rounded(lateRisk), usualDays: rounded(usualDays), paidCount, why },
    };
  });
}

function cashOf({ cash }: BookForecast): Pick<ForecastReport, 'weeks' | 'beyond'> {
  const weeks: ForecastReport['weeks'] = {};
  const beyond: ForecastReport['beyond'] = {};
  for (const [currency, forecast] of cash) {
    const money = (minor: number): number => toDecimal(Math.round(minor), currency);
    weeks[currency] = forecast.weeks.map(({ from, to, expected, low, high, promised }) => ({
      ...{ from: isoOf(from), to: isoOf(to), amount: money(expected) },
      ...{ low: money(low), high: money(high), promised: money(promised) },
    }));
    beyond[currency] = money(forecast.beyond);
  }
  return { weeks, beyond };
}

/** Six digits: more are noise. */
function rounded<T extends number | null>(value: T): T {
  return (value === null ? value : Number(value.toFixed(6))) as T;
}

function roundedSkill(skill: Skill): Skill {
  return Object.fromEntries(Object.entries(skill).map(([name, value]) => [name, rounded(value)])) as unknown as Skill;
}
