// Why we are late: overdue money by who has to settle what keeps it, how long that takes, and invoices that were right at once.
import { type Day, endOfMonth, startOfMonth } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { numberKey } from '../../receivables/invoice-number';
import { isCredit, isOwed, isReceivable, isWhollyDisputed } from '../../receivables/invoice-status';
import { byCurrency } from '../../receivables/metrics/aging-report';
import type { DecisionContext } from '../decision/customer-context';
import type { Dispute, Facts } from '../decision/facts';
import { isOverdue } from '../decision/owed';
import { CUSTOMER_DEPARTMENT, type DisputeReason, reasonNamed } from '../policy/dispute-reasons';

/** Overdue money of one cause; minor units. */
export interface LatePart {
  /** A department; '' where no reason is known. */
  department: string;
  amount: number;
  invoices: number;
}

/** The overdue money of a currency by cause. */
export interface LateByCause {
  currency: string;
  overdue: number;
  /** Departments with something, the most first; the customer among them, what is not known last. */
  parts: LatePart[];
  /** The share that has a reason, 0 to 1. */
  known: number;
  /** Shares of what has a reason; null while under half of the money has one. */
  ours: number | null;
  theirs: number | null;
}

/** Less than this share of the money with a reason gives no total: it would tell of what was noted, not of what is. */
const ENOUGH = 0.5;

/**
 * Overdue money by cause, each currency by itself. An open dispute takes its part, an open query all of what is left; a promise or an
 * insolvency is the customer's own; of the rest nothing is known.
 * @param reasons of AR Reasons: they say whose a reason is where AR Disputes does not
 * @example lateByCause(context, reasons)[0]?.parts[0] // { department: 'Sales', amount: 120000, invoices: 3 }
 */
export function lateByCause({ facts, blocks }: DecisionContext, reasons: readonly DisputeReason[]): LateByCause[] {
  const currencies = new Map<string, Map<string, { amount: number; keys: Set<string> }>>();
  const open = openByInvoice(facts);
  for (const invoice of facts.invoices) {
    if (!isOwed(invoice) || !isOverdue(invoice)) continue;
    const parts = currencies.get(invoice.currency) ?? new Map<string, { amount: number; keys: Set<string> }>();
    currencies.set(invoice.currency, parts);
    const disputed = blocks.disputedPart(invoice);
    for (const [department, amount] of causesOf(invoice, disputed, open(invoice), facts, reasons)) {
      if (amount <= 0) continue;
      const part = parts.get(department) ?? { amount: 0, keys: new Set<string>() };
      parts.set(department, part);
      part.amount += amount;
      part.keys.add(invoice.key);
    }
  }
  return [...currencies]
    .sort(([a], [b]) => byCurrency(a, b))
    .map(([currency, parts]) => {
      const list = [...parts].map(([department, { amount, keys }]) => ({ department, amount, invoices: keys.size }));
      const sum = (own: readonly LatePart[]): number => own.reduce((all, { amount }) => all + amount, 0);
      const overdue = sum(list);
      const told = list.filter(({ department }) => department !== '').sort((a, b) => b.amount - a.amount);
      const theirs = sum(told.filter(({ department }) => department === CUSTOMER_DEPARTMENT));
      const known = sum(told);
      const isEnough = known >= ENOUGH * overdue && known > 0;
      return {
        ...{ currency, overdue, parts: [...told, ...list.filter(({ department }) => department === '')] },
        known: known / overdue,
        ours: isEnough ? (known - theirs) / known : null,
        theirs: isEnough ? theirs / known : null,
      };
    });
}

/** The open disputes and queries about an invoice. */
function openByInvoice({ disputes }: Facts): (invoice: Invoice) => Dispute[] {
  const open = disputes.filter(({ resolved, unreadable }) => resolved === null && unreadable === '');
  return ({ invoice, customerKey, debtorKey }) =>
    open.filter((row) =>
      row.invoice === ''
        ? row.customerKey === customerKey || row.customerKey === debtorKey
        : numberKey(row.invoice) === numberKey(invoice) &&
          (row.customerKey === '' || row.customerKey === customerKey || row.customerKey === debtorKey),
    );
}

function causesOf(
  invoice: Invoice,
  disputed: number,
  rows: readonly Dispute[],
  facts: Facts,
  reasons: readonly DisputeReason[],
): [department: string, amount: number][] {
  const dispute = rows.find(({ query }) => !query);
  const query = rows.find((row) => row.query);
  const left = invoice.open - disputed;
  // A mark in the sheet says that it is disputed, and not why.
  const own: [string, number][] = [[dispute ? departmentOf(dispute, reasons) : '', disputed]];
  if (left <= 0) return own;
  if (query) return [...own, [departmentOf(query, reasons), left]];
  return [...own, [isTheirs(invoice, facts) ? CUSTOMER_DEPARTMENT : '', left]];
}

