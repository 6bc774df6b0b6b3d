// Which customers a forecast must look at on a day: the others have nothing that could change before a day known ahead.
import { type Day, isBusinessDay } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { nextStatement } from '../decision/anchored-steps';
import { firstDayFor, isFirmDay, speaksFirmly } from '../decision/contact/firm-days';
import type { CustomerContext, DecisionContext } from '../decision/customer-context';
import { creditKeys, nextCreditDay } from '../decision/debtor/credit-tasks';
import type { InvoiceDecision, Plan } from '../decision/decide';
import type { Facts } from '../decision/facts';
import { heaviestOf, mostOnDay, type Weight } from '../decision/new-customers';
import { byCustomer, isChaseable } from '../decision/owed';
import { numberKey } from '../decision/promises';
import { mayBeOvertaken } from '../decision/rules/near-payment';
import { SEGMENT_HOLDS_AFTER } from '../decision/standing-segment';
import type { ReminderFacts } from '../history/events';
import type { History } from '../history/history-state';
import { isContact, isSentByUs } from '../policy/channels';
import { OWN_WORK, type PolicyRow, placeOf } from '../policy/policy';
import { isFinal } from '../policy/tones';

/**
 * The customers of a book, each asleep until the day on which a decision about them could be another one: as long as
 * nobody pays and no cell is changed, only the days given in the decisions, due dates and a change of segment move it.
 * Who only waits for the day's number of first contacts sleeps too, ranked by money and age, and is woken when
 * their turn may have come; so does who waits for something to be mended, as nobody mends it.
 */
export class Roster {
  private readonly customers: ReadonlyMap<string, readonly Invoice[]>;
  private readonly wakes = new Map<string, Day>();
  private readonly queued = new Map<string, Weight>();
  /** Whose reminder cannot leave as long as nothing is mended, by what was decided last. */
  private readonly unmended = new Set<string>();
  private readonly promised: ReadonlySet<string>;
  private readonly stopped: ReadonlySet<string>;
  private readonly vouching: ReadonlySet<string>;
  private readonly credit: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(
    private readonly facts: Facts,
    private readonly history: History,
  ) {
    this.customers = byCustomer(facts.invoices);
    this.credit = creditKeys(facts);
    this.promised = concernedBy(facts, facts.promises);
    const answered = [...history.answers.values()].map(({ customerKey }) => ({ customerKey, invoice: '' }));
    this.stopped = concernedBy(facts, [...facts.holds, ...facts.disputes, ...answered]);
    this.vouching = sharingNumbers(facts, [...facts.holds, ...facts.disputes, ...facts.promises]);
  }

  /** The invoices of everybody who is awake, as old as they are on the day; in the order of the book's customers. */
  invoicesOn(asOf: Day): Invoice[] {
    const awake: Invoice[] = [];
    const called = this.calledOn(asOf);
    for (const [key, invoices] of this.customers) {
      if (this.isAsleep(key, asOf) && !called.has(key)) continue;
      for (const invoice of invoices) awake.push(agedTo(asOf, invoice));
    }
    return awake;
  }

  /** What would be proposed for those asleep who wait for something to be mended: what waits. */
  proposedAsleep(asOf: Day): ReminderFacts[] {
    const proposed: ReminderFacts[] = [];
    for (const key of this.unmended) {
      const waiting = this.history.waiting.get(key);
      if (waiting && this.isAsleep(key, asOf)) proposed.push(waiting.facts);
    }
    return proposed;
  }

  /** Takes note of what was decided: who has nothing to expect sleeps until that may change. */
  settle({ facts: { asOf }, customer }: DecisionContext, { decisions, proposals, late }: Plan): void {
    const mailed = new Set(proposals.flatMap((one) => (isMailOfLadder(one) ? placeOf(one) : [])));
    const unmended = new Set(proposals.flatMap((one) => (one.fix === '' ? [] : placeOf(one))));
    // The decisions about a customer stand together.
    for (let at = 0; at < decisions.length; ) {
      const from = at;
      const key = decisions[at]?.invoice.customerKey ?? '';
      const size = late?.get(key);
      const side = customer(key);
      const isIdle = size !== undefined || unmended.has(key);
      let day = this.customerMayChangeOn(side, isIdle);
      let own = Number.POSITIVE_INFINITY;
      for (let one = decisions[at]; one?.invoice.customerKey === key; one = decisions[at]) {
        own = Math.min(own, this.mayChangeOn(side, one, size !== undefined));
        at += 1;
      }
      day = Math.min(day, mailed.has(key) ? nextWordOn(side, decisions.slice(from, at)) : own);
      if (size === undefined) this.queued.delete(key);
      else this.queued.set(key, size);
      if (unmended.has(key)) {
        this.unmended.add(key);
        day = Math.min(day, this.otherWordOn(side, decisions.slice(from, at)));
      } else this.unmended.delete(key);
      this.wakes.set(key, Math.max(asOf + 1, day));
    }
  }

