// What is open once the lines of the bank count: the sheet's open less what was accepted and is not in the books yet.
import { type Day, isoOf } from '../../receivables/day';
import type { BankMoney, Invoice } from '../../receivables/invoice';
import { numberStem } from '../../receivables/invoice-number';
import { isOpenCredit, isReceivable } from '../../receivables/invoice-status';
import { formatMoney } from '../../receivables/money';
import type { NewEvent } from '../history/events';
import { allocationsBooked, differenceSettled, differencesAsked } from '../history/payment-events';
import { type BookedFacts, closes, type DifferenceFacts } from '../history/payment-facts';
import { type AcceptedPart, liveLines, type PaymentLine, type Payments, partKey } from '../history/payments';
import { bookedSet } from './booked-set';
import { refundableUntil } from './refundable';

/** The day that is looked at, and the day it is: what the sheet shows is compared with what was explained as of today alone. */
export interface Days {
  asOf: Day;
  today: Day;
}

/** Money accepted and not in the books. */
interface Unbooked {
  line: PaymentLine;
  part: AcceptedPart;
}

/** How an invoice stands beside the lines accepted for it. */
interface Standing {
  /** By the sheet. */
  sheet: number;
  base: number;
  /** What the books show now, to be written down. */
  booked: readonly Unbooked[];
  left: readonly Unbooked[];
  difference: number;
}

/** What is accepted and not in the books on a day, by what it is booked under; the older first. */
function unbooked(payments: Payments, asOf: Day): Map<string, Unbooked[]> {
  const found = new Map<string, Unbooked[]>();
  for (const line of liveLines(payments)) {
    if (!line.decision || line.on > asOf || line.decision.on > asOf) continue;
    for (const part of line.decision.parts) {
      if (part.bookedOn !== null) continue;
      const key = partKey(part);
      found.set(key, [...(found.get(key) ?? []), { line, part }]);
    }
  }
  for (const all of found.values())
    all.sort((a, b) => a.line.on - b.line.on || (a.line.id < b.line.id ? -1 : a.line.id > b.line.id ? 1 : 0));
  return found;
}

/**
 * How what the sheet shows is explained: by exactly one set of payments these are booked; a row that is gone or shows nothing
 * open books all; any other difference is asked about.
 */
function standing(sheet: number, base: number, all: readonly Unbooked[]): Standing {
  const set = setOf(sheet, base, all);
  const booked = set ?? (sheet <= 0 && base > 0 ? all : []);
  // A credit may change as it likes, but not while money that came back may be what changed it: it would be asked for twice.
  const isCredit = base <= 0 && sheet <= 0 && all.every(({ part }) => closes(part) >= 0);
  const isExplained = booked.length > 0 || base === sheet || isCredit;
  return { ...shown(sheet, base, all, booked), difference: isExplained ? 0 : sheet - base };
}

function setOf(sheet: number, base: number, all: readonly Unbooked[]): Unbooked[] | null {
  const amounts = all.map(({ part }) => closes(part));
  return bookedSet(base - sheet, amounts)?.flatMap((at) => all[at] ?? []) ?? null;
}

function shown(sheet: number, base: number, all: readonly Unbooked[], booked: readonly Unbooked[]): Standing {
  return { sheet, base, booked, left: all.filter((one) => !booked.includes(one)), difference: 0 };
}

function standings(invoices: readonly Invoice[], payments: Payments, { asOf, today }: Days): Map<string, Standing> {
  const all = unbooked(payments, asOf);
  if (all.size === 0) return new Map();
  const open = new Map<string, number>();
  const stems = new Set<string>();
  for (const invoice of invoices) {
    open.set(invoice.key, isReceivable(invoice) ? invoice.open : 0);
    stems.add(numberStem(invoice.key));
    const account = partKey({ ...invoice, key: '' });
    if (isOpenCredit(invoice)) open.set(account, (open.get(account) ?? 0) + invoice.open);
  }
  return new Map(
    [...all].map(([key, parts]): [string, Standing] => {
      const sheet = open.get(key) ?? 0;
      const base = payments.bases.get(key) ?? 0;
      if (asOf < today) return [key, shown(sheet, base, parts, [])];
      // Money on account is in the books once the credits grew by it; whatever else happens to credits says nothing.
      if (parts.every(({ part }) => part.key === ''))
        return [key, shown(sheet, base, parts, setOf(sheet, base, parts) ?? [])];
      // Gone under its key while its number stands in another row: nobody knows what of it was paid.
      const isElsewhere = !open.has(key) && stems.has(numberStem(key));
      return [
        key,
        isElsewhere ? { ...shown(0, base, parts, []), difference: -base || -1 } : standing(sheet, base, parts),
      ];
    }),
  );
}

function taken(left: readonly Unbooked[]): number {
  return left.reduce((sum, { part }) => sum + closes(part), 0);
}