/** Who settles a dispute or query: as its row says, else as AR Reasons does. */
export function departmentOf({ department = '', reason }: Dispute, reasons: readonly DisputeReason[]): string {
  return department || (reasonNamed(reasons, reason)?.department ?? '');
}

/** Whether it is known that the customer means to pay and has not, or cannot. */
function isTheirs({ customerKey, invoice }: Invoice, { promises, customers }: Facts): boolean {
  if ((customers.get(customerKey)?.insolventSince ?? null) !== null) return true;
  return promises.some(
    (one) =>
      one.customerKey === customerKey &&
      one.unreadable === '' &&
      (one.state === 'open' || one.state === 'broken' || one.state === 'partly kept') &&
      (one.invoice === '' || numberKey(one.invoice) === numberKey(invoice)),
  );
}

/** How long disputes and queries take. Days are calendar days. */
export interface ResolutionTimes {
  resolved: number;
  /** Of the resolved ones; null where there is none. The 80th percentile is the smallest that holds for four in five. */
  median: number | null;
  percentile80: number | null;
  /** Still open: they are longer than known, so they are in no figure above. */
  open: number;
  medianAge: number | null;
  oldest: number | null;
  /** Open ones whose deadline has passed. */
  late: number;
}

/**
 * The time from opened to resolved. What has no opening day is left out.
 * @example resolutionTimes(disputes, asOf).median // 6
 */
export function resolutionTimes(disputes: readonly Dispute[], asOf: Day): ResolutionTimes {
  const dated = disputes.flatMap(({ opened, ...row }) => (opened === null ? [] : [{ ...row, opened }]));
  const took = dated.flatMap(({ opened, resolved }) =>
    resolved !== null && resolved >= opened && resolved <= asOf ? [resolved - opened] : [],
  );
  const open = dated.filter(({ resolved }) => resolved === null);
  const ages = open.map(({ opened }) => Math.max(0, asOf - opened));
  return {
    resolved: took.length,
    median: percentile(took, 0.5),
    percentile80: percentile(took, 0.8),
    open: open.length,
    medianAge: percentile(ages, 0.5),
    oldest: ages.length > 0 ? Math.max(...ages) : null,
    late: open.filter((row) => isPastDeadline(row, asOf)).length,
  };
}

/** Whether the day by which a dispute or query was to be settled has passed, and it is open. */
export function isPastDeadline(
  { resolved, deadline, query }: Pick<Dispute, 'resolved' | 'deadline' | 'query'>,
  asOf: Day,
): boolean {
  const day = deadline ?? query?.until ?? null;
  return resolved === null && day !== null && day < asOf;
}

/** The smallest value that holds for at least this share (nearest rank); null for none. */
function percentile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

/** A month's invoices, and how many of them nobody had to ask about. */
export interface FirstTimeRight {
  /** First day of the month. */
  month: Day;
  invoices: number;
  right: number;
  /** 0 to 1; null while the month is younger than 60 days, or before disputes were noted. */
  share: number | null;
}

/** A month younger than so many days may still be disputed. */
export const SETTLED_AFTER = 60;

/**
 * The share of each month's invoices that no dispute or query was ever noted about, by number of invoices. Blank until 60 days after the
 * month's end, and for months that ended before the first dispute was noted here.
 * @param months how many, up to the month of `asOf`
 * @example firstTimeRight(facts, 12).at(-1)?.share // null: the month is not 60 days old
 */
export function firstTimeRight({ invoices, disputes, asOf }: Facts, months: number): FirstTimeRight[] {
  const asked = new Set(disputes.flatMap(({ invoice }) => (invoice === '' ? [] : [numberKey(invoice)])));
  const first = disputes.reduce<Day | null>(
    (day, { opened }) => (opened === null ? day : Math.min(day ?? opened, opened)),
    null,
  );
  const found: FirstTimeRight[] = [];
  let month = startOfMonth(asOf);
  for (let at = 0; at < months; at += 1) {
    const end = endOfMonth(month);
    const own = invoices.filter(
      (one) => one.issued !== null && one.issued >= month && one.issued <= end && isReceivable(one) && !isCredit(one),
    );
    const right = own.filter((one) => !isWhollyDisputed(one) && !asked.has(numberKey(one.invoice))).length;
    const isTold = asOf - end >= SETTLED_AFTER && first !== null && first <= end && own.length > 0;
    found.unshift({ month, invoices: own.length, right, share: isTold ? right / own.length : null });
    month = startOfMonth(month - 1);
  }
  return found;
}
