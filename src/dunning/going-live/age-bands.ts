// The overdue customers of a workbook that begins, by the age of their oldest invoice, with a proposal for each age.
import type { Invoice } from '../../receivables/invoice';
import { addTo, type Totals } from '../../receivables/money';
import type { Facts } from '../decision/facts';
import { byCustomer, isChaseable, isHandedOver, isOverdue, isWithinTolerance } from '../decision/owed';

/** How firmly a customer was spoken to already. */
export type ReachedTone = 'friendly' | 'personal' | 'firm';

/** What is done with the customers of a band when the work begins. */
export type BandChoice =
  | { kind: 'begin' }
  | { kind: 'treat-as-stage'; tone: ReachedTone }
  | { kind: 'ask-first' }
  | { kind: 'handed-over' };

/** An age: calendar days past due of the oldest overdue invoice. */
export interface Age {
  /** `31-60 days`. */
  label: string;
  from: number;
  /** The last day; null for any number. */
  to: number | null;
  /** What is usual. */
  proposed: BandChoice;
}

/**
 * The ages and what is proposed for each: the young from the beginning, those of one to three months as already spoken to
 * personally (the next word is a firm one), the old ones asked first whether the balance is right.
 */
export const AGES: readonly Age[] = [
  { label: '1-30 days', from: 1, to: 30, proposed: { kind: 'begin' } },
  { label: '31-60 days', from: 31, to: 60, proposed: { kind: 'treat-as-stage', tone: 'personal' } },
  { label: '61-90 days', from: 61, to: 90, proposed: { kind: 'treat-as-stage', tone: 'personal' } },
  { label: '91-180 days', from: 91, to: 180, proposed: { kind: 'ask-first' } },
  { label: 'over 180 days', from: 181, to: null, proposed: { kind: 'ask-first' } },
];

/** A customer with something overdue. */
export interface OverdueCustomer {
  key: string;
  name: string;
  /** The overdue invoices that are chased. */
  overdue: Invoice[];
  oldest: number;
  /** Whether it was settled already where they stand: chosen here before, or reminded by us. */
  isSettled: boolean;
}

/** The customers of an age. */
export interface AgeBand {
  age: Age;
  customers: OverdueCustomer[];
  invoices: number;
  totals: Totals;
}

/** The age of so many days past due. @example ageOf(45)?.label // '31-60 days' */
export function ageOf(daysPastDue: number): Age | undefined {
  return AGES.find(({ from, to }) => daysPastDue >= from && (to === null || daysPastDue <= to));
}

/**
 * The overdue customers of a book by the age of their oldest overdue invoice; what was handed over counts no more.
 * @param facts of the day
 */
export function ageBands(facts: Facts): AgeBand[] {
  const customers = overdueCustomers(facts);
  return AGES.map((age) => {
    const own = customers.filter(({ oldest }) => ageOf(oldest) === age);
    const totals: Totals = {};
    for (const { overdue } of own) for (const { currency, open } of overdue) addTo(totals, currency, open);
    return { age, customers: own, invoices: own.reduce((sum, { overdue }) => sum + overdue.length, 0), totals };
  });
}

function overdueCustomers(facts: Facts): OverdueCustomer[] {
  const chased = facts.invoices.filter(
    (invoice) =>
      isChaseable(invoice) && isOverdue(invoice) && !isWithinTolerance(facts, invoice) && !isHandedOver(facts, invoice),
  );
  const { history } = facts;
  return [...byCustomer(chased)].map(([key, overdue]) => ({
    key,
    name: facts.customers.get(key)?.name ?? key,
    overdue,
    oldest: Math.max(...overdue.map(({ daysPastDue }) => daysPastDue ?? 0)),
    isSettled:
      history.firstContact.has(key) ||
      history.askFirst.has(key) ||
      overdue.some((invoice) => history.completed.has(invoice.key)),
  }));
}
