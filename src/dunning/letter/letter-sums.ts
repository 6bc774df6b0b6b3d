// The sums of a letter, each per currency: asked for, overdue, not yet due, disputed, credits, the balance.
import type { Day } from '../../receivables/day';
import { addTo, type Totals } from '../../receivables/money';
import type { LetterLine } from './letter-input';

/** What the sums are made of. */
export type SumLine = Pick<LetterLine, 'due' | 'currency' | 'balance' | 'disputed' | 'role' | 'lead'>;

/** The sums of a letter in minor units; a currency appears only where its sum is not 0. */
export interface LetterSums {
  /** What the letter asks for. */
  asked: Totals;
  overdue: Totals;
  notDue: Totals;
  /** Disputed amounts, whole lines and parts of lines. */
  disputed: Totals;
  /** Credits and unapplied payments, as positive amounts. */
  credits: Totals;
  /** What remains to be paid once credits are set off; empty where there are none that can be. */
  net: Totals;
  /** All of it: overdue, not yet due and disputed, less credits. */
  open: Totals;
}

/** The disputed part of a line: all of it for a disputed line, never more than its balance. */
export function disputedPart(line: SumLine): number {
  if (line.role === 'credit') return 0;
  if (line.role === 'disputed') return line.balance;
  return Math.max(0, Math.min(line.disputed, line.balance));
}

/** What a line asks for: its balance without the disputed part; nothing for a credit. */
export function askedPart(line: SumLine): number {
  return line.role === 'credit' ? 0 : line.balance - disputedPart(line);
}

function byDue(a: SumLine, b: SumLine): number {
  const last = Number.MAX_SAFE_INTEGER;
  return (a.due ?? last) - (b.due ?? last);
}

/** The line the letter is mainly about: the one marked, else the oldest overdue one, else the next to fall due. */
export function leadOf<L extends SumLine>(lines: readonly L[]): L | undefined {
  const marked = lines.find((line) => line.lead === true);
  if (marked) return marked;
  const asked = lines.filter((line) => askedPart(line) > 0).sort(byDue);
  return asked.find((line) => line.role === 'overdue') ?? asked[0] ?? [...lines].sort(byDue)[0];
}

function asksFor<L extends SumLine>(lines: readonly L[]): L[] {
  const early = leadOf(lines)?.role === 'not-due';
  return lines.filter((line) => (line.role === 'overdue' || (early && line.role === 'not-due')) && askedPart(line) > 0);
}

/**
 * The lines whose amounts are asked for: the overdue ones; and those not yet due when the letter is about one of them.
 * @param lines all lines of the letter
 */
export function askedLines<L extends SumLine>(lines: readonly L[]): L[] {
  return asksFor(lines).sort(byDue);
}

function askedOf(lines: readonly SumLine[]): Totals {
  const asked: Totals = {};
  for (const line of asksFor(lines)) addTo(asked, line.currency, askedPart(line));
  return asked;
}

/**
 * The sums of a letter. Two currencies are never added: every sum is one per currency.
 * @param lines all lines of the letter, amounts in minor units
 * @example sumsOf([{ ..., currency: 'EUR', balance: 900000, role: 'overdue', disputed: 150000 }]).asked // { EUR: 750000 }
 */
export function sumsOf(lines: readonly SumLine[]): LetterSums {
  const asked = askedOf(lines);
  const sums: LetterSums = { asked, overdue: {}, notDue: {}, disputed: {}, credits: {}, net: {}, open: {} };
  for (const line of lines) {
    addTo(sums.open, line.currency, line.balance);
    addTo(sums.disputed, line.currency, disputedPart(line));
    if (line.role === 'credit') addTo(sums.credits, line.currency, Math.abs(line.balance));
    else if (line.role === 'overdue') addTo(sums.overdue, line.currency, askedPart(line));
    else if (line.role === 'not-due') addTo(sums.notDue, line.currency, askedPart(line));
  }
  sums.net = netOf(sums);
  for (const totals of Object.values(sums))
    for (const currency of Object.keys(totals)) if (totals[currency] === 0) delete totals[currency];
  return sums;
}

/** What is to be paid now: what is asked for, net of credits that are set off. */
export function toPay({ asked, net }: Pick<LetterSums, 'asked' | 'net'>): Totals {
  return Object.keys(net).length > 0 ? net : asked;
}

/** The same of the lines of a letter: where no credit is among them, nothing but what is asked for is worked out. */
export function toPayOf(lines: readonly SumLine[]): Totals {
  return lines.some(({ role }) => role === 'credit') ? toPay(sumsOf(lines)) : askedOf(lines);
}

/** The whole balance of the lines: what is open, disputed or not, less credits. */
export function balanceOf(lines: readonly SumLine[]): Totals {
  return sumsOf(lines).open;
}

/**
 * What remains to be paid where credits are set against the oldest invoices: in a currency with something in dispute they
 * may belong to that, and credits that reach what is asked for are a person's to allocate.
 */
function netOf({ asked, credits, disputed }: LetterSums): Totals {
  const isSetOff = (currency: string): boolean => {
    const credit = credits[currency] ?? 0;
    return credit > 0 && credit < (asked[currency] ?? 0) && !disputed[currency];
  };
  const setOff = Object.keys(asked).filter(isSetOff);
  if (setOff.length === 0) return {};
  const net = { ...asked };
  for (const currency of setOff) addTo(net, currency, -(credits[currency] ?? 0));
  return net;
}

const BAND_EDGES = [0, 30, 60, 90];
const CREDITS = BAND_EDGES.length + 1;

/**
 * The balances by age per currency: index 0 is not yet due, then 1-30, 31-60, 61-90 and over 90 days, and last the credits,
 * which have no age: they are not "not yet due".
 * @param lines all lines
 * @param asOf the day ages are counted to
 */
export function bandsOf(lines: readonly LetterLine[], asOf: Day): Record<string, number[]> {
  const bands: Record<string, number[]> = {};
  for (const line of lines) {
    const age = line.due === null ? 0 : asOf - line.due;
    const index = line.role === 'credit' ? CREDITS : BAND_EDGES.filter((edge) => age > edge).length;
    const ofCurrency = bands[line.currency] ?? [0, 0, 0, 0, 0, 0];
    ofCurrency[index] = (ofCurrency[index] ?? 0) + line.balance;
    bands[line.currency] = ofCurrency;
  }
  return bands;
}
