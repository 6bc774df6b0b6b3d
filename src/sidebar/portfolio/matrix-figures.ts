// The follow-up matrix of a currency: shares of money and of time side by side, and where the two do not match.
import { CHANNELS, type Channel } from '../../dunning/policy/channels';
import type { FollowedBy, MatrixCell, MatrixView } from '../../entry/sidebar-calls';
import { segmentAtStart } from '../../receivables/segment-words';
import { count } from '../shell/format';
import { percentOf } from './figures';

/** What money and time say of each other. */
export type Match = 'fits' | 'money without time' | 'time without money';

/** A line of the matrix. */
export interface MatrixLine {
  cell: MatrixCell;
  /** Of the overdue of the currency, or of what is open where nothing is overdue; null where nothing is owed. */
  money: number | null;
  /** Of the minutes of the currency; null where nothing is to be done. */
  time: number | null;
  match: Match;
  contacts: number;
  /** Contacts for each customer in a month of thirty days; null where nobody owes. */
  perMonth: number | null;
  /** Who has most of them in hand; null without any. */
  by: FollowedBy | null;
}

/** A share is out of line from twice the other on, and so many points. */
const TIMES = 2;
const POINTS = 0.1;
const MONTH = 30;

/** The currencies, that of most customers first. */
export function currenciesOf({ cells }: MatrixView): string[] {
  const customers = new Map<string, number>();
  for (const { currency, customers: number } of cells) customers.set(currency, (customers.get(currency) ?? 0) + number);
  return [...customers].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([currency]) => currency);
}

/**
 * The lines of a currency, the most overdue first.
 * @example matrixOf(view, 'EUR')[0]?.match // 'money without time'
 */
export function matrixOf({ cells, days }: MatrixView, currency: string): MatrixLine[] {
  const own = cells.filter((cell) => cell.currency === currency);
  const isLate = own.some(({ overdue }) => overdue > 0);
  const owedOf = ({ overdue, open }: MatrixCell): number => (isLate ? overdue : open);
  const [owed, minutes] = [sumOf(own.map(owedOf)), sumOf(own.map((cell) => cell.minutes))];
  return own
    .map((cell): MatrixLine => {
      const money = owed > 0 ? owedOf(cell) / owed : null;
      const time = minutes > 0 ? cell.minutes / minutes : null;
      const contacts = sumOf(cell.contacts.map(([, , number]) => number));
      return {
        ...{ cell, money, time, contacts, match: matchOf(money, time), by: mostBy(cell) },
        perMonth: cell.customers > 0 ? (contacts / cell.customers) * (MONTH / days) : null,
      };
    })
    .sort((a, b) => owedOf(b.cell) - owedOf(a.cell) || b.cell.open - a.cell.open);
}

/** Whether a share of money and one of time go together. @example matchOf(0.41, 0.03) // 'money without time' */
export function matchOf(money: number | null, time: number | null): Match {
  if (money === null || time === null) return 'fits';
  if (money >= TIMES * time && money - time >= POINTS) return 'money without time';
  return time >= TIMES * money && time - money >= POINTS ? 'time without money' : 'fits';
}

function mostBy({ contacts }: MatrixCell): FollowedBy | null {
  const sums = new Map<FollowedBy, number>();
  for (const [, by, number] of contacts) sums.set(by, (sums.get(by) ?? 0) + number);
  return [...sums].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

/** A line by its name. @example nameOf({ segment: 'Timely', size: 'small' }) // 'Pays on time, small' */
export function nameOf({ segment, size }: Pick<MatrixCell, 'segment' | 'size'>): string {
  const words = segmentAtStart(segment);
  return words.endsWith(`, ${size}`) ? words : `${words}, ${size}`;
}

/** The contacts by channel, then disputes. @example '12 mails, 3 calls, 1 dispute' */
export function workInWords({ contacts, disputes }: MatrixCell): string {
  const sums = new Map<Channel, number>();
  for (const [channel, , number] of contacts) sums.set(channel, (sums.get(channel) ?? 0) + number);
  const told = [...sums].map(([channel, number]) => count(number, CHANNELS[channel].noun));
  return [...told, ...(disputes > 0 ? [count(disputes, 'dispute')] : [])].join(', ');
}

/** Where money and time do not match, a sentence each, the widest gap first. */
export function gapsInWords(lines: readonly MatrixLine[]): string[] {
  const what = lines.some(({ cell }) => cell.overdue > 0) ? 'the overdue' : 'what is open';
  const percent = (share: number | null): string => percentOf(share ?? 0);
  return lines
    .filter(({ match }) => match !== 'fits')
    .sort((a, b) => gapOf(b) - gapOf(a))
    .map(
      ({ cell, money, time, match }) =>
        `${nameOf(cell)}: ${percent(money)} of ${what} and ${percent(time)} of the time, ${match === 'money without time' ? 'too little for its money' : 'much for its money'}.`,
    );
}

function gapOf({ money, time }: MatrixLine): number {
  return Math.abs((money ?? 0) - (time ?? 0));
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
