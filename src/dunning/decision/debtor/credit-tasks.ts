// The tasks about credit: a hold to decide on, a limit to review, a report to the insurer, a security that ends. Nobody is put on hold by them.
import { CREDIT_RULES, creditUse, isPastLimit, useInWords } from '../../../receivables/credit/credit-limit';
import { type Day, dayFromIso, isoOf, shortDay } from '../../../receivables/day';
import type { Invoice } from '../../../receivables/invoice';
import {
  addTo,
  formatMoney,
  formatTotals,
  NO_CURRENCY,
  shareIn,
  type Totals,
  toMinor,
} from '../../../receivables/money';
import { anchoredStepKey } from '../../history/history-state';
import { TASK } from '../../policy/channels';
import { type OWN_WORK, ownStep, placeOf } from '../../policy/policy';
import type { AnchoredStep } from '../anchored-steps';
import type { CustomerContext } from '../customer-context';
import type { Facts } from '../facts';
import { byCustomer, isOverdue } from '../owed';
import { type CreditAccount, creditAccounts, creditTermsIn } from './credit-accounts';

/** So many days before a day of credit its task waits. */
const DAYS_BEFORE = 10;
/** A hold that was decided on is asked about again after so many days, where its reason still stands. */
const ASK_AGAIN = 30;
/** So many holds are asked about at a time: more nobody decides in a day. */
export const HOLDS_AT_ONCE = 20;

/** What a task about credit is for. */
type CreditWork = Exclude<(typeof OWN_WORK)[number], 'claim'>;

/** A task about a customer's credit. */
export interface CreditTask {
  key: string;
  anchor: CreditWork;
  /** The day it is about, or what was passed: done once, it does not come again for the same. */
  subject: string;
  /** From when it waits, and up to when it should be done. */
  from: Day;
  by: Day;
  /** What it lists; the first leads. */
  invoices: readonly [Invoice, ...Invoice[]];
  reason: string;
}

/** The tasks of a day, and the holds that are asked about once others are decided. */
export interface CreditTasks {
  tasks: readonly CreditTask[];
  later: readonly CreditTask[];
}

const judged = new WeakMap<Facts, CreditTasks>();

/**
 * The tasks of a day about credit, done ones left out; of many holds to decide on those with most open, each currency by its share of
 * all. A ladder that is judged as written has none.
 * @example creditTasks(facts).tasks[0]?.reason // '62,400.00 EUR of a limit of 50,000.00 EUR is used (125 %). Decide whether new orders go on hold.'
 */
export function creditTasks(facts: Facts): CreditTasks {
  const known = judged.get(facts);
  if (known) return known;
  const all = facts.settings.contactRules === null ? [] : tasksOf(facts);
  const holds = all.filter(({ anchor }) => anchor === 'limit');
  const sums = new Map(holds.map((task) => [task, openOf(task)]));
  const share = shareIn(sums.values());
  const size = new Map([...sums].map(([task, open]) => [task, share(open)]));
  const later = holds
    .filter(({ key }) => !isPutOff(facts, key))
    .sort((a, b) => (size.get(b) ?? 0) - (size.get(a) ?? 0) || (a.key < b.key ? -1 : 1))
    .slice(HOLDS_AT_ONCE);
  const found = { tasks: later.length === 0 ? all : all.filter((task) => !later.includes(task)), later };
  judged.set(facts, found);
  return found;
}

/** Whether a hold is put off to a later day: it takes no place from those that can be decided on. */
function isPutOff({ history, asOf }: Facts, customerKey: string): boolean {
  const waiting = history.waiting.get(placeOf({ customerKey, anchor: 'limit' }));
  return waiting?.state === 'snoozed' && (dayFromIso(waiting.until) ?? asOf) > asOf;
}

function openOf({ invoices }: CreditTask): Totals {
  const open: Totals = {};
  for (const one of invoices) addTo(open, one.currency, one.open);
  return open;
}

function tasksOf(facts: Facts): CreditTask[] {
  const tasks = creditAccounts(facts).flatMap((account) => [...holdByLimit(facts, account), ...byDay(facts, account)]);
  const asked = new Set(tasks.flatMap(({ key, anchor }) => (anchor === 'limit' ? key : [])));
  return [...tasks, ...holdByAge(facts, asked)];
}

