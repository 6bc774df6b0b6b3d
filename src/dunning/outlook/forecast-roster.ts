// Which customers a forecast must look at on a day: the others have nothing that could change before a day known ahead.
import type { Day } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import type { InvoiceDecision } from '../decision/decide';
import type { Facts } from '../decision/facts';
import { byCustomer, isChaseable } from '../decision/owed';
import { numberKey } from '../decision/promises';
import { stepsAround } from '../decision/stage';
import { SEGMENT_HOLDS_AFTER } from '../decision/standing-segment';
import type { History } from '../history/history-state';

/**
 * The customers of a book, each asleep until the day on which a decision about them could be another one: as long as
 * nobody pays and no cell is changed, only the days given in the decisions, due dates and a change of segment move it.
 */
export class Roster {
  private readonly customers: ReadonlyMap<string, readonly Invoice[]>;
  private readonly wakes = new Map<string, Day>();
  private readonly restless: ReadonlySet<string>;
  private readonly moving = new Map<string, boolean>();

  constructor(
    private readonly facts: Facts,
    private readonly history: History,
  ) {
    this.customers = byCustomer(facts.invoices);
    this.restless = withPromises(facts);
  }

  /** The invoices of everybody who is awake, as old as they are on the day; in the order of the book's customers. */
  invoicesOn(asOf: Day): Invoice[] {
    const awake: Invoice[] = [];
    for (const [key, invoices] of this.customers) {
      if ((this.wakes.get(key) ?? asOf) > asOf && !this.history.waiting.has(key)) continue;
      for (const invoice of invoices) {
        awake.push(invoice.due === null ? invoice : { ...invoice, daysPastDue: asOf - invoice.due });
      }
    }
    return awake;
  }

  /** Takes note of what was decided: who has nothing to expect sleeps until that may change. */
  settle(asOf: Day, decisions: readonly InvoiceDecision[]): void {
    const until = new Map<string, Day>();
    for (const decision of decisions) {
      const { customerKey } = decision.invoice;
      const day = this.mayChangeOn(asOf, decision);
      until.set(customerKey, Math.min(until.get(customerKey) ?? Number.POSITIVE_INFINITY, day));
    }
    for (const [key, day] of until) this.wakes.set(key, day);
  }

  /** The first day after today on which another decision about an invoice is possible. */
  private mayChangeOn(asOf: Day, { invoice, decision, nextDate, segment }: InvoiceDecision): Day {
    const key = invoice.customerKey;
    if (decision === 'remind' || this.restless.has(key) || this.hasOtherSteps(segment)) return asOf + 1;
    const standing = this.history.segments.get(key);
    const segmentDay = standing && standing.pending !== '' ? standing.since + SEGMENT_HOLDS_AFTER : null;
    const isDueLater = isChaseable(invoice) && invoice.due !== null && invoice.due >= asOf;
    const days = [nextDate, segmentDay, isDueLater ? invoice.due : null];
    const first = days.reduce<Day>(
      (least, day) => (day === null ? least : Math.min(least, day)),
      Number.POSITIVE_INFINITY,
    );
    return Math.max(asOf + 1, first);
  }

  /** Whether a segment has steps that follow another calendar than that of its invoices. */
  private hasOtherSteps(segment: string): boolean {
    const known = this.moving.get(segment);
    if (known !== undefined) return known;
    const { policy } = this.facts;
    const has = stepsAround(policy, segment, 'month').length > 0 || stepsAround(policy, segment, 'discount').length > 0;
    this.moving.set(segment, has);
    return has;
  }
}

/** Customers with a promise of their own, or with an invoice that a promise names. */
function withPromises({ promises, invoices }: Facts): ReadonlySet<string> {
  const keys = new Set(promises.map(({ customerKey }) => customerKey));
  const numbers = new Set(promises.filter(({ invoice }) => invoice !== '').map(({ invoice }) => numberKey(invoice)));
  if (numbers.size > 0)
    for (const { invoice, customerKey } of invoices) if (numbers.has(numberKey(invoice))) keys.add(customerKey);
  return keys;
}
