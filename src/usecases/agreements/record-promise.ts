// Promises to pay, recorded and cancelled by people: rows of AR Promises.
import * as v from 'valibot';
import { blocksOf } from '../../dunning/decision/blocks';
import type { Facts } from '../../dunning/decision/facts';
import { inPlan, isSamePlan } from '../../dunning/decision/money/payment-plans';
import { isChaseable } from '../../dunning/decision/owed';
import { isOtherCurrency, numberKey, type PromiseStanding, promiseStandings } from '../../dunning/decision/promises';
import { customerEvent, type NewEvent } from '../../dunning/history/events';
import { type Day, dayFromIso, plusMonths, shortDay } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { NO_CURRENCY, toDecimal, toMinor, typedMoney } from '../../receivables/money';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { PROMISES_TAB } from '../../workbook/tab-specs';
import type { TabRow } from '../../workbook/tabs/records';
import { findSeen, type SeenRow, writeCells } from '../../workbook/tabs/seen-rows';
import type { ChangeResult } from '../waiting/change-result';
import {
  type CustomerChange,
  changeCustomer,
  changeIn,
  keyOfRow,
  type OpenCustomer,
  openCustomer,
} from './customer-change';
import { isSum, SUM } from './sum';

/** Months: what is promised for a later day is a slip of the pen, and would stop reminders for ever. */
const FARTHEST = 24;

/** A promise as a person takes it down. */
export const promiseRequest = v.object({
  customerKey: v.string(),
  /** Invoice numbers; none for all that is open today. */
  invoices: v.nullish(v.array(v.string()), []),
  /** Decimal; null for all that is open of them. */
  amount: v.nullish(v.number(), null),
  /** Code; '' where the customer's open invoices have only one. */
  currency: v.nullish(v.string(), ''),
  /** ISO day. */
  promisedOn: v.string(),
  note: v.nullish(v.string(), ''),
});
export type PromiseRequest = v.InferOutput<typeof promiseRequest>;

/**
 * Records a promise to pay: a row for each named invoice, or one without.
 * @throws Refusal for a day that has passed, an amount that is none, a stranger's invoice, an unclear currency
 */
export function recordPromise(ports: Ports, request: PromiseRequest): ChangeResult {
  const checked = checkedPromise(request, ports.clock.now().day);
  return changeCustomer(ports, request.customerKey, (open) => addPromise(open, checked));
}

/** A request whose day and amount can be used. */
export interface CheckedPromise extends Omit<PromiseRequest, 'promisedOn'> {
  promisedOn: Day;
}

/** Checks day and amount. @throws Refusal */
export function checkedPromise(request: PromiseRequest, today: Day): CheckedPromise {
  const promisedOn = dayFromIso(request.promisedOn);
  if (promisedOn === null) throw new Refusal('date-unreadable', 'Choose the day on which the payment was promised.');
  if (promisedOn < today) throw new Refusal('date-past', 'The promised day has passed. Choose today or a later day.');
  const { amount } = request;
  if (promisedOn > plusMonths(today, FARTHEST))
    throw new Refusal('date-unreadable', 'The promised day is more than two years away. Check its year.');
  if (amount !== null && !isSum(amount))
    throw new Refusal('amount-unreadable', `The promised amount must be ${SUM}; leave it empty for all that is open.`);
  return { ...request, promisedOn };
}

/** Writes a promise into AR Promises of an opened workbook. */
export function addPromise(open: OpenCustomer, promise: CheckedPromise): CustomerChange {
  const { ws, facts, customer, writtenAs } = open;
  const named = namedInvoices(open, promise.invoices);
  const currency = currencyOf(named.length > 0 ? named : open.invoices.filter(isChaseable), promise, customer.name);
  const parts = named.length > 0 ? partsOf(named, promise.amount, currency) : [{ number: '', amount: promise.amount }];
  const fresh = parts.filter((part) => !isWritten(open, promise, part));
  const rows = fresh.map(({ number, amount }) => ({
    Customer: writtenAs,
    Invoice: number,
    Amount: amount ?? '',
    Currency: amount === null ? '' : currency,
    'Promised on': { day: promise.promisedOn },
    Recorded: { day: facts.asOf },
    State: 'open',
    Note: promise.note.trim(),
  }));
  if (rows.length > 0) ws.tabs.addRows(PROMISES_TAB, rows);
  const left = named.length - parts.length;
  const rest = left > 0 ? ` It does not reach ${left === 1 ? 'one of the invoices' : `${left} of the invoices`}.` : '';
  // The new plan notes what the promise covers, and writes that into the log.
  return { events: [], rows: rows.length, tell: (after) => `${tellPromise(open, promise, currency, after)}${rest}` };
}

/** Whether the very same promise stands there, open: pressed twice, or tried again after a run that was cut off. */
function isWritten(
  { facts, customer }: OpenCustomer,
  { promisedOn }: CheckedPromise,
  { number, amount }: { number: string; amount: number | null },
): boolean {
  return facts.promises.some(
    (one) =>
      one.customerKey === customer.key &&
      one.state === 'open' &&
      one.promisedOn === promisedOn &&
      one.amount === amount &&
      numberKey(one.invoice) === numberKey(number),
  );
}

