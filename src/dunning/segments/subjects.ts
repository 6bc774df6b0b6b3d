// What the rules of AR Segments look at of each customer: figures of the day, what AR Customers says, cells of columns.
import { customerFigures, daysBeyondTerms } from '../../receivables/customer-figures';
import type { Day } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { isOwed } from '../../receivables/invoice-status';
import { toDecimal } from '../../receivables/money';
import type { SegmentResult } from '../../receivables/segment';
import type { SegmentSettings } from '../../receivables/segment-settings';
import type { Customer } from '../decision/facts';
import { countryCode } from '../letter/languages';
import type { Subject } from './segment-rule';

/** What the subjects are made from. */
export interface SubjectSources {
  invoices: readonly Invoice[];
  asOf: Day;
  settings: SegmentSettings;
  customers: ReadonlyMap<string, Pick<Customer, 'kind' | 'country'>>;
  /** Segments by figures alone. */
  computed: ReadonlyMap<string, SegmentResult>;
  /** Promises broken in the last 90 days, by customer. */
  broken: ReadonlyMap<string, number>;
  /** The cells of a column about a customer. */
  cellsOf: (key: string, column: string) => readonly (string | number)[];
  /** The limit of a customer, decimal, and its currency; null without one. */
  limitOf: (key: string) => { amount: number; currency: string } | null;
}

interface Sums {
  balance: Map<string, number>;
  overdue: Map<string, number>;
  /** Days past due of the oldest; 0 where nothing is. */
  oldest: number;
}

const NOTHING: Sums = { balance: new Map(), overdue: new Map(), oldest: 0 };

/**
 * The customers with an invoice on the day, as rules look at them.
 * @example subjectsOf(sources).find(({ key }) => key === 'acme')?.balance.get('EUR') // 1200
 */
export function subjectsOf(sources: SubjectSources): Subject[] {
  const { invoices, asOf, settings, customers, computed, broken, cellsOf, limitOf } = sources;
  const figures = customerFigures(invoices, asOf, settings);
  const sums = new Map<string, Sums>();
  const totals = new Map<string, number>();
  for (const invoice of invoices) {
    if (!isOwed(invoice)) continue;
    const { customerKey, currency, open } = invoice;
    const own = sums.get(customerKey) ?? { balance: new Map(), overdue: new Map(), oldest: 0 };
    sums.set(customerKey, own);
    add(own.balance, currency, open);
    add(totals, currency, open);
    const late = invoice.daysPastDue ?? 0;
    own.oldest = Math.max(own.oldest, late);
    if (late > 0) add(own.overdue, currency, open);
  }
  return [...figures.values()].map((one): Subject => {
    const { key } = one;
    const { balance, overdue, oldest } = sums.get(key) ?? NOTHING;
    const customer = customers.get(key);
    const found = computed.get(key);
    return {
      key,
      balance: decimals(balance),
      overdue: decimals(overdue),
      daysBeyondTerms: daysBeyondTerms(one),
      share: highestShare(balance, totals),
      oldest,
      brokenPromises: broken.get(key) ?? 0,
      limitUsed: limitUsed(balance, limitOf(key)),
      kind: customer?.kind ?? '',
      country: countryIn(customer),
      computedSegment: found?.segment ?? 'New',
      size: found?.large ? 'large' : 'SMB',
      cellsOf: (column) => cellsOf(key, column),
    };
  });
}

function add(sums: Map<string, number>, currency: string, minor: number): void {
  sums.set(currency, (sums.get(currency) ?? 0) + minor);
}

function decimals(sums: ReadonlyMap<string, number>): Map<string, number> {
  return new Map([...sums].map(([currency, minor]) => [currency, toDecimal(minor, currency)]));
}

/** Of the open money of the book, in the currency where it is most; 0 for who owes nothing. */
function highestShare(balance: ReadonlyMap<string, number>, totals: ReadonlyMap<string, number>): number {
  return Math.max(0, ...[...balance].map(([currency, minor]) => minor / (totals.get(currency) ?? minor)));
}

/** What is open of the limit, in its currency alone: other currencies are never added. */
function limitUsed(
  balance: ReadonlyMap<string, number>,
  limit: { amount: number; currency: string } | null,
): number | null {
  if (!limit || limit.amount <= 0) return null;
  const [only] = balance.keys();
  const currency = limit.currency || (balance.size === 1 ? (only ?? '') : '');
  if (balance.size === 0) return 0;
  return currency === '' ? null : toDecimal(balance.get(currency) ?? 0, currency) / limit.amount;
}

function countryIn(customer: Pick<Customer, 'country'> | undefined): string {
  const written = customer?.country ?? '';
  return countryCode(written) || written;
}