function holdByLimit(facts: Facts, account: CreditAccount): CreditTask[] {
  const { key, terms, open, invoices } = account;
  const use = creditUse(terms, open);
  if (!use || !isPastLimit(use, facts.settings.credit ?? CREDIT_RULES)) return [];
  const theirs = invoices.filter(({ currency }) => currency === use.currency);
  const source = terms.source === '' ? '' : ` Limit by ${terms.source}.`;
  return hold(facts, key, theirs, `${terms.limit} ${use.currency}`, `${useInWords(use)}${source}`);
}

/** Whose oldest invoice is past the age that the team chose. */
function holdByAge(facts: Facts, asked: ReadonlySet<string>): CreditTask[] {
  const { fromDays } = facts.settings.credit ?? CREDIT_RULES;
  if (fromDays === null) return [];
  return [...byCustomer(facts.invoices)].flatMap(([key, invoices]) => {
    const old = invoices.filter((one) => isOverdue(one) && one.open > 0 && (one.daysPastDue ?? 0) >= fromDays);
    const [oldest] = old.sort((a, b) => (a.due ?? 0) - (b.due ?? 0));
    if (!oldest || asked.has(key) || facts.customers.get(key)?.isOwnCompany) return [];
    const { invoice, due, open, currency } = oldest;
    const since = `${invoice || oldest.key} (${formatMoney(open, currency)}) was due on ${shortDay(due ?? facts.asOf, facts.asOf)}`;
    return hold(facts, key, old, `${fromDays} days`, `${since}: ${fromDays} days or more ago.`);
  });
}

function hold(facts: Facts, key: string, invoices: readonly Invoice[], subject: string, why: string): CreditTask[] {
  const { asOf } = facts;
  const [first, ...others] = invoices;
  if (!first || facts.customers.get(key)?.creditHold === 'yes') return [];
  const done = lastDone(facts, 'limit', key, subject);
  if (done !== null && asOf < done + ASK_AGAIN) return [];
  const again = done === null ? '' : ` Last asked on ${shortDay(done, asOf)}.`;
  const reason = `${why} Decide whether new orders go on hold; nothing is by itself.${again}`;
  return [{ key, anchor: 'limit', subject, from: asOf, by: asOf, invoices: [first, ...others], reason }];
}

/** The days of AR Customers that come near. */
function byDay(facts: Facts, account: CreditAccount): CreditTask[] {
  const { asOf } = facts;
  const { key, terms, invoices } = account;
  const { reviewBy, reportBy, securityUntil, security, limit, currency, source } = terms;
  const code = currency || NO_CURRENCY;
  const most = limit === null ? '' : formatMoney(toMinor(limit, code), code);
  const by = source === '' ? '' : ` (${source})`;
  const overdue: Totals = {};
  for (const one of invoices) if (isOverdue(one)) addTo(overdue, one.currency, one.open);
  const late = Object.keys(overdue).length === 0 ? 'nothing so far' : formatTotals(overdue);
  const told: [CreditWork, Day | null, (day: string) => string][] = [
    [
      'review',
      reviewBy,
      (day) => `The ${most === '' ? 'credit' : `limit of ${most}`}${by} is to be reviewed by ${day}.`,
    ],
    ['insurer', reportBy, (day) => `Report what is overdue to the insurer${by} by ${day}: ${late}.`],
    ['security', securityUntil, (day) => `The security${security === '' ? '' : ` “${security}”`} ends on ${day}.`],
  ];
  return told.flatMap(([anchor, on, inWords]): CreditTask[] => {
    if (on === null || asOf < on - DAYS_BEFORE || lastDone(facts, anchor, key, isoOf(on)) !== null) return [];
    // Where nothing is open there is nothing to report; all else is looked at beside what was invoiced last.
    const listed = invoices.length > 0 || anchor === 'insurer' ? invoices : lastInvoice(facts, key);
    const [first, ...others] = listed;
    if (!first) return [];
    const task = { key, anchor, subject: isoOf(on), from: on - DAYS_BEFORE, by: on };
    return [{ ...task, invoices: [first, ...others], reason: inWords(shortDay(on, asOf)) }];
  });
}