function tellPromise(
  { customer, facts }: OpenCustomer,
  { promisedOn, amount }: CheckedPromise,
  currency: string,
  after: Facts,
): string {
  const what = typedMoney(amount, currency) || 'Payment';
  const mine = (one: PromiseStanding): boolean => one.promise.promisedOn === promisedOn && one.state === 'open';
  const standing = blocksOf(after).promisesOf(customer.key).find(mine);
  const until = standing
    ? ` Nothing is asked for up to and including ${shortDay(standing.protectedTo, facts.asOf)}.`
    : '';
  return `${what} of ${customer.name} is promised for ${shortDay(promisedOn, facts.asOf)}.${until}`;
}

/** The open invoices of some numbers. @throws Refusal `invoice-unknown` */
export function namedInvoices({ invoices, customer }: OpenCustomer, numbers: readonly string[]): Invoice[] {
  const open = invoices.filter(isChaseable);
  return [...new Set(numbers.map(numberKey))].map((number) => {
    const found = open.find(({ invoice }) => numberKey(invoice) === number);
    if (found) return found;
    throw new Refusal('invoice-unknown', `${customer.name} has no open invoice "${number}". Check the number.`);
  });
}

/** The currency of an amount. @throws Refusal where several come into question, or an invoice is in another one */
export function currencyOf(
  invoices: readonly Invoice[],
  { amount, currency }: Pick<CheckedPromise, 'amount' | 'currency'>,
  name: string,
): string {
  const written = currency.trim().toUpperCase();
  const known = [...new Set(invoices.map((invoice) => invoice.currency))].filter((code) => code !== NO_CURRENCY);
  if (amount === null) return written;
  if (written === '' && known.length > 1)
    throw new Refusal('currency-missing', `${name} owes in ${known.join(' and ')}: say in which the amount is.`);
  const meant = written || (known[0] ?? '');
  if (known.length > 0 && !invoices.some((invoice) => !isOtherCurrency(meant, invoice)))
    throw new Refusal('currency-other', `Nothing of ${name} is open in ${meant}. Choose ${known.join(' or ')}.`);
  return meant;
}

/** An amount for several invoices pays the oldest first; without an amount each is promised in full. */
function partsOf(
  invoices: readonly Invoice[],
  amount: number | null,
  currency: string,
): { number: string; amount: number | null }[] {
  if (amount === null) return invoices.map(({ invoice }) => ({ number: invoice, amount: null }));
  const own = invoices.filter((invoice) => !isOtherCurrency(currency, invoice));
  const oldest = [...own].sort((a, b) => (a.due ?? Number.MAX_SAFE_INTEGER) - (b.due ?? Number.MAX_SAFE_INTEGER));
  let left = toMinor(amount, currency);
  return oldest.flatMap(({ invoice, open }) => {
    const part = oldest.length === 1 ? left : Math.min(left, open);
    left -= part;
    return part > 0 ? [{ number: invoice, amount: toDecimal(part, currency) }] : [];
  });
}

/** Cancels a promise, or a plan with all its open instalments: it protects nothing any more and counts neither as kept nor as broken. */
export function cancelPromise(ports: Ports, promise: SeenRow): ChangeResult {
  return changeIn(ports, (ws, gathered) => {
    const row = findSeen(ws.tabs, PROMISES_TAB, promise);
    const key = keyOfRow(row, gathered);
    const open = openCustomer(ws, gathered, key);
    const { customer } = open;
    if ((row.text('State').toLowerCase() || 'open') !== 'open')
      throw new Refusal('nothing-to-lift', `This promise is ${row.text('State')} already.`);
    const instalments = openInstalments(open, row);
    const what =
      instalments.length > 1
        ? `plan of ${customer.name} and its ${instalments.length} open instalments are`
        : `promise of ${customer.name} is`;
    return {
      key,
      events: instalments.map((one) => endPromise(open, one)),
      tell: () => `The ${what} cancelled: reminders are queued as they fall due; nothing was sent.`,
    };
  });
}

/** The rows that end with one: of a plan all that are open, else itself. */
function openInstalments({ ws, facts }: OpenCustomer, row: TabRow): TabRow[] {
  const all = promiseStandings(facts);
  const own = all.find(({ promise }) => promise.row === row.row);
  const same = own ? all.filter((one) => one.promise.state === 'open' && isSamePlan(inPlan(one), inPlan(own))) : [];
  const rows = new Set(same.map(({ promise }) => promise.row));
  return rows.size < 2 ? [row] : ws.tabs.needTable(PROMISES_TAB).rows.filter((one) => rows.has(one.row));
}

/** Cancels a promise in its row, and the event of that. */
export function endPromise({ ws, facts, customer, user }: OpenCustomer, row: TabRow): NewEvent {
  writeCells(ws.tabs, PROMISES_TAB, row.row, { State: 'cancelled' });
  const note = `Promise for ${row.text('Promised on')} cancelled. ${row.text('Note')}`.trim();
  const id = promiseStandings(facts).find((one) => one.promise.row === row.row)?.id;
  const event = customerEvent('promise-ended', customer, user, note, {
    code: 'cancelled',
    ...(id === undefined ? {} : { promise: { id, lines: [] } }),
  });
  return { ...event, invoices: row.text('Invoice') };
}
