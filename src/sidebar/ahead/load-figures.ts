// The load of a team: for each owner what is open and expected, the hours of the coming week, what was done in time; and where time should go.
import type { WorkKind, WorkView } from '../../entry/sidebar-calls';
import { forecastBook } from '../../receivables/forecast/book-forecast';
import { isOwed } from '../../receivables/invoice-status';
import { addTo, type Totals } from '../../receivables/money';
import type { Ahead } from '../expected/ahead-book';

/** What one owner has. */
export interface OwnerLoad {
  /** As AR Customers has it; '' for what nobody has. */
  owner: string;
  customers: number;
  /** Minor units by currency. */
  open: Totals;
  overdue: Totals;
  /** Expected within four weeks; a currency whose forecast is silent is left out. */
  expected: Totals;
  /** Things to do in the next five business days, and the minutes they take. */
  kinds: { kind: WorkKind; number: number; minutes: number }[];
  minutes: number;
  /** The share of the week's time for collecting that they take; null where none is set, and for what nobody has. */
  capacity: number | null;
  /** Of what was to be done in the last thirty days, how much was within two business days. */
  kept: { due: number; done: number };
  /** What waits longest: its customer, and since when; null where nothing waits. */
  oldest: { customer: string; since: string } | null;
}

const WEEKS = 4;

/**
 * The load by owner, in alphabetical order, what nobody has last: portfolios differ, so that no order says who does better.
 * @example loadOf(ahead, work)[0]?.minutes
 */
export function loadOf(ahead: Ahead, work: WorkView): OwnerLoad[] {
  const { asOf, book, look, currencies } = ahead;
  const known = new Map(work.customers.map((one) => [one.key, one]));
  const ownerOf = (key: string): string => known.get(key)?.owner.trim() ?? '';
  const owners = new Map<string, OwnerLoad>();
  const of = (key: string): OwnerLoad => {
    const owner = ownerOf(key);
    const found = owners.get(owner) ?? {
      ...{ owner, customers: 0, open: {}, overdue: {}, expected: {}, kinds: [], minutes: 0, capacity: null },
      ...{ kept: { due: 0, done: 0 }, oldest: null },
    };
    owners.set(owner, found);
    return found;
  };
  const owing = new Set<string>();
  // All that is open, the little that no forecast counts too: it is the figure of Today.
  for (const invoice of book.invoices) {
    if (!isOwed(invoice) || book.beside(invoice).apart !== undefined) continue;
    const { customerKey, currency, open, due } = invoice;
    const load = of(customerKey);
    if (!owing.has(customerKey)) load.customers += 1;
    owing.add(customerKey);
    addTo(load.open, currency, open);
    if (due !== null && due < asOf) addTo(load.overdue, currency, open);
  }
  const shown = new Set(currencies.filter(({ isShown }) => isShown).map(({ currency }) => currency));
  for (const load of owners.values()) {
    const theirs = book.invoices.filter(({ customerKey }) => ownerOf(customerKey) === load.owner);
    const question = { asOf, tolerance: book.tolerance, beside: book.beside, weeks: WEEKS };
    for (const [currency, { weeks }] of forecastBook(look.habits, theirs, question).cash)
      if (shown.has(currency)) addTo(load.expected, currency, Math.round(sumOf(weeks.map(({ expected }) => expected))));
  }
  const count = (key: string, kind: WorkKind, number: number): void => {
    const load = of(key);
    const entry = load.kinds.find((one) => one.kind === kind) ?? { kind, number: 0, minutes: 0 };
    if (entry.number === 0) load.kinds.push(entry);
    entry.number += number;
    entry.minutes += number * work.minutes[kind];
    load.minutes += number * work.minutes[kind];
  };
  for (const [key, channel, number] of work.coming) count(key, channel, number);
  for (const [key, number] of work.disputes) count(key, 'dispute', number);
  for (const [key, due, done] of work.kept) {
    const { kept } = of(key);
    kept.due += due;
    kept.done += done;
  }
  for (const [key, since] of work.oldest) {
    const load = of(key);
    if (load.oldest === null || since < load.oldest.since)
      load.oldest = { customer: known.get(key)?.name ?? key, since };
  }
  for (const load of owners.values())
    if (load.owner !== '' && work.weekMinutes > 0) load.capacity = load.minutes / work.weekMinutes;
  return [...owners.values()].sort((a, b) => (a.owner === '' ? 1 : b.owner === '' || a.owner < b.owner ? -1 : 1));
}

/** A class of accounts by size. */
export interface AccountClass {
  name: 'A' | 'B' | 'C';
  customers: number;
  open: Totals;
  minutes: number;
  /** The share of the time that the coming week gives them; null where nothing is to be done. */
  share: number | null;
  /** The share they should get: half for A, a quarter for B. */
  should: number;
}

const CLASSES = [
  { name: 'A', upTo: 0.8, should: 0.5 },
  { name: 'B', upTo: 0.95, should: 0.25 },
  { name: 'C', upTo: Number.POSITIVE_INFINITY, should: 0.25 },
] as const;

/**
 * The accounts by size: the largest that make up four fifths of what is open in a currency are A, up to 95 % B, the rest C; a customer
 * with several currencies is of the highest class of theirs.
 * @example accountClasses(ahead, work)[0]?.share // 0.31 where it should be 0.5
 */
export function accountClasses(ahead: Ahead, work: WorkView): AccountClass[] {
  const classOf = classesOf(ahead);
  const minutes = new Map<string, number>();
  const add = (key: string, more: number): void => void minutes.set(key, (minutes.get(key) ?? 0) + more);
  for (const [key, channel, number] of work.coming) add(key, number * work.minutes[channel]);
  for (const [key, number] of work.disputes) add(key, number * work.minutes.dispute);
  const all = sumOf([...minutes.values()]);
  return CLASSES.map(({ name, should }) => {
    const open: Totals = {};
    const keys = new Set([...classOf].filter(([, one]) => one === name).map(([key]) => key));
    for (const { customerKey, currency, open: minor } of ahead.look.customers)
      if (keys.has(customerKey)) addTo(open, currency, minor);
    // Who owes nothing by now and takes time all the same is a small account.
    const own = [...minutes].filter(([key]) => (classOf.get(key) ?? 'C') === name);
    const spent = sumOf(own.map(([, one]) => one));
    return { name, customers: keys.size, open, minutes: spent, share: all === 0 ? null : spent / all, should };
  });
}

function classesOf({ look }: Ahead): Map<string, AccountClass['name']> {
  const found = new Map<string, AccountClass['name']>();
  const currencies = new Set(look.customers.map(({ currency }) => currency));
  for (const currency of currencies) {
    const own = look.customers.filter((one) => one.currency === currency).sort((a, b) => b.open - a.open);
    const all = sumOf(own.map(({ open }) => open));
    let before = 0;
    for (const { customerKey, open } of own) {
      const name = CLASSES.find(({ upTo }) => before < upTo * all)?.name ?? 'C';
      const known = found.get(customerKey);
      if (known === undefined || name < known) found.set(customerKey, name);
      before += open;
    }
  }
  return found;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