function lastInvoice({ invoices }: Facts, key: string): Invoice[] {
  let last: Invoice | null = null;
  for (const one of invoices)
    if ((one.debtorKey ?? one.customerKey) === key && (last === null || (one.due ?? 0) > (last.due ?? 0))) last = one;
  return last ? [last] : [];
}

function lastDone({ history }: Facts, anchor: CreditWork, key: string, subject: string): Day | null {
  const done = history.completed.get(anchoredStepKey(anchor, key, subject)) ?? [];
  return done[done.length - 1]?.on ?? null;
}

/** The text of each. */
const TEXTS: Record<CreditWork, string> = {
  limit: 'Task hold',
  review: 'Task credit',
  insurer: 'Task credit',
  security: 'Task credit',
};

/** A task about credit as a step: it waits for the account owner. */
export function creditStep({ segment, facts: { asOf } }: CustomerContext, task: CreditTask): AnchoredStep {
  const { anchor, from, by, subject, invoices, reason } = task;
  const row = ownStep({
    ...{ segment, anchor, days: by - from, channel: TASK },
    ...{ template: TEXTS[anchor], to: ['owner'], tone: 'neutral', minimumGap: 0 },
  });
  const day = shortDay(by, asOf);
  const look = anchor === 'limit' ? 'a credit hold to decide on' : by < asOf ? `${day} has passed` : `by ${day}`;
  return { row, dueOn: from, steps: 1, subject, invoices, look, reason };
}

/**
 * Whose credit moves with which payer's invoices: those with terms, and, where people are asked by age, everybody.
 * @returns key of who pays to the keys looked at with its invoices
 */
export function creditKeys({ customers, invoices, settings }: Facts): ReadonlyMap<string, ReadonlySet<string>> {
  const all = creditTermsIn(customers);
  const isByAge = (settings.credit ?? CREDIT_RULES).fromDays !== null;
  const keys = new Map<string, Set<string>>();
  if (settings.contactRules === null || (all.size === 0 && !isByAge)) return keys;
  for (const { customerKey, debtorKey = customerKey } of invoices)
    for (const key of [customerKey, debtorKey])
      if (all.has(key) || isByAge) keys.set(customerKey, (keys.get(customerKey) ?? new Set()).add(key));
  return keys;
}

/**
 * The first day after today on which something about credit may move, nobody paying: a day comes near, an invoice grows old, a question
 * comes again.
 * @returns infinity where nothing will
 */
export function nextCreditDay(facts: Facts, keys: Iterable<string>, invoices: readonly Invoice[]): Day {
  const { asOf, customers, settings } = facts;
  const { fromDays } = settings.credit ?? CREDIT_RULES;
  // Its turn comes when others are decided.
  const waiting = new Set(creditTasks(facts).later.map(({ key }) => key));
  if (waiting.size > 0) for (const key of keys) if (waiting.has(key)) return asOf + 1;
  const days = fromDays === null ? [] : invoices.flatMap(({ due }) => (due === null ? [] : due + fromDays));
  for (const key of keys) {
    const terms = customers.get(key)?.credit;
    for (const day of [terms?.reviewBy, terms?.reportBy, terms?.securityUntil])
      if (day !== null && day !== undefined) days.push(day - DAYS_BEFORE);
    const currencies = terms?.currency ? [terms.currency] : invoices.map(({ currency }) => currency);
    for (const subject of [...new Set(currencies.map((one) => `${terms?.limit} ${one}`)), `${fromDays} days`]) {
      const done = lastDone(facts, 'limit', key, subject);
      if (done !== null) days.push(done + ASK_AGAIN);
    }
  }
  return days.reduce((least, day) => (day > asOf && day < least ? day : least), Number.POSITIVE_INFINITY);
}

/** Up to which day a report to the insurer is made; null for any other reminder. */
export function reportDay({ anchor, subject }: { anchor: string; subject: string }): Day | null {
  return anchor === 'insurer' ? dayFromIso(subject) : null;
}
