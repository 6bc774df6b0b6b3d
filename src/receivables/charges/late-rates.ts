// The yearly rates of interest on late payment as people keep them, each from a day on, and which one counts for a debt.
import { type Day, dayFromIso } from '../day';
import type { Regime } from './late-compensation';

/** A yearly rate as a fraction, from a day on. */
export interface LateRate {
  from: Day;
  rate: number;
}

const LINE = /^(\d{4}-\d\d-\d\d)\s*:?\s+(\d{1,2}(?:[.,]\d+)?)\s*%$/;

/**
 * The rates written down, a line each.
 * @param written `2026-07-01 10.15 %`
 * @returns the rates, the oldest first, and the first line that is none; '' when each is
 * @example parseLateRates('2026-07-01 10.15 %').rates // [{ from: 20635, rate: 0.1015 }]
 */
export function parseLateRates(written: string): { rates: LateRate[]; unread: string } {
  const lines = written.split(/\r\n?|\n/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
  const read = lines.map((line) => {
    const [, iso = '', percent = ''] = LINE.exec(line) ?? [];
    const from = dayFromIso(iso);
    return from === null ? line : { from, rate: Number(percent.replace(',', '.')) / 100 };
  });
  const rates = read.flatMap((one) => (typeof one === 'string' ? [] : [one]));
  const unread = read.find((one) => typeof one === 'string') ?? '';
  return { rates: rates.sort((a, b) => a.from - b.from), unread };
}

/**
 * The one yearly rate that gives the interest of a time, by days: the rates within it by their days. In the United Kingdom
 * the rate of the day it began to run counts throughout (Late Payment of Commercial Debts (Rate of Interest) (No 3) Order
 * 2002, article 4); elsewhere it changes with the reference rate (Directive 2011/7/EU, article 2 (6) and (7)).
 * @param due interest runs from the day after it
 * @param asOf the last day; it counts
 * @returns null where the rates do not reach back to its beginning, or no day counts
 * @example lateRateFor([{ from: 0, rate: 0.1 }, { from: 10, rate: 0.2 }], '', { due: 4, asOf: 14 }) // 0.15
 */
export function lateRateFor(
  rates: readonly LateRate[],
  regime: Regime | '',
  { due, asOf }: { due: Day; asOf: Day },
): number | null {
  const first = due + 1;
  const within = rates.filter(({ from }, at) => from <= asOf && (rates[at + 1]?.from ?? asOf + 1) > first);
  const [begins] = within;
  if (!begins || begins.from > first || asOf < first) return null;
  if (regime === 'UK') return begins.rate;
  const weighed = within.reduce((sum, { from, rate }, at) => {
    const until = within[at + 1]?.from ?? asOf + 1;
    return sum + rate * (until - Math.max(from, first));
  }, 0);
  return weighed / (asOf - due);
}
