// Which customers a forecast must look at on a day: the others have nothing that could change before a day known ahead.
import type { Day } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { nextStatement } from '../decision/anchored-steps';
import type { CustomerContext, DecisionContext } from '../decision/customer-context';
import type { InvoiceDecision, Plan } from '../decision/decide';
import type { Facts } from '../decision/facts';
import { heaviestFirst, mostOnDay, type Weight } from '../decision/new-customers';
import { byCustomer, isChaseable } from '../decision/owed';
import { numberKey } from '../decision/promises';
import { SEGMENT_HOLDS_AFTER } from '../decision/standing-segment';
import type { History } from '../history/history-state';

/**
 * The customers of a book, each asleep until the day on which a decision about them could be another one: as long as
 * nobody pays and no cell is changed, only the days given in the decisions, due dates and a change of segment move it.
 * Who only waits for the day's number of first contacts sleeps too, ranked by money and age, and is woken when
 * their turn may have come.
 */
export class Roster {
  private readonly customers: ReadonlyMap<string, readonly Invoice[]>;
  private readonly wakes = new Map<string, Day>();
  private queued = new Map<string, Weight>();
  private readonly promised: ReadonlySet<string>;
  private readonly stopped: ReadonlySet<string>;
  private readonly vouching: ReadonlySet<string>;

  constructor(
    private readonly facts: Facts,
    private readonly history: History,
  ) {
    this.customers = byCustomer(facts.invoices);
    this.promised = concernedBy(facts, facts.promises);
    this.stopped = concernedBy(facts, [...facts.holds, ...facts.disputes]);
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

  /** Takes note of what was decided: who has nothing to expect sleeps until that may change. */
  settle({ facts: { asOf }, customer }: DecisionContext, { decisions, late }: Plan): void {
    // The decisions about a customer stand together.
    for (let at = 0; at < decisions.length; ) {
      const key = decisions[at]?.invoice.customerKey ?? '';
      const size = late?.get(key);
      let day = this.customerMayChangeOn(customer(key), size !== undefined);
      for (let one = decisions[at]; one?.invoice.customerKey === key; one = decisions[at]) {
        day = Math.min(day, this.mayChangeOn(asOf, one, size !== undefined));
        at += 1;
      }
      if (size === undefined) this.queued.delete(key);
      else this.queued.set(key, size);
      this.wakes.set(key, Math.max(asOf + 1, day));
    }
  }

  private isAsleep(key: string, asOf: Day): boolean {
    return (this.wakes.get(key) ?? asOf) > asOf && !this.history.waiting.has(key) && !this.vouching.has(key);
  }

  /** Those asleep whose turn it may be: as many as there may be first contacts on a day. */
  private calledOn(asOf: Day): ReadonlySet<string> {
    // Kept in their order from day to day, so that few move.
    const { queued, history } = this;
    const ranked = heaviestFirst([...queued], asOf);
    this.queued = new Map(ranked.flatMap((key) => [[key, queued.get(key)]] as [string, Weight][]));
    const asleep = ranked.filter((key) => this.isAsleep(key, asOf));
    const most = mostOnDay({ ...this.facts, history, asOf }) ?? asleep.length;
    return new Set(asleep.slice(0, most));
  }

  /** The first day after today on which another decision about an invoice is possible. */
  private mayChangeOn(asOf: Day, { invoice, decision, reasons, nextDate }: InvoiceDecision, isLate: boolean): Day {
    if (decision === 'remind') return asOf + 1;
    const waitsForTurn = isLate && reasons[0]?.code === 'daily-cap';
    const isDueLater = isChaseable(invoice) && invoice.due !== null && invoice.due >= asOf;
    return Math.min(
      waitsForTurn ? Number.POSITIVE_INFINITY : (nextDate ?? Number.POSITIVE_INFINITY),
      isDueLater ? (invoice.due ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY,
    );
  }

  /** The first day after today on which something about a customer may move, whatever their invoices say. */
  private customerMayChangeOn(customer: CustomerContext, isLate: boolean): Day {
    const { key, facts, steps, closed } = customer;
    // What a stop covers, and what a mail shows of it, follows days of its own.
    if (steps.discount.length > 0 || this.promised.has(key) || (isLate && this.stopped.has(key))) return facts.asOf + 1;
    const standing = this.history.segments.get(key);
    const segmentDay = standing && standing.pending !== '' ? standing.since + SEGMENT_HOLDS_AFTER : null;
    const days = [segmentDay, nextStatement(customer), isLate ? firstAfter(closed, facts.asOf) : null];
    return days.reduce<Day>((least, day) => (day === null ? least : Math.min(least, day)), Number.POSITIVE_INFINITY);
  }
}

function agedTo(asOf: Day, invoice: Invoice): Invoice {
  if (invoice.due === null) return invoice;
  const daysPastDue = asOf - invoice.due;
  return invoice.daysPastDue === daysPastDue ? invoice : { ...invoice, daysPastDue };
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