  private isAsleep(key: string, asOf: Day): boolean {
    if ((this.wakes.get(key) ?? asOf) <= asOf || this.vouching.has(key)) return false;
    for (const customerKey of this.credit.get(key) ?? [])
      if (OWN_WORK.some((anchor) => this.history.waiting.has(placeOf({ customerKey, anchor })))) return false;
    const waiting = this.history.waiting.get(key);
    return !waiting || (waiting.state === 'needs-fix' && this.unmended.has(key));
  }

  /** The first day after today on which a word that needs nothing mended may come before one that does. */
  private otherWordOn(customer: CustomerContext, decisions: readonly InvoiceDecision[]): Day {
    const { asOf, settings } = customer.facts;
    if (saidFinally(customer)) return asOf + 1;
    const unable = decisions.filter(({ decision }) => decision === 'needs-fix');
    if (unable.some(({ invoice, stage }) => stage && mayBeOvertaken(customer, invoice, stage))) return asOf + 1;
    const rows = unable.flatMap(({ stage }) => stage ?? []);
    const firm = rows.filter((row) => speaksFirmly(customer, row)).length;
    const days = customer.invoices.flatMap(({ due }) => {
      // From that age on it goes to the senior contact.
      const senior = settings.contactRules?.senior ? (due ?? asOf) + settings.contactRules.senior.days : asOf;
      return senior > asOf ? [senior] : [];
    });
    if (firm > 0 && firm < rows.length) days.push(firstSoftDay(asOf + 1, customer.closed));
    return Math.min(...days, Number.POSITIVE_INFINITY);
  }

  /** Those asleep whose turn it may be: as many as there may be first contacts on a day. */
  private calledOn(asOf: Day): ReadonlySet<string> {
    const { history } = this;
    const asleep = [...this.queued].filter(([key]) => this.isAsleep(key, asOf));
    return new Set(heaviestOf(asleep, asOf, mostOnDay({ ...this.facts, history, asOf }) ?? asleep.length));
  }

  /** The first day after today on which another decision about an invoice is possible. */
  private mayChangeOn(
    customer: CustomerContext,
    { invoice, decision, reasons, stage, nextDate }: InvoiceDecision,
    isLate: boolean,
  ): Day {
    const { facts, steps } = customer;
    const { asOf, settings } = facts;
    if (decision === 'remind') return asOf + 1;
    const waitsForTurn = isLate && reasons[0]?.code === 'daily-cap';
    if (waitsForTurn && stage && mayBeOvertaken(customer, invoice, stage)) return asOf + 1;
    // Where the risk grows high meanwhile a step comes so many days sooner than its own day, which holidays may have put off.
    const sooner = decision === 'wait' && facts.habits ? (settings.earlierForRisk ?? 0) : 0;
    const own = sooner > 0 && stage && nextDate !== null ? firstPutOffTo(customer, stage, nextDate) : nextDate;
    const day = waitsForTurn || own === null ? Number.POSITIVE_INFINITY : own - sooner;
    const { due } = invoice;
    if (!isChaseable(invoice) || due === null || due < asOf) return day;
    // On the due date itself only stages before it pass; overdue it is on the day after.
    return Math.min(day, due > asOf && steps.due.some(({ days }) => days < 0) ? due : due + 1);
  }

  /** The first day after today on which something about a customer may move, whatever their invoices say. */
  private customerMayChangeOn(customer: CustomerContext, isIdle: boolean): Day {
    const { key, facts, steps, closed } = customer;
    // What a stop covers, and what a mail shows of it, follows days of its own.
    if (steps.discount.length > 0 || this.promised.has(key) || (isIdle && this.stopped.has(key))) return facts.asOf + 1;
    const standing = this.history.segments.get(key);
    const segmentDay = standing && standing.pending !== '' ? standing.since + SEGMENT_HOLDS_AFTER : null;
    const credit = this.credit.get(key);
    const creditDay = credit ? nextCreditDay(facts, credit, customer.invoices) : null;
    const days = [segmentDay, creditDay, nextStatement(customer), isIdle ? firstAfter(closed, facts.asOf) : null];
    return days.reduce<Day>((least, day) => (day === null ? least : Math.min(least, day)), Number.POSITIVE_INFINITY);
  }
}

