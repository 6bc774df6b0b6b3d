// What happened on a customer's account since a day: invoices, payments and credits with the balance after each, per currency.
import type { Day } from '../day';
import type { Invoice } from '../invoice';
import { isReceivable } from '../invoice-status';
import { addTo, type Totals } from '../money';

/** What moved the account; `undated` is all that was paid or credited on a day the sheet does not say. */
export type Movement = 'invoice' | 'credit' | 'payment' | 'returned' | 'undated';

/** One movement. Amounts are minor units. */
export interface ActivityLine {
  /** Null for what is undated, which stands last. */
  on: Day | null;
  kind: Movement;
  /** Invoice number as displayed; '' where it has none. */
  invoice: string;
  /** What it adds to the balance: negative for a payment or a credit. */
  amount: number;
  /** The balance after it. */
  balance: number;
}

/** The account in one currency. */
export interface AccountActivity {
  currency: string;
  /** The day up to which movements are in what is brought forward. */
  before: Day;
  broughtForward: number;
  lines: ActivityLine[];
  closing: number;
}

/** So many movements are listed of a currency at most, the latest; those before are in what is brought forward. */
const MOST_LINES = 400;

const ORDER: readonly Movement[] = ['invoice', 'credit', 'payment', 'returned', 'undated'];

type Entry = Omit<ActivityLine, 'balance'>;

/**
 * The movements of an account from a day on. What is brought forward, and each movement after it, add up to what is open
 * today, currency by currency, whatever the sheet leaves unsaid: a payment without a day of an invoice from before counts
 * as brought forward, one of a later invoice stands last, without a day.
 * @param invoices all of the customer's as of today, settled ones included
 * @param from the first day that is listed
 * @example accountActivity([{ ...invoice, amount: 10000, open: 4000, issued: 95, paidOn: 98 }], 90)[0]
 * // { currency: 'EUR', broughtForward: 0, lines: [{ on: 95, amount: 10000, balance: 10000, ... }, { on: 98, amount: -6000, ... }], closing: 4000 }
 */
export function accountActivity(invoices: readonly Invoice[], from: Day): AccountActivity[] {
  const forward: Totals = {};
  const undated: Totals = {};
  const entries = new Map<string, Entry[]>();
  for (const invoice of invoices) {
    if (!isReceivable(invoice)) continue;
    const { currency, issued, due } = invoice;
    const list = entries.get(currency) ?? [];
    entries.set(currency, list);
    const amount = billed(invoice);
    const paid = datedPayments(invoice);
    const rest = amount - invoice.open - paid.reduce((sum, one) => sum - one.amount, 0);
    const on = issued ?? due;
    const isListed = on !== null && on >= from;
    if (isListed) list.push({ on, kind: amount < 0 ? 'credit' : 'invoice', invoice: invoice.invoice, amount });
    else addTo(forward, currency, amount - rest);
    if (isListed && rest !== 0) addTo(undated, currency, rest);
    for (const one of paid) {
      if ((one.on ?? from) < from) addTo(forward, currency, one.amount);
      else list.push(one);
    }
  }
  return [...entries.keys()].sort().flatMap((currency) => {
    const rest = undated[currency] ?? 0;
    const list = (entries.get(currency) ?? []).sort(byDay);
    if (rest !== 0) list.push({ on: null, kind: 'undated', invoice: '', amount: -rest });
    const before = forward[currency] ?? 0;
    return list.length === 0 && before === 0 ? [] : [activityOf(currency, before, list, from)];
  });
}

function activityOf(currency: string, before: number, all: readonly Entry[], from: Day): AccountActivity {
  const left = all.slice(0, Math.max(0, all.length - MOST_LINES));
  const shown = all.slice(left.length);
  const broughtForward = left.reduce((sum, one) => sum + one.amount, before);
  let balance = broughtForward;
  const lines = shown.map((one) => {
    balance += one.amount;
    return { ...one, balance };
  });
  return { currency, before: left.length > 0 ? (shown[0]?.on ?? from) : from, broughtForward, lines, closing: balance };
}

function byDay(a: Entry, b: Entry): number {
  return (a.on ?? 0) - (b.on ?? 0) || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (a.invoice < b.invoice ? -1 : 1);
}

/** What an invoice or a credit note came to. */
function billed({ amount, open, paid, status }: Invoice): number {
  if (amount === null) return open + (paid ?? 0);
  return status === 'credit' ? -Math.abs(amount) : amount;
}

/** What came in on an invoice, and went back, on days that are known; by what the sheet says, and by the bank. */
function datedPayments(invoice: Invoice): Entry[] {
  const { bank, paidOn, paid } = invoice;
  const number = invoice.invoice;
  const found: Entry[] = [];
  const add = (on: Day, amount: number, kind: Movement): void => {
    if (amount !== 0) found.push({ on, kind, invoice: number, amount: -amount });
  };
  const kindOf = (amount: number): Movement => (amount < 0 ? 'returned' : 'payment');
  const accepted = bank?.last ? bank.accepted : 0;
  const payments = invoice.payments ?? [];
  for (const { on, amount, isCredit } of payments)
    if (on !== null) add(on, amount, isCredit ? 'credit' : kindOf(amount));
  if (payments.length === 0 && paidOn !== null) {
    const all = billed(invoice) - invoice.open - accepted;
    const came = paid === null ? all : Math.min(paid, all);
    if (came > 0) add(paidOn, came, 'payment');
  }
  if (bank?.last) add(bank.last.on, accepted, kindOf(accepted));
  return found;
}