function lastOf(left: readonly Unbooked[]): BankMoney['last'] {
  const last = left[left.length - 1];
  return last ? { amount: last.part.amount, on: last.line.on, refundableUntil: refundableUntil(last.line) } : null;
}

/** What a status says beside whether it is paid. */
const STOPPING: readonly Invoice['status'][] = ['stopped', 'disputed'];

function openAfter(sheet: number, accepted: number): number {
  if (accepted < 0) return sheet - accepted;
  return sheet > 0 ? Math.max(0, sheet - accepted) : sheet;
}

/**
 * The invoices with what is open for every decision: the sheet's open less the accepted lines that the books do not show. Until a
 * person says what a difference is the lower figure counts. Money on account stands as a credit of its customer.
 * @param invoices as the sheet tells, under the keys their customers have
 * @param names of customers by key
 * @example withMoneyIn(invoices, history.payments, { asOf, today }, () => '')[0]?.bank?.inSheet // 100000
 */
export function withMoneyIn(
  invoices: readonly Invoice[],
  payments: Payments,
  days: Days,
  names: (customerKey: string) => string,
): readonly Invoice[] {
  const all = standings(invoices, payments, days);
  if (all.size === 0) return invoices;
  // Where one row of a number is asked about, the others wait with it.
  const doubtful = new Map<string, number>();
  for (const [key, { difference }] of all) if (difference !== 0) doubtful.set(numberStem(key), difference);
  const counted = invoices.map((invoice): Invoice => {
    const found = all.get(invoice.key);
    const difference = found?.difference || (doubtful.get(numberStem(invoice.key)) ?? 0);
    if (!found && difference === 0) return invoice;
    const left = found?.left ?? [];
    const accepted = taken(left);
    const sheet = invoice.open;
    const after = openAfter(sheet, accepted);
    const open =
      found && difference !== 0 ? Math.min(sheet, after, Math.max(0, openAfter(found.base, accepted))) : after;
    const bank: BankMoney = { inSheet: sheet, accepted, last: lastOf(left), difference };
    // Paid by the sheet and come back by the bank: it is a debit that was returned, and no contradiction.
    const isBack = open > Math.max(0, sheet) && isReceivable(invoice) && !STOPPING.includes(invoice.status);
    const status = isBack ? 'returned' : invoice.status;
    return { ...invoice, open, status, bank };
  });
  return [...counted, ...onAccount(all, days.asOf, names)];
}

function onAccount(all: ReadonlyMap<string, Standing>, asOf: Day, names: (customerKey: string) => string): Invoice[] {
  return [...all.values()].flatMap(({ left }) =>
    left.flatMap(({ line, part: { key, customerKey, currency, amount } }) =>
      key === '' && line.on <= asOf ? [credit(line, customerKey, names(customerKey), currency, amount)] : [],
    ),
  );
}

function credit(line: PaymentLine, customerKey: string, customer: string, currency: string, amount: number): Invoice {
  const texts = { email: '', language: '', owner: '', paymentLink: '', orderNumber: '', terms: '' };
  return {
    ...{ key: `on account ${isoOf(line.on)} (${line.id})`, row: 0, invoice: '', customerKey, customer, customerId: '' },
    ...{ issued: line.on, due: null, currency, amount: -amount, paid: null, balance: -amount, paidOn: null },
    ...{ status: '', disputed: false, region: '', businessUnit: '', product: '', ...texts },
    ...{ open: -amount, daysPastDue: null },
  };
}

/** What the log is told of the books: payments found in them, differences to ask about, and those that are over. */
export function bookingEvents(invoices: readonly Invoice[], payments: Payments, today: Day, actor: string): NewEvent[] {
  const booked: BookedFacts[] = [];
  const asked: DifferenceFacts[] = [];
  const over: NewEvent[] = [];
  for (const [key, one] of standings(invoices, payments, { asOf: today, today })) {
    const { sheet, base, difference } = one;
    if (one.booked.length > 0) booked.push([key, sheet, one.booked.map(({ line }) => line.id)]);
    else if (difference === 0 && payments.asked.has(key)) {
      const note = 'The sheet shows again what is explained.';
      over.push(differenceSettled([key, sheet, []], one.left[0]?.part.invoice ?? '', actor, note));
    } else if (difference !== 0 && payments.asked.get(key)?.open !== sheet) asked.push([key, sheet, base]);
  }
  return [...allocationsBooked(booked, actor), ...differencesAsked(asked, actor), ...over];
}

/** A payment as a collector tells of it. @example paymentInWords({ amount: 125000, on }, 'EUR', 'Thu 12 Mar') // 'a payment of 1,250.00 EUR came on Thu 12 Mar' */
export function paymentInWords(amount: number, currency: string, day: string): string {
  return `a payment of ${formatMoney(Math.abs(amount), currency)} ${amount < 0 ? 'came back' : 'came'} on ${day}`;
}