/** The earliest day that holidays, weekends and the firmness of a step put off to a day. */
function firstPutOffTo(customer: CustomerContext, row: PolicyRow, to: Day): Day {
  let day = to;
  while (day > customer.facts.asOf && firstDayFor(customer, row, day - 1) === to) day -= 1;
  return day;
}

/** Whether it is a mail of the ladder that can leave. */
function isMailOfLadder({ anchor, channel, fix }: ReminderFacts): boolean {
  return anchor === 'due' && fix === '' && isSentByUs(channel);
}

/** So many steps before a task of the ladder each day is looked at: those between may be passed over. */
const BEFORE_TASK = 2;

/**
 * The first day on which a customer who is mailed today may hear the next word: whatever ages meanwhile, the gap between two
 * contacts keeps it back. A task keeps none, and what is blocked is no longer so from a day of its own. A mail that cannot
 * leave today goes on waiting, and who has something waiting does not sleep.
 */
function nextWordOn({ facts: { asOf }, steps }: CustomerContext, decisions: readonly InvoiceDecision[]): Day {
  const rows = steps.due;
  const task = rows.findIndex(({ channel }) => !isContact(channel));
  let day = rows.reduce(
    (least, { minimumGap }) => Math.min(least, asOf + Math.max(1, minimumGap)),
    Number.POSITIVE_INFINITY,
  );
  for (const { decision, stage, nextDate } of decisions) {
    if (!stage || (decision !== 'remind' && decision !== 'wait')) day = Math.min(day, nextDate ?? day);
    else if (task >= 0 && rows.findIndex((row) => row.stage === stage.stage) >= task - BEFORE_TASK) return asOf + 1;
  }
  return day;
}

/** Always a copy: originals and copies in turn are of two makes, and code that was made quick for one is thrown away at the other. */
function agedTo(asOf: Day, invoice: Invoice): Invoice {
  const { due, daysPastDue } = invoice;
  return { ...invoice, daysPastDue: due === null ? daysPastDue : asOf - due };
}

/** Whether an invoice went through a final step: where its task is left undone, that keeps back the next final one some days later. */
function saidFinally({ facts: { history }, steps, invoices }: CustomerContext): boolean {
  const finals = steps.due.filter(({ tone }) => isFinal(tone));
  return invoices.some(({ key }) =>
    history.completed
      .get(key)
      ?.some(({ stage, days }) => finals.some((row) => row.stage === stage && row.days === days)),
  );
}

/** The first business day from one on on which no firm word goes out. */
function firstSoftDay(from: Day, closed: ReadonlySet<Day>): Day {
  let day = from;
  while (isFirmDay(day, closed) || !isBusinessDay(day, closed)) day += 1;
  return day;
}

/** The first of some days that is later than a day; null when none is. */
function firstAfter(days: ReadonlySet<Day>, after: Day): Day | null {
  let first: Day | null = null;
  for (const day of days) if (day > after && (first === null || day < first)) first = day;
  return first;
}

/** Customers with a stop of their own, or with an invoice that a stop names. */
function concernedBy(
  { invoices }: Facts,
  stops: readonly { customerKey: string; invoice: string }[],
): ReadonlySet<string> {
  const keys = new Set(stops.map(({ customerKey }) => customerKey));
  const numbers = new Set(stops.filter(({ invoice }) => invoice !== '').map(({ invoice }) => numberKey(invoice)));
  if (numbers.size > 0)
    for (const { invoice, customerKey } of invoices) if (numbers.has(numberKey(invoice))) keys.add(customerKey);
  // Who pays for a stopped customer is concerned too.
  for (const { customerKey, debtorKey } of invoices)
    if (debtorKey !== undefined && keys.has(debtorKey)) keys.add(customerKey);
  return keys;
}

/**
 * Customers with a stop about an invoice whose number is another customer's too. They never sleep: only beside their own
 * invoice the stop is seen to be about that one.
 */
function sharingNumbers(
  { invoices }: Facts,
  stops: readonly { customerKey: string; invoice: string }[],
): ReadonlySet<string> {
  const named = new Map<string, string[]>();
  for (const { customerKey, invoice } of stops) {
    if (customerKey === '' || invoice === '') continue;
    const number = numberKey(invoice);
    named.set(number, [...(named.get(number) ?? []), customerKey]);
  }
  const sharing = new Set<string>();
  if (named.size === 0) return sharing;
  for (const { invoice, customerKey } of invoices)
    for (const key of named.get(numberKey(invoice)) ?? []) if (key !== customerKey) sharing.add(key);
  return sharing;
}
